import type * as z from "zod/mini";
import { changeOwnPassword } from "../../shared/console/endpoints.ts";
import type { BodyOf } from "../../shared/endpoint.ts";
import { Banner, Field, toast } from "../../shared/ui/index.ts";
import { FormDialog } from "../form/form-dialog.tsx";
import { useForm } from "../form/use-form.ts";
import { me } from "../session.ts";
import { useCommand } from "../use-command.ts";
import { ask } from "../wire.ts";
import { shellWords } from "../words.ts";

type Change = BodyOf<typeof changeOwnPassword>;

/** Another password for oneself; sessions elsewhere end. */
export function OwnPassword(props: { onClose: () => void }) {
  const t = shellWords.value;
  const form = useForm<Change & { again: string }, Change>({
    initial: { current: "", next: "", again: "" },
    build: ({ current, next }) => ({ current, next }),
    schema: changeOwnPassword.body as z.ZodMiniType<Change>,
    says: { next: t.passwordRule },
    rules: ({ next, again }) => ({ again: again !== next && t.passwordDiffers }),
  });
  const command = useCommand((body: Change) => ask(changeOwnPassword, { body }));
  return (
    <FormDialog
      title={t.ownPasswordTitle}
      size="s"
      form={form}
      command={command}
      send={t.ownPassword}
      onClose={props.onClose}
      onDone={() => {
        toast(t.passwordChanged);
        props.onClose();
      }}
    >
      <Banner tone="info" title={t.ownPasswordText} />
      {/* Password keepers look for the name that the password belongs to. */}
      <input type="hidden" name="username" autocomplete="username" value={me.value?.login} />
      <Field
        autofocus
        type="password"
        label={t.passwordNow}
        autocomplete="current-password"
        maxLength={200}
        {...form.field("current")}
      />
      <Field
        type="password"
        label={t.passwordNext}
        hint={t.passwordRule}
        autocomplete="new-password"
        maxLength={200}
        {...form.field("next")}
      />
      <Field
        type="password"
        label={t.passwordAgain}
        autocomplete="new-password"
        maxLength={200}
        {...form.field("again")}
      />
    </FormDialog>
  );
}
