import { type EarningRules, factorPercent } from "../../shared/points/earning-rules.ts";
import type { Validity } from "../../shared/points/validity.ts";
import { factorText, fenOf, percentOf, wholeOf, yuanText } from "../form/typed-number.ts";
import type { TierRow } from "../use-programme.ts";

/** Earning rules as they are typed. Names are those of the rules, so that an issue of the schema
 *  finds its field. */
export interface RulesDraft {
  /** Yuan. */
  fenPerPoint: string;
  pointsPerStep: string;
  /** Yuan. */
  minSaleFen: string;
  /** A factor like "1.5" by tier id. */
  tierFactorPercent: Record<string, string>;
  excludedCategoryIds: string[];
  carryRemainder: boolean;
  kind: Validity["kind"];
  months: string;
  quarters: string;
  years: string;
  month: string;
  day: string;
  pendingDays: string;
  signUpPoints: string;
}

/** What a brand without rules starts from: a point for each yuan, good for a year. */
export const firstRules: EarningRules = {
  v: 1,
  fenPerPoint: 100,
  pointsPerStep: 1,
  minSaleFen: 0,
  tierFactorPercent: {},
  excludedCategoryIds: [],
  carryRemainder: true,
  validity: { kind: "months", months: 12 },
  pendingDays: 0,
  signUpPoints: 0,
};

export function draftFrom(rules: EarningRules, tiers: readonly TierRow[]): RulesDraft {
  const { validity } = rules;
  return {
    fenPerPoint: yuanText(rules.fenPerPoint),
    pointsPerStep: String(rules.pointsPerStep),
    minSaleFen: yuanText(rules.minSaleFen),
    tierFactorPercent: Object.fromEntries(
      tiers.map((tier) => [tier.id, factorText(factorPercent(rules, tier.id))]),
    ),
    excludedCategoryIds: [...rules.excludedCategoryIds],
    carryRemainder: rules.carryRemainder,
    kind: validity.kind,
    months: validity.kind === "months" ? String(validity.months) : "12",
    quarters: validity.kind === "quarter-end" ? String(validity.quarters) : "1",
    years: validity.kind === "year-end" ? String(validity.years) : "1",
    month: validity.kind === "fixed-day" ? String(validity.month) : "12",
    day: validity.kind === "fixed-day" ? String(validity.day) : "31",
    pendingDays: String(rules.pendingDays),
    signUpPoints: String(rules.signUpPoints),
  };
}

const validityFrom = (draft: RulesDraft): unknown => {
  switch (draft.kind) {
    case "never":
      return { kind: draft.kind };
    case "months":
      return { kind: draft.kind, months: wholeOf(draft.months) };
    case "quarter-end":
      return { kind: draft.kind, quarters: wholeOf(draft.quarters) };
    case "year-end":
      return { kind: draft.kind, years: wholeOf(draft.years) };
    case "fixed-day":
      return { kind: draft.kind, month: wholeOf(draft.month), day: wholeOf(draft.day) };
  }
};

/** What would be published; NaN stands for what is no number. A tier that earns once is left
 *  out, as a tier that is not named earns once. */
export const rulesFrom = (draft: RulesDraft): unknown => ({
  v: 1,
  fenPerPoint: fenOf(draft.fenPerPoint),
  pointsPerStep: wholeOf(draft.pointsPerStep),
  minSaleFen: fenOf(draft.minSaleFen),
  tierFactorPercent: Object.fromEntries(
    Object.entries(draft.tierFactorPercent)
      .map(([id, factor]) => [id, percentOf(factor)] as const)
      .filter(([, percent]) => percent !== 100),
  ),
  excludedCategoryIds: draft.excludedCategoryIds,
  carryRemainder: draft.carryRemainder,
  validity: validityFrom(draft),
  pendingDays: wholeOf(draft.pendingDays),
  signUpPoints: wholeOf(draft.signUpPoints),
});
