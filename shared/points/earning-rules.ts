import * as z from "zod/mini";
import { PlainText } from "../plain-text.ts";
import { Validity } from "./validity.ts";
import { When } from "./when.ts";

const Id = z.string().check(z.minLength(1), z.maxLength(64));
/** Stays the same over versions: what a rule has given a member is remembered by it. */
const RuleId = z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,39}$/));
const Points = z.int().check(z.gte(1), z.lte(1e9));
const Percent = z.int().check(z.gte(0), z.lte(10_000));

/** So many points for so much money: 100 yuan = 10 points is 10000 and 10. */
const ratio = {
  fenPerPoint: z.int().check(z.gte(1), z.lte(1e9)),
  pointsPerStep: z.int().check(z.gte(1), z.lte(1e6)),
};

/** Limits in points of what comes to the member by a rule, or by all; null: none. A day is the store's
 *  day of the sale. A rate with one is cut after the tier and the factors without one. What a factor
 *  with one adds is reckoned on what those without one made, and no other multiplies it. */
export const Caps = z.strictObject({
  perSale: z.nullable(Points),
  perDay: z.nullable(Points),
  perMember: z.nullable(Points),
});
export type Caps = z.infer<typeof Caps>;

/** What a rule gives. Stage 1, the rate of a line (one rule per line): `rate`, `brackets`, `fixed`.
 *  Stage 2, factors on it: `multiplier`. Stage 3, on top: `bonus`. */
export const Gives = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("rate"), ...ratio }),
  /** Another ratio by the amount of the lines it covers: `whole` gives all of it the ratio of the
   *  highest bracket reached, `marginal` each part its own. The first starts at 0. */
  z.strictObject({
    kind: z.literal("brackets"),
    mode: z.enum(["whole", "marginal"]),
    steps: z.array(z.strictObject({ fromFen: z.int().check(z.gte(0), z.lte(1e12)), ...ratio }))
      .check(z.minLength(1), z.maxLength(20)),
  }),
  /** So many points for each piece (or kilogram), whatever it costs; none where nothing that counts
   *  was paid for it. */
  z.strictObject({ kind: z.literal("fixed"), pointsPerUnit: Points }),
  /** 200 doubles what the lines earn. */
  z.strictObject({ kind: z.literal("multiplier"), percent: Percent }),
  /** Points on top: for each piece, or once a day, once ever, or at the first purchase of each
   *  product that the rule covers. */
  z.strictObject({
    kind: z.literal("bonus"),
    points: Points,
    once: z.enum(["unit", "day", "member", "product"]),
  }),
]);
export type Gives = z.infer<typeof Gives>;

export type Stage = "rate" | "factor" | "bonus";
export const stageOf = (gives: Gives): Stage =>
  gives.kind === "multiplier" ? "factor" : gives.kind === "bonus" ? "bonus" : "rate";

export const EarningRule = z.strictObject({
  id: RuleId,
  nameZh: PlainText(40, 1),
  nameEn: PlainText(60, 1),
  on: z.boolean(),
  when: When,
  /** Which lines it covers: of these products, or in (or below) these categories; neither: all. */
  lines: z.strictObject({
    categoryIds: z.optional(z.array(Id).check(z.minLength(1), z.maxLength(200))),
    productIds: z.optional(z.array(Id).check(z.minLength(1), z.maxLength(500))),
  }),
  gives: Gives,
  /** Higher goes first where only one can. */
  priority: z.int().check(z.gte(0), z.lte(1000)),
  /** Factors and bonuses: the group it competes or adds up in; null: on its own. */
  groupId: z.nullable(RuleId),
  /** Limits of what this rule gives; of a factor, of what it adds. See Caps. */
  caps: z.nullable(Caps),
});
export type EarningRule = z.infer<typeof EarningRule>;

/** How the rules of a group go together: `exclusive` the highest priority that holds, `best` the
 *  largest factor or bonus, `add` all of them (factors add their surplus: double and triple make four
 *  times). Of factors each line finds its own; of bonuses a member gets one a day, at most as much as
 *  the largest that counted. Groups of factors multiply each other, groups of bonuses add up. */
export const RuleGroup = z.strictObject({
  id: RuleId,
  nameZh: PlainText(40, 1),
  nameEn: PlainText(60, 1),
  mode: z.enum(["exclusive", "best", "add"]),
});
export type RuleGroup = z.infer<typeof RuleGroup>;

/**
 * The rules by which a programme gives points for sales. Rules are data: a change is a new version
 * effective from a date, and each lot names the version it was born under.
 * The order of evaluation: lines that count → minimum sale → rate of each line → tier factor →
 * factors without a limit → limits of rates → factors with a limit → bonuses → limits over all →
 * rounding down. See docs/decisions/014-stacking.md.
 */
export const EarningRules = z.strictObject({
  v: z.literal(1),
  ...ratio,
  /** Sales whose counted part is smaller earn nothing. */
  minSaleFen: z.int().check(z.gte(0), z.lte(1e12)),
  /** Percent by tier id, 100 = once; a tier not named here earns once. */
  tierFactorPercent: z.record(Id, Percent),
  /** Goods in these categories, or below them, earn nothing. Gift cards never do. */
  excludedCategoryIds: z.array(Id).check(z.maxLength(500)),
  excludedProductIds: z.optional(z.array(Id).check(z.maxLength(2000))),
  /** Does what was paid with points, coupons or stored value earn? Left out: points and coupons do
   *  not, stored value does (its recharge was money). */
  base: z.optional(z.strictObject({
    offset: z.boolean(),
    coupon: z.boolean(),
    storedValue: z.boolean(),
  })),
  rules: z.optional(z.array(EarningRule).check(z.maxLength(200))),
  groups: z.optional(z.array(RuleGroup).check(z.maxLength(50))),
  /** Limits over everything a sale earns. */
  caps: z.optional(z.nullable(Caps)),
  /** Keep the fraction of a point towards the next one, instead of dropping it. */
  carryRemainder: z.boolean(),
  validity: Validity,
  /** Points become available at the start of the day so many days after the sale; 0: at once. */
  pendingDays: z.int().check(z.gte(0), z.lte(366)),
  /** Points for enrolling. */
  signUpPoints: z.int().check(z.gte(0), z.lte(1e9)),
});
export type EarningRules = z.infer<typeof EarningRules>;

export const baseOf = (rules: EarningRules) =>
  rules.base ?? { offset: false, coupon: false, storedValue: true };

/** The factor of a tier in percent. */
export function factorPercent(rules: EarningRules, tierId: string | null): number {
  if (tierId === null || !Object.hasOwn(rules.tierFactorPercent, tierId)) return 100;
  return rules.tierFactorPercent[tierId] ?? 100;
}
