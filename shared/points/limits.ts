/** Limits of what rules give: in a sale, in a day, ever. What was given is remembered per rule.
 *  @module */
import type { Caps } from "./earning-rules.ts";
import { exceeds, type Fraction, minus, plus, whole, zero } from "./fraction.ts";
import type { Reason } from "./reason.ts";
import type { Tally } from "./when.ts";

/** Millionths of a point: the unit of the fraction that is carried. */
export const MICRO_PER_POINT = 1_000_000;

/** Points that one sale gives at most, whatever the rules say: as many as can be counted exactly in
 *  millionths. Rules that could reach it are refused (check-size.ts). */
export const MOST_PER_SALE = 9_000_000_000;

/** Who limits: a rule, or all of them together. */
export interface Limited {
  /** Key in the tally. */
  key: string;
  ruleId: string | null;
  nameZh: string;
  nameEn: string;
  caps: Caps | null | undefined;
}

/** What a rule gave in a sale, for the tally. */
export interface Given {
  key: string;
  /** Micro-points, rounded up: what is remembered leaves no more room than there is. */
  micro: number;
}

/** Does what it gives have to be remembered? */
export const isTallied = (caps: Caps | null | undefined): boolean =>
  caps != null && (caps.perDay !== null || caps.perMember !== null);

export const micro = (count: number): Fraction => ({
  n: BigInt(count),
  d: BigInt(MICRO_PER_POINT),
});

/**
 * As much of a value (points) as the limits allow: the sale's own, then the day's, then the
 * member's. A value below 0 is not limited.
 */
export function limit(
  value: Fraction,
  by: Limited,
  tally: Tally,
  reasons: Reason[],
): Fraction {
  const { caps } = by;
  if (!caps || !exceeds(value, zero)) return value;
  let left = value;
  const limits = [
    ["sale", caps.perSale, 0],
    ["day", caps.perDay, tally.day[by.key] ?? 0],
    ["member", caps.perMember, tally.ever[by.key] ?? 0],
  ] as const;
  for (const [scope, most, givenMicro] of limits) {
    if (most === null) continue;
    const room = minus(whole(most), micro(givenMicro));
    const allowed = exceeds(room, zero) ? room : zero;
    if (!exceeds(left, allowed)) continue;
    const { ruleId, nameZh, nameEn } = by;
    reasons.push({ code: "capped", ruleId, nameZh, nameEn, scope, limit: most });
    left = allowed;
  }
  return left;
}

/** Adds to what was given under a key. */
export const give = <K>(given: Map<K, Fraction>, key: K, value: Fraction): void => {
  given.set(key, plus(given.get(key) ?? zero, value));
};
