import { useLayoutEffect } from "preact/hooks";

/** Calls a function per key, wherever the focus is; not while a dialog is open. A layout effect, so
 *  that the next key finds the functions of this picture, however fast it comes. */
export function useKeys(keys: Record<string, (() => void) | null>): void {
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const act = keys[event.key];
      if (!act || event.ctrlKey || event.altKey || event.metaKey) return;
      if (document.querySelector("dialog[open]")) return;
      event.preventDefault();
      act();
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  });
}

/** Is somebody typing into a field? */
export function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement && target.type !== "radio" &&
      target.type !== "checkbox" ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement;
}
