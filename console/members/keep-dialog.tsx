import type * as z from "zod/mini";
import { addTag } from "../../shared/console/endpoints.ts";
import type { BodyOf } from "../../shared/endpoint.ts";
import { Field, toast } from "../../shared/ui/index.ts";
import { FormDialog } from "../form/form-dialog.tsx";
import { useForm } from "../form/use-form.ts";
import { useCommand } from "../use-command.ts";
import { useTags } from "../use-tags.ts";
import { ask } from "../wire.ts";
import { memberQuery } from "./query.ts";
import { words } from "./words.ts";

type Addition = BodyOf<typeof addTag>;

/** Keeps what is screened now as a tag that follows it. */
export function KeepDialog(props: {
  brand: string;
  conditions: readonly string[];
  onDone: () => void;
  onClose: () => void;
}) {
  const t = words.value;
  const { loaded } = useTags();
  const form = useForm<{ name: string }, Addition>({
    initial: { name: "" },
    build: ({ name }) => ({ brandId: props.brand, name, screening: memberQuery.value.filter }),
    schema: addTag.body as z.ZodMiniType<Addition>,
  });
  const command = useCommand((body: Addition, key) => ask(addTag, { body, key }));
  return (
    <FormDialog
      title={t.keepTitle}
      form={form}
      command={command}
      send={t.keep}
      onClose={props.onClose}
      onDone={({ members }) => {
        toast(t.kept(form.draft.name.trim(), members));
        loaded.reload();
        props.onDone();
      }}
    >
      <p class="soft">{t.keepText}</p>
      <ul class="kept-conditions">
        {props.conditions.map((said) => <li key={said}>{said}</li>)}
      </ul>
      <Field
        autofocus
        label={t.tagName}
        hint={t.tagNameHint}
        maxLength={20}
        autocomplete="off"
        {...form.field("name")}
      />
    </FormDialog>
  );
}
