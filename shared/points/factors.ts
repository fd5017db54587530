/** Stage 2: the tier's factor, then the groups of multipliers; last those with a limit. @module */
import type { EarningRules } from "./earning-rules.ts";
import { factorPercent } from "./earning-rules.ts";
import {
  exceeds,
  floor,
  type Fraction,
  lesser,
  plus,
  scaled,
  sum,
  times,
  zero,
} from "./fraction.ts";
import { give, limit, MICRO_PER_POINT } from "./limits.ts";
import type { PlannedRule } from "./plan.ts";
import type { Portion } from "./portions.ts";
import type { RateBundle } from "./rates.ts";
import type { Reason } from "./reason.ts";
import type { Tally } from "./when.ts";

/**
 * Multiplies what the portions earn. Rules without a limit multiply one another, group by group. Then
 * rates with a limit are cut to it. What a factor with a limit adds is reckoned on what those without
 * one made, and multiplied by nothing: so its limit is what it says, and a sale in parts earns no
 * more. On lines under a rate that was cut it adds at most what it would on what is left of them.
 */
export function multiply(
  portions: readonly Portion[],
  rules: EarningRules,
  tierId: string | null,
  tally: Tally,
  given: Map<string, Fraction>,
  reasons: Reason[],
): void {
  const percent = factorPercent(rules, tierId);
  if (tierId !== null && percent !== 100) reasons.push({ code: "tier-factor", tierId, percent });
  const added = new Map<PlannedRule, Fraction>();
  for (const portion of portions) {
    portion.value = byUnlimited(portion, percent, added);
  }
  for (const [rule, value] of added) tell(rule, value, reasons);
  const cut = limitRates(portions, tally, given, reasons);
  const surpluses = byLimited(portions, percent);
  for (const [rule, each] of surpluses) {
    const wanted = wantedOf(rule, each, cut);
    const kept = limit(wanted, { ...rule.name, key: rule.id, caps: rule.caps }, tally, reasons);
    give(given, rule.id, kept);
    tell(rule, kept, reasons);
    const all = sum(each.values());
    if (all.n === 0n) continue;
    for (const [portion, own] of each) {
      portion.value = plus(portion.value, scaled(own, kept, all));
    }
  }
}

function tell(rule: PlannedRule, value: Fraction, reasons: Reason[]): void {
  const micro = floor(times(value, MICRO_PER_POINT));
  reasons.push({ code: "rule-factor", ...rule.name, percent: rule.percent, micro });
}

/** A limit on a rule that takes away limits nothing. */
const isLimited = (rule: PlannedRule): boolean => rule.limited && rule.percent > 100;

/** The percent of a group by its rules without a limit. */
function plainPercent(rules: readonly PlannedRule[]): number {
  let percent = 100;
  for (const rule of rules) if (!isLimited(rule)) percent += rule.percent - 100;
  return Math.max(0, percent);
}

/** What the rules without a limit make of a portion, and what each of them added on the way. */
function byUnlimited(
  { rated, factors }: Portion,
  tierPercent: number,
  added: Map<PlannedRule, Fraction>,
): Fraction {
  let value = tierPercent === 100 ? rated : times(rated, tierPercent, 100);
  for (const rules of factors) {
    for (const rule of rules) {
      if (isLimited(rule)) continue;
      give(added, rule, times(value, rule.percent - 100, 100));
    }
    const percent = plainPercent(rules);
    if (percent !== 100) value = times(value, percent, 100);
  }
  return value;
}

/** Cuts the rates with limits to them. @returns what is left of those that were cut */
function limitRates(
  portions: readonly Portion[],
  tally: Tally,
  given: Map<string, Fraction>,
  reasons: Reason[],
): Map<RateBundle, Fraction> {
  const cut = new Map<RateBundle, Fraction>();
  const bundles = new Set(portions.map(({ bundle }) => bundle).filter(({ rule }) => rule?.limited));
  for (const bundle of bundles) {
    const { id: key, name, caps } = bundle.rule!;
    const of = portions.filter((portion) => portion.bundle === bundle);
    const whole = sum(of.map(({ value }) => value));
    const kept = limit(whole, { ...name, key, caps }, tally, reasons);
    give(given, key, kept);
    if (!exceeds(whole, kept)) continue;
    cut.set(bundle, kept);
    for (const portion of of) portion.value = scaled(portion.value, kept, whole);
  }
  return cut;
}

/** What each factor with a limit would add to each portion if it had none. */
function byLimited(
  portions: readonly Portion[],
  tierPercent: number,
): Map<PlannedRule, Map<Portion, Fraction>> {
  const surpluses = new Map<PlannedRule, Map<Portion, Fraction>>();
  for (const portion of portions) {
    for (const [i, rules] of portion.factors.entries()) {
      for (const rule of rules.filter(isLimited)) {
        let value = times(portion.rated, tierPercent * (rule.percent - 100), 10_000);
        for (const [j, others] of portion.factors.entries()) {
          const percent = j === i ? 100 : plainPercent(others);
          if (percent !== 100) value = times(value, percent, 100);
        }
        const own = surpluses.get(rule) ?? new Map<Portion, Fraction>();
        surpluses.set(rule, own.set(portion, value));
      }
    }
  }
  return surpluses;
}

function wantedOf(
  rule: PlannedRule,
  surpluses: ReadonlyMap<Portion, Fraction>,
  cut: ReadonlyMap<RateBundle, Fraction>,
): Fraction {
  const byBundle = new Map<RateBundle, Fraction>();
  for (const [{ bundle }, own] of surpluses) {
    byBundle.set(bundle, plus(byBundle.get(bundle) ?? zero, own));
  }
  return sum([...byBundle].map(([bundle, own]) => {
    const left = cut.get(bundle);
    return left ? lesser(own, times(left, rule.percent - 100, 100)) : own;
  }));
}
