import type * as z from "zod/mini";
import { changeMemberPhone } from "../../shared/console/endpoints.ts";
import type { BodyOf } from "../../shared/endpoint.ts";
import { Banner, PhoneInput, TextField, toast } from "../../shared/ui/index.ts";
import { FormDialog } from "../form/form-dialog.tsx";
import { useForm } from "../form/use-form.ts";
import { useCommand } from "../use-command.ts";
import { ask } from "../wire.ts";
import { words } from "./words.ts";

type Change = BodyOf<typeof changeMemberPhone>;

/** Gives a member another phone number. */
export function ChangePhoneDialog(
  props: { memberId: string; onDone: () => void; onClose: () => void },
) {
  const t = words.value;
  const form = useForm<Change, Change>({
    initial: { phone: "", reason: "" },
    build: (draft) => ({ ...draft, reason: draft.reason.trim() }),
    schema: changeMemberPhone.body as z.ZodMiniType<Change>,
    says: { phone: t.phoneRule, reason: t.reasonRule },
  });
  const command = useCommand((body: Change) =>
    ask(changeMemberPhone, { params: { member: props.memberId }, body })
  );
  return (
    <FormDialog
      title={t.changePhone}
      size="s"
      form={form}
      command={command}
      send={t.changePhoneSend}
      onClose={props.onClose}
      onDone={() => {
        toast(t.changePhoneDone);
        props.onDone();
      }}
    >
      <Banner tone="info" title={t.changePhoneText} />
      <PhoneInput
        autofocus
        label={t.newPhone}
        value={form.draft.phone}
        error={form.error("phone")}
        onInput={(phone) => form.set({ phone })}
      />
      <TextField
        label={t.reason}
        rows={2}
        maxLength={120}
        value={form.draft.reason}
        error={form.error("reason")}
        onInput={(reason) => form.set({ reason })}
      />
    </FormDialog>
  );
}
