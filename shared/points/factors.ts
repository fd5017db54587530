/** Stage 2: the tier's factor, then the groups of multipliers, one after the other. @module */
import { covers } from "./earning-line.ts";
import type { EarningRule, EarningRules, RuleGroup } from "./earning-rules.ts";
import { factorPercent } from "./earning-rules.ts";
import {
  exceeds,
  floor,
  type Fraction,
  minus,
  plus,
  scaled,
  sum,
  times,
  zero,
} from "./fraction.ts";
import { give, limit, MICRO_PER_POINT } from "./limits.ts";
import { byPriority, type LineWorth, nameOf } from "./rates.ts";
import type { Reason } from "./reason.ts";
import type { Tally } from "./when.ts";

/** Rules of one stage in the groups in which they go together; one on its own is a group of one. */
export function grouped(
  rules: readonly EarningRule[],
  groups: readonly RuleGroup[],
): { id: string | null; mode: RuleGroup["mode"]; rules: EarningRule[] }[] {
  const named = groups.map(({ id, mode }) => ({
    id: id as string | null,
    mode,
    rules: rules.filter((rule) => rule.groupId === id).sort(byPriority),
  }));
  const known = new Set(groups.map(({ id }) => id));
  const alone = rules.filter((rule) => rule.groupId === null || !known.has(rule.groupId))
    .sort(byPriority)
    .map((rule) => ({ id: null, mode: "add" as const, rules: [rule] }));
  return [...named.filter((group) => group.rules.length > 0), ...alone];
}

const percentOf = (rule: EarningRule): number =>
  rule.gives.kind === "multiplier" ? rule.gives.percent : 100;

/** Of the rules of a group that cover a line, those that count for it. */
function chosen(mode: RuleGroup["mode"], rules: readonly EarningRule[]): EarningRule[] {
  if (mode === "add" || rules.length === 0) return [...rules];
  if (mode === "exclusive") return [rules[0]!];
  return [rules.reduce((best, rule) => percentOf(rule) > percentOf(best) ? rule : best)];
}

/** Multiplies what the lines earn. */
export function multiply(
  worths: readonly LineWorth[],
  rules: EarningRules,
  factorRules: readonly EarningRule[],
  tierId: string | null,
  tally: Tally,
  given: Map<string, Fraction>,
  reasons: Reason[],
): LineWorth[] {
  const percent = factorPercent(rules, tierId);
  if (tierId !== null && percent !== 100) reasons.push({ code: "tier-factor", tierId, percent });
  let now = worths.map(({ line, value }) => ({ line, value: times(value, percent, 100) }));
  for (const group of grouped(factorRules, rules.groups ?? [])) {
    const added = new Map<EarningRule, Fraction[]>();
    const outdone = new Map<EarningRule, EarningRule>();
    for (const [i, { line, value }] of now.entries()) {
      const covering = group.rules.filter((rule) => covers(rule, line));
      const counts = chosen(group.mode, covering);
      for (const rule of covering) {
        if (!counts.includes(rule)) outdone.set(rule, counts[0]!);
        else (added.get(rule) ?? set(added, rule, now.length))[i] = surplus(value, rule);
      }
    }
    tellOutdone(outdone, added, reasons);
    for (const rule of group.rules) {
      const surpluses = added.get(rule);
      if (!surpluses) continue;
      const wanted = sum(surpluses);
      const by = { ...nameOf(rule), key: rule.id, caps: rule.caps };
      const kept = limit(wanted, by, tally, reasons);
      give(given, rule.id, kept);
      const micro = floor(times(kept, MICRO_PER_POINT));
      reasons.push({ code: "rule-factor", ...nameOf(rule), percent: percentOf(rule), micro });
      now = now.map(({ line, value }, i) => ({
        line,
        value: plus(value, wanted.n === 0n ? zero : scaled(surpluses[i]!, kept, wanted)),
      }));
    }
    now = now.map(({ line, value }) => ({ line, value: exceeds(zero, value) ? zero : value }));
  }
  return now;
}

const set = (
  added: Map<EarningRule, Fraction[]>,
  rule: EarningRule,
  lines: number,
): Fraction[] => {
  const blank = Array.from({ length: lines }, () => zero);
  added.set(rule, blank);
  return blank;
};

const surplus = (value: Fraction, rule: EarningRule): Fraction =>
  minus(times(value, percentOf(rule), 100), value);

/** A rule that lost on every line it covers is told with the one that went before it. */
export function tellOutdone(
  outdone: ReadonlyMap<EarningRule, EarningRule>,
  counted: ReadonlyMap<EarningRule, unknown>,
  reasons: Reason[],
): void {
  for (const [rule, by] of outdone) {
    if (counted.has(rule)) continue;
    reasons.push({
      code: "rule-outdone",
      ...nameOf(rule),
      byRuleId: by.id,
      byNameZh: by.nameZh,
      byNameEn: by.nameEn,
    });
  }
}
