/** Commands of the counter: kept on the device until their outcome is known. @module */
import { signal } from "@preact/signals";
import type { CallInput } from "../../shared/call.ts";
import { issueCard } from "../../shared/cards/endpoints.ts";
import type { AnswerOf, BodyOf, Endpoint } from "../../shared/endpoint.ts";
import { cancelClaim, claimGift, handOverClaim } from "../../shared/gifts/endpoints.ts";
import { enrolByStaff } from "../../shared/members/endpoints.ts";
import { Problem } from "../../shared/problems.ts";
import { recordSale, returnSale, showSale } from "../../shared/sales/endpoints.ts";
import { giveBackByScan, topUpByScan } from "../../shared/transfers/endpoints.ts";
import type { Command, Drawer } from "../commands/command.ts";
import { hold, ifFree, letGo } from "../commands/hold.ts";
import { isFinal, OutcomeUnknown, sendKept, sendOnce } from "../commands/send-once.ts";
import { here, isHere } from "../offline/box.ts";
import { adopt, adoptLeft, isLeft, keepLeft, keepRefused } from "../offline/keep.ts";
import { ask } from "../terminal/ask.ts";
import { deviceDrawer } from "../terminal/database.ts";
import { endOfRefused } from "./refused.ts";
import { isSameSale } from "./taken.ts";

const ENDPOINTS: readonly Endpoint<string>[] = [
  recordSale,
  returnSale,
  enrolByStaff,
  issueCard,
  claimGift,
  handOverClaim,
  cancelClaim,
  topUpByScan,
  giveBackByScan,
];

let drawer: Drawer = deviceDrawer;

/** The drawer that says what it is when the disk takes nothing: then nothing was sent either. */
const sure: Drawer = {
  put: (made) => drawer.put(made).catch(() => Promise.reject(new Problem("device-full"))),
  remove: (key) => drawer.remove(key),
  all: () => drawer.all(),
};

/** Puts another drawer in place of the device's, for the bench. */
export function useDrawer(other: Drawer): void {
  drawer = other;
}

/** Commands whose outcome is not known. */
export const unresolved = signal<Command[]>([]);
/** The list of them is open. */
export const unresolvedOpen = signal(false);

/** Looks what was left over, for example by a restart. */
export async function findUnresolved(): Promise<void> {
  unresolved.value = await drawer.all();
}

/** Hands a command without an answer over to the queue, which finds out by itself. */
export async function leaveToQueue(command: Command): Promise<void> {
  await adopt(command, drawer);
  letGo(command.key);
  await findUnresolved();
}

/** The same for what an earlier page left that may wait. */
export async function leaveOldToQueue(): Promise<void> {
  await adoptLeft(drawer);
  await findUnresolved();
}

/** No screen shows a command without an answer any more: it may be taken up. */
export async function leaveUnknown(command: Command): Promise<void> {
  letGo(command.key);
  await findUnresolved();
}

/** Sends a command once, whatever happens on the way.
 *  @param shown its screen shows it until `resolve`, `leaveToQueue` or `leaveUnknown` has ended that
 *  @throws Problem a final refusal
 *  @throws OutcomeUnknown */
export async function command<E extends Endpoint<string>>(
  endpoint: E,
  input: CallInput<E>,
  label: string,
  onRepeat?: () => void,
  patienceMs?: number,
  shown = false,
): Promise<AnswerOf<E>> {
  const { params, body } = input as { params?: Record<string, string>; body?: unknown };
  const made: Command = {
    key: crypto.randomUUID(),
    endpoint: endpoint.id,
    ...(params ? { params } : {}),
    ...(body === undefined ? {} : { body }),
    madeAt: Date.now(),
    label,
    terminal: here(),
  };
  await hold(made.key);
  return await ending(
    made.key,
    shown,
    sendOnce(made, { drawer: sure, send, onRepeat, patienceMs }),
  ) as AnswerOf<E>;
}

/** Asks again about a command without an answer that a screen shows, with the same key. */
export const resolve = (kept: Command, onRepeat?: () => void): Promise<unknown> =>
  ending(kept.key, true, sendKept(kept, { drawer, send, onRepeat }));

/** Lets a command go with its outcome; one that is not known yet is held while it is shown. */
async function ending(key: string, shown: boolean, sent: Promise<unknown>): Promise<unknown> {
  let unknown = false;
  try {
    return await sent;
  } catch (error) {
    unknown = error instanceof OutcomeUnknown;
    throw error;
  } finally {
    if (!unknown || !shown) letGo(key);
    await findUnresolved();
  }
}

/** What became of a command that was asked about again: done, or refused and gone to the staff as a
 *  task, or listed with what another terminal left. */
export type AskedAgain = { end: "booked" } | { end: "task" | "left"; refusal: Problem };

/** The same for a command that no screen waits for any more. What staff can settle is theirs before
 *  it leaves the drawer.
 *  @throws Problem a final refusal that is nobody's to settle
 *  @throws OutcomeUnknown */
export async function askAgain(kept: Command): Promise<AskedAgain> {
  try {
    let asked: AskedAgain = { end: "booked" };
    const judged = async (command: Command) => {
      try {
        return await send(command);
      } catch (error) {
        if (!isFinal(error)) throw error;
        asked = await settleRefused(command, error as Problem);
      }
    };
    const ended = await ifFree(kept, async () => {
      if (!await isLeft(kept, drawer)) return undefined;
      await sendKept(kept, { drawer, send: judged });
      return asked;
    });
    // Another page sends it, or has heard: it is that one's.
    if (!ended) throw new OutcomeUnknown(kept, new Problem("too-busy"));
    return ended;
  } finally {
    await findUnresolved();
  }
}

/** @throws Problem the refusal, where nobody has to settle anything
 *  @throws Unreachable, DOMException it is not known, or not safe, yet */
async function settleRefused(command: Command, refusal: Problem): Promise<AskedAgain> {
  const end = endOfRefused(command, refusal.code);
  if (end === "told") throw refusal;
  if (end === "left") {
    await keepLeft(command);
    return { end, refusal };
  }
  if (end === "compare" && await isBooked(command.body as BodyOf<typeof recordSale>, refusal)) {
    return { end: "booked" };
  }
  await keepRefused(command, refusal);
  return { end: "task", refusal };
}

/** Is this very sale the one that has the number? One that cannot be shown is another.
 *  @throws Unreachable, Problem: not known now */
async function isBooked(
  sale: BodyOf<typeof recordSale>,
  { fields }: Problem,
): Promise<boolean> {
  try {
    return isSameSale(sale, await ask(showSale, { params: { sale: String(fields.saleId) } }));
  } catch (error) {
    if (isFinal(error)) return false;
    throw error;
  }
}

async function send(kept: Command): Promise<unknown> {
  if (!isHere(kept)) throw new Problem("other-terminal");
  const endpoint = ENDPOINTS.find((each) => each.id === kept.endpoint);
  if (!endpoint) throw new Error(`A command for an unknown door: ${kept.endpoint}`);
  const { key, params, body } = kept;
  return await ask(endpoint, { key, params, body } as CallInput<typeof endpoint>);
}
