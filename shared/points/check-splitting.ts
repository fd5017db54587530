/** What would let a sale earn more when it is rung up in parts. @module */
import type { ProgrammeRules } from "../programme/rules.ts";
import { limits } from "./check-form.ts";
import { percentOf } from "./check-meeting.ts";
import type { EarningRule } from "./earning-rules.ts";
import { type Finding, refused, warning } from "./finding.ts";
import { type Meetings, meetingsOf } from "./meetings.ts";
import { type Categories, implies } from "./overlap.ts";

/**
 * All rules but these add in parts what they add in one: a rule whose condition may hold for the whole
 * and not for each part (minimum sale, first purchase, balance) must give at least what it displaces.
 * Limits of a sale and falling brackets are allowed, and said.
 */
export function checkSplitting(rules: ProgrammeRules, categories: Categories): Finding[] {
  const meetings = meetingsOf(rules, categories);
  const found: Finding[] = [];
  if (rules.caps?.perSale != null) {
    found.push(warning("split-earns-more-by-cap", [], { part: "base" }));
  }
  for (const rule of (rules.rules ?? []).filter(({ on }) => on)) {
    if (rule.caps?.perSale != null && !isOnceForSale(rule)) {
      found.push(warning("split-earns-more-by-cap", [rule.id]));
    }
    if (isFalling(rule)) found.push(warning("split-earns-more-by-bracket", [rule.id]));
    if (isSensitive(rule, rules) && percentOf(rule) < 100) {
      found.push(refused("reduces-when-split", [rule.id]));
    }
  }
  return [
    ...found,
    ...checkRates(rules, meetings),
    ...meetings.groups.flatMap((each) => checkGroup(rules, meetings, each)),
  ];
}

/** Its limit of a sale is used up by giving once. */
const isOnceForSale = ({ gives }: EarningRule): boolean =>
  gives.kind === "bonus" && (gives.once === "day" || gives.once === "member");

/** May it hold for a sale and not for each part of it? */
export function isSensitive({ when }: EarningRule, { minSaleFen }: ProgrammeRules): boolean {
  // What is below the smallest sale that earns is refused before any rule.
  return (when.minSaleFen ?? 0) > minSaleFen || when.firstPurchase === true ||
    when.balanceAtMost !== undefined;
}

type Ratio = { fenPerPoint: number; pointsPerStep: number };

/** Points for each fen. */
const ratioOf = ({ fenPerPoint, pointsPerStep }: Ratio) => ({ n: pointsPerStep, d: fenPerPoint });
type PerFen = ReturnType<typeof ratioOf>;
const nothing: PerFen = { n: 0, d: 1 };
const noBound: PerFen = { n: 1, d: 0 };
/** Products up to 1e15: exact. */
const isLess = (a: PerFen, b: PerFen): boolean => a.n * b.d < b.n * a.d;

function isFalling({ gives }: EarningRule): boolean {
  return gives.kind === "brackets" &&
    gives.steps.some((step, i) => i > 0 && isLess(ratioOf(step), ratioOf(gives.steps[i - 1]!)));
}

/** The least and the most that a rate gives for a fen. */
function boundsOf({ gives }: EarningRule): { least: PerFen; most: PerFen } {
  if (gives.kind === "rate") return { least: ratioOf(gives), most: ratioOf(gives) };
  if (gives.kind !== "brackets") return { least: nothing, most: noBound };
  const ratios = gives.steps.map(ratioOf);
  return {
    least: ratios.reduce((a, b) => isLess(b, a) ? b : a),
    most: ratios.reduce((a, b) => isLess(a, b) ? b : a),
  };
}

const isLevel = ({ gives }: EarningRule): boolean =>
  gives.kind !== "brackets" || gives.steps.length === 1;

