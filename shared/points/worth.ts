/** What lines are worth under the rules: the one evaluation behind preview, booking, returns and
 *  what-if. @module */
import { addBonuses } from "./bonuses.ts";
import { type CountedLine, countedLines, type EarningLine } from "./earning-line.ts";
import type { EarningRules } from "./earning-rules.ts";
import { multiply } from "./factors.ts";
import { ceil, floor, type Fraction, plus, sum, times, zero } from "./fraction.ts";
import { give, type Given, isTallied, limit, MICRO_PER_POINT, MOST_PER_SALE } from "./limits.ts";
import { missing } from "./missing.ts";
import { outdoneBy, type Plan, type PlannedRule, planOf } from "./plan.ts";
import { type Portion, portionsOf } from "./portions.ts";
import { rateLines } from "./rates.ts";
import type { Reason } from "./reason.ts";
import type { EarningGround } from "./when.ts";

/** A sale as the rules judge it. */
export interface EarningSale {
  lines: readonly EarningLine[];
  rules: EarningRules;
  tierId: string | null;
  /** Instant of the sale (ms). */
  earnedAt: number;
  /** Minutes the stores are ahead of UTC; Shanghai when left out. */
  offset?: number;
  ground: EarningGround;
}

export interface Worth {
  /** The part of the sale that counts. */
  eligibleFen: number;
  /** Millionths of a point, rounded down once over the whole sale. */
  micro: number;
  /** What led to it. */
  reasons: Reason[];
  /** Rules that did not hold, each with the first condition that failed. */
  missed: Reason[];
  /** What is to be remembered: added to the tally of the day and of ever. */
  given: Given[];
}

/** Key of everything together in the tally. */
export const ALL = "*";

const countable = { perSale: MOST_PER_SALE, perDay: null, perMember: null };

/** The worth of lines, before the account's kept fraction comes in. Exact; the order of lines and of
 *  rules never matters. */
export function worthOf(sale: EarningSale): Worth {
  const { rules, ground } = sale;
  const plan = planOf(rules);
  const { counted, eligibleFen, reasons } = countedLines(sale.lines, plan);
  const none = { eligibleFen, micro: 0, missed: [], given: [] };
  if (eligibleFen === 0) return { ...none, reasons: [...reasons, { code: "nothing-eligible" }] };
  if (eligibleFen < rules.minSaleFen) {
    const { minSaleFen } = rules;
    return { ...none, reasons: [...reasons, { code: "below-minimum", eligibleFen, minSaleFen }] };
  }
  const missed: Reason[] = [];
  const holding = rulesHolding(sale, plan, counted, eligibleFen, missed);
  const given = new Map<string, Fraction>();
  const { tally } = ground;
  const rates = plan.rates.filter((rule) => holding.has(rule));
  const bundles = rateLines(counted, rules, rates, reasons);
  const groups = plan.factors
    .map((group) => ({ ...group, rules: group.rules.filter((rule) => holding.has(rule)) }))
    .filter((group) => group.rules.length > 0);
  const { portions, outdone } = portionsOf(bundles, groups);
  for (const [rule, by] of outdone) reasons.push(outdoneBy(rule, by));
  multiply(portions, rules, sale.tierId, tally, given, reasons);
  const byLines = sum(portions.map(({ value }) => value));
  const onTop = addBonuses(counted, plan.bonuses, holding, { tally, given, reasons, missed });
  const all = { key: ALL, ruleId: null, nameZh: "", nameEn: "", caps: rules.caps };
  const within = limit(plus(byLines, onTop), all, tally, reasons);
  const total = limit(within, { ...all, caps: countable }, tally, reasons);
  give(given, ALL, total);
  reasons.push(...lineShares(portions));
  return {
    eligibleFen,
    micro: floor(times(total, MICRO_PER_POINT)),
    reasons,
    missed,
    given: tallied(given, rules, plan),
  };
}

function rulesHolding(
  sale: EarningSale,
  plan: Plan,
  counted: readonly CountedLine[],
  eligibleFen: number,
  missed: Reason[],
): Set<PlannedRule> {
  const holding = new Set<PlannedRule>();
  if (plan.rules.length === 0) return holding;
  const judge = missing({ ...sale, eligibleFen });
  for (const planned of plan.rules) {
    const why = judge(planned.rule.when) ??
      (counted.some((line) => line.countedFen > 0 && planned.covers(line))
        ? null
        : { condition: "lines" });
    if (why) missed.push({ code: "rule-missed", ...planned.name, ...why });
    else holding.add(planned);
  }
  return holding;
}

/** Only what some limit will ask for is remembered. */
function tallied(given: ReadonlyMap<string, Fraction>, rules: EarningRules, plan: Plan): Given[] {
  const rows: Given[] = [];
  for (const [key, value] of given) {
    const asked = key === ALL
      ? isTallied(rules.caps)
      : plan.remembered.has(key) || key.includes("/") || key.startsWith("group:");
    const micro = asked ? ceil(times(value, MICRO_PER_POINT)) : 0;
    if (micro !== 0) rows.push({ key, micro });
  }
  return rows.sort((a, b) => a.key < b.key ? -1 : 1);
}

/** What each line brought in before bonuses and the limit over all, in whole micro-points that add
 *  up whatever the rounding. */
function lineShares(portions: readonly Portion[]): Reason[] {
  let upTo: Fraction = zero;
  let told = 0;
  const shares = portions.flatMap(({ bundle, lines, weight, value }) => {
    upTo = plus(upTo, value);
    const all = BigInt(floor(times(upTo, MICRO_PER_POINT)) - told);
    told += Number(all);
    let counted = 0;
    let before = 0;
    return lines.map((line) => {
      counted += bundle.weightOf(line);
      const micro = weight === 0 ? 0 : Number(all * BigInt(counted) / BigInt(weight)) - before;
      before += micro;
      return { code: "line-share" as const, n: line.n, eligibleFen: line.countedFen, micro };
    });
  });
  return shares.sort((a, b) => a.n - b.n);
}
