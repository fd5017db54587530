/** Since when the counter is without network, and how old what it works with is. @module */
import { effect, signal } from "@preact/signals";
import { online } from "../terminal/ask.ts";
import { serverNow } from "../terminal/clock.ts";
import { terminal } from "../terminal/standing.ts";

/** When the goods on this device were fetched, ms; null: there are none. */
export const goodsAt = signal<number | null>(null);
/** The last moment with network, ms. */
export const cutAt = signal<number | null>(null);
/** Turns once a minute, so that ages are said anew. */
export const minute = signal(serverNow());

effect(() => {
  if (online.value) cutAt.value = null;
  // After a restart without network the last answer of the server is the last thing known.
  else cutAt.value = cutAt.peek() ?? terminal.value?.serverTime ?? serverNow();
});

/** Keeps the ages right while the counter is open. */
export function watchAges(): () => void {
  const timer = setInterval(() => minute.value = serverNow(), 60_000);
  return () => clearInterval(timer);
}
