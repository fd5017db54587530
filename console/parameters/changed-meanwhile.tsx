import type { Parameters } from "../../shared/parameters/parameters.ts";
import { Button, Dialog } from "../../shared/ui/index.ts";
import { rebase } from "../form/rebase.ts";
import { TheirChanges } from "../form/their-changes.tsx";
import type { Form } from "../form/use-form.ts";
import { shellWords } from "../words.ts";
import { draftFrom, type ParametersDraft } from "./draft.ts";
import type { Found } from "./screen.tsx";
import { words } from "./words.ts";

export interface ChangedMeanwhileProps {
  base: Found;
  theirs: Found;
  form: Form<ParametersDraft, Parameters>;
  onClose: () => void;
  /** The form now stands on what the other person saved. */
  onRebased: () => void;
}

/** Somebody saved parameters while they were edited here: nothing typed is lost either way. */
export function ChangedMeanwhile(props: ChangedMeanwhileProps) {
  const { base, theirs, form, onClose, onRebased } = props;
  const t = shellWords.value;
  const now = draftFrom(theirs.parameters);
  const { merged, changes } = rebase(draftFrom(base.parameters), form.draft, now);
  const goOn = (draft: ParametersDraft) => {
    form.reset(now);
    form.set(draft);
    onRebased();
  };
  return (
    <Dialog
      open
      title={t.changedTitle}
      onClose={onClose}
      actions={
        <>
          <Button onClick={() => goOn(now)}>{t.changedTheirs}</Button>
          <Button variant="primary" onClick={() => goOn(merged)}>{t.changedMine}</Button>
        </>
      }
    >
      <p class="soft">{t.changedText}</p>
      <TheirChanges changes={changes} name={(change) => words.value.names[change.name]} />
    </Dialog>
  );
}
