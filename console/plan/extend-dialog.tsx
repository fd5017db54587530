import * as z from "zod/mini";
import { extendVersion } from "../../shared/console/programme-doors.ts";
import { Field, toast } from "../../shared/ui/index.ts";
import { FormDialog } from "../form/form-dialog.tsx";
import { ReasonField } from "../form/reason-field.tsx";
import { wholeOf } from "../form/typed-number.ts";
import { useForm } from "../form/use-form.ts";
import { useCommand } from "../use-command.ts";
import { ask } from "../wire.ts";
import type { Plan } from "./screen.tsx";
import { words } from "./words.ts";

type Extension = z.infer<NonNullable<typeof extendVersion.body>>;

/** Asks that the open points of a version be good for longer. */
export function ExtendDialog(props: { row: Plan["versions"][number]; onClose: () => void }) {
  const { row, onClose } = props;
  const t = words.value;
  const form = useForm<{ days: string; reason: string }, Extension>({
    initial: { days: "30", reason: "" },
    build: ({ days, reason }) => ({ days: wholeOf(days), reason }),
    schema: extendVersion.body as z.ZodMiniType<Extension>,
    says: { reason: t.reasonRule },
  });
  const command = useCommand((body: Extension, key) =>
    ask(extendVersion, { params: { rules: row.rulesId! }, body, key })
  );
  return (
    <FormDialog
      title={t.extendTitle(row.version ?? 0)}
      form={form}
      command={command}
      send={t.ask}
      onClose={onClose}
      onDone={() => {
        toast(t.asked);
        onClose();
      }}
    >
      <p class="soft">{t.extendText}</p>
      <Field label={t.days} inputMode="numeric" {...form.field("days")} />
      <ReasonField
        label={t.reason}
        maxLength={200}
        offers={t.offers}
        {...form.field("reason")}
      />
    </FormDialog>
  );
}
