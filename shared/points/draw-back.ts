import { assertPoints, draw, fefo, hasLapsed, type LotBalance, type LotUse } from "./lot.ts";

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

function total(uses: readonly LotUse[]): number {
  return uses.reduce((sum, use) => sum + use.amount, 0);
}
