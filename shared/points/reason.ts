import * as z from "zod/mini";

const Count = z.int();
const Id = z.string();
const At = z.nullable(z.int());
const days = z.object({ from: z.string(), to: z.string() });
/** What a condition asked for: that one alone, as in when.ts. Tags are the house's own and not told. */
const wanted = z.strictObject({
  from: z.optional(z.string()),
  to: z.optional(z.string()),
  festivals: z.optional(z.strictObject({
    ids: z.array(z.string()),
    daysBefore: Count,
    daysAfter: Count,
  })),
  weekdays: z.optional(z.array(Count)),
  monthDays: z.optional(z.array(Count)),
  hours: z.optional(z.array(z.strictObject({ from: Count, to: Count }))),
  tierIds: z.optional(z.array(Id)),
  birthday: z.optional(z.enum(["day", "week", "month"])),
  balanceAtMost: z.optional(Count),
  minSaleFen: z.optional(Count),
});
/** A rule by its id and the name it had. */
const rule = { ruleId: Id, nameZh: z.string(), nameEn: z.string() };

/**
 * Why a journal moved the points it moved: codes and numbers only, the wording makes sentences.
 * `n` is the number of a sale line; micro are millionths of a point; `…At` are ms.
 */
export const Reason = z.discriminatedUnion("code", [
  /** The version of the earning rules that was applied. */
  z.strictObject({ code: z.literal("rule-version"), ruleVersionId: Id }),
  /** eligibleFen × pointsPerStep ÷ fenPerPoint. */
  z.strictObject({
    code: z.literal("base-rate"),
    eligibleFen: Count,
    fenPerPoint: Count,
    pointsPerStep: Count,
  }),
  /** Times so many percent, because of the tier. */
  z.strictObject({ code: z.literal("tier-factor"), tierId: Id, percent: Count }),
  /** A line that did not count, because of its category (or one above it). */
  z.strictObject({ code: z.literal("line-excluded"), n: Count, categoryId: Id }),
  /** What a line brought in; the lines add up to the sale's micro-points. */
  z.strictObject({ code: z.literal("line-share"), n: Count, eligibleFen: Count, micro: Count }),
  /** Gift cards never earn. */
  z.strictObject({ code: z.literal("line-gift-card"), n: Count }),
  /** A line that did not count, because of its product. */
  z.strictObject({ code: z.literal("product-excluded"), n: Count, productId: Id }),
  /** Paid with points, a coupon or stored value, and so not counted. */
  z.strictObject({
    code: z.literal("base-reduced"),
    by: z.enum(["offset", "coupon", "storedValue"]),
    fen: Count,
  }),
  /** Lines under a rate of their own. */
  z.strictObject({
    code: z.literal("rule-rate"),
    ...rule,
    eligibleFen: Count,
    fenPerPoint: Count,
    pointsPerStep: Count,
  }),
  /** The part of the amount that fell into one bracket. */
  z.strictObject({
    code: z.literal("rule-bracket"),
    ...rule,
    fromFen: Count,
    eligibleFen: Count,
    fenPerPoint: Count,
    pointsPerStep: Count,
  }),
  /** So many points for each piece. */
  z.strictObject({
    code: z.literal("rule-fixed"),
    ...rule,
    quantityMilli: Count,
    pointsPerUnit: Count,
  }),
  /** Times so many percent; what that added (or took) in micro-points. */
  z.strictObject({ code: z.literal("rule-factor"), ...rule, percent: Count, micro: Count }),
  /** On top; `ns` are the lines it is for, empty: the sale. */
  z.strictObject({ code: z.literal("rule-bonus"), ...rule, micro: Count, ns: z.array(Count) }),
  /** A limit (in points) cut what a rule, or all together, would have given. */
  z.strictObject({
    code: z.literal("capped"),
    ...rule,
    ruleId: z.nullable(Id),
    scope: z.enum(["sale", "day", "member"]),
    limit: Count,
  }),
  /** A rule held, but another of its group went first or gave more. */
  z.strictObject({
    code: z.literal("rule-outdone"),
    ...rule,
    byRuleId: Id,
    byNameZh: z.string(),
    byNameEn: z.string(),
  }),
  /** A rule did not hold: the first of its conditions that failed, `lines` when it covers none of
   *  these goods, `once` when it has given all it gives. */
  z.strictObject({
    code: z.literal("rule-missed"),
    ...rule,
    condition: z.string(),
    wanted: z.optional(wanted),
    /** What there was of it: fen of the sale, points of the balance. */
    had: z.optional(Count),
    /** When its festivals come next. */
    next: z.optional(days),
  }),
  /** Points that paid, and what so many are worth. */
  z.strictObject({
    code: z.literal("offset-used"),
    points: Count,
    fen: Count,
    perPoints: Count,
    perFen: Count,
  }),
  /** What a line took of it. */
  z.strictObject({ code: z.literal("offset-line"), n: Count, fen: Count }),
  /** Points that had paid for what was returned; they go back to their own lots. */
  z.strictObject({ code: z.literal("offset-returned"), points: Count, fen: Count }),
  /** No line counted. */
  z.strictObject({ code: z.literal("nothing-eligible") }),
  z.strictObject({ code: z.literal("below-minimum"), eligibleFen: Count, minSaleFen: Count }),
  /** Rounded down; the fraction kept before and after. */
  z.strictObject({
    code: z.literal("remainder-carried"),
    beforeMicro: Count,
    afterMicro: Count,
  }),
  /** Rounded down; the fraction was dropped. */
  z.strictObject({ code: z.literal("remainder-dropped"), micro: Count }),
  z.strictObject({ code: z.literal("pending-until"), at: z.int() }),
  z.strictObject({ code: z.literal("lapses-at"), at: At }),
  /** No member was named at the sale. */
  z.strictObject({ code: z.literal("no-member") }),
  z.strictObject({ code: z.literal("sign-up"), points: Count }),
  /** Given without a purchase; `what` is the cause. */
  z.strictObject({
    code: z.literal("granted"),
    what: z.enum([
      "birthday",
      "festival",
      "referrer",
      "friend",
      "share",
      "survey",
      "check-in",
      "profile",
      "recharge",
    ]),
    points: Count,
  }),
  /** The so-many-th check-in in a row; `points` of the grant are for that. */
  z.strictObject({ code: z.literal("streak"), days: Count, points: Count }),
  /** A grant that was taken back because the purchase behind it was returned. */
  z.strictObject({ code: z.literal("grant-forfeit"), points: Count }),
  /** A return: the eligible amount kept before and after it. */
  z.strictObject({
    code: z.literal("returned"),
    eligibleBeforeFen: Count,
    eligibleAfterFen: Count,
  }),
  z.strictObject({ code: z.literal("taken-back"), points: Count }),
  /** A return that gave points: what is kept earns more than the whole did. */
  z.strictObject({ code: z.literal("returned-granted"), points: Count }),
  /** Points of the sale that had lapsed unspent, and so are not asked for again. */
  z.strictObject({ code: z.literal("lapsed-forgiven"), points: Count }),
  /** Points that could not be taken back and are owed. */
  z.strictObject({ code: z.literal("debt-incurred"), points: Count }),
  /** Points of this accrual that paid off what was owed. */
  z.strictObject({ code: z.literal("debt-repaid"), points: Count }),
  /** Spent points that came back to their lot; `lapsed` when it had lapsed meanwhile. */
  z.strictObject({
    code: z.literal("restored"),
    lotId: Id,
    points: Count,
    lapsesAt: At,
    lapsed: z.boolean(),
  }),
  /** Points that are good for more days than they were born to be. */
  z.strictObject({ code: z.literal("validity-extended"), points: Count, days: Count }),
]);
export type Reason = z.infer<typeof Reason>;
