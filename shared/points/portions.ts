/** Lines that the rules treat alike are reckoned together. @module */
import type { CountedLine } from "./earning-line.ts";
import { type Fraction, times, zero } from "./fraction.ts";
import type { PlannedGroup, PlannedRule } from "./plan.ts";
import type { RateBundle } from "./rates.ts";

/** Lines under the same rate with the same factors. */
export interface Portion {
  bundle: RateBundle;
  /** By group of factors, in the plan's order: the rules that count for these lines. */
  factors: readonly (readonly PlannedRule[])[];
  lines: CountedLine[];
  /** Of all its lines; see RateBundle. */
  weight: number;
  /** What they earn by their rate, in points. */
  rated: Fraction;
  /** With factors and limits. */
  value: Fraction;
}

/** The portions of a sale in the order of their first lines, and each rule that lost on all lines it
 *  covers with the one that went before it. @param groups with the rules that hold */
export function portionsOf(
  bundles: readonly RateBundle[],
  groups: readonly PlannedGroup[],
): { portions: Portion[]; outdone: Map<PlannedRule, PlannedRule> } {
  const portions = new Map<string, Portion>();
  const outdone = new Map<PlannedRule, PlannedRule>();
  const counting = new Set<PlannedRule>();
  const numbers = new Map(groups.flatMap(({ rules }) => rules).map((rule, i) => [rule, i]));
  for (const [i, bundle] of bundles.entries()) {
    for (const line of bundle.lines) {
      let key = `${i}`;
      const factors = groups.map(({ mode, rules }) => {
        const covering = rules.filter((rule) => rule.covers(line));
        const counts = chosen(mode, covering);
        for (const rule of covering) {
          if (!counts.includes(rule)) outdone.set(rule, counts[0]!);
        }
        for (const rule of counts) {
          counting.add(rule);
          key += ` ${numbers.get(rule)}`;
        }
        return counts;
      });
      const weight = bundle.weightOf(line);
      const portion = portions.get(key);
      if (portion) {
        portion.lines.push(line);
        portion.weight += weight;
      } else {portions.set(key, {
          bundle,
          factors,
          lines: [line],
          weight,
          rated: zero,
          value: zero,
        });}
    }
  }
  for (const rule of counting) outdone.delete(rule);
  const list = [...portions.values()].sort((a, b) => a.lines[0]!.n - b.lines[0]!.n);
  for (const portion of list) portion.rated = times(portion.bundle.unit, portion.weight);
  return { portions: list, outdone };
}

/** Of the rules of a group that cover a line, those that count for it. */
function chosen(
  mode: PlannedGroup["mode"],
  rules: readonly PlannedRule[],
): readonly PlannedRule[] {
  if (mode === "add" || rules.length < 2) return rules;
  if (mode === "exclusive") return rules.slice(0, 1);
  return [rules.reduce((best, rule) => rule.percent > best.percent ? rule : best)];
}
