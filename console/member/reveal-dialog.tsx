import type * as z from "zod/mini";
import { revealPhone } from "../../shared/console/endpoints.ts";
import type { AnswerOf, BodyOf } from "../../shared/endpoint.ts";
import { FormDialog } from "../form/form-dialog.tsx";
import { ReasonField } from "../form/reason-field.tsx";
import { useForm } from "../form/use-form.ts";
import { useCommand } from "../use-command.ts";
import { ask } from "../wire.ts";
import { words } from "./words.ts";

type Reason = BodyOf<typeof revealPhone>;

/** Asks why somebody needs to see a member's full name and phone. */
export function RevealDialog(
  props: {
    memberId: string;
    onDone: (details: AnswerOf<typeof revealPhone>) => void;
    onClose: () => void;
  },
) {
  const t = words.value;
  const form = useForm<Reason, Reason>({
    initial: { reason: "" },
    build: (draft) => draft,
    schema: revealPhone.body as z.ZodMiniType<Reason>,
    says: { reason: t.reasonRule },
  });
  const command = useCommand((body: Reason) =>
    ask(revealPhone, { params: { member: props.memberId }, body })
  );
  return (
    <FormDialog
      title={t.revealTitle}
      size="s"
      form={form}
      command={command}
      send={t.revealSend}
      onDone={props.onDone}
      onClose={props.onClose}
    >
      <p class="soft">{t.revealText}</p>
      <ReasonField
        label={t.revealReason}
        maxLength={120}
        offers={t.revealReasons}
        value={form.draft.reason}
        error={form.error("reason")}
        onInput={(reason) => form.set({ reason })}
      />
    </FormDialog>
  );
}
