/** Stage 1: what each line earns by its rate, before factors. @module */
import type { CountedLine } from "./earning-line.ts";
import type { EarningRules, Gives } from "./earning-rules.ts";
import { type Fraction, plus, times, whole, zero } from "./fraction.ts";
import { outdoneBy, type PlannedRule } from "./plan.ts";
import type { Reason } from "./reason.ts";

/** The lines under one rate; counted together, so that cutting a line in two changes nothing. */
export interface RateBundle {
  /** Null: the base rate. */
  rule: PlannedRule | null;
  lines: CountedLine[];
  /** What it counts on a line: fen, or thousandths of a piece. */
  weightOf(line: CountedLine): number;
  /** Points for each of it. */
  unit: Fraction;
}

type Rate = { fenPerPoint: number; pointsPerStep: number };

const unitOf = ({ fenPerPoint, pointsPerStep }: Rate): Fraction => ({
  n: BigInt(pointsPerStep),
  d: BigInt(fenPerPoint),
});

const fenOf = (line: CountedLine): number => line.countedFen;
/** What nothing was paid for that counts earns nothing by the piece either. */
export const milliOf = (line: CountedLine): number => line.countedFen > 0 ? line.quantityMilli : 0;

const total = (lines: readonly CountedLine[], of: (line: CountedLine) => number): number =>
  lines.reduce((sum, line) => sum + of(line), 0);

/** The rate of each line: of the rules that hold and cover it, the one of highest priority; else the
 *  base rate. @param holding the rates that hold, in the plan's order */
export function rateLines(
  counted: readonly CountedLine[],
  rules: EarningRules,
  holding: readonly PlannedRule[],
  reasons: Reason[],
): RateBundle[] {
  const under = new Map<PlannedRule | null, CountedLine[]>();
  for (const line of counted) {
    const rule = holding.find((each) => each.covers(line)) ?? null;
    const lines = under.get(rule);
    if (lines) lines.push(line);
    else under.set(rule, [line]);
  }
  return [null, ...holding].flatMap((rule) => {
    const lines = under.get(rule);
    if (!lines) {
      if (rule) reasons.push(...outdone(rule, counted, holding));
      return [];
    }
    if (rule) return [bundleOf(rule, lines, reasons)];
    const { fenPerPoint, pointsPerStep } = rules;
    const eligibleFen = total(lines, fenOf);
    reasons.push({ code: "base-rate", eligibleFen, fenPerPoint, pointsPerStep });
    return [{ rule, lines, weightOf: fenOf, unit: unitOf(rules) }];
  });
}

/** Told with the rate that took the first line it covers. */
function outdone(
  rule: PlannedRule,
  counted: readonly CountedLine[],
  holding: readonly PlannedRule[],
): Reason[] {
  const line = counted.find((each) => rule.covers(each));
  const by = line && holding.find((each) => each.covers(line));
  return by ? [outdoneBy(rule, by)] : [];
}

function bundleOf(rule: PlannedRule, lines: CountedLine[], reasons: Reason[]): RateBundle {
  const { gives, name } = rule;
  if (gives.kind === "fixed") {
    const { pointsPerUnit } = gives;
    const quantityMilli = total(lines, milliOf);
    reasons.push({ code: "rule-fixed", ...name, quantityMilli, pointsPerUnit });
    return { rule, lines, weightOf: milliOf, unit: { n: BigInt(pointsPerUnit), d: 1000n } };
  }
  const eligibleFen = total(lines, fenOf);
  if (gives.kind === "brackets") {
    const all = bracketValue(rule, gives, eligibleFen, reasons);
    const unit = eligibleFen === 0 ? zero : times(all, 1, eligibleFen);
    return { rule, lines, weightOf: fenOf, unit };
  }
  if (gives.kind !== "rate") throw new RangeError(`no rate: ${gives.kind}`);
  const { fenPerPoint, pointsPerStep } = gives;
  reasons.push({ code: "rule-rate", ...name, eligibleFen, fenPerPoint, pointsPerStep });
  return { rule, lines, weightOf: fenOf, unit: unitOf(gives) };
}

type Brackets = Extract<Gives, { kind: "brackets" }>;

function bracketValue(
  { name }: PlannedRule,
  { mode, steps }: Brackets,
  eligibleFen: number,
  reasons: Reason[],
): Fraction {
  const reached = steps.filter((step) => step.fromFen <= eligibleFen);
  const told = mode === "whole" ? reached.slice(-1) : reached;
  let all = zero;
  for (const [i, step] of told.entries()) {
    const part = mode === "whole"
      ? eligibleFen
      : (told[i + 1]?.fromFen ?? eligibleFen) - step.fromFen;
    if (part === 0 && told.length > 1) continue;
    reasons.push({ code: "rule-bracket", ...name, ...step, eligibleFen: part });
    all = plus(all, times(whole(part), step.pointsPerStep, step.fenPerPoint));
  }
  return all;
}
