import { addDays, dayOf, startOfDay } from "../business-day.ts";
import { type EarningRules, factorPercent } from "./earning-rules.ts";
import type { Reason } from "./reason.ts";
import { lapsesAt } from "./validity.ts";

/** Millionths of a point: the unit of the fraction that is carried. */
export const MICRO_PER_POINT = 1_000_000;

/** A sale line as the earning rules see it. */
export interface EarningLine {
  /** Its number in the sale. */
  n: number;
  /** Null for a quick amount. */
  productId: string | null;
  /** The product's category and all above it. */
  categoryIds: readonly string[];
  /** What was paid for it after discounts, 0 or more. */
  amountFen: number;
}

export interface AccrualInput {
  lines: readonly EarningLine[];
  rules: EarningRules;
  ruleVersionId: string;
  tierId: string | null;
  /** The account's kept fraction before, 0 to 999999. */
  carryMicro: number;
  /** Instant of the sale (ms). */
  earnedAt: number;
  /** Minutes the stores are ahead of UTC; Shanghai when left out. */
  offset?: number;
}

/** What a sale earns, and why. */
export interface Accrual {
  /** Whole points to book; 0 makes no lot. */
  points: number;
  /** What the sale alone is worth, in millionths of a point. */
  microEarned: number;
  /** The account's kept fraction afterwards. */
  carryAfterMicro: number;
  /** The part of the sale that counts. */
  eligibleFen: number;
  availableAt: number;
  lapsesAt: number | null;
  reasons: Reason[];
}

/**
 * The one evaluation of the earning rules: preview, booking and replay call it. Exact in integers,
 * always rounded down: first to millionths of a point, then to points. With carried remainders
 * two sales earn what one of both would, up to a millionth of a point for each.
 */
export function accrue(input: AccrualInput): Accrual {
  const { lines, rules, carryMicro } = input;
  assertCarry(carryMicro);
  const worth = worthOf(lines, rules, input.tierId);
  const total = (rules.carryRemainder ? carryMicro : 0) + worth.micro;
  const points = Math.floor(total / MICRO_PER_POINT);
  const fraction = total % MICRO_PER_POINT;
  const carryAfterMicro = rules.carryRemainder ? fraction : carryMicro;
  const dates = datesOf(rules, input.earnedAt, input.offset);
  const reasons: Reason[] = [
    { code: "rule-version", ruleVersionId: input.ruleVersionId },
    ...worth.reasons,
  ];
  if (rules.carryRemainder && (carryMicro > 0 || fraction > 0)) {
    reasons.push({
      code: "remainder-carried",
      beforeMicro: carryMicro,
      afterMicro: carryAfterMicro,
    });
  } else if (fraction > 0) {
    reasons.push({ code: "remainder-dropped", micro: fraction });
  }
  if (points > 0) reasons.push(...dateReasons(dates, input.earnedAt));
  return {
    points,
    microEarned: worth.micro,
    carryAfterMicro,
    eligibleFen: worth.eligibleFen,
    ...dates,
    reasons,
  };
}

/** The points for enrolling at an instant (ms), in the same shape as a sale's. */
export function accrueSignUp(
  rules: EarningRules,
  ruleVersionId: string,
  at: number,
  offset?: number,
): Pick<Accrual, "points" | "availableAt" | "lapsesAt" | "reasons"> {
  const dates = { availableAt: at, lapsesAt: lapsesAt(rules.validity, at, offset) };
  const reasons: Reason[] = [
    { code: "rule-version", ruleVersionId },
    { code: "sign-up", points: rules.signUpPoints },
  ];
  if (rules.signUpPoints > 0) reasons.push({ code: "lapses-at", at: dates.lapsesAt });
  return { points: rules.signUpPoints, ...dates, reasons };
}

/** What lines are worth under the rules, before the account's kept fraction comes in. */
export interface Worth {
  eligibleFen: number;
  micro: number;
  reasons: Reason[];
}

