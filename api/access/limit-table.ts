/** Every limit on tries, in one table (docs: facts of the threat model, rows C1 to C4, A1 to A4).
 *  @module */
import type { Limit } from "../http/limits.ts";

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

export const limits = {
  /** Scans of one terminal. */
  scanPerTerminal: { max: 30, windowMs: minute },
  /** Scans of one API key: a whole store's tills. */
  scanPerKey: { max: 300_000, windowMs: minute },
  /** Codes that fit nothing, per terminal and per key. */
  badPerTerminal: { max: 20, windowMs: 5 * minute, lockMs: 5 * minute },
  badPerKey: { max: 200, windowMs: 5 * minute, lockMs: 5 * minute },
  /** Forged codes of one handle, known or unknown. */
  badPerHandle: { max: 5, windowMs: 10 * minute, lockMs: 10 * minute },
  /** Sign-ins of members and staff from one address. */
  signInPerAddress: { max: 10, windowMs: minute },
  /** One-time codes to one phone. */
  codePerPhoneMinute: { max: 1, windowMs: minute },
  codePerPhoneHour: { max: 5, windowMs: hour },
  codePerPhoneDay: { max: 10, windowMs: day },
  /** Mobile carriers put thousands of phones behind one address. */
  codePerAddress: { max: 300, windowMs: hour },
  codePerStore: { max: 120, windowMs: hour },
  /** The whole house's budget of one-time codes: stops SMS pumping. */
  codeBudget: { max: 20_000, windowMs: day },
  /** PINs of members and staff. */
  pin: { max: 5, windowMs: 15 * minute, lockMs: 15 * minute },
  /** Wrong console sign-ins of one login, known or not. */
  consoleSignIn: { max: 5, windowMs: 15 * minute, lockMs: 15 * minute },
  /** New devices that show a pairing code, and managers typing codes in. */
  pairingPerAddress: { max: 20, windowMs: 10 * minute },
  pairingLookUp: { max: 20, windowMs: 10 * minute },
  /** Members looked up, and shown unmasked, by one person. */
  memberSearch: { max: 60, windowMs: minute },
  /** Gift codes that a member types in. */
  giftCode: { max: 10, windowMs: hour },
  /** People who ask to join at one kiosk; what its queue brings at once as well. */
  joinPerTerminal: { max: 60, windowMs: hour },
  export: { max: 30, windowMs: hour },
  reveal: { max: 60, windowMs: hour },
} as const satisfies Record<string, Limit>;

/** Forged codes of one card in its whole life; then it is frozen. */
export const badPerCardMax = 100;
