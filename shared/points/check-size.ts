/** Can the largest sale still be counted? An upper bound: of rules that never hold for one line at
 *  once only the largest is taken, everything else is taken together. @module */
import type { ProgrammeRules } from "../programme/rules.ts";
import { percentOf } from "./check-meeting.ts";
import { type Caps, type EarningRule, stageOf } from "./earning-rules.ts";
import { type Finding, refused } from "./finding.ts";
import { MOST_PER_SALE } from "./limits.ts";
import { type Meetings, meetingsOf } from "./meetings.ts";
import type { Categories } from "./overlap.ts";

/** The largest sale that is reckoned with: 100 million yuan for ten thousand pieces of fifty goods. */
const LARGEST = { fen: 1e10, pieces: 10_000, products: 50 };

export function checkSize(rules: ProgrammeRules, categories: Categories): Finding[] {
  const meetings = meetingsOf(rules, categories);
  const on = [...meetings.rates, ...meetings.others];
  const all = most(rules, on, meetings);
  if (all <= MOST_PER_SALE) return [];
  // The rule without which least is left is the one to change first.
  const by = on.map((rule) => ({
    rule,
    left: most(rules, on.filter((each) => each !== rule), meetings),
  })).filter(({ left }) => left < all).sort((a, b) => a.left - b.left)[0];
  return [
    refused("more-than-countable", by ? [by.rule.id] : [], by ? {} : { part: "base" }),
  ];
}

/** Points that the largest sale earns at most. */
function most(rules: ProgrammeRules, on: readonly EarningRule[], meetings: Meetings): number {
  const factors = on.filter(({ gives }) => stageOf(gives) === "factor");
  const plain = factors.filter((rule) => !limited(rule));
  const tier = Math.max(100, ...Object.values(rules.tierFactorPercent)) / 100;
  const times = tier * product(rules, plain, meetings);
  const rates = on.filter(({ gives }) => stageOf(gives) === "rate");
  const money = rates.filter(({ gives }) => gives.kind !== "fixed").map((rule) =>
    within(rule.caps, rateOf(rule) * LARGEST.fen * times)
  );
  const base = rules.pointsPerStep / rules.fenPerPoint * LARGEST.fen * times;
  const pieces = rates.filter(({ gives }) => gives.kind === "fixed").map((rule) =>
    within(rule.caps, rateOf(rule) * LARGEST.pieces * times)
  );
  const rated = Math.max(base, ...money) + Math.max(0, ...pieces);
  const surplus = together(
    factors.filter(limited),
    meetings,
    (rule) => within(rule.caps, rated * (percentOf(rule) - 100) / 100),
  );
  const bonuses = on.filter(({ gives }) => stageOf(gives) === "bonus");
  const onTop = together(
    bonuses,
    { ...meetings, shareLine: () => true },
    (rule) => within(rule.caps, bonusOf(rule)),
  );
  return within(rules.caps, rated + surplus + onTop);
}

const capsOf = (caps: Caps | null | undefined): number[] =>
  [caps?.perSale, caps?.perDay, caps?.perMember].filter((each) => each != null);
const within = (caps: Caps | null | undefined, points: number): number =>
  Math.min(points, ...capsOf(caps));
const limited = (rule: EarningRule): boolean =>
  percentOf(rule) > 100 && capsOf(rule.caps).length > 0;

/** Points for a fen, or for a piece. */
function rateOf({ gives }: EarningRule): number {
  if (gives.kind === "fixed") return gives.pointsPerUnit;
  if (gives.kind === "rate") return gives.pointsPerStep / gives.fenPerPoint;
  if (gives.kind !== "brackets") return 0;
  return Math.max(...gives.steps.map((step) => step.pointsPerStep / step.fenPerPoint));
}

function bonusOf({ gives }: EarningRule): number {
  if (gives.kind !== "bonus") return 0;
  const often = { unit: LARGEST.pieces, product: LARGEST.products, day: 1, member: 1 };
  return gives.points * often[gives.once];
}

/** What the factors make together: groups multiply, and so does each rule on its own. */
function product(rules: ProgrammeRules, factors: readonly EarningRule[], meetings: Meetings) {
  const more = (rule: EarningRule): number => Math.max(0, percentOf(rule) - 100) / 100;
  let all = 1;
  for (const { id, mode } of rules.groups ?? []) {
    const of = factors.filter(({ groupId }) => groupId === id);
    all *= 1 + (mode === "add" ? together(of, meetings, more) : Math.max(0, ...of.map(more)));
  }
  const own = factors.filter(({ groupId }) => groupId === null);
  for (const each of apart(own, meetings, more)) all *= 1 + each;
  return all;
}

const together = (
  all: readonly EarningRule[],
  meetings: Meetings,
  worth: (rule: EarningRule) => number,
): number => apart(all, meetings, worth).reduce((sum, each) => sum + each, 0);

/** The largest of each set of rules of which only one can hold. */
function apart(
  all: readonly EarningRule[],
  { meet, shareLine }: Pick<Meetings, "meet" | "shareLine">,
  worth: (rule: EarningRule) => number,
): number[] {
  const sets: { rules: EarningRule[]; most: number }[] = [];
  const largestFirst = all.map((rule) => ({ rule, most: worth(rule) }))
    .sort((a, b) => b.most - a.most);
  for (const { rule, most } of largestFirst) {
    const set = sets.find(({ rules }) =>
      rules.every((other) => !meet(rule, other) || !shareLine(rule, other))
    );
    if (set) set.rules.push(rule);
    else sets.push({ rules: [rule], most });
  }
  return sets.map(({ most }) => most);
}
