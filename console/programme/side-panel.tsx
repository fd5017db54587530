import { X } from "lucide-preact";
import type { ComponentChildren, RefObject } from "preact";
import { useEffect, useId, useRef, useState } from "preact/hooks";
import { Button, commonWords, ConfirmDialog, IconButton } from "../../shared/ui/index.ts";
import { useReturnFocus } from "../form/form-dialog.tsx";
import { useLeaveGuard } from "../form/leave-guard.tsx";
import { shellWords } from "../words.ts";
import "./side-panel.css";
import { words } from "./words.ts";

export interface SidePanelProps {
  title: string;
  /** Something typed here is not in the draft yet. */
  dirty: boolean;
  /** Above everything, always in sight: what it says. */
  top?: ComponentChildren;
  /** Beside the fields: what comes of it. */
  aside?: ComponentChildren;
  /** More buttons beside the two usual ones. */
  actions?: ComponentChildren;
  onDone: () => void;
  onClose: () => void;
  children: ComponentChildren;
}

/** A part of the rules, opened at the side of the page. Ctrl+Enter is done, Escape asks before
 *  something typed is lost. */
export function SidePanel(props: SidePanelProps) {
  const { title, dirty, top, aside, actions, onDone, onClose, children } = props;
  const t = words.value.panel;
  const element = useRef<HTMLDialogElement>(null);
  const id = useId();
  const [asking, setAsking] = useState(false);
  useReturnFocus();
  useLeaveGuard(dirty);
  useModal(element);
  const close = () => dirty ? setAsking(true) : onClose();
  return (
    <>
      <dialog
        ref={element}
        class={`modal side-panel ${aside ? "side-panel-wide" : ""}`}
        aria-labelledby={id}
        onCancel={(event) => {
          if (event.target !== event.currentTarget) return;
          event.preventDefault();
          close();
        }}
        onClick={(event) => event.target === event.currentTarget && close()}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) onDone();
        }}
      >
        <div class="side-panel-sheet">
          <header class="side-panel-head">
            <h2 id={id} class="modal-title">{title}</h2>
            <IconButton label={commonWords.value.close} icon={<X />} onClick={close} />
          </header>
          {top && <div class="side-panel-top">{top}</div>}
          <div class="side-panel-body">
            <div class="side-panel-fields">{children}</div>
            {aside && <Aside>{aside}</Aside>}
          </div>
          <footer class="side-panel-foot">
            {actions}
            <span class="side-panel-keys faint small">{t.doneKeys}</span>
            <Button onClick={close}>{commonWords.value.cancel}</Button>
            <Button variant="primary" data-act="panel-done" onClick={onDone}>{t.done}</Button>
          </footer>
        </div>
      </dialog>
      <ConfirmDialog
        open={asking}
        title={shellWords.value.leaveTitle}
        cancel={t.keepTyping}
        confirm={t.dropTyped}
        danger
        onClose={() => setAsking(false)}
        onConfirm={onClose}
      >
        <p>{t.dropText}</p>
      </ConfirmDialog>
    </>
  );
}

/** It scrolls, also where nothing in it takes the focus. */
const Aside = (props: { children: ComponentChildren }) => (
  <div class="side-panel-aside" role="region" aria-label={words.value.panel.beside} tabIndex={0}>
    {props.children}
  </div>
);

/** Open as long as it is drawn; what is typed first gets the cursor, not the cross. */
function useModal(element: RefObject<HTMLDialogElement | null>): void {
  useEffect(() => {
    const dialog = element.current;
    if (dialog && !dialog.open) dialog.showModal();
    dialog?.querySelector<HTMLElement>(".side-panel-fields :is(input, select)")?.focus();
    return () => dialog?.close();
  }, []);
}

/** A group of fields under a heading. */
export function Section(
  props: { title: string; hint?: string; children: ComponentChildren },
) {
  return (
    <section class="panel-section">
      <header>
        <h3 class="panel-section-title">{props.title}</h3>
        {props.hint && <p class="small soft">{props.hint}</p>}
      </header>
      {props.children}
    </section>
  );
}
