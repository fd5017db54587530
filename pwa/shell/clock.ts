import { type ReadonlySignal, signal } from "@preact/signals";
import { keep, recall } from "./kept.ts";

/** Milliseconds by which clock and stopwatch may part before we speak of a jump. */
const JUMP_MS = 4_000;
/** Answers slower than this say too little about the time. */
const SLOW_MS = 5_000;

let offset = 0;
let baseline = Date.now() - performance.now();
const jumped = signal(false);

/** True when the phone's clock was moved while the card was on screen and not measured since. */
export const clockJumped: ReadonlySignal<boolean> = jumped;

/** The server's time in ms, as well as this phone knows it. Works without a network. */
export function serverNow(): number {
  return Date.now() + offset;
}

/** Takes the offset of the last visit from the shelf. */
export async function recallClock(): Promise<void> {
  const kept = await recall("clock");
  if (kept) offset = kept.value.offset;
}

/** Learns from an answer: what the server's clock said, and when we asked and heard (phone ms). */
export function learnTime(serverAt: number, askedAt: number, heardAt: number): void {
  if (heardAt - askedAt > SLOW_MS || heardAt < askedAt) return;
  offset = Math.round(serverAt - (askedAt + heardAt) / 2);
  baseline = Date.now() - performance.now();
  jumped.value = false;
  void keep("clock", { offset, at: heardAt });
}

/**
 * Compares the clock with the stopwatch; call it each second while the card is visible. A stopwatch
 * that stood still while the phone slept looks like a jump, so `resumeClock` is called on waking.
 */
export function checkClock(): void {
  if (Math.abs(Date.now() - performance.now() - baseline) > JUMP_MS) jumped.value = true;
}

/** The page was hidden and is back: the stopwatch may have slept. A clock set back still shows. */
export function resumeClock(): void {
  const now = Date.now() - performance.now();
  if (now < baseline - JUMP_MS) jumped.value = true;
  else baseline = now;
}
