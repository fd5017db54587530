import { addDays, dayOf, startOfDay } from "../business-day.ts";
import type { EarningRules } from "./earning-rules.ts";
import { type Given, MICRO_PER_POINT } from "./limits.ts";
import type { Reason } from "./reason.ts";
import { lapsesAt } from "./validity.ts";
import { blankGround, type EarningGround } from "./when.ts";
import { type EarningSale, worthOf } from "./worth.ts";

export type { EarningLine } from "./earning-line.ts";
export { MICRO_PER_POINT } from "./limits.ts";

export interface AccrualInput extends Omit<EarningSale, "ground"> {
  ruleVersionId: string;
  /** The account's kept fraction before, 0 to 999999. */
  carryMicro: number;
  /** Left out: nothing is known of the member but the tier, nothing has been given yet. */
  ground?: EarningGround;
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
  /** Rules that did not hold, and what to add to the tally: see worth.ts. */
  missed: Reason[];
  given: Given[];
}

/**
 * The one evaluation of the earning rules: preview, booking and replay call it. Exact in integers,
 * always rounded down: first to millionths of a point, then to points. With carried remainders
 * two sales earn what one of both would, up to a millionth of a point for each.
 */
export function accrue(input: AccrualInput): Accrual {
  const { rules, carryMicro } = input;
  assertCarry(carryMicro);
  const worth = worthOf({ ...input, ground: input.ground ?? blankGround });
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
    missed: worth.missed,
    given: worth.given,
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

/** When points earned at an instant can be spent, and when they lapse. */
export function datesOf(
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

/** Throws on what is no fraction of a point in millionths: that is a bug, not input. */
export function assertCarry(micro: number): void {
  if (!Number.isInteger(micro) || micro < 0 || micro >= MICRO_PER_POINT) {
    throw new RangeError(`not a fraction of a point: ${micro}`);
  }
}
