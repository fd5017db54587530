/** The terminal's clock, set by the server's. Tills are often minutes off; proofs and previews must
 *  not be. @module */
import { signal } from "@preact/signals";
import { keep, recall } from "./database.ts";
import { openClock } from "./till-clock.ts";

const clock = openClock({
  now: () => Date.now(),
  watch: () => performance.now(),
  recall: () => recall("clock"),
  keep: (mark) => keep("clock", mark),
});

/** How far this device's clock is fast (above 0) or slow (below), ms; 0: right, as far as known. */
export const clockOff = signal(0);

/** Compares the clocks again: the device's may have been moved. */
export const compareClocks = (): void => void (clockOff.value = clock.offMs());

/** Milliseconds since epoch by the server's clock. */
export const serverNow = clock.serverNow;

/** Takes what was known of the server's time before a reload. Never throws. */
export async function recallClock(): Promise<void> {
  await clock.recall().catch(() => {});
  compareClocks();
}

/** Takes the server's time that came with an answer asked for at `askedAt` (own clock, ms). */
export const setServerTime = (serverTime: number, askedAt: number): void => {
  clock.learn(serverTime, askedAt);
  compareClocks();
};
