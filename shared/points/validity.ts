import * as z from "zod/mini";
import {
  addMonths,
  type Day,
  dayOf,
  endOfDay,
  endOfQuarter,
  endOfYear,
  nextMonthDay,
} from "../business-day.ts";

/** How long points are good for. */
export const Validity = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("never") }),
  /** Through the same date so many months after earning (the month's last day, if it is shorter). */
  z.strictObject({ kind: z.literal("months"), months: z.int().check(z.gte(1), z.lte(600)) }),
  /** Through the end of the quarter so many quarters ahead; 0 is the quarter of earning. */
  z.strictObject({
    kind: z.literal("quarter-end"),
    quarters: z.int().check(z.gte(0), z.lte(200)),
  }),
  /** Through 31 December so many years ahead; 0 is the year of earning. */
  z.strictObject({ kind: z.literal("year-end"), years: z.int().check(z.gte(0), z.lte(50)) }),
  /** Through the next such date, which may be the day of earning itself. */
  z.strictObject({
    kind: z.literal("fixed-day"),
    month: z.int().check(z.gte(1), z.lte(12)),
    day: z.int().check(z.gte(1), z.lte(31)),
  }),
]);
export type Validity = z.infer<typeof Validity>;

/** The last day (stores' zone) on which points earned at an instant (ms) can be spent, or null. */
export function lastValidDay(policy: Validity, earnedAt: number, offset?: number): Day | null {
  const earnedOn = dayOf(earnedAt, offset);
  switch (policy.kind) {
    case "never":
      return null;
    case "months":
      return addMonths(earnedOn, policy.months);
    case "quarter-end":
      return endOfQuarter(earnedOn, policy.quarters);
    case "year-end":
      return endOfYear(earnedOn, policy.years);
    case "fixed-day":
      return nextMonthDay(earnedOn, policy.month, policy.day);
  }
}

const known = new WeakMap<Validity, Map<string, number | null>>();

/** The first instant (ms) after the last valid day, at which the points no longer count, or null.
 *  Kept by day: a replay asks a million times. */
export function lapsesAt(policy: Validity, earnedAt: number, offset?: number): number | null {
  const days = known.get(policy) ?? new Map<string, number | null>();
  const key = `${dayOf(earnedAt, offset)} ${offset}`;
  const before = days.get(key);
  if (before !== undefined) return before;
  const last = lastValidDay(policy, earnedAt, offset);
  const at = last === null ? null : endOfDay(last, offset);
  known.set(policy, days.set(key, at));
  return at;
}
