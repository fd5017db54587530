/** How a scanner's typing is told from a person's. All times in milliseconds. */
export interface WedgeOptions {
  /** A longer pause starts a new burst. */
  hardGapMs?: number;
  /** Scanners stay below this on average; people do not. */
  averageGapMs?: number;
  /** Shorter bursts are a person's. */
  minLength?: number;
  /** Silence that closes a burst when the scanner sends no Enter. */
  idleMs?: number;
}

/** What a focused field held before the scanner typed into it. */
type Field = HTMLInputElement | HTMLTextAreaElement;

/**
 * Listens for a scanner that types like a keyboard and closes with Enter or Tab. The codes go to
 * `onScan`; a focused field gets its value back and no button is pressed. Codes carry check digits
 * because a hiccup can cut the front off. The returned function stops listening.
 */
export function listenForWedge(
  onScan: (text: string) => void,
  options: WedgeOptions = {},
): () => void {
  const { hardGapMs = 120, averageGapMs = 40, minLength = 6, idleMs = 250 } = options;
  let typed = "";
  let startedAt = 0;
  let lastAt = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let field: Field | null = null;
  let before = "";

  const finish = (): boolean => {
    clearTimeout(timer);
    const text = typed;
    typed = "";
    const average = (lastAt - startedAt) / Math.max(1, text.length - 1);
    if (text.length < minLength || average > averageGapMs) return false;
    if (field && field.value !== before) {
      field.value = before;
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
    onScan(text);
    return true;
  };

  const onKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const gap = event.timeStamp - lastAt;
    if (event.key === "Enter" || event.key === "Tab") {
      if (typed && gap <= hardGapMs && finish()) {
        event.preventDefault();
        event.stopImmediatePropagation();
      }
      typed = "";
      return;
    }
    // Shift, Unidentified, Process (an input method is at work)
    if (event.key.length !== 1) return;
    if (!typed || gap > hardGapMs) {
      typed = "";
      startedAt = event.timeStamp;
      field = isField(event.target) ? event.target : null;
      before = field?.value ?? "";
    }
    typed += event.key;
    lastAt = event.timeStamp;
    clearTimeout(timer);
    timer = setTimeout(finish, idleMs);
  };

  addEventListener("keydown", onKey, true);
  return () => {
    clearTimeout(timer);
    removeEventListener("keydown", onKey, true);
  };
}

function isField(target: EventTarget | null): target is Field {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
}
