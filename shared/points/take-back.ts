import { assertCarry, type EarningLine, MICRO_PER_POINT, type Worth, worthOf } from "./accrue.ts";
import type { EarningRules } from "./earning-rules.ts";
import { assertPoints, draw, fefo, hasLapsed, type LotBalance, type LotUse } from "./lot.ts";
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
  /** Whole points, 0 or more; see `drawBack` for where they come from. */
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

/** Where the points of a return come from. */
export interface DrawBack {
  uses: LotUse[];
  /** Points that had lapsed unspent and are not asked for again. */
  forgiven: number;
  /** Points that the member now owes. */
  shortfall: number;
}

/**
 * Takes points back: first from the lots that the sale created, then from the member's other open
 * lots, first to lapse first, those still pending last. What is left becomes debt. `forgivable` is
 * how many points of the sale lapsed unspent (swept or not) less those forgiven by earlier returns:
 * the member never had the use of them, so they are no debt.
 */
export function drawBack(
  ownLots: readonly LotBalance[],
  otherLots: readonly LotBalance[],
  amount: number,
  now: number,
  forgivable = 0,
): DrawBack {
  assertPoints(amount);
  assertPoints(forgivable);
  const forgiven = Math.min(amount, forgivable);
  const own = ownLots.filter((lot) => !hasLapsed(lot, now));
  const ownIds = new Set(ownLots.map((lot) => lot.id));
  const others = otherLots.filter((lot) => !hasLapsed(lot, now) && !ownIds.has(lot.id));
  const order = [
    ...fefo(own),
    ...fefo(others.filter((lot) => lot.availableAt <= now)),
    ...fefo(others.filter((lot) => lot.availableAt > now)),
  ];
  const { uses, missing } = draw(order, amount - forgiven);
  return { uses, forgiven, shortfall: missing };
}

/** Pays off debt with new points: how many go there, what is still owed, what is left to keep. */
export function repay(
  debt: number,
  newPoints: number,
): { repaid: number; debtAfter: number; kept: number } {
  assertPoints(debt);
  assertPoints(newPoints);
  const repaid = Math.min(debt, newPoints);
  return { repaid, debtAfter: debt - repaid, kept: newPoints - repaid };
}

/** Points that come back to the lot they were spent from. */
export interface LotRestore extends LotUse {
  /** The lot's unchanged lapse. */
  lapsesAt: number | null;
  /** The lot lapsed meanwhile: book the restore and, in the same batch, its lapse. */
  lapsed: boolean;
}

/**
 * Puts spent points back into their own lots with their dates unchanged. `uses` is what the spending
 * drew, `restoredBefore` what earlier reversals put back. A part comes back in the reverse order of
 * drawing, so that the lots are as if only the rest had been spent.
 * Throws when more would come back than was spent: the caller refuses that first.
 */
export function restore(
  lots: readonly Pick<LotBalance, "id" | "lapsesAt">[],
  uses: readonly LotUse[],
  now: number,
  amount: number = total(uses),
  restoredBefore: readonly LotUse[] = [],
): LotRestore[] {
  assertPoints(amount);
  const lapseOf = new Map(lots.map((lot) => [lot.id, lot.lapsesAt]));
  const done = new Map<string, number>();
  for (const use of restoredBefore) done.set(use.lotId, (done.get(use.lotId) ?? 0) + use.amount);
  const restores: LotRestore[] = [];
  let left = amount;
  for (const use of [...uses].reverse()) {
    const part = Math.min(left, use.amount - (done.get(use.lotId) ?? 0));
    if (part <= 0) continue;
    const at = lapseOf.get(use.lotId);
    if (at === undefined) throw new RangeError(`a lot is missing: ${use.lotId}`);
    restores.push({
      lotId: use.lotId,
      amount: part,
      lapsesAt: at,
      lapsed: at !== null && now >= at,
    });
    left -= part;
  }
  if (left > 0) throw new RangeError("more points would come back than were spent");
  return restores;
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

function total(uses: readonly LotUse[]): number {
  return uses.reduce((sum, use) => sum + use.amount, 0);
}
