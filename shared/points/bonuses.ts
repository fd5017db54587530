/** Stage 3: points on top. @module */
import { type CountedLine, covers } from "./earning-line.ts";
import type { EarningRule, RuleGroup } from "./earning-rules.ts";
import { grouped, tellOutdone } from "./factors.ts";
import { exceeds, floor, type Fraction, minus, plus, sum, times, whole, zero } from "./fraction.ts";
import { give, limit, MICRO_PER_POINT } from "./limits.ts";
import { nameOf } from "./rates.ts";
import type { Reason } from "./reason.ts";
import type { Tally } from "./when.ts";

/** What a bonus rule would give, with the tally keys that say it has been given. */
interface Bonus {
  rule: EarningRule;
  value: Fraction;
  /** Keys beside the rule's own that remember it. */
  keys: string[];
  ns: number[];
}

export const productKey = (ruleId: string, productId: string): string => `${ruleId}/${productId}`;
export const groupKey = (groupId: string): string => `group:${groupId}`;

/** Nothing left to give: null; its reason is told as missed. */
function bonusOf(rule: EarningRule, lines: readonly CountedLine[], tally: Tally): Bonus | null {
  const { gives, id } = rule;
  if (gives.kind !== "bonus") throw new RangeError(`no bonus: ${gives.kind}`);
  const covered = lines.filter((line) => covers(rule, line));
  const scoped = rule.lines.productIds || rule.lines.categoryIds;
  const ns = scoped ? covered.map((line) => line.n) : [];
  const points = whole(gives.points);
  if (gives.once === "unit") {
    const milli = covered.reduce((total, line) => total + line.quantityMilli, 0);
    return milli === 0 ? null : { rule, value: times(points, milli, 1000), keys: [], ns };
  }
  if (gives.once === "day") {
    return (tally.day[id] ?? 0) > 0 ? null : { rule, value: points, keys: [], ns };
  }
  if (gives.once === "member") {
    return (tally.ever[id] ?? 0) > 0 ? null : { rule, value: points, keys: [], ns };
  }
  const fresh = new Map<string, number>();
  for (const { productId, n, countedFen } of covered) {
    if (productId === null || countedFen === 0 || fresh.has(productId)) continue;
    if ((tally.ever[productKey(id, productId)] ?? 0) === 0) fresh.set(productId, n);
  }
  if (fresh.size === 0) return null;
  return {
    rule,
    value: times(points, fresh.size),
    keys: [...fresh.keys()].map((productId) => productKey(id, productId)),
    ns: [...fresh.values()],
  };
}

/** Of the bonuses of a group, those that count. Where only one can, a member gets at most the best
 *  of them in a day, in however many sales. */
function chosen(mode: RuleGroup["mode"], bonuses: readonly Bonus[]): Bonus[] {
  if (mode === "add" || bonuses.length === 0) return [...bonuses];
  if (mode === "exclusive") return [bonuses[0]!];
  return [bonuses.reduce((best, bonus) => exceeds(bonus.value, best.value) ? bonus : best)];
}

/** The bonuses of the rules that hold and cover something. */
export function addBonuses(
  lines: readonly CountedLine[],
  bonusRules: readonly EarningRule[],
  groups: readonly RuleGroup[],
  tally: Tally,
  given: Map<string, Fraction>,
  reasons: Reason[],
  missed: Reason[],
): Fraction {
  let total = zero;
  for (const group of grouped(bonusRules, groups)) {
    const bonuses: Bonus[] = [];
    for (const rule of group.rules) {
      const bonus = bonusOf(rule, lines, tally);
      if (bonus) bonuses.push(bonus);
      else missed.push({ code: "rule-missed", ...nameOf(rule), condition: "once" });
    }
    const counts = chosen(group.mode, bonuses);
    const told = new Map(counts.map((bonus) => [bonus.rule, bonus]));
    tellOutdone(
      new Map(bonuses.filter((each) => !told.has(each.rule)).map((b) => [b.rule, counts[0]!.rule])),
      told,
      reasons,
    );
    let room: Fraction | null = null;
    if (group.id !== null && group.mode !== "add") {
      const before = times(whole(tally.day[groupKey(group.id)] ?? 0), 1, MICRO_PER_POINT);
      room = minus(sum(counts.map((each) => each.value)), before);
    }
    for (const bonus of counts) {
      const kept = keep(bonus, room, tally, reasons, missed);
      if (!exceeds(kept, zero)) continue;
      give(given, bonus.rule.id, kept);
      for (const key of bonus.keys) give(given, key, times(kept, 1, bonus.keys.length));
      if (room) give(given, groupKey(group.id!), kept);
      total = plus(total, kept);
      const micro = floor(times(kept, MICRO_PER_POINT));
      reasons.push({ code: "rule-bonus", ...nameOf(bonus.rule), micro, ns: bonus.ns });
    }
  }
  return total;
}

/** What the group's room and the rule's limits leave of a bonus. */
function keep(
  { rule, value }: Bonus,
  room: Fraction | null,
  tally: Tally,
  reasons: Reason[],
  missed: Reason[],
): Fraction {
  const open = room && exceeds(value, room) ? room : value;
  if (!exceeds(open, zero)) {
    missed.push({ code: "rule-missed", ...nameOf(rule), condition: "once" });
    return zero;
  }
  const by = { ...nameOf(rule), key: rule.id, caps: rule.caps };
  return limit(open, by, tally, reasons);
}
