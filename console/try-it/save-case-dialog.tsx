import * as z from "zod/mini";
import { saveCase } from "../../shared/console/trial-doors.ts";
import type { Trial, TrialOutcome } from "../../shared/programme/trial.ts";
import { expectedOf } from "../../shared/programme/try-trial.ts";
import { Field, toast } from "../../shared/ui/index.ts";
import { FormDialog } from "../form/form-dialog.tsx";
import { wholeOf } from "../form/typed-number.ts";
import { useForm } from "../form/use-form.ts";
import { useCommand } from "../use-command.ts";
import { ask } from "../wire.ts";
import { casesChanged } from "./cases-changed.ts";
import { words } from "./words.ts";

const Named = z.object({
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(60)),
  points: z.int().check(z.gte(0), z.lte(1e12)),
});
type Named = z.infer<typeof Named>;

/** Keeps a trial with what it is to give: at first what the chosen rules give. */
export function SaveCaseDialog(
  props: { brandId: string; trial: Trial; told: TrialOutcome; onClose: () => void },
) {
  const { brandId, trial, told, onClose } = props;
  const t = words.value;
  const form = useForm<{ name: string; points: string }, Named>({
    initial: { name: "", points: String(told.points) },
    build: ({ name, points }) => ({ name, points: wholeOf(points) }),
    schema: Named,
  });
  const command = useCommand(({ name, points }: Named, key) => {
    const outcome = expectedOf(told);
    const none = { availableOn: null, lapsesAfter: null };
    const expected = { ...outcome, points, ...(points === 0 ? none : {}) };
    return ask(saveCase, { body: { brandId, name, trial, expected }, key });
  });
  return (
    <FormDialog
      title={t.saveTitle}
      form={form}
      command={command}
      send={t.save}
      onClose={onClose}
      onDone={() => {
        toast(t.saved);
        casesChanged();
        onClose();
      }}
    >
      <p class="soft">{t.saveText}</p>
      <Field label={t.name} hint={t.nameHint} maxLength={60} {...form.field("name")} />
      <Field
        label={t.expectedPoints}
        hint={t.expectedHint(told.points)}
        inputMode="numeric"
        {...form.field("points")}
      />
    </FormDialog>
  );
}
