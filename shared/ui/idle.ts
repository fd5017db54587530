import { type ReadonlySignal, signal } from "@preact/signals";

export interface IdleOptions {
  /** Milliseconds without a touch until the question appears. */
  warnAfterMs?: number;
  /** Whole seconds to answer it. */
  countdownSeconds?: number;
  /** Tabs with this name are one place: a touch in one counts in all. */
  together?: string;
  /** Nobody answered: wipe everything and start over. */
  onReset: () => void;
}

export interface Idle {
  /** Seconds left to answer, or null while nobody is asked. */
  left: ReadonlySignal<number | null>;
  /** Somebody is there: hides the question and starts over. */
  stay: () => void;
  stop: () => void;
}

/** How often other tabs are told at most, ms. */
const TELL_EVERY_MS = 1_000;

const SIGNS = ["pointerdown", "keydown", "wheel", "touchmove", "jifu-scan"];

/**
 * Watches for a customer who walked away. While the question is up, only `stay` counts: a stray
 * touch must not show one customer's points to the next.
 */
export function watchIdle(options: IdleOptions): Idle {
  const { warnAfterMs = 45_000, countdownSeconds = 15, together, onReset } = options;
  const tabs = together && typeof BroadcastChannel !== "undefined"
    ? new BroadcastChannel(together)
    : null;
  let toldAt = -Infinity;
  const left = signal<number | null>(null);
  let quiet: ReturnType<typeof setTimeout> | undefined;
  let ticking: ReturnType<typeof setInterval> | undefined;

  const ask = () => {
    left.value = countdownSeconds;
    ticking = setInterval(() => {
      const rest = (left.value ?? 0) - 1;
      if (rest > 0) {
        left.value = rest;
        return;
      }
      startOver();
      onReset();
    }, 1_000);
  };
  const startOver = () => {
    clearInterval(ticking);
    clearTimeout(quiet);
    left.value = null;
    quiet = setTimeout(ask, warnAfterMs);
  };
  const stay = () => {
    startOver();
    if (performance.now() - toldAt < TELL_EVERY_MS) return;
    toldAt = performance.now();
    tabs?.postMessage("here");
  };
  const onSign = () => {
    if (left.value === null) stay();
  };

  for (const sign of SIGNS) addEventListener(sign, onSign, { capture: true, passive: true });
  if (tabs) tabs.onmessage = startOver;
  stay();
  return {
    left,
    stay,
    stop: () => {
      clearInterval(ticking);
      clearTimeout(quiet);
      left.value = null;
      tabs?.close();
      for (const sign of SIGNS) removeEventListener(sign, onSign, { capture: true });
    },
  };
}
