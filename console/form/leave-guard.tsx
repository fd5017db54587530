import { signal } from "@preact/signals";
import { useLocation } from "preact-iso";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { ConfirmDialog } from "../../shared/ui/index.ts";
import { shellWords } from "../words.ts";

/** Forms on the page that hold something unsaved. */
const dirty = new Set<symbol>();
/** What happens when the person decides to leave. */
const leaving = signal<(() => void) | null>(null);

/** While `on`, leaving the page by link, back button or closing asks first. */
export function useLeaveGuard(on: boolean): void {
  useEffect(() => {
    if (!on) return;
    const own = Symbol();
    dirty.add(own);
    return () => void dirty.delete(own);
  }, [on]);
}

/** Goes on at once when nothing is unsaved, else after the question. */
export function afterAsking(go: () => void): void {
  if (dirty.size === 0) go();
  else leaving.value = go;
}

/** The link to another page of ours that a click is on. */
const linkOf = (event: MouseEvent): HTMLAnchorElement | null => {
  const link = event.composedPath().find((each) => each instanceof HTMLAnchorElement);
  if (!(link instanceof HTMLAnchorElement) || link.target || link.origin !== location.origin) {
    return null;
  }
  return link;
};

const isPlainClick = (event: MouseEvent): boolean =>
  event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;

/** Stands between the router and the page; once per application, a child of the LocationProvider
 *  from the first render on: a window fires its popstate listeners in the order in which they came,
 *  and the layout effects of a child run before those of its parent. */
export function LeaveGuard() {
  const router = useLocation();
  const here = useRef(router);
  here.current = router;
  useLayoutEffect(() => {
    const onBack = (event: Event) => {
      if (dirty.size === 0) return;
      // The browser has already gone back: stand here again, and ask.
      event.stopImmediatePropagation();
      history.pushState(null, "", here.current.url);
      afterAsking(() => history.back());
    };
    const onClick = (event: MouseEvent) => {
      const link = dirty.size > 0 && isPlainClick(event) && linkOf(event);
      if (!link) return;
      event.preventDefault();
      event.stopPropagation();
      afterAsking(() => here.current.route(link.href.replace(location.origin, "")));
    };
    const onClose = (event: BeforeUnloadEvent) => {
      if (dirty.size > 0) event.preventDefault();
    };
    addEventListener("popstate", onBack);
    addEventListener("beforeunload", onClose);
    document.addEventListener("click", onClick, true);
    return () => {
      removeEventListener("popstate", onBack);
      removeEventListener("beforeunload", onClose);
      document.removeEventListener("click", onClick, true);
    };
  }, []);
  const t = shellWords.value;
  return (
    <ConfirmDialog
      open={leaving.value !== null}
      title={t.leaveTitle}
      cancel={t.leaveStay}
      confirm={t.leaveGo}
      danger
      onClose={() => leaving.value = null}
      onConfirm={() => {
        const go = leaving.value;
        leaving.value = null;
        dirty.clear();
        go?.();
      }}
    >
      <p>{t.leaveText}</p>
    </ConfirmDialog>
  );
}
