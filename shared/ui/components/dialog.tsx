import { X } from "lucide-preact";
import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";
import { commonWords } from "../lang.ts";
import { Button, IconButton } from "./button.tsx";
import "./dialog.css";

export interface DialogProps {
  open: boolean;
  /** Called by Escape, by the close button and by a tap beside the dialog. */
  onClose: () => void;
  title: string;
  children: ComponentChildren;
  /** Buttons under the content. */
  actions?: ComponentChildren;
  /** Neither Escape nor a tap beside it closes; there is no cross. */
  stubborn?: boolean;
  size?: "s" | "m" | "l";
}

/** A modal dialog on the browser's own element: focus is kept inside and given back. */
export function Dialog(props: DialogProps) {
  return <Modal {...props} look="dialog" />;
}

/** The same, coming up from the bottom edge; for phones. */
export function Sheet(props: DialogProps) {
  return <Modal {...props} look="sheet" />;
}

function Modal(props: DialogProps & { look: "dialog" | "sheet" }) {
  const { open, onClose, title, children, actions, stubborn, size = "m", look } = props;
  const element = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const dialog = element.current;
    if (!dialog) return;
    if (open && !dialog.open) dialog.showModal();
    if (!open && dialog.open) dialog.close();
  }, [open]);
  return (
    <dialog
      ref={element}
      class={`modal modal-as-${look} modal-${size}`}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        if (!stubborn) onClose();
      }}
      onClick={(event) => {
        if (event.target === event.currentTarget && !stubborn) onClose();
      }}
    >
      {open && (
        <div class="modal-sheet">
          <header class="modal-head">
            <h2 id={id} class="modal-title">{title}</h2>
            {!stubborn && (
              <IconButton label={commonWords.value.close} icon={<X />} onClick={onClose} />
            )}
          </header>
          <div class="modal-body">{children}</div>
          {actions && <footer class="modal-actions">{actions}</footer>}
        </div>
      )}
    </dialog>
  );
}

export interface ConfirmProps {
  open: boolean;
  title: string;
  children?: ComponentChildren;
  confirm: string;
  cancel?: string;
  danger?: boolean;
  busy?: boolean;
  onConfirm: () => void;
  onClose: () => void;
}

/** A question with two answers. What was said yes to is waited for: until then it stays open. */
export function ConfirmDialog(props: ConfirmProps) {
  const { open, title, children, confirm, cancel, danger, busy, onConfirm, onClose } = props;
  return (
    <Dialog
      open={open}
      stubborn={busy}
      title={title}
      onClose={onClose}
      size="s"
      actions={
        <>
          <Button onClick={onClose} disabled={busy} autofocus={danger}>
            {cancel ?? commonWords.value.cancel}
          </Button>
          <Button
            variant={danger ? "danger" : "primary"}
            busy={busy}
            autofocus={!danger}
            onClick={onConfirm}
          >
            {confirm}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  );
}
