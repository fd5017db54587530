import type * as z from "zod/mini";
import { addStaff } from "../../shared/console/endpoints.ts";
import type { BodyOf } from "../../shared/endpoint.ts";
import { isWeakPin } from "../../shared/members/pin.ts";
import { Field, toast } from "../../shared/ui/index.ts";
import { FormDialog } from "../form/form-dialog.tsx";
import { type Form, useForm } from "../form/use-form.ts";
import { useCommand } from "../use-command.ts";
import { usePlaces } from "../use-places.ts";
import { ask } from "../wire.ts";
import {
  type GrantDraft,
  GrantFields,
  grantFrom,
  grantWrong,
  usesConsole,
  usesPin,
} from "./grant-fields.tsx";
import { words } from "./words.ts";

type Addition = BodyOf<typeof addStaff>;

interface Draft extends GrantDraft {
  login: string;
  name: string;
  pin: string;
  password: string;
}

const build = (draft: Draft) => ({
  login: draft.login.trim(),
  name: draft.name,
  grant: grantFrom(draft),
  ...(usesPin(draft.role) && draft.pin ? { pin: draft.pin } : {}),
  ...(usesConsole(draft.role) && draft.password ? { password: draft.password } : {}),
});

export interface AddStaffDialogProps {
  /** @param totpUri to be shown once, when a console password was set */
  onDone: (name: string, totpUri: string | null) => void;
  onClose: () => void;
}

/** Adds a person with one role at one place. */
export function AddStaffDialog(props: AddStaffDialogProps) {
  const t = words.value;
  const { stores } = usePlaces();
  const only = stores.length === 1 ? stores[0] : undefined;
  const form = useForm<Draft, Addition>({
    initial: {
      login: "",
      name: "",
      role: "cashier",
      brandId: only?.brandId ?? "",
      storeId: only?.id ?? "",
      pin: "",
      password: "",
    },
    build,
    schema: addStaff.body as z.ZodMiniType<Addition>,
    says: { login: t.loginRule, pin: t.pinRule },
    rules: (draft) => ({
      storeId: grantWrong(draft) && t.storeRule,
      pin: usesPin(draft.role) && draft.pin.length >= 4 && isWeakPin(draft.pin) && t.pinWeak,
    }),
  });
  const command = useCommand((body: Addition, key) => ask(addStaff, { body, key }));
  return (
    <FormDialog
      title={t.addTitle}
      form={form}
      command={command}
      send={t.save}
      onClose={props.onClose}
      onDone={({ totpUri }) => {
        toast(t.added(form.draft.name.trim()));
        props.onDone(form.draft.name.trim(), totpUri);
      }}
    >
      <div class="fields-2">
        <Field label={t.name} autofocus autocomplete="off" maxLength={40} {...form.field("name")} />
        <Field
          label={t.login}
          hint={t.loginRule}
          autocomplete="off"
          spellcheck={false}
          maxLength={40}
          {...form.field("login")}
        />
        <GrantFields
          grant={form.draft}
          wrong={form.error("storeId") !== null}
          onChange={({ role, brandId, storeId }) => form.set({ role, brandId, storeId })}
        />
      </div>
      <SignInFields form={form} />
    </FormDialog>
  );
}

function SignInFields({ form }: { form: Form<Draft, Addition> }) {
  const t = words.value;
  const { role } = form.draft;
  return (
    <div class="fields-2">
      {usesPin(role) && (
        <Field
          label={t.pinField}
          hint={t.pinHint}
          optional
          type="password"
          inputMode="numeric"
          autocomplete="new-password"
          maxLength={8}
          {...form.field("pin")}
        />
      )}
      {usesConsole(role) && (
        <Field
          label={t.password}
          hint={t.passwordHint}
          optional
          type="password"
          autocomplete="new-password"
          maxLength={200}
          {...form.field("password")}
        />
      )}
    </div>
  );
}
