import { signal } from "@preact/signals";
import { useLocation } from "preact-iso";
import { useEffect } from "preact/hooks";
import { Dialog } from "../../shared/ui/index.ts";
import { afterAsking } from "../form/leave-guard.tsx";
import { shellWords } from "../words.ts";
import { openPlaces } from "./nav.ts";

/** The list of shortcuts is on screen. */
export const helpOpen = signal(false);

/** How long after G a letter still counts, ms. */
const PATIENCE = 1_500;

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** "/" to the search, G and a letter to a place, "?" for help, arrows between rows. */
export function useKeyboard(): void {
  const { route } = useLocation();
  useEffect(() => {
    let goUntil = 0;
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      if (event.key === "ArrowDown" || event.key === "ArrowUp") return moveRow(event);
      if (isTyping(event.target) || document.querySelector("dialog[open]")) return;
      const key = event.key.toLowerCase();
      if (key === "/") {
        event.preventDefault();
        document.querySelector<HTMLInputElement>("[data-search]")?.focus();
      } else if (key === "?") {
        helpOpen.value = true;
      } else if (Date.now() < goUntil) {
        goUntil = 0;
        const place = openPlaces().find((each) => each.letter === key);
        if (!place) return;
        event.preventDefault();
        afterAsking(() => route(place.href));
      } else if (key === "g") {
        goUntil = Date.now() + PATIENCE;
      }
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, [route]);
}

/** The focus goes from the opening button of one row to that of the next. */
function moveRow(event: KeyboardEvent): void {
  const from = event.target instanceof Element ? event.target.closest(".table-link") : null;
  const rows = from?.closest("tbody")?.querySelectorAll<HTMLElement>(".table-link");
  if (!from || !rows) return;
  const at = [...rows].indexOf(from as HTMLElement);
  const next = rows[at + (event.key === "ArrowDown" ? 1 : -1)];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

/** What the keys do. */
export function KeyboardHelp() {
  const t = shellWords.value;
  const keys: readonly (readonly [string, readonly string[]])[] = [
    [t.keyHelp.search, ["/"]],
    [t.keyHelp.rows, ["↑", "↓"]],
    [t.keyHelp.open, ["Enter"]],
    [t.keyHelp.close, ["Esc"]],
    [t.keyHelp.help, ["?"]],
  ];
  return (
    <Dialog open={helpOpen.value} title={t.keysTitle} onClose={() => helpOpen.value = false}>
      <dl class="shortcuts">
        {keys.map(([what, presses]) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd>{presses.map((press) => <kbd key={press}>{press}</kbd>)}</dd>
          </div>
        ))}
      </dl>
      <p class="soft small">{t.keyHelp.go}</p>
      <dl class="shortcuts">
        {openPlaces().map((place) => (
          <div key={place.href}>
            <dt>{t[place.label]}</dt>
            <dd>
              <kbd>G</kbd>
              <span class="faint small">{t.keyThen}</span>
              <kbd>{place.letter.toUpperCase()}</kbd>
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
