/** The lock of a counter without network. Whoever signed in here with the server's consent may unlock
 *  with the same PIN until that session would have ended: to sell without spending and to enrol,
 *  nothing else works then. What is kept says whether a PIN is right, slowly, and five times. When the
 *  network is back the server asks for the PIN again unless the session still lives. @module */
import { Problem } from "../../shared/problems.ts";
import { dropKept, putKept, recallKept } from "../offline/box.ts";
import { serverNow } from "../terminal/clock.ts";
import type { Staff } from "../terminal/standing.ts";

interface Unlock {
  person: Staff;
  salt: Uint8Array<ArrayBuffer>;
  hash: Uint8Array<ArrayBuffer>;
  until: number;
  triesLeft: number;
}

/** Nobody can say here whether the PIN is right. */
export class NotKnownHere extends Error {}

const TRIES = 5;
/** Rounds of PBKDF2-SHA-256 (OWASP 2023): a tenth of a second on a till. */
const ROUNDS = 600_000;

const nameOf = (staffId: string): string => `unlock ${staffId}`;

async function hashOf(pin: string, salt: Uint8Array<ArrayBuffer>) {
  const { subtle } = crypto;
  const raw = new TextEncoder().encode(pin);
  const key = await subtle.importKey("raw", raw, "PBKDF2", false, ["deriveBits"]);
  const slow = { name: "PBKDF2", hash: "SHA-256", salt, iterations: ROUNDS };
  return new Uint8Array(await subtle.deriveBits(slow, key, 256));
}

/** Notes that the server took this PIN.
 *  @param until when the session ends at the latest, ms */
export async function rememberUnlock(person: Staff, pin: string, until: number): Promise<void> {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const hash = await hashOf(pin, salt);
  await putKept(nameOf(person.id), { person, salt, hash, until, triesLeft: TRIES });
}

export const forgetUnlock = (staffId: string): Promise<void> => dropKept(nameOf(staffId));

/** Who may unlock without network now. */
export async function mayUnlock(staffId: string): Promise<boolean> {
  const kept = await recallKept<Unlock>(nameOf(staffId));
  return kept !== undefined && kept.until > serverNow() && kept.triesLeft > 0;
}

/** Unlocks without network; null: nothing is known of this person here.
 *  @throws Problem pin-wrong with triesLeft, pin-locked */
export async function unlock(staffId: string, pin: string): Promise<Staff | null> {
  const kept = await recallKept<Unlock>(nameOf(staffId));
  if (!kept || kept.until <= serverNow()) return null;
  if (kept.triesLeft <= 0) throw new Problem("pin-locked");
  // The try is gone before the look, whatever happens to the page meanwhile.
  const triesLeft = kept.triesLeft - 1;
  await putKept(nameOf(staffId), { ...kept, triesLeft });
  const given = await hashOf(pin, kept.salt);
  if (!given.every((byte, i) => byte === kept.hash[i])) {
    throw new Problem("pin-wrong", { triesLeft });
  }
  await putKept(nameOf(staffId), { ...kept, triesLeft: TRIES });
  return kept.person;
}