/** The worth of lines in millionths of a point, rounded down once over the whole sale. */
export function worthOf(
  lines: readonly EarningLine[],
  rules: EarningRules,
  tierId: string | null,
): Worth {
  const excluded = new Set(rules.excludedCategoryIds);
  const reasons: Reason[] = [];
  const eligible: EarningLine[] = [];
  for (const line of [...lines].sort((a, b) => a.n - b.n)) {
    assertFen(line.amountFen);
    const categoryId = line.categoryIds.find((id) => excluded.has(id));
    if (categoryId === undefined) eligible.push(line);
    else reasons.push({ code: "line-excluded", n: line.n, categoryId });
  }
  const eligibleFen = eligible.reduce((sum, line) => sum + line.amountFen, 0);
  assertFen(eligibleFen);
  if (eligibleFen === 0) {
    return { eligibleFen, micro: 0, reasons: [...reasons, { code: "nothing-eligible" }] };
  }
  if (eligibleFen < rules.minSaleFen) {
    const { minSaleFen } = rules;
    return {
      eligibleFen,
      micro: 0,
      reasons: [...reasons, { code: "below-minimum", eligibleFen, minSaleFen }],
    };
  }
  const percent = factorPercent(rules, tierId);
  const micro = microOf(eligibleFen, rules, percent);
  const { fenPerPoint, pointsPerStep } = rules;
  reasons.push({ code: "base-rate", eligibleFen, fenPerPoint, pointsPerStep });
  if (tierId !== null && percent !== 100) reasons.push({ code: "tier-factor", tierId, percent });
  reasons.push(...lineShares(eligible, eligibleFen, micro));
  return { eligibleFen, micro, reasons };
}

function microOf(eligibleFen: number, rules: EarningRules, percent: number): number {
  const micro = BigInt(eligibleFen) * BigInt(rules.pointsPerStep) * BigInt(percent) *
    BigInt(MICRO_PER_POINT) / (BigInt(rules.fenPerPoint) * 100n);
  if (micro > BigInt(Number.MAX_SAFE_INTEGER - MICRO_PER_POINT)) {
    throw new RangeError("a sale worth more points than can be counted");
  }
  return Number(micro);
}

/** Splits the micro-points over the lines so that they add up, whatever the rounding. */
function lineShares(lines: EarningLine[], eligibleFen: number, micro: number): Reason[] {
  let fenSoFar = 0n;
  let given = 0n;
  return lines.map((line) => {
    fenSoFar += BigInt(line.amountFen);
    const upTo = BigInt(micro) * fenSoFar / BigInt(eligibleFen);
    const share = upTo - given;
    given = upTo;
    return {
      code: "line-share",
      n: line.n,
      eligibleFen: line.amountFen,
      micro: Number(share),
    };
  });
}

function datesOf(
  rules: EarningRules,
  earnedAt: number,
  offset?: number,
): { availableAt: number; lapsesAt: number | null } {
  const availableAt = rules.pendingDays === 0
    ? earnedAt
    : startOfDay(addDays(dayOf(earnedAt, offset), rules.pendingDays), offset);
  const lapse = lapsesAt(rules.validity, earnedAt, offset);
  // Points must not lapse before anyone could spend them: then validity counts from availability.
  if (lapse === null || lapse > availableAt) return { availableAt, lapsesAt: lapse };
  return { availableAt, lapsesAt: lapsesAt(rules.validity, availableAt, offset) };
}

function dateReasons(
  dates: { availableAt: number; lapsesAt: number | null },
  earnedAt: number,
): Reason[] {
  const reasons: Reason[] = [];
  if (dates.availableAt > earnedAt) reasons.push({ code: "pending-until", at: dates.availableAt });
  reasons.push({ code: "lapses-at", at: dates.lapsesAt });
  return reasons;
}

function assertFen(amount: number): void {
  if (!Number.isSafeInteger(amount) || amount < 0) {
    throw new RangeError(`not an amount in fen: ${amount}`);
  }
}

/** Throws on what is no fraction of a point in millionths: that is a bug, not input. */
export function assertCarry(micro: number): void {
  if (!Number.isInteger(micro) || micro < 0 || micro >= MICRO_PER_POINT) {
    throw new RangeError(`not a fraction of a point: ${micro}`);
  }
}
