/** The member at the counter: recognised once, used by the open room. @module */
import { batch, signal } from "@preact/signals";
import { parseCardCode } from "../../shared/cards/card-code.ts";
import { endScan, openScan, type ScanView } from "../../shared/cards/endpoints.ts";
import { ask } from "../terminal/ask.ts";
import { serverNow } from "../terminal/clock.ts";

export const member = signal<ScanView | null>(null);
/** A code is being looked up. */
export const readingMember = signal(false);
/** Why the last code was not taken. */
export const memberTrouble = signal<unknown>(null);

/** The number that was typed or printed; it may be looked up again when the scan is over. A
 *  rotating code is good once and is not kept. */
let number: string | null = null;

/** Recognises a member. Whoever was there before stays until the new one is known.
 *  @returns the scan, or null when it was refused (see `memberTrouble`) */
export async function recognise(text: string): Promise<ScanView | null> {
  readingMember.value = true;
  memberTrouble.value = null;
  const before = member.value;
  try {
    const found = await ask(openScan, { body: { code: text } });
    const { kind } = parseCardCode(text);
    number = kind === "static" || kind === "phone" ? text : null;
    member.value = found;
    if (before) void end(before);
    return found;
  } catch (error) {
    memberTrouble.value = error;
    return null;
  } finally {
    readingMember.value = false;
  }
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
  batch(() => {
    member.value = null;
    memberTrouble.value = null;
  });
  number = null;
  if (before) void end(before);
}

/** The scan was used up by a sale; there is nothing left to end. */
export function forgetMember(): void {
  member.value = null;
  memberTrouble.value = null;
  number = null;
}

async function end(scan: ScanView): Promise<void> {
  try {
    await ask(endScan, { params: { scan: scan.scanId } });
  } catch {
    // It ends by itself in three minutes.
  }
}
