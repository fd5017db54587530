/** Stage 3: points on top. @module */
import type { CountedLine } from "./earning-line.ts";
import {
  exceeds,
  floor,
  type Fraction,
  lesser,
  minus,
  plus,
  sum,
  times,
  whole,
  zero,
} from "./fraction.ts";
import { give, limit, micro, MICRO_PER_POINT } from "./limits.ts";
import { outdoneBy, type PlannedGroup, type PlannedRule } from "./plan.ts";
import { milliOf } from "./rates.ts";
import type { Reason } from "./reason.ts";
import type { Tally } from "./when.ts";

/** What a bonus rule would give, with the tally keys that say it has been given. */
interface Bonus {
  rule: PlannedRule;
  /** Within the rule's limits. */
  value: Fraction;
  capped: Reason[];
  /** Keys beside the rule's own that remember it. */
  keys: string[];
  ns: number[];
}

export const productKey = (ruleId: string, productId: string): string => `${ruleId}/${productId}`;
export const groupKey = (groupId: string): string => `group:${groupId}`;

/** What bonuses write down. */
export interface BonusBook {
  tally: Tally;
  given: Map<string, Fraction>;
  reasons: Reason[];
  missed: Reason[];
}

/** The bonuses of the rules that hold and cover something. */
export function addBonuses(
  lines: readonly CountedLine[],
  groups: readonly PlannedGroup[],
  holding: ReadonlySet<PlannedRule>,
  book: BonusBook,
): Fraction {
  let total = zero;
  for (const group of groups) {
    const bonuses = group.rules.filter((rule) => holding.has(rule)).flatMap((rule) => {
      const bonus = bonusOf(rule, lines, book.tally);
      if (!bonus) book.missed.push(used(rule));
      else if (exceeds(bonus.value, zero)) return [bonus];
      else book.reasons.push(...bonus.capped);
      return [];
    });
    if (bonuses.length > 0) total = plus(total, addGroup(group, bonuses, book));
  }
  return total;
}

const used = ({ name }: PlannedRule): Reason => ({
  code: "rule-missed",
  ...name,
  condition: "once",
});

function addGroup(group: PlannedGroup, bonuses: readonly Bonus[], book: BonusBook): Fraction {
  const { tally, given, reasons, missed } = book;
  const counts = chosen(group.mode, bonuses);
  for (const { rule } of bonuses.filter((each) => !counts.includes(each))) {
    reasons.push(outdoneBy(rule, counts[0]!.rule));
  }
  const room = roomOf(group, counts, tally);
  let total = zero;
  for (const bonus of counts) {
    const { rule, value, keys, ns } = bonus;
    const kept = room ? lesser(value, room) : value;
    if (!exceeds(kept, zero)) {
      missed.push(used(rule));
      continue;
    }
    reasons.push(...bonus.capped);
    give(given, rule.id, kept);
    for (const key of keys) give(given, key, times(kept, 1, keys.length));
    if (room) give(given, groupKey(group.id!), kept);
    total = plus(total, kept);
    const micro = floor(times(kept, MICRO_PER_POINT));
    reasons.push({ code: "rule-bonus", ...rule.name, micro, ns });
  }
  return total;
}

/** Of the bonuses of a group, those that count: the first, or the largest, of what limits leave. */
function chosen(mode: PlannedGroup["mode"], bonuses: readonly Bonus[]): readonly Bonus[] {
  if (mode === "add" || bonuses.length < 2) return bonuses;
  if (mode === "exclusive") return bonuses.slice(0, 1);
  return [bonuses.reduce((best, bonus) => exceeds(bonus.value, best.value) ? bonus : best)];
}

/**
 * What a group in which one counts still gives today: a member gets as much as that one in a day, in
 * however many sales. Once a rule has given, those that go after it give nothing more that day.
 */
function roomOf(
  { id, mode, rules }: PlannedGroup,
  counts: readonly Bonus[],
  tally: Tally,
): Fraction | null {
  if (id === null || mode === "add") return null;
  const [first] = counts;
  if (mode === "exclusive") {
    const before = rules.slice(0, rules.indexOf(first!.rule));
    if (before.some((rule) => (tally.day[rule.id] ?? 0) > 0)) return zero;
  }
  return minus(sum(counts.map(({ value }) => value)), micro(tally.day[groupKey(id)] ?? 0));
}

/** Null where it has given all it gives. */
function bonusOf(rule: PlannedRule, lines: readonly CountedLine[], tally: Tally): Bonus | null {
  const { gives, id } = rule;
  if (gives.kind !== "bonus") throw new RangeError(`no bonus: ${gives.kind}`);
  const covered = lines.filter((line) => rule.covers(line));
  const ns = rule.scoped ? covered.map((line) => line.n) : [];
  const points = whole(gives.points);
  const worth = (value: Fraction, keys: string[], of: number[]): Bonus => {
    const capped: Reason[] = [];
    const by = { ...rule.name, key: id, caps: rule.caps };
    return { rule, value: limit(value, by, tally, capped), capped, keys, ns: of };
  };
  if (gives.once === "unit") {
    const milli = covered.reduce((total, line) => total + milliOf(line), 0);
    return milli === 0 ? null : worth(times(points, milli, 1000), [], ns);
  }
  if (gives.once === "day") {
    return (tally.day[id] ?? 0) > 0 ? null : worth(points, [], ns);
  }
  if (gives.once === "member") {
    return (tally.ever[id] ?? 0) > 0 ? null : worth(points, [], ns);
  }
  const fresh = new Map<string, number>();
  for (const { productId, n, countedFen } of covered) {
    if (productId === null || countedFen === 0 || fresh.has(productId)) continue;
    if ((tally.ever[productKey(id, productId)] ?? 0) === 0) fresh.set(productId, n);
  }
  if (fresh.size === 0) return null;
  const keys = [...fresh.keys()].map((productId) => productKey(id, productId));
  return worth(times(points, fresh.size), keys, [...fresh.values()]);
}
