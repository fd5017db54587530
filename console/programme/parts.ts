/** The parts in which the rules are edited, each typed and finished on its own. @module */
import * as z from "zod/mini";
import {
  Caps,
  EarningRule,
  EarningRules,
  factorPercent,
} from "../../shared/points/earning-rules.ts";
import { GrantRules, noGrants } from "../../shared/grants/grant-rules.ts";
import { OffsetRules } from "../../shared/points/offset-rules.ts";
import type { Validity } from "../../shared/points/validity.ts";
import type { ProgrammeRules } from "../../shared/programme/rules.ts";
import { factorText, percentOf } from "../form/typed-number.ts";
import type { TierRow } from "../use-programme.ts";
import { type Typed, typed, untyped } from "./typed.ts";

/** What a brand without rules starts from: a point for each yuan, good for a year. */
export const firstRules: ProgrammeRules = {
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

export const noCaps: Caps = { perSale: null, perDay: null, perMember: null };
const tidyCaps = (caps: unknown): unknown =>
  caps && Object.values(caps).every((each) => each === null) ? null : caps;

/** A condition left without anything chosen is none. */
const tidyLists = (part: object): object =>
  Object.fromEntries(
    Object.entries(part).filter(([, value]) => !(Array.isArray(value) && value.length === 0)),
  );

/** A day left empty: the period is open at that end. */
const tidyPeriod = <T extends { from?: unknown; to?: unknown }>(part: T): T =>
  Object.fromEntries(
    Object.entries(part).filter(([name, value]) =>
      !((name === "from" || name === "to") && Number.isNaN(value))
    ),
  ) as T;

// One rule.

export type RuleDraft = Omit<Typed<EarningRule>, "caps"> & { caps: Typed<Caps> };

export const ruleDraft = (rule: EarningRule): RuleDraft => ({
  ...typed(rule),
  caps: typed(rule.caps ?? noCaps),
});
export const ruleFrom = (draft: RuleDraft): unknown => {
  const rule = untyped(draft) as EarningRule;
  return {
    ...rule,
    when: tidyPeriod(rule.when),
    lines: tidyLists(rule.lines),
    caps: tidyCaps(rule.caps),
  };
};

// The base: rate, minimum, tiers, what counts, limits over all, remainder, pending.

export const BasePart = z.pick(EarningRules, {
  fenPerPoint: true,
  pointsPerStep: true,
  minSaleFen: true,
  tierFactorPercent: true,
  base: true,
  excludedCategoryIds: true,
  excludedProductIds: true,
  caps: true,
  carryRemainder: true,
});
export type BasePart = z.infer<typeof BasePart>;
export type BaseDraft = Omit<Typed<BasePart>, "tierFactorPercent" | "caps" | "base"> & {
  /** A factor like "1.5" by tier id. */
  tierFactorPercent: Record<string, string>;
  base: NonNullable<BasePart["base"]>;
  caps: Typed<Caps>;
};

const usualBase = { offset: false, coupon: false, storedValue: true };

export const baseDraft = (rules: ProgrammeRules, tiers: readonly TierRow[]): BaseDraft => ({
  ...typed(pickBase(rules)),
  base: rules.base ?? usualBase,
  tierFactorPercent: Object.fromEntries(
    tiers.map((tier) => [tier.id, factorText(factorPercent(rules, tier.id))]),
  ),
  caps: typed(rules.caps ?? noCaps),
});

/** A tier that earns once is left out, as a tier that is not named earns once; so is what nothing
 *  was chosen for. */
export const baseFrom = (draft: BaseDraft): unknown => {
  const { tierFactorPercent, excludedProductIds, base, caps, ...rest } = draft;
  const limits = tidyCaps(untyped(caps));
  return {
    ...untyped(rest) as object,
    tierFactorPercent: Object.fromEntries(
      Object.entries(tierFactorPercent)
        .map(([id, factor]) => [id, percentOf(factor)] as const)
        .filter(([, percent]) => percent !== 100),
    ),
    ...(excludedProductIds?.length ? { excludedProductIds } : {}),
    ...(JSON.stringify(base) === JSON.stringify(usualBase) ? {} : { base }),
    ...(limits === null ? {} : { caps: limits }),
  };
};

const baseNames = Object.keys(BasePart.def.shape) as (keyof BasePart)[];
const pickBase = (rules: ProgrammeRules): BasePart =>
  Object.fromEntries(
    baseNames.filter((name) => rules[name] !== undefined).map((name) => [name, rules[name]]),
  ) as BasePart;

/** The rules with another base; what it no longer names is gone. */
export const withBase = (rules: ProgrammeRules, base: BasePart): ProgrammeRules => {
  const rest = { ...rules };
  for (const name of baseNames) delete (rest as Partial<ProgrammeRules>)[name];
  return { ...rest, ...base };
};

// How long points are good for.

export const ValidityPart = z.pick(EarningRules, { validity: true, pendingDays: true });
export type ValidityPart = z.infer<typeof ValidityPart>;
export interface ValidityDraft {
  validity: {
    kind: Validity["kind"];
    months: string;
    quarters: string;
    years: string;
    month: string;
    day: string;
  };
  pendingDays: string;
}

export const validityDraft = ({ validity, pendingDays }: ProgrammeRules): ValidityDraft => ({
  validity: {
    months: "12",
    quarters: "1",
    years: "1",
    month: "12",
    day: "31",
    ...typed(validity),
  },
  pendingDays: String(pendingDays),
});

const validityFields: Record<Validity["kind"], (keyof ValidityDraft["validity"])[]> = {
  never: [],
  months: ["months"],
  "quarter-end": ["quarters"],
  "year-end": ["years"],
  "fixed-day": ["month", "day"],
};

export const validityFrom = ({ validity, pendingDays }: ValidityDraft): unknown =>
  untyped({
    validity: Object.fromEntries(
      (["kind", ...validityFields[validity.kind]] as const).map((name) => [name, validity[name]]),
    ),
    pendingDays,
  });

// Paying with points.

export const OffsetPart = z.object({ offset: z.nullable(OffsetRules) });
export type OffsetDraft = { on: boolean; offset: Typed<OffsetRules> };

/** What paying with points starts from: 100 points are 1 yuan, up to half of the sale. */
export const firstOffset: OffsetRules = {
  points: 100,
  fen: 100,
  others: [],
  minSaleFen: 0,
  maxSharePercent: 50,
  maxPoints: null,
  maxPointsPerDay: null,
  stepPoints: 1,
  excludedCategoryIds: [],
  window: null,
};

export const offsetDraft = (rules: ProgrammeRules): OffsetDraft => ({
  on: rules.offset != null,
  offset: typed(rules.offset ?? firstOffset),
});
export const offsetFrom = ({ on, offset }: OffsetDraft): unknown => {
  if (!on) return { offset: null };
  const rules = untyped(offset) as OffsetRules;
  const window = rules.window && tidyLists(tidyPeriod(rules.window));
  return {
    offset: {
      ...rules,
      others: rules.others.map(tidyLists),
      window: window && Object.keys(window).length > 0 ? window : null,
    },
  };
};

// What is given without a purchase. What joining gives stands among the earning rules.

export const GrantsPart = z.object({
  signUpPoints: EarningRules.def.shape.signUpPoints,
  grants: GrantRules,
});
export type GrantsPart = z.infer<typeof GrantsPart>;
export type GrantsDraft = Typed<GrantsPart>;

export const grantsDraft = (rules: ProgrammeRules): GrantsDraft =>
  typed({ signUpPoints: rules.signUpPoints, grants: rules.grants ?? noGrants });
export const grantsFrom = (draft: GrantsDraft): unknown => untyped(draft);

/** No grants at all are left out, as they were before there were any. */
export const withGrants = (
  { grants: _, ...rules }: ProgrammeRules,
  { signUpPoints, grants }: GrantsPart,
): ProgrammeRules =>
  JSON.stringify(grants) === JSON.stringify(noGrants)
    ? { ...rules, signUpPoints }
    : { ...rules, signUpPoints, grants };
