import type { ComponentChildren } from "preact";
import { useEffect, useId, useState } from "preact/hooks";
import { Button, commonWords, ConfirmDialog, Dialog } from "../../shared/ui/index.ts";
import type { Command } from "../use-command.ts";
import { shellWords } from "../words.ts";
import { FailureBanner } from "./failure-banner.tsx";
import { useLeaveGuard } from "./leave-guard.tsx";
import { useSubmit } from "./use-submit.ts";
import type { Form } from "./use-form.ts";

export interface FormDialogProps<D, I, A> {
  title: string;
  form: Form<D, I>;
  command: Command<I, A>;
  /** What the button says. */
  send: string;
  danger?: boolean;
  size?: "s" | "m" | "l";
  /** It cannot be sent as things stand; the content says why. */
  blocked?: boolean;
  onDone: (answer: A) => void;
  onClose: () => void;
  children: ComponentChildren;
}

/** A form in a dialog. Draw it to open it; closing it with something typed asks first, and the
 *  focus goes back to where it came from. */
export function FormDialog<D extends object, I, A>(props: FormDialogProps<D, I, A>) {
  const { title, form, command, send, danger, size, blocked, onDone, onClose, children } = props;
  const t = shellWords.value;
  const id = useId();
  const [asking, setAsking] = useState(false);
  const submit = useSubmit(form, command, onDone);
  useReturnFocus();
  useLeaveGuard(form.dirty);
  const close = () => {
    if (command.busy) return;
    if (form.dirty) setAsking(true);
    else onClose();
  };
  return (
    <>
      <Dialog
        open
        title={title}
        onClose={close}
        size={size ?? "m"}
        actions={
          <>
            <Button onClick={close} disabled={command.busy}>{commonWords.value.cancel}</Button>
            <Button
              type="submit"
              form={id}
              variant={danger ? "danger" : "primary"}
              busy={command.busy}
              disabled={blocked}
            >
              {command.unknown ? t.sendAgain : send}
            </Button>
          </>
        }
      >
        <form id={id} class="stack" noValidate onSubmit={submit}>
          <FailureBanner failure={command.failure} onAgain={command.unknown ? submit : undefined} />
          <fieldset class="stack" disabled={command.busy}>{children}</fieldset>
        </form>
      </Dialog>
      <ConfirmDialog
        open={asking}
        title={t.leaveTitle}
        cancel={t.leaveStay}
        confirm={t.leaveGo}
        danger
        onClose={() => setAsking(false)}
        onConfirm={onClose}
      >
        <p>{t.leaveText}</p>
      </ConfirmDialog>
    </>
  );
}

/** What had the focus before the first of several dialogs that follow one another. */
let outside: Element | null = null;

/** Gives the focus back to what had it before this was drawn; a dialog that follows another one
 *  gives it back to what opened the first. */
export function useReturnFocus(): void {
  const [from] = useState(() => {
    if (!document.activeElement?.closest("dialog")) outside = document.activeElement;
    return outside;
  });
  useEffect(() => () => {
    if (from instanceof HTMLElement && from.isConnected) from.focus();
  }, []);
}
