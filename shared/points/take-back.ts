import { assertCarry, type EarningLine, MICRO_PER_POINT, type Worth, worthOf } from "./accrue.ts";
import type { EarningRules } from "./earning-rules.ts";
import { assertPoints } from "./lot.ts";
import type { Reason } from "./reason.ts";

/** What is given back of one line. A line may be named several times. */
export interface ReturnedLine {
  n: number;
  /** Part of the line's amountFen, 0 or more. */
  amountFen: number;
}

export interface TakeBackInput {
  /** The original sale. */
  lines: readonly EarningLine[];
  returnedBefore: readonly ReturnedLine[];
  returnedNow: readonly ReturnedLine[];
  /** The rules of the sale, not today's. */
  rules: EarningRules;
  /** The tier at the sale. */
  tierId: string | null;
  /** Points that the sale was booked with. */
  pointsEarned: number;
  /** Points that earlier returns of this sale took back (forgiven and owed ones included). */
  pointsTakenBack: number;
  /** The account's kept fraction now. */
  carryMicro: number;
}

/** How many points a return takes back, and why. */
export interface TakeBack {
  /** Whole points, 0 or more; see draw-back.ts for where they come from. */
  points: number;
  carryAfterMicro: number;
  reasons: Reason[];
}

/** The lines with what was returned taken off, or the line of which too much would go back. */
export type KeptLines =
  | { lines: EarningLine[] }
  | { refused: "return-exceeds-sale"; n: number };

/** What the customer keeps of a sale after the returns. */
export function keptLines(
  lines: readonly EarningLine[],
  returned: readonly ReturnedLine[],
): KeptLines {
  const kept = new Map(lines.map((line) => [line.n, line.amountFen]));
  for (const { n, amountFen } of returned) {
    if (!Number.isSafeInteger(amountFen) || amountFen < 0) {
      throw new RangeError(`not an amount in fen: ${amountFen}`);
    }
    const left = (kept.get(n) ?? -1) - amountFen;
    if (left < 0) return { refused: "return-exceeds-sale", n };
    kept.set(n, left);
  }
  return { lines: lines.map((line) => ({ ...line, amountFen: kept.get(line.n) ?? 0 })) };
}

/**
 * The points that a return takes back, so that the sale has earned what its rules give for the
 * lines that are kept: exactly, after any partial returns in any order. With carried remainders the
 * difference comes off the kept fraction, and whole points are taken until that is not negative.
 * Throws when more is returned than was sold: the caller refuses that first.
 */
export function takeBack(input: TakeBackInput): TakeBack {
  assertCarry(input.carryMicro);
  const before = keptWorth(input, input.returnedBefore);
  const after = keptWorth(input, [...input.returnedBefore, ...input.returnedNow]);
  const { points, carryAfterMicro } = input.rules.carryRemainder
    ? borrow(before.micro - after.micro, input.carryMicro)
    : { points: overEarned(input, after), carryAfterMicro: input.carryMicro };
  const reasons: Reason[] = [{
    code: "returned",
    eligibleBeforeFen: before.eligibleFen,
    eligibleAfterFen: after.eligibleFen,
  }];
  reasons.push(...after.reasons.filter((reason) => reason.code === "below-minimum"));
  if (carryAfterMicro !== input.carryMicro) {
    reasons.push({
      code: "remainder-carried",
      beforeMicro: input.carryMicro,
      afterMicro: carryAfterMicro,
    });
  }
  reasons.push({ code: "taken-back", points });
  return { points, carryAfterMicro, reasons };
}

function keptWorth(input: TakeBackInput, returned: readonly ReturnedLine[]): Worth {
  const kept = keptLines(input.lines, returned);
  if ("refused" in kept) throw new RangeError(`more of line ${kept.n} returned than was sold`);
  return worthOf(kept.lines, input.rules, input.tierId);
}

function overEarned(input: TakeBackInput, after: Worth): number {
  assertPoints(input.pointsEarned);
  assertPoints(input.pointsTakenBack);
  const due = Math.floor(after.micro / MICRO_PER_POINT);
  return Math.max(0, input.pointsEarned - input.pointsTakenBack - due);
}

function borrow(
  lostMicro: number,
  carryMicro: number,
): { points: number; carryAfterMicro: number } {
  const points = Math.max(0, Math.ceil((lostMicro - carryMicro) / MICRO_PER_POINT));
  return { points, carryAfterMicro: carryMicro + points * MICRO_PER_POINT - lostMicro };
}
