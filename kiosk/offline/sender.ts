/** Sends the queue: one sender over all tabs of the device, one operation after the other, each with
 *  its own key until its outcome is known. @module */
import { computed, effect, signal } from "@preact/signals";
import { leaveTask } from "../../shared/offline/endpoints.ts";
import { signOutStaff } from "../../shared/terminals/endpoints.ts";
import { afterEnd, LEFT_OPEN, maySend } from "../../shared/offline/lock.ts";
import {
  afterAttempt,
  pauseMs,
  plainLabel,
  plainRefusal,
  verdictOf,
} from "../../shared/offline/queue.ts";
import type { CallInput } from "../../shared/call.ts";
import { ask, online } from "../terminal/ask.ts";
import { serverNow } from "../terminal/clock.ts";
import { exchange, recall } from "../terminal/database.ts";
import { oneAtATime, staff, terminal } from "../terminal/standing.ts";
import { type BoxItem, countAll, firstOpen, isOurs, replace, seal, sweep, unseal } from "./box.ts";
import { doorOf } from "./doors.ts";
import { needsPerson, sendingKey, tally } from "./state.ts";

const LOCK = "jifu-offline-sender";
/** How often a sender looks without being woken, ms. */
const LOOK_EVERY_MS = 15_000;

const tabs = typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel("jifu-offline");
let called = false;
let release: () => void = () => {};
/** Refused, and so was the task: these hold up nothing, and are tried again after all others. */
const aside = new Set<string>();
const wake = (): void => {
  called = true;
  release();
};
/** Operations of another terminal that this device once was; they are never sent from here. */
export const leftBehind = signal(0);
const listeners = new Set<() => void>();

/** Hears when the queue has changed, in this tab or another. */
export function onChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

async function recount(): Promise<void> {
  const { left, ...ours } = await countAll();
  tally.value = ours;
  leftBehind.value = left;
  needsPerson.value = ours.waiting > 0 && !await mayGo();
  for (const listener of listeners) listener();
}

/** Something came into the queue or left it: every tab counts anew, the sender looks. */
export function changed(): void {
  tabs?.postMessage("changed");
  void recount();
  wake();
}

const terminalId = computed(() => terminal.value?.terminal.id ?? null);
let started = false;

/** Starts to send for as long as the page lives; the tab that holds the lock does it. */
export function startSender(): void {
  if (started) return;
  started = true;
  tabs?.addEventListener("message", () => {
    void recount();
    wake();
  });
  // Network or a signed-in person: what waited may go. Paired anew, other operations are its own.
  effect(() => {
    if (online.value && (staff.value || terminal.value)) wake();
  });
  effect(() => {
    void terminalId.value;
    void sweep(serverNow()).catch(() => {}).then(recount).catch(() => {});
  });
  void navigator.locks.request(LOCK, async () => {
    // A box that cannot be read now is looked into again.
    for (;;) await sendNext().catch(() => rest(LOOK_EVERY_MS, 2_000));
  });
}

/** Waits for a call, for at most so long and at least so long. */
async function rest(mostMs: number, leastMs = 0): Promise<void> {
  const at = Date.now();
  let timer: ReturnType<typeof setTimeout> | undefined;
  await new Promise<void>((done) => {
    release = done;
    timer = setTimeout(done, mostMs);
    if (called) done();
  });
  clearTimeout(timer);
  const left = leastMs - (Date.now() - at);
  if (left > 0) await new Promise((done) => setTimeout(done, left));
}

/** Locked before all was sent: what waits goes through the session of whoever did it, nothing else. */
const mayGo = async (): Promise<boolean> =>
  maySend(terminal.value?.terminal.kind, staff.value !== null, await recall("mayReturn"));

/** Ends the session that was left open, once nothing waits any more. */
async function endLeftOpen(): Promise<void> {
  if (!online.value || terminal.value?.terminal.kind !== "counter" || staff.value) return;
  await oneAtATime(async () => {
    if (await recall("mayReturn") !== LEFT_OPEN) return;
    await ask(signOutStaff, {});
    await noteEnd();
  });
}

/** Every tab hears that nothing is left open any more. */
async function noteEnd(): Promise<void> {
  if (await recall("mayReturn") !== LEFT_OPEN) return;
  await exchange("mayReturn", (now) => afterEnd(now)!);
  tabs?.postMessage("changed");
  await recount();
}

async function sendNext(): Promise<void> {
  called = false;
  const item = await firstOpen(aside);
  if (!item || !navigator.onLine) {
    needsPerson.value = false;
    if (!item && aside.size === 0) await endLeftOpen();
    aside.clear();
    return await rest(LOOK_EVERY_MS);
  }
  const person = await mayGo();
  needsPerson.value = !person;
  if (!person) return await rest(LOOK_EVERY_MS);
  sendingKey.value = item.key;
  const [after, verdict] = await attempt(item);
  sendingKey.value = null;
  await replace(after);
  tabs?.postMessage("changed");
  await recount();
  if (verdict.how === "again") {
    const pause = pauseMs(after.tries, verdict.afterSeconds, Math.random());
    // What the house asked for is waited out; a network that is back is no reason to wait longer.
    return await rest(pause, verdict.afterSeconds === null ? 0 : pause);
  }
  if (verdict.how === "person") {
    if (staff.value === null) await noteEnd();
    return await rest(LOOK_EVERY_MS, 1_000);
  }
  if (verdict.how === "refused" && item.state === "refused") aside.add(item.key);
}

async function attempt(item: BoxItem) {
  try {
    const answer = item.state === "refused" ? await handOver(item) : await send(item);
    const result = resultOf(answer);
    const after = afterAttempt(item, { how: "booked" }, serverNow());
    const kept = result ? { ...after, result: await seal(result) } : after;
    return [kept, { how: "booked" } as const] as const;
  } catch (error) {
    const verdict = verdictOf(error);
    return [afterAttempt(item, verdict, serverNow()), verdict] as const;
  }
}

/** Paired anew meanwhile this device would speak for another store: it waits, and is listed there. */
const mustBeOurs = (item: BoxItem): void => {
  if (!isOurs(item)) throw new Error("made by another terminal");
};

async function send(item: BoxItem): Promise<unknown> {
  const { endpoint, key, body } = item;
  const door = doorOf(endpoint)!;
  const input = { key, body: await unseal(body!) } as unknown as CallInput<typeof door>;
  mustBeOurs(item);
  return await ask(door, input);
}

/** Leaves a refused operation with the house, for the staff, under the same key. */
async function handOver(item: BoxItem): Promise<unknown> {
  const { kind, label, key, body, refusal, madeAt } = item;
  const input = JSON.stringify(await unseal(body!));
  const said = plainLabel(label, kind);
  const why = plainRefusal(refusal!);
  mustBeOurs(item);
  return await ask(leaveTask, { key, body: { kind, label: said, ...why, input, madeAt } });
}

/** What of an answer is shown later. */
export interface Result {
  cardNumber?: string;
  signUpPoints?: number;
  earned?: number;
}

function resultOf(answer: unknown): Result | null {
  const { cardNumber, signUpPoints, points } = Object(answer) as Result & {
    points?: { earned?: number } | null;
  };
  if (cardNumber !== undefined) return { cardNumber, signUpPoints };
  return points?.earned === undefined ? null : { earned: points.earned };
}
