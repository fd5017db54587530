import type * as z from "zod/mini";
import { changeMemberState } from "../../shared/console/endpoints.ts";
import type { BodyOf } from "../../shared/endpoint.ts";
import { toast } from "../../shared/ui/index.ts";
import { FormDialog } from "../form/form-dialog.tsx";
import { ReasonField } from "../form/reason-field.tsx";
import { useForm } from "../form/use-form.ts";
import { useCommand } from "../use-command.ts";
import { ask } from "../wire.ts";
import type { Member } from "./screen.tsx";
import { words } from "./words.ts";

type Change = BodyOf<typeof changeMemberState>;

/** Freezes a member, or lets a frozen one go on, with the reason for it. */
export function FreezeDialog(
  props: { member: Member; onDone: () => void; onClose: () => void },
) {
  const t = words.value;
  const frozen = props.member.state === "frozen";
  const form = useForm<{ reason: string }, Change>({
    initial: { reason: "" },
    build: ({ reason }) => ({ state: frozen ? "active" : "frozen", reason: reason.trim() }),
    schema: changeMemberState.body as z.ZodMiniType<Change>,
    says: { reason: t.reasonRule },
  });
  const command = useCommand((body: Change) =>
    ask(changeMemberState, { params: { member: props.member.id }, body })
  );
  return (
    <FormDialog
      title={frozen ? t.unfreeze : t.freeze}
      size="s"
      form={form}
      command={command}
      send={frozen ? t.unfreeze : t.freeze}
      danger={!frozen}
      onClose={props.onClose}
      onDone={() => {
        toast(frozen ? t.unfreezeDone : t.freezeDone);
        props.onDone();
      }}
    >
      <p class="soft">{frozen ? t.unfreezeText : t.freezeText}</p>
      <ReasonField
        label={t.reason}
        maxLength={120}
        offers={frozen ? t.unfreezeReasons : t.freezeReasons}
        value={form.draft.reason}
        error={form.error("reason")}
        onInput={(reason) => form.set({ reason })}
      />
    </FormDialog>
  );
}
