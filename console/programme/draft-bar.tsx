import { Check, CloudOff, Pencil, Redo2, Trash2, Undo2 } from "lucide-preact";
import { useState } from "preact/hooks";
import {
  Button,
  ConfirmDialog,
  Dialog,
  Field,
  IconButton,
  Spinner,
} from "../../shared/ui/index.ts";
import { type Failure, failureOf } from "../failure.ts";
import { FailureBanner } from "../form/failure-banner.tsx";
import { commonWords } from "../../shared/ui/index.ts";
import { words } from "./words.ts";
import type { WorkingCopy } from "./working-copy.ts";

/** The draft as a thing: is it saved, back and forth, its name, away with it. */
export function DraftBar(
  props: { copy: WorkingCopy; onRemove: (revision: number) => Promise<void> },
) {
  const { copy, onRemove } = props;
  const t = words.value.editor;
  const [asking, setAsking] = useState<"rename" | "remove" | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const remove = async () => {
    try {
      await onRemove(await copy.save() ?? copy.revision);
    } catch (error) {
      setFailure(failureOf(error));
    }
  };
  return (
    <>
      <div class="draft-bar">
        <SaveState copy={copy} />
        <span class="draft-deeds">
          <IconButton
            label={t.undo}
            icon={<Undo2 />}
            disabled={!copy.undo}
            onClick={() => copy.undo?.()}
          />
          <IconButton
            label={t.redo}
            icon={<Redo2 />}
            disabled={!copy.redo}
            onClick={() => copy.redo?.()}
          />
          <Button size="s" variant="quiet" icon={<Pencil />} onClick={() => setAsking("rename")}>
            {t.rename}
          </Button>
          <Button size="s" variant="quiet" icon={<Trash2 />} onClick={() => setAsking("remove")}>
            {t.drop}
          </Button>
        </span>
      </div>
      <FailureBanner failure={failure} />
      {asking === "rename" && <RenameDialog copy={copy} onClose={() => setAsking(null)} />}
      <ConfirmDialog
        open={asking === "remove"}
        title={t.dropTitle(copy.name)}
        confirm={t.drop}
        danger
        onClose={() => setAsking(null)}
        onConfirm={() => {
          setAsking(null);
          void remove();
        }}
      >
        <p>{t.dropText}</p>
      </ConfirmDialog>
    </>
  );
}

function SaveState({ copy }: { copy: WorkingCopy }) {
  const t = words.value.editor;
  const { state } = copy;
  if (state === "failed") {
    return (
      <span class="save-state save-failed" role="status">
        <CloudOff aria-hidden="true" />
        {t.saveFailed}
        <Button size="s" onClick={() => void copy.save()}>{t.saveAgain}</Button>
      </span>
    );
  }
  return (
    <span class="save-state" role="status" data-save={state}>
      {state === "saved" ? <Check aria-hidden="true" /> : <Spinner size="s" />}
      {state === "saved" ? t.saved : t.saving}
    </span>
  );
}

function RenameDialog({ copy, onClose }: { copy: WorkingCopy; onClose: () => void }) {
  const t = words.value.editor;
  const [name, setName] = useState(copy.name);
  const fine = name.trim().length > 0 && name.trim().length <= 40;
  const done = (event: Event) => {
    event.preventDefault();
    if (!fine) return;
    copy.rename(name.trim());
    onClose();
  };
  return (
    <Dialog
      open
      title={t.rename}
      size="s"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{commonWords.value.cancel}</Button>
          <Button variant="primary" disabled={!fine} onClick={done}>
            {words.value.panel.done}
          </Button>
        </>
      }
    >
      <form onSubmit={done}>
        <Field label={t.name} maxLength={40} autocomplete="off" value={name} onInput={setName} />
      </form>
    </Dialog>
  );
}
