/** What lines are worth under the rules: the one evaluation behind preview, booking, returns and
 *  what-if. @module */
import { type CountedLine, countedLines, covers, type EarningLine } from "./earning-line.ts";
import { type EarningRule, type EarningRules, stageOf } from "./earning-rules.ts";
import { addBonuses } from "./bonuses.ts";
import { multiply } from "./factors.ts";
import { floor, type Fraction, plus, sum, times, zero } from "./fraction.ts";
import { give, type Given, isTallied, limit, MICRO_PER_POINT } from "./limits.ts";
import { type LineWorth, nameOf, rateLines } from "./rates.ts";
import type { Reason } from "./reason.ts";
import { type EarningGround, failing } from "./when.ts";

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

/** The worth of lines, before the account's kept fraction comes in. Exact; the order of lines and of
 *  rules never matters. */
export function worthOf(sale: EarningSale): Worth {
  const { rules, ground } = sale;
  const { counted, eligibleFen, reasons } = countedLines(sale.lines, rules);
  const none = { eligibleFen, micro: 0, missed: [], given: [] };
  if (eligibleFen === 0) return { ...none, reasons: [...reasons, { code: "nothing-eligible" }] };
  if (eligibleFen < rules.minSaleFen) {
    const { minSaleFen } = rules;
    return { ...none, reasons: [...reasons, { code: "below-minimum", eligibleFen, minSaleFen }] };
  }
  const missed: Reason[] = [];
  const holding = rulesHolding(sale, counted, eligibleFen, missed);
  const at = (stage: ReturnType<typeof stageOf>) =>
    holding.filter((rule) => stageOf(rule.gives) === stage);
  const given = new Map<string, Fraction>();
  const { tally } = ground;
  const rated = rateLines(counted, rules, at("rate"), tally, given, reasons);
  const worths = multiply(rated, rules, at("factor"), sale.tierId, tally, given, reasons);
  const byLines = sum(worths.map((each) => each.value));
  const groups = rules.groups ?? [];
  const onTop = addBonuses(counted, at("bonus"), groups, tally, given, reasons, missed);
  const all = { key: ALL, ruleId: null, nameZh: "", nameEn: "", caps: rules.caps };
  const total = limit(plus(byLines, onTop), all, tally, reasons);
  give(given, ALL, total);
  reasons.push(...lineShares(worths));
  return {
    eligibleFen,
    micro: floor(times(total, MICRO_PER_POINT)),
    reasons,
    missed,
    given: tallied(given, rules),
  };
}

function rulesHolding(
  sale: EarningSale,
  counted: readonly CountedLine[],
  eligibleFen: number,
  missed: Reason[],
): EarningRule[] {
  const moment = { ...sale, eligibleFen };
  return (sale.rules.rules ?? []).filter((rule) => {
    if (!rule.on) return false;
    const condition = failing(rule.when, moment) ??
      (counted.some((line) => covers(rule, line)) ? null : "lines");
    if (condition) missed.push({ code: "rule-missed", ...nameOf(rule), condition });
    return condition === null;
  });
}

/** Only what some limit will ask for is remembered. */
function tallied(given: ReadonlyMap<string, Fraction>, rules: EarningRules): Given[] {
  const rows: Given[] = [];
  const keep = (key: string) => {
    const micro = floor(times(given.get(key) ?? zero, MICRO_PER_POINT));
    if (micro !== 0) rows.push({ key, micro });
  };
  if (isTallied(rules.caps)) keep(ALL);
  for (const rule of rules.rules ?? []) {
    const { gives } = rule;
    if (isTallied(rule.caps) || (gives.kind === "bonus" && gives.once !== "unit")) keep(rule.id);
  }
  for (const key of given.keys()) {
    if (key.includes("/") || key.startsWith("group:")) keep(key);
  }
  return rows;
}

/** What each line brought in before bonuses and the limit over all, in whole micro-points that add
 *  up whatever the rounding. */
function lineShares(worths: readonly LineWorth[]): Reason[] {
  let upTo: Fraction = zero;
  let told = 0;
  return worths.map(({ line, value }) => {
    upTo = plus(upTo, value);
    const micro = floor(times(upTo, MICRO_PER_POINT)) - told;
    told += micro;
    return { code: "line-share", n: line.n, eligibleFen: line.countedFen, micro };
  });
}
