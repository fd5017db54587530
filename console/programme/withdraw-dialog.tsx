import * as z from "zod/mini";
import { withdrawVersion } from "../../shared/console/programme-doors.ts";
import { toast } from "../../shared/ui/index.ts";
import { FormDialog } from "../form/form-dialog.tsx";
import { ReasonField } from "../form/reason-field.tsx";
import { useForm } from "../form/use-form.ts";
import { useCommand } from "../use-command.ts";
import type { RulesVersion } from "../use-programme.ts";
import { ask } from "../wire.ts";
import { words } from "./words.ts";

const Withdrawal = z.object({
  reason: z.string().check(z.trim(), z.minLength(2), z.maxLength(200)),
});
type Withdrawal = z.infer<typeof Withdrawal>;

/** A version that has not begun is called off; `instead` goes on. */
export function WithdrawDialog(
  props: { version: RulesVersion; instead: number; onClose: () => void; onDone: () => void },
) {
  const { version, instead, onClose, onDone } = props;
  const t = words.value.versions;
  const form = useForm<Withdrawal, Withdrawal>({
    initial: { reason: "" },
    build: ({ reason }) => ({ reason }),
    schema: Withdrawal,
  });
  const command = useCommand((body: Withdrawal, key) =>
    ask(withdrawVersion, { params: { rules: version.id }, body, key })
  );
  return (
    <FormDialog
      title={t.withdrawTitle(version.version)}
      form={form}
      command={command}
      send={t.withdrawSend}
      onClose={onClose}
      onDone={({ approvalId }) => {
        toast(approvalId === null ? t.withdrawDone(version.version) : words.value.publish.waiting);
        onClose();
        onDone();
      }}
    >
      <p class="soft">{t.withdrawText(instead)}</p>
      <ReasonField
        label={t.withdrawWhy}
        value={form.draft.reason}
        onInput={(reason) => form.set({ reason })}
        error={form.error("reason")}
        maxLength={200}
        offers={t.withdrawReasons}
      />
    </FormDialog>
  );
}
