/** The sandbox till: a basket, a member and a moment, and what rules make of them. What is known of
 *  the member stands in the trial itself, so that a saved one means the same next year. @module */
import * as z from "zod/mini";
import { Day } from "../day.ts";
import { PlainText } from "../plain-text.ts";
import { Reason } from "../points/reason.ts";
import { Fen, Id, Instant, Points, QuantityMilli } from "../schema.ts";

export const TrialLine = z.strictObject({
  /** A product of the brand; left out: a quick amount, which may name a category. */
  productId: z.optional(Id("product")),
  categoryId: z.optional(Id("category")),
  /** What the screen calls it. */
  name: z.optional(PlainText(120)),
  quantityMilli: QuantityMilli,
  amountFen: Fen,
  giftCard: z.optional(z.literal(true)),
});
export type TrialLine = z.infer<typeof TrialLine>;

/** What rules have given the member before, in micro-points by key; see shared/points/when.ts. */
const Given = z.record(z.string().check(z.maxLength(160)), z.int().check(z.gte(0), z.lte(9e15)));

export const TrialMember = z.strictObject({
  /** Who it was taken from, masked; empty: invented. */
  label: PlainText(40),
  tierId: z.nullable(Id("tier")),
  tags: z.array(z.string().check(z.minLength(1), z.maxLength(40))).check(z.maxLength(50)),
  memberCategoryId: z.nullable(z.string().check(z.maxLength(64))),
  /** "YYYY-MM-DD", year 0000 unknown. */
  birthday: z.nullable(z.strictObject({
    on: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/)),
    calendar: z.enum(["solar", "lunar", "lunar-leap"]),
  })),
  firstPurchase: z.boolean(),
  /** Points that can be spent before the sale. */
  balance: Points,
  /** The kept fraction of a point. */
  carryMicro: z.int().check(z.gte(0), z.lte(999_999)),
  given: z.strictObject({ day: Given, ever: Given }),
});
export type TrialMember = z.infer<typeof TrialMember>;

export const Trial = z.strictObject({
  lines: z.array(TrialLine).check(z.minLength(1), z.maxLength(100)),
  member: TrialMember,
  storeId: z.nullable(Id("store")),
  at: Instant,
  /** Points to pay with; 0: none. */
  offsetPoints: Points,
});
export type Trial = z.infer<typeof Trial>;

/** A member of whom nothing is known. */
export const inventedMember: TrialMember = {
  label: "",
  tierId: null,
  tags: [],
  memberCategoryId: null,
  birthday: null,
  firstPurchase: false,
  balance: 0,
  carryMicro: 0,
  given: { day: {}, ever: {} },
};

export const TrialOutcome = z.object({
  totalFen: Fen,
  /** Part of the sale that earns. */
  eligibleFen: Fen,
  points: Points,
  carryAfterMicro: z.int(),
  availableAt: Instant,
  lapsesAt: z.nullable(Instant),
  reasons: z.array(Reason),
  /** Rules that did not hold, each with the first condition that failed. */
  missed: z.array(Reason),
  /** Paying with points: how many could be used at most, how many were, and what they pay; or the
   *  code of why none can. Null where the rules offer none. */
  offset: z.nullable(z.object({
    mostPoints: Points,
    points: Points,
    fen: Fen,
    refused: z.nullable(z.string()),
  })),
});
export type TrialOutcome = z.infer<typeof TrialOutcome>;

/** What a saved trial is to give: days, so that a case says what a member would be told. */
export const Expected = z.strictObject({
  points: Points,
  /** First day on which the points can be spent, last day on which they can; null where there are
   *  none, or where they never lapse. */
  availableOn: z.nullable(Day),
  lapsesAfter: z.nullable(Day),
  /** What points paid (fen). */
  offsetFen: Fen,
});
export type Expected = z.infer<typeof Expected>;
