/** The member at the counter: recognised once, used by the open room. @module */
import { batch, signal } from "@preact/signals";
import { Unreachable } from "../../shared/call.ts";
import { parseCardCode } from "../../shared/cards/card-code.ts";
import { endScan, openScan, type ScanView } from "../../shared/cards/endpoints.ts";
import { Problem } from "../../shared/problems.ts";
import { ask } from "../terminal/ask.ts";
import { serverNow } from "../terminal/clock.ts";

export const member = signal<ScanView | null>(null);
/** A code is being looked up. */
export const readingMember = signal(false);
/** Why the last code was not taken. */
export const memberTrouble = signal<unknown>(null);

/** A card that was read without network: a number, or a rotating code with the moment it was read. */
export interface Unchecked {
  kind: "card" | "code";
  digits: string;
  /** ms by the server's clock. */
  at: number;
  /** By hand, not by a scanner. */
  typed?: boolean;
}

/** Whose sale it will be; the server judges it when the network is back. */
export const unchecked = signal<Unchecked | null>(null);

/** The number that was typed or printed; it may be looked up again when the scan is over. A
 *  rotating code is good once and is not kept. */
let number: string | null = null;

/** Counts the codes that were read and the members who were let go: an answer to an earlier one
 *  names nobody. Without this a slow answer gave the next customer's points to the one before. */
let turn = 0;

/** Recognises a member. Whoever was there before stays until the new one is known, or is known to be
 *  frozen.
 *  @returns the scan; "unchecked" without network; null when it was refused (see `memberTrouble`) or
 *  nobody waits for it any more */
export async function recognise(
  text: string,
  typed = false,
): Promise<ScanView | "unchecked" | null> {
  const mine = ++turn;
  readingMember.value = true;
  memberTrouble.value = null;
  try {
    const found = await ask(openScan, { body: { code: text } });
    if (mine !== turn) {
      void end(found);
      return null;
    }
    const before = member.value;
    const { kind } = parseCardCode(text);
    number = kind === "static" || kind === "phone" ? text : null;
    member.value = found;
    unchecked.value = null;
    if (before) void end(before);
    return found;
  } catch (error) {
    if (mine !== turn) return null;
    if (error instanceof Unreachable && takeUnchecked(text, typed)) return "unchecked";
    // Who stood here before is not who was scanned now: a frozen card earns for nobody.
    if (isFrozen(error)) dropMember();
    memberTrouble.value = error;
    return null;
  } finally {
    if (mine === turn) readingMember.value = false;
  }
}

/** Nobody waits for what is being looked up any more, or wants to know why it was not taken. */
export function stopReading(): void {
  turn++;
  readingMember.value = false;
  memberTrouble.value = null;
}

const isFrozen = (error: unknown): boolean =>
  error instanceof Problem && (error.code === "member-frozen" || error.code === "card-frozen");

/** A phone number says nothing without the server; a card says whose it is later. */
function takeUnchecked(text: string, typed: boolean): boolean {
  const code = parseCardCode(text);
  if (code.kind !== "static" && code.kind !== "rotating") return false;
  const kind = code.kind === "static" ? "card" : "code";
  const digits = text.normalize("NFKC").replaceAll(/\D/g, "").slice(kind === "card" ? -16 : -26);
  batch(() => {
    // Asked about once more: it was read when it was read.
    const before = unchecked.value?.digits === digits ? unchecked.value : null;
    unchecked.value = before ?? { kind, digits, at: serverNow(), typed };
    member.value = null;
    number = null;
  });
  return true;
}

/** Looks up who it is once the network is back. A code that is too old by then is judged with the
 *  sale. */
export async function check(): Promise<void> {
  const waiting = unchecked.value;
  if (!waiting || readingMember.value) return;
  const found = await recognise(waiting.digits);
  if (found !== null || unchecked.value !== waiting) return;
  if (waiting.kind === "code") memberTrouble.value = null;
  else unchecked.value = null;
}

/** What is needed to go on with this member after the page was loaded anew. */
export interface MemberKept {
  member: ScanView | null;
  unchecked: Unchecked | null;
  number: string | null;
}

export const memberToKeep = (): MemberKept => ({
  member: member.value,
  unchecked: unchecked.value,
  number,
});

export function bringMemberBack(kept: MemberKept): void {
  const open = kept.member !== null && kept.member.expiresAt > serverNow();
  batch(() => {
    number = kept.number;
    unchecked.value = kept.unchecked;
    member.value = open ? kept.member : null;
  });
  if (!open && kept.member && kept.number) void recognise(kept.number);
}

/** A scan lasts three minutes: looks a number up once more if the scan is over.
 *  @returns false when the member has to show the code again */
export async function freshenMember(marginMs = 5_000): Promise<boolean> {
  const known = member.value;
  if (!known || known.expiresAt > serverNow() + marginMs) return true;
  if (number === null) return false;
  return await recognise(number) !== null;
}

/** Takes the member away and forgets the scan. */
export function dropMember(): void {
  const before = member.value;
  forgetMember();
  if (before) void end(before);
}

/** The scan was used up by a sale; there is nothing left to end. */
export function forgetMember(): void {
  number = null;
  batch(() => {
    stopReading();
    member.value = null;
    unchecked.value = null;
  });
}

/** The member has agreed, with the PIN or a code; an answer that comes after they were let go, or
 *  after another one was scanned, changes nothing. */
export function consented(found: ScanView): void {
  if (member.value?.scanId === found.scanId) member.value = found;
}

async function end(scan: ScanView): Promise<void> {
  try {
    await ask(endScan, { params: { scan: scan.scanId } });
  } catch {
    // It ends by itself in three minutes.
  }
}
