import { type ReadonlySignal, signal } from "@preact/signals";
import { signStep } from "../../shared/cards/card-key.ts";
import {
  composeCode,
  LAST_REFRESH,
  STEP_SECONDS,
  stepOf,
  stepStart,
} from "../../shared/cards/ecard.ts";
import { checkClock, resumeClock, serverNow } from "../shell/clock.ts";
import { keep, recall } from "../shell/kept.ts";
import { cardCrypto, type Credential } from "./credential.ts";

/** The code on screen. */
export interface ShownCode {
  digits: string;
  step: number;
  refresh: number;
}

export interface Rotation {
  /** Null while the page is hidden and before the first code is made. */
  code: ReadonlySignal<ShownCode | null>;
  /** Whole seconds until the next code, 1 to 15. */
  left: ReadonlySignal<number>;
  /** A new code within the same 15 seconds; does nothing after the ninth. */
  renew: () => void;
  stop: () => void;
}

/** Makes codes as long as the page is visible: one per step, and one per tap on "new code". */
export function startRotation(credential: Credential): Rotation {
  const code = signal<ShownCode | null>(null);
  const left = signal(STEP_SECONDS);
  let current = { step: -1, refresh: 0 };
  let timer = 0;
  let over = false;
  // Asked for while the code shown before a restart is still being read: answered with it.
  let renewed = false;

  const show = async (step: number, refresh: number) => {
    current = { step, refresh };
    const mac = await signStep(cardCrypto, credential.key, credential.handle, step, refresh);
    if (over || document.hidden || current.step !== step || current.refresh !== refresh) return;
    const digits = composeCode({ handle: credential.handle, step, refresh, mac });
    code.value = { digits, step, refresh };
    void keep("shown", { step, refresh });
  };
  const tick = () => {
    clearTimeout(timer);
    if (over || document.hidden) return;
    checkClock();
    const now = serverNow();
    const step = stepOf(now);
    left.value = Math.max(1, Math.ceil((stepStart(step + 1) - now) / 1000));
    if (step !== current.step) void show(step, 0);
    timer = setTimeout(tick, 1000 - (now % 1000) + 5);
  };
  const onVisible = () => {
    if (document.hidden) {
      clearTimeout(timer);
      code.value = null;
      return;
    }
    resumeClock();
    if (current.step === stepOf(serverNow())) void show(current.step, current.refresh);
    tick();
  };

  document.addEventListener("visibilitychange", onVisible);
  void recall("shown").then((kept) => {
    if (over) return;
    // Within the same step a restart goes on with the code it showed, never with an older one.
    if (kept && kept.value.step === stepOf(serverNow()) && !document.hidden) {
      const { step, refresh } = kept.value;
      void show(step, renewed ? Math.min(refresh + 1, LAST_REFRESH) : refresh);
    }
    tick();
  });

  return {
    code,
    left,
    renew: () => {
      if (current.step < 0) renewed = true;
      else if (current.refresh < LAST_REFRESH) void show(current.step, current.refresh + 1);
    },
    stop: () => {
      over = true;
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", onVisible);
    },
  };
}
