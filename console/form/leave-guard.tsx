import { signal } from "@preact/signals";
import { useLocation } from "preact-iso";
import { useEffect } from "preact/hooks";
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

const isPlainClick = (event: MouseEvent): boolean =>
  event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;

/** Stands between the router and the page; once per application, inside the LocationProvider. */
export function LeaveGuard() {
  const { url, route } = useLocation();
  useEffect(() => {
    const onClick = (event: MouseEvent) => {
      if (dirty.size === 0 || !isPlainClick(event)) return;
      const link = event.composedPath().find((each) => each instanceof HTMLAnchorElement);
      if (!(link instanceof HTMLAnchorElement) || link.target || link.origin !== location.origin) {
        return;
      }
      event.preventDefault();
      event.stopPropagation();
      afterAsking(() => route(link.href.replace(location.origin, "")));
    };
    const onBack = (event: Event) => {
      if (dirty.size === 0) return;
      // The browser has already gone back: stand here again, and ask.
      event.stopImmediatePropagation();
      history.pushState(null, "", url);
      afterAsking(() => history.back());
    };
    const onClose = (event: BeforeUnloadEvent) => {
      if (dirty.size > 0) event.preventDefault();
    };
    document.addEventListener("click", onClick, true);
    addEventListener("popstate", onBack, true);
    addEventListener("beforeunload", onClose);
    return () => {
      document.removeEventListener("click", onClick, true);
      removeEventListener("popstate", onBack, true);
      removeEventListener("beforeunload", onClose);
    };
  }, [url, route]);
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
