import type * as z from "zod/mini";
import { setStaffPin } from "../../shared/console/endpoints.ts";
import type { BodyOf } from "../../shared/endpoint.ts";
import { isWeakPin } from "../../shared/members/pin.ts";
import { Field, toast } from "../../shared/ui/index.ts";
import { FormDialog } from "../form/form-dialog.tsx";
import { useForm } from "../form/use-form.ts";
import { useCommand } from "../use-command.ts";
import { ask } from "../wire.ts";
import type { StaffMember } from "./screen.tsx";
import { words } from "./words.ts";

type Pin = BodyOf<typeof setStaffPin>;

/** Gives a person a new counter PIN. */
export function PinDialog(
  props: { person: StaffMember; onDone: () => void; onClose: () => void },
) {
  const { person } = props;
  const t = words.value;
  const form = useForm<{ pin: string; again: string }, Pin>({
    initial: { pin: "", again: "" },
    build: ({ pin }) => ({ pin }),
    schema: setStaffPin.body as z.ZodMiniType<Pin>,
    says: { pin: t.pinRule },
    rules: ({ pin, again }) => ({
      pin: pin.length >= 4 && isWeakPin(pin) && t.pinWeak,
      again: pin !== again && t.pinDiffers,
    }),
  });
  const command = useCommand((body: Pin) =>
    ask(setStaffPin, { params: { staff: person.id }, body })
  );
  const digits = {
    type: "password",
    inputMode: "numeric",
    autocomplete: "new-password",
    maxLength: 8,
  } as const;
  return (
    <FormDialog
      title={t.setPinOf(person.name)}
      size="s"
      form={form}
      command={command}
      send={t.pinSave}
      onClose={props.onClose}
      onDone={() => {
        toast(t.pinSaved(person.name));
        props.onDone();
      }}
    >
      <p class="soft">{t.pinText}</p>
      <Field label={t.pinField} hint={t.pinHint} autofocus {...digits} {...form.field("pin")} />
      <Field label={t.pinAgain} {...digits} {...form.field("again")} />
    </FormDialog>
  );
}
