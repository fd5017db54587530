import type * as z from "zod/mini";
import { resetStaffSignIn } from "../../shared/console/endpoints.ts";
import type { BodyOf } from "../../shared/endpoint.ts";
import { Banner, Field, toast } from "../../shared/ui/index.ts";
import { FormDialog } from "../form/form-dialog.tsx";
import { useForm } from "../form/use-form.ts";
import { useCommand } from "../use-command.ts";
import { ask } from "../wire.ts";
import type { StaffMember } from "./screen.tsx";
import { words } from "./words.ts";

type Reset = BodyOf<typeof resetStaffSignIn>;

/** Gives a person a new console password and second factor, for when the old ones are lost. */
export function SignInDialog(
  props: {
    person: StaffMember;
    /** @param totpUri to be shown once */
    onDone: (totpUri: string) => void;
    onClose: () => void;
  },
) {
  const { person } = props;
  const t = words.value;
  const form = useForm<Reset, Reset>({
    initial: { password: "" },
    build: (draft) => draft,
    schema: resetStaffSignIn.body as z.ZodMiniType<Reset>,
  });
  const command = useCommand((body: Reset, key) =>
    ask(resetStaffSignIn, { params: { staff: person.id }, body, key })
  );
  return (
    <FormDialog
      title={t.resetTitle(person.name)}
      size="s"
      form={form}
      command={command}
      send={t.resetSend}
      onClose={props.onClose}
      onDone={({ totpUri }) => {
        toast(t.resetDone(person.name));
        props.onDone(totpUri);
      }}
    >
      <Banner tone="warn" title={t.resetText} />
      <Field
        label={t.password}
        hint={t.passwordHint}
        autofocus
        type="password"
        autocomplete="new-password"
        maxLength={200}
        {...form.field("password")}
      />
    </FormDialog>
  );
}
