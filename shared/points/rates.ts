/** Stage 1: what each line earns by its rate, before factors. Lines that are treated alike are
 *  counted together, so that cutting a line in two changes nothing. @module */
import { type CountedLine, covers } from "./earning-line.ts";
import type { EarningRule, EarningRules, Gives } from "./earning-rules.ts";
import { type Fraction, plus, scaled, sum, times, whole, zero } from "./fraction.ts";
import { give, limit } from "./limits.ts";
import type { Reason } from "./reason.ts";
import type { Tally } from "./when.ts";

/** A line with what it earns so far, in points. */
export interface LineWorth {
  line: CountedLine;
  value: Fraction;
}

type Rate = { fenPerPoint: number; pointsPerStep: number };

const atRate = (fen: number, rate: Rate): Fraction =>
  times(whole(fen), rate.pointsPerStep, rate.fenPerPoint);

/** The higher priority first; equal ones by id, so that nothing hangs on the order of editing. */
export const byPriority = (a: EarningRule, b: EarningRule): number =>
  b.priority - a.priority || (a.id < b.id ? -1 : 1);

const fenOf = (lines: readonly CountedLine[]): number =>
  lines.reduce((total, line) => total + line.countedFen, 0);

export const nameOf = ({ id, nameZh, nameEn }: EarningRule) => ({ ruleId: id, nameZh, nameEn });

/** The rate of each line: of the rules that hold and cover it, the one of highest priority; else the
 *  base rate. */
export function rateLines(
  counted: readonly CountedLine[],
  rules: EarningRules,
  rateRules: readonly EarningRule[],
  tally: Tally,
  given: Map<string, Fraction>,
  reasons: Reason[],
): LineWorth[] {
  const order = [...rateRules].sort(byPriority);
  const under = new Map<EarningRule | null, CountedLine[]>();
  for (const line of counted) {
    const rule = order.find((each) => covers(each, line)) ?? null;
    under.set(rule, [...(under.get(rule) ?? []), line]);
  }
  const worths: LineWorth[] = [];
  for (const rule of [null, ...order]) {
    const lines = under.get(rule);
    if (!lines) continue;
    const values = rule ? ruleValues(rule, lines, reasons) : baseValues(rules, lines, reasons);
    if (!rule) {
      worths.push(...values);
      continue;
    }
    const whole = sum(values.map((each) => each.value));
    const kept = limit(whole, { ...nameOf(rule), key: rule.id, caps: rule.caps }, tally, reasons);
    give(given, rule.id, kept);
    worths.push(
      ...values.map(({ line, value }) => ({
        line,
        value: whole.n === 0n ? value : scaled(value, kept, whole),
      })),
    );
  }
  return worths.sort((a, b) => a.line.n - b.line.n);
}

function baseValues(rules: EarningRules, lines: CountedLine[], reasons: Reason[]): LineWorth[] {
  const { fenPerPoint, pointsPerStep } = rules;
  reasons.push({ code: "base-rate", eligibleFen: fenOf(lines), fenPerPoint, pointsPerStep });
  return lines.map((line) => ({ line, value: atRate(line.countedFen, rules) }));
}

function ruleValues(rule: EarningRule, lines: CountedLine[], reasons: Reason[]): LineWorth[] {
  const { gives } = rule;
  const eligibleFen = fenOf(lines);
  if (gives.kind === "rate") {
    const { fenPerPoint, pointsPerStep } = gives;
    reasons.push({ code: "rule-rate", ...nameOf(rule), eligibleFen, fenPerPoint, pointsPerStep });
    return lines.map((line) => ({ line, value: atRate(line.countedFen, gives) }));
  }
  if (gives.kind === "fixed") {
    const quantityMilli = lines.reduce((total, line) => total + line.quantityMilli, 0);
    const { pointsPerUnit } = gives;
    reasons.push({ code: "rule-fixed", ...nameOf(rule), quantityMilli, pointsPerUnit });
    return lines.map((line) => ({
      line,
      value: times(whole(line.quantityMilli), pointsPerUnit, 1000),
    }));
  }
  if (gives.kind !== "brackets") throw new RangeError(`no rate: ${gives.kind}`);
  const whole_ = bracketValue(rule, gives, eligibleFen, reasons);
  return lines.map((line) => ({
    line,
    value: eligibleFen === 0 ? zero : times(whole_, line.countedFen, eligibleFen),
  }));
}

type Brackets = Extract<Gives, { kind: "brackets" }>;

function bracketValue(
  rule: EarningRule,
  { mode, steps }: Brackets,
  eligibleFen: number,
  reasons: Reason[],
): Fraction {
  const reached = steps.filter((step) => step.fromFen <= eligibleFen);
  const told = mode === "whole" ? reached.slice(-1) : reached;
  let total = zero;
  for (const [i, step] of told.entries()) {
    const part = mode === "whole"
      ? eligibleFen
      : (told[i + 1]?.fromFen ?? eligibleFen) - step.fromFen;
    if (part === 0 && told.length > 1) continue;
    reasons.push({ code: "rule-bracket", ...nameOf(rule), ...step, eligibleFen: part });
    total = plus(total, atRate(part, step));
  }
  return total;
}
