import type * as z from "zod/mini";
import type { StaffRole } from "../../shared/access.ts";
import { addStaff } from "../../shared/console/endpoints.ts";
import type { BodyOf } from "../../shared/endpoint.ts";
import { isWeakPin } from "../../shared/members/pin.ts";
import { grantableBy } from "../../shared/staff/grant.ts";
import { Field, SelectField, toast } from "../../shared/ui/index.ts";
import { FormDialog } from "../form/form-dialog.tsx";
import { type Form, useForm } from "../form/use-form.ts";
import { PlaceFields } from "../frame/place-fields.tsx";
import { me } from "../session.ts";
import { useCommand } from "../use-command.ts";
import { usePlaces } from "../use-places.ts";
import { ask } from "../wire.ts";
import { shellWords } from "../words.ts";
import { words } from "./words.ts";

type Addition = BodyOf<typeof addStaff>;

interface Draft {
  login: string;
  name: string;
  role: StaffRole;
  brandId: string;
  storeId: string;
  pin: string;
  password: string;
}

/** Where a role is held. */
const placeOf = (role: StaffRole): "store" | "brand" | "any" =>
  role === "cashier" || role === "store-manager" ? "store" : role === "regional" ? "brand" : "any";

/** Who signs in on terminals, and who in the console. */
const usesPin = (role: StaffRole) => role === "cashier" || role === "store-manager";
const usesConsole = (role: StaffRole) => role !== "cashier";

const build = (draft: Draft) => ({
  login: draft.login.trim(),
  name: draft.name,
  grant: {
    role: draft.role,
    brandId: draft.brandId || null,
    storeId: placeOf(draft.role) === "store" ? draft.storeId || null : null,
  },
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
  const roles = me.value ? grantableBy(me.value.role) : [];
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
      storeId: placeOf(draft.role) === "store" && !draft.storeId && t.storeRule,
      brandId: placeOf(draft.role) === "brand" && !draft.brandId && t.brandRule,
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
        <SelectField
          label={t.role}
          hint={t.roleHints[form.draft.role]}
          value={form.draft.role}
          options={roles.map((role) => ({ value: role, label: shellWords.value.roles[role] }))}
          onChange={(role) => form.set({ role })}
        />
        <PlaceFields
          needs={placeOf(form.draft.role)}
          brandId={form.draft.brandId}
          storeId={form.draft.storeId}
          brandError={form.error("brandId")}
          storeError={form.error("storeId")}
          onChange={(place) => form.set(place)}
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
