import { Button, Dialog } from "../../shared/ui/index.ts";
import { rebase } from "../form/rebase.ts";
import { TheirChanges } from "../form/their-changes.tsx";
import type { Form } from "../form/use-form.ts";
import { shellWords } from "../words.ts";
import { draftFrom, type Gift, type GiftDraft, type GiftFields } from "./draft.ts";
import { words } from "./words.ts";

export interface ChangedMeanwhileProps {
  base: Gift;
  theirs: Gift;
  form: Form<GiftDraft, GiftFields>;
  onClose: () => void;
  /** The form now stands on what the other person saved. */
  onRebased: () => void;
}

/** Somebody saved the gift while it was edited here: nothing typed is lost either way. */
export function ChangedMeanwhile(props: ChangedMeanwhileProps) {
  const { base, theirs, form, onClose, onRebased } = props;
  const t = shellWords.value;
  const names = words.value.fields;
  const now = draftFrom(theirs);
  const { merged, changes } = rebase(draftFrom(base), form.draft, now);
  const goOn = (draft: GiftDraft) => {
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
      <TheirChanges changes={changes} name={(change) => names[change.name] ?? change.name} />
    </Dialog>
  );
}
