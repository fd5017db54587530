import { assertCarry } from "./accrue.ts";
import type { EarningLine } from "./earning-line.ts";
import { type Given, MICRO_PER_POINT } from "./limits.ts";
import { assertPoints } from "./lot.ts";
import type { Reason } from "./reason.ts";
import { type EarningSale, type Worth, worthOf } from "./worth.ts";

/** What is given back of one line. A line may be named several times. */
export interface ReturnedLine {
  n: number;
  /** Part of the line's amountFen, 0 or more. */
  amountFen: number;
  /** Part of its quantityMilli, 0 or more. */
  quantityMilli: number;
}

/** The original sale, with the rules, the tier and the ground of then, not today's; and its returns. */
export interface TakeBackInput extends EarningSale {
  returnedBefore: readonly ReturnedLine[];
  returnedNow: readonly ReturnedLine[];
  /** Points that the sale was booked with. */
  pointsEarned: number;
  /** Points that earlier returns of this sale took back (forgiven and owed ones included), less those
   *  they gave. */
  pointsTakenBack: number;
  /** The account's kept fraction now. */
  carryMicro: number;
}

/** How many points a return takes back, and why. */
export interface TakeBack {
  /** Whole points, 0 or more; see draw-back.ts for where they come from. */
  points: number;
  /** Whole points to give: what is kept may earn more than the whole did, where a smaller sale falls
   *  into a better bracket. One of the two is 0. */
  granted: number;
  carryAfterMicro: number;
  reasons: Reason[];
  /** To add to the tally of the sale's day and of ever; mostly below 0. */
  given: Given[];
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
  const back = new Map<number, { amountFen: number; quantityMilli: number }>();
  for (const { n, amountFen, quantityMilli } of returned) {
    assertCount(amountFen);
    assertCount(quantityMilli);
    const before = back.get(n) ?? { amountFen: 0, quantityMilli: 0 };
    back.set(n, {
      amountFen: before.amountFen + amountFen,
      quantityMilli: before.quantityMilli + quantityMilli,
    });
  }
  for (const [n, { amountFen, quantityMilli }] of back) {
    const line = lines.find((each) => each.n === n);
    if (!line || amountFen > line.amountFen || quantityMilli > line.quantityMilli) {
      return { refused: "return-exceeds-sale", n };
    }
  }
  return { lines: lines.map((line) => without(line, back.get(line.n))) };
}

/** A line less what went back; what was paid with points and the like goes back in proportion: all of
 *  it together never more than the line, offset first. */
function without(
  line: EarningLine,
  back: { amountFen: number; quantityMilli: number } | undefined,
): EarningLine {
  if (!back) return line;
  const kept: EarningLine = {
    ...line,
    amountFen: line.amountFen - back.amountFen,
    quantityMilli: line.quantityMilli - back.quantityMilli,
  };
  let paid = 0;
  let goneBefore = 0;
  for (const field of ["offsetFen", "couponFen", "storedValueFen"] as const) {
    const part = line[field];
    if (!part) continue;
    paid += part;
    const gone = Number(BigInt(paid) * BigInt(back.amountFen) / BigInt(line.amountFen));
    kept[field] = part - (gone - goneBefore);
    goneBefore = gone;
  }
  return kept;
}

function assertCount(count: number): void {
  if (!Number.isSafeInteger(count) || count < 0) {
    throw new RangeError(`not an amount: ${count}`);
  }
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
  const taken = Math.max(0, points);
  const granted = Math.max(0, -points);
  if (granted > 0) reasons.push({ code: "returned-granted", points: granted });
  else reasons.push({ code: "taken-back", points: taken });
  return {
    points: taken,
    granted,
    carryAfterMicro,
    reasons,
    given: difference(after.given, before.given),
  };
}

function keptWorth(input: TakeBackInput, returned: readonly ReturnedLine[]): Worth {
  const kept = keptLines(input.lines, returned);
  if ("refused" in kept) throw new RangeError(`more of line ${kept.n} returned than was sold`);
  return worthOf({ ...input, lines: kept.lines });
}

/** Points that the sale was booked with above what the kept lines earn; below 0: too few. */
function overEarned(input: TakeBackInput, after: Worth): number {
  assertPoints(input.pointsEarned);
  const due = Math.floor(after.micro / MICRO_PER_POINT);
  return input.pointsEarned - input.pointsTakenBack - due;
}

/** Whole points to take (below 0: to give) so that the kept fraction stays one. */
function borrow(
  lostMicro: number,
  carryMicro: number,
): { points: number; carryAfterMicro: number } {
  const points = Math.ceil((lostMicro - carryMicro) / MICRO_PER_POINT);
  return { points: points + 0, carryAfterMicro: carryMicro + points * MICRO_PER_POINT - lostMicro };
}

function difference(after: readonly Given[], before: readonly Given[]): Given[] {
  const micro = new Map(before.map((each) => [each.key, -each.micro]));
  for (const { key, micro: more } of after) micro.set(key, (micro.get(key) ?? 0) + more);
  return [...micro].filter(([, change]) => change !== 0).map(([key, change]) => ({
    key,
    micro: change,
  }));
}
