import { CODE_KIND, type RotatingCode } from "./card-code.ts";
import { withCheckDigits } from "./check-digits.ts";

/** A code is shown for this long. */
export const STEP_SECONDS = 15;
/** Steps that an authentic code may be off and still serve for earning and identifying (10 min). */
export const STALE_STEPS = 40;
/** Steps within which a code from a phone with a wrong clock is recognised as such (20 h). */
export const SKEW_STEPS = 4_800;
/** Refreshes within one step: 0 to 9. */
export const LAST_REFRESH = 9;

const MAC_DIGITS = 9;
const HALF_CYCLE = 50;
const CYCLE = 100;

/**
 * - `fresh`: this step, the one before or the one after; may spend.
 * - `stale`: at most 10 minutes off; earns and identifies only.
 * - `skewed`: authentic, but further off; the phone's clock is wrong. Grants nothing.
 */
export type CodeAge = "fresh" | "stale" | "skewed";

/** The step of an instant (ms since epoch). */
export function stepOf(unixMs: number): number {
  return Math.floor(unixMs / 1000 / STEP_SECONDS);
}

/** The instant (ms) at which a step begins. */
export function stepStart(step: number): number {
  return step * STEP_SECONDS * 1000;
}

/** The bytes that the MAC covers: "EC1\0", handle in ASCII, step as u64 BE, refresh as u8. */
export function messageBytes(
  handle: string,
  step: number,
  refresh: number,
): Uint8Array<ArrayBuffer> {
  assertParts(handle, step, refresh);
  const bytes = new Uint8Array(23);
  bytes.set([0x45, 0x43, 0x31, 0x00]);
  for (let i = 0; i < 10; i++) bytes[4 + i] = handle.charCodeAt(i);
  new DataView(bytes.buffer).setBigUint64(14, BigInt(step));
  bytes[22] = refresh;
  return bytes;
}

/** The nine digits of a code out of an HMAC: first 8 bytes big-endian, modulo 10^9. */
export function macDigits(hmac: Uint8Array<ArrayBuffer>): string {
  const head = new DataView(hmac.buffer, hmac.byteOffset, hmac.byteLength).getBigUint64(0);
  return String(head % 1_000_000_000n).padStart(MAC_DIGITS, "0");
}

/** All 26 digits of the rotating code. `mac` is what `signStep` answered. */
export function composeCode(
  parts: { handle: string; step: number; refresh: number; mac: string },
): string {
  assertParts(parts.handle, parts.step, parts.refresh);
  if (!/^\d{9}$/.test(parts.mac)) throw new RangeError("a MAC has nine digits");
  const stepMod = String(parts.step % CYCLE).padStart(2, "0");
  return withCheckDigits(
    `${CODE_KIND.rotating}${parts.handle}${stepMod}${parts.refresh}${parts.mac}`,
  );
}

/** The step with this remainder modulo 100 that is nearest to now: 50 before to 49 after. */
export function nearestStep(stepMod: number, nowStep: number): number {
  const ahead = (((stepMod - nowStep) % CYCLE) + CYCLE) % CYCLE;
  return nowStep + (ahead >= HALF_CYCLE ? ahead - CYCLE : ahead);
}

/** How far an authentic code's step is from now. */
export function judgeAge(step: number, nowStep: number): CodeAge {
  const off = Math.abs(step - nowStep);
  if (off <= 1) return "fresh";
  return off <= STALE_STEPS ? "stale" : "skewed";
}

/** The number that must only ever grow per credential, so that each code serves once. */
export function counterOf(step: number, refresh: number): number {
  return step * 10 + refresh;
}

/**
 * Compares two strings in a time that depends only on their length; true when equal.
 */
export function sameDigits(a: string, b: string): boolean {
  let differing = a.length ^ b.length;
  for (let i = 0; i < a.length; i++) differing |= a.charCodeAt(i) ^ b.charCodeAt(i);
  return differing === 0;
}

/** What `judgeCode` found. */
export type CodeVerdict =
  | { age: CodeAge; step: number; counter: number }
  /** No step within 20 hours gives this MAC. */
  | { age: "forged" };

/**
 * Says whether a rotating code is authentic and how old. `macAt` computes the nine digits for a
 * step (see `signStep`); for an unknown handle hand in one over a dummy key, so that the work done
 * is the same. Freshness is not single use: store `counter` and refuse what is not greater.
 */
export async function judgeCode(
  code: Pick<RotatingCode, "stepMod" | "refresh" | "mac">,
  nowStep: number,
  macAt: (step: number) => Promise<string>,
): Promise<CodeVerdict> {
  const near = nearestStep(code.stepMod, nowStep);
  for (const step of [near, ...skewedSteps(near, nowStep)]) {
    if (sameDigits(await macAt(step), code.mac)) {
      return { age: judgeAge(step, nowStep), step, counter: counterOf(step, code.refresh) };
    }
  }
  return { age: "forged" };
}

/** The other steps with the same remainder within 20 hours of now, nearest first. */
function skewedSteps(near: number, nowStep: number): number[] {
  const steps: number[] = [];
  for (let off = CYCLE; off <= SKEW_STEPS; off += CYCLE) steps.push(near - off, near + off);
  return steps.filter((step) => step >= 0 && Math.abs(step - nowStep) <= SKEW_STEPS);
}

function assertParts(handle: string, step: number, refresh: number): void {
  if (!/^\d{10}$/.test(handle)) throw new RangeError("a handle has ten digits");
  if (!Number.isSafeInteger(step) || step < 0) throw new RangeError("a step is a whole number");
  if (!Number.isInteger(refresh) || refresh < 0 || refresh > LAST_REFRESH) {
    throw new RangeError("a refresh counter is 0 to 9");
  }
}
