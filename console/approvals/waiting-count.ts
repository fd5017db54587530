import { signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { countApprovals } from "../../shared/console/endpoints.ts";
import { mayI, me } from "../session.ts";
import { ask } from "../wire.ts";

/** Requests that wait for whoever is signed in; the number beside the navigation's entry. */
export const waitingCount = signal(0);

/** How often the number is fetched anew, ms. */
const EVERY = 60_000;

/** Asks now; a failure leaves the number as it was. */
export const countWaiting = async (): Promise<void> => {
  if (!me.value || !mayI("approval.see")) return;
  try {
    waitingCount.value = (await ask(countApprovals, {})).waiting;
  } catch {
    // It is only a number beside a word: the next round tries again.
  }
};

/** Keeps the number fresh while the frame stands, and whenever somebody comes back to the window. */
export function useWaitingCount(): void {
  useEffect(() => {
    void countWaiting();
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") void countWaiting();
    }, EVERY);
    const onFocus = () => void countWaiting();
    addEventListener("focus", onFocus);
    return () => {
      clearInterval(timer);
      removeEventListener("focus", onFocus);
    };
  }, []);
}
