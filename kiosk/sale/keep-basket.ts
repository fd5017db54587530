/** The open basket and its customer outlive a reload or a restart of the page on this device.
 *  @module */
import { effect } from "@preact/signals";
import { bringMemberBack, member, type MemberKept, memberToKeep } from "../counter/member.ts";
import { dropKept, putKept, recallKept, seal, type Sealed, unseal } from "../offline/box.ts";
import { serverNow } from "../terminal/clock.ts";
import type { Basket } from "./basket.ts";
import { phase } from "./sale.ts";
import { basket, chosenLine } from "./sale-lines.ts";

const NAME = "basket";
/** A basket of yesterday is nobody's any more, ms. */
const OLDEST_MS = 12 * 3_600_000;

const NOBODY: MemberKept = { member: null, unchecked: null, number: null };

interface Kept {
  basket: Basket;
  chosen: number | null;
  whose: MemberKept;
  at: number;
}

/** One after the other, so that the last state is what stays. */
let writing: Promise<void> = Promise.resolve();

async function put(kept: Kept): Promise<void> {
  const empty = kept.basket.length === 0 && !kept.whose.member && !kept.whose.unchecked;
  if (empty) await dropKept(NAME);
  else await putKept(NAME, await seal(kept));
}

async function bringBack(): Promise<void> {
  const sealed = await recallKept<Sealed>(NAME);
  if (!sealed) return;
  const kept = await unseal<Kept>(sealed);
  const begun = basket.value.length > 0 || member.value !== null;
  if (begun || kept.at < serverNow() - OLDEST_MS) return;
  basket.value = kept.basket;
  chosenLine.value = kept.chosen;
  bringMemberBack(kept.whose);
}

/** Brings back what was open, then keeps every change. One tab does: a basket that two tabs show would
 *  be paid twice. The next one takes over when it is closed. */
export function keepBasket(): () => void {
  const over = new AbortController();
  const { signal } = over;
  void navigator.locks.request("jifu-basket", { signal }, async () => {
    await bringBack().catch(() => {});
    if (signal.aborted) return;
    const stop = effect(() => {
      // What is being paid is in the drawer or in the queue: brought back, it would be paid twice.
      const paying = phase.value.name === "sending" || phase.value.name === "unknown";
      const now = { basket: paying ? [] : basket.value, chosen: chosenLine.value };
      const whose = paying ? NOBODY : memberToKeep();
      writing = writing.then(() => put({ ...now, whose, at: serverNow() })).catch(() => {});
    });
    await new Promise((done) => signal.addEventListener("abort", done, { once: true }));
    stop();
    await writing;
  }).catch(() => {});
  return () => over.abort();
}
