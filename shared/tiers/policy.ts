/** What counts towards a tier, over which time, and when a tier held is looked at again. @module */
import * as z from "zod/mini";
import { addDays, addMonths, type Day, nextMonthDay } from "../business-day.ts";

/** Money spent on goods that earn, or points earned with it (less what was returned, either way). */
export const TierBasis = z.enum(["spending", "points"]);
export type TierBasis = z.infer<typeof TierBasis>;

/** The last twelve months up to today, this calendar year, or everything ever. */
export const TierSpan = z.enum(["months", "year", "lifetime"]);
export type TierSpan = z.infer<typeof TierSpan>;

export const TierReview = z.discriminatedUnion("kind", [
  /** A tier once reached is kept. */
  z.strictObject({ kind: z.literal("never") }),
  /** So many months after it was reached or last kept. */
  z.strictObject({ kind: z.literal("months"), months: z.int().check(z.gte(1), z.lte(120)) }),
  /** Each year on this date; nobody is reviewed within 90 days of having reached the tier. */
  z.strictObject({
    kind: z.literal("yearly"),
    month: z.int().check(z.gte(1), z.lte(12)),
    day: z.int().check(z.gte(1), z.lte(31)),
  }),
]);
export type TierReview = z.infer<typeof TierReview>;

export const TierPolicy = z.strictObject({
  basis: TierBasis,
  span: TierSpan,
  review: TierReview,
  /** Days after the review date in which the tier can still be kept; 0: judged on the date. */
  graceDays: z.int().check(z.gte(0), z.lte(366)),
});
export type TierPolicy = z.infer<typeof TierPolicy>;

/** What a brand has that set nothing: all spending ever, and a tier reached is kept. */
export const plainPolicy: TierPolicy = {
  basis: "spending",
  span: "lifetime",
  review: { kind: "never" },
  graceDays: 0,
};

const rollingMonths = 12;
const settledDays = 90;

/** The first day that counts today, for the spans that have one. On 29 February the last twelve
 *  months begin on 1 March, because the date a year ago is 28 February. */
export const spanStarts = (today: Day): { monthsFrom: Day; yearFrom: Day } => ({
  monthsFrom: addDays(addMonths(today, -rollingMonths), 1),
  yearFrom: `${today.slice(0, 4)}-01-01`,
});

/** The first day whose sales a review on `today` looks at; "" for everything. A calendar year is
 *  judged with the year that ended before it: on 1 January nobody has spent anything yet. */
export const reviewFrom = (span: TierSpan, today: Day): Day | "" => {
  if (span === "lifetime") return "";
  if (span === "months") return spanStarts(today).monthsFrom;
  return `${String(Number(today.slice(0, 4)) - 1).padStart(4, "0")}-01-01`;
};

/** The day on which a tier reached (or kept) on `since` is reviewed; null: never. */
export const reviewOn = (review: TierReview, since: Day): Day | null => {
  switch (review.kind) {
    case "never":
      return null;
    case "months":
      return addMonths(since, review.months);
    case "yearly":
      return nextMonthDay(addDays(since, settledDays), review.month, review.day);
  }
};