/** A sensitive rate goes before others for the whole sale, and leaves lines to them in its parts. */
function checkRates(rules: ProgrammeRules, meetings: Meetings): Finding[] {
  const order = [...meetings.rates].sort((a, b) => b.priority - a.priority);
  return order.filter((rule) => isSensitive(rule, rules)).flatMap((rule) => {
    const ids: string[] = [];
    const { least } = boundsOf(rule);
    let base = true;
    for (const other of order) {
      if (other.priority >= rule.priority || other === rule) continue;
      if (!meetings.shareLine(rule, other) || !meetings.meet(rule, other)) continue;
      const takesAll = meetings.coversAll(rule, other);
      // Lines that it takes may be missing from the amount by which the other's bracket is found.
      if (isLess(least, boundsOf(other).most) || (!isLevel(other) && !takesAll)) ids.push(other.id);
      const always = !isSensitive(other, rules) && implies(rule.when, other.when) &&
        meetings.coversAll(other, rule);
      if (always) {
        base = false;
        break;
      }
    }
    const less = ids.length > 0 || (base && isLess(least, ratioOf(rules)));
    return less || limits(rule.caps)
      ? [refused("gives-less-than-displaced", [rule.id, ...ids])]
      : [];
  });
}

/** What a factor takes away is taken from what others give within their limits: which of them it is
 *  taken from may differ for the whole and its parts. Allowed, and said. */
function checkAdding(meetings: Meetings, of: readonly EarningRule[]): Finding[] {
  const limited = [...of, ...meetings.rates].some(({ caps }) => limits(caps));
  if (!limited) return [];
  return of.filter((rule) => percentOf(rule) < 100).flatMap((rule) => {
    const met = of.filter((other) =>
      percentOf(other) > 100 && meetings.meet(rule, other) && meetings.shareLine(rule, other)
    );
    return met.length === 0
      ? []
      : [warning("split-earns-more-by-cut", [rule.id, ...met.map(({ id }) => id)])];
  });
}

/** In a group where one counts, the one that goes first must be worth what it keeps out. */
function checkGroup(
  rules: ProgrammeRules,
  meetings: Meetings,
  { group: { id: groupId, mode }, stage, rules: of }: Meetings["groups"][number],
): Finding[] {
  if (mode === "add") return stage === "factor" ? checkAdding(meetings, of) : [];
  // What a rule without a limit adds stays within the limit of a rate, of one with a limit it comes on
  // top: there the first may give less.
  const limitedRates = meetings.rates.some(({ caps }) => limits(caps));
  return of.flatMap((rule) => {
    const sensitive = isSensitive(rule, rules);
    const after = of.filter((other) =>
      other !== rule && meetings.meet(rule, other) &&
      (mode === "best" || other.priority < rule.priority)
    );
    if (stage === "factor") {
      if (!sensitive) return [];
      const kept = after.filter((other) =>
        percentOf(other) > 100 && meetings.shareLine(rule, other) &&
        (mode === "exclusive" || percentOf(other) <= percentOf(rule)) &&
        (percentOf(other) > percentOf(rule) || limits(rule.caps) ||
          (limits(other.caps) && limitedRates))
      );
      return tell(rule, kept, groupId);
    }
    if (mode === "best") return [];
    const scoped = rule.lines.productIds !== undefined || rule.lines.categoryIds !== undefined;
    if (!sensitive && !scoped) return [];
    const kept = after.filter((other) => {
      // Where the other holds, this one does: no part of a sale has the other alone.
      if (!sensitive && meetings.coversAll(rule, other) && implies(other.when, rule.when)) {
        return false;
      }
      return limits(rule.caps) || mostOf(other) > leastOf(rule);
    });
    return tell(rule, kept, groupId);
  });
}

const leastOf = ({ gives }: EarningRule): number => gives.kind === "bonus" ? gives.points : 0;

/** The most that a bonus gives in a sale. */
function mostOf({ gives, lines }: EarningRule): number {
  if (gives.kind !== "bonus") return 0;
  if (gives.once === "unit") return Infinity;
  if (gives.once !== "product") return gives.points;
  return lines.categoryIds ? Infinity : gives.points * (lines.productIds?.length ?? Infinity);
}

const tell = (rule: EarningRule, kept: EarningRule[], groupId: string): Finding[] =>
  kept.length === 0 ? [] : [
    refused(
      [rule, ...kept].some(({ caps }) => limits(caps))
        ? "limited-in-exclusive-group"
        : "gives-less-than-displaced",
      [rule.id, ...kept.map(({ id }) => id)],
      { groupId },
    ),
  ];
