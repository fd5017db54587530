import type * as z from "zod/mini";
import { addKey } from "../../shared/console/endpoints.ts";
import type { BodyOf } from "../../shared/endpoint.ts";
import { Field, SelectField } from "../../shared/ui/index.ts";
import { FormDialog } from "../form/form-dialog.tsx";
import { useForm } from "../form/use-form.ts";
import { PlaceFields } from "../frame/place-fields.tsx";
import { useCommand } from "../use-command.ts";
import { ask } from "../wire.ts";
import { words } from "./words.ts";

type Addition = BodyOf<typeof addKey>;

interface Draft {
  label: string;
  role: Addition["role"];
  brandId: string;
  storeId: string;
}

/** Makes a key for one store's till or for a system of the head office. */
export function AddKeyDialog(props: { onDone: (secret: string) => void; onClose: () => void }) {
  const t = words.value;
  const form = useForm<Draft, Addition>({
    initial: { label: "", role: "pos", brandId: "", storeId: "" },
    build: (draft) => ({
      label: draft.label,
      role: draft.role,
      brandId: draft.brandId || null,
      storeId: draft.role === "pos" ? draft.storeId || null : null,
    }),
    schema: addKey.body as z.ZodMiniType<Addition>,
    rules: (draft) => ({ storeId: draft.role === "pos" && !draft.storeId && t.storeRule }),
  });
  const command = useCommand((body: Addition, key) => ask(addKey, { body, key }));
  return (
    <FormDialog
      title={t.add}
      form={form}
      command={command}
      send={t.save}
      onClose={props.onClose}
      onDone={({ secret }) => props.onDone(secret)}
    >
      <Field
        label={t.label}
        autofocus
        placeholder={t.labelHint}
        autocomplete="off"
        maxLength={60}
        {...form.field("label")}
      />
      <div class="fields-2">
        <SelectField
          label={t.role}
          value={form.draft.role}
          options={[
            { value: "pos", label: t.roles.pos ?? "pos" },
            { value: "integration", label: t.roles.integration ?? "integration" },
          ]}
          onChange={(role) => form.set({ role })}
        />
        <PlaceFields
          needs={form.draft.role === "pos" ? "store" : "any"}
          brandId={form.draft.brandId}
          storeId={form.draft.storeId}
          storeError={form.error("storeId")}
          onChange={(place) => form.set(place)}
        />
      </div>
    </FormDialog>
  );
}
