import { type Day, dayOf } from "../business-day.ts";

/** What one accrual left: points that lapse together. */
export interface Lot {
  id: string;
  accountId: string;
  /** The journal that created it. */
  journalId: string;
  /** Points at birth. */
  original: number;
  /** Points not yet spent, lapsed or taken back. */
  remaining: number;
  /** First instant (ms) at which the points may be spent. */
  availableAt: number;
  /** First instant (ms) at which they no longer count; null: never. */
  lapsesAt: number | null;
  issuedStoreId: string;
  issuedBrandId: string;
  /** The rules it was born under; null for manual adjustments and imports. */
  ruleVersionId: string | null;
  /** The account's entry number at birth. */
  createdSeq: number;
}

/** What the rules below look at. */
export type LotBalance = Pick<Lot, "id" | "remaining" | "availableAt" | "lapsesAt">;

/** Points drawn from one lot. */
export interface LotUse {
  lotId: string;
  amount: number;
}

/** The order of spending: first to lapse first, "never" last, then first available, then id. */
export function fefo<L extends LotBalance>(lots: readonly L[]): L[] {
  return [...lots].sort((a, b) =>
    compare(a.lapsesAt ?? Infinity, b.lapsesAt ?? Infinity) ||
    compare(a.availableAt, b.availableAt) ||
    compare(a.id, b.id)
  );
}

/** True from the first instant at which the lot no longer counts. */
export function hasLapsed(lot: LotBalance, now: number): boolean {
  return lot.lapsesAt !== null && now >= lot.lapsesAt;
}

/** Points that can be spent now: available and not lapsed. */
export function spendable(lots: readonly LotBalance[], now: number): number {
  return sum(lots.filter((lot) => isSpendable(lot, now)));
}

/** Points that will become available later. */
export function pending(lots: readonly LotBalance[], now: number): number {
  return sum(lots.filter((lot) => !hasLapsed(lot, now) && now < lot.availableAt));
}

/** Points that have lapsed but that the sweep has not booked out yet. */
export function lapsed(lots: readonly LotBalance[], now: number): number {
  return sum(lots.filter((lot) => hasLapsed(lot, now)));
}

/** The lots to draw an amount from, or how many points there are when they do not suffice. */
export type Spending =
  | { uses: LotUse[] }
  | { refused: "points-short"; spendable: number };

/** Draws an amount (a whole number above 0) from the spendable lots, first to lapse first. */
export function spend(lots: readonly LotBalance[], amount: number, now: number): Spending {
  assertPoints(amount, 1);
  const open = fefo(lots.filter((lot) => isSpendable(lot, now)));
  const { uses, missing } = draw(open, amount);
  if (missing > 0) return { refused: "points-short", spendable: amount - missing };
  return { uses };
}

/** Draws as much of an amount as the lots hold, in the order given, whatever their dates. */
export function draw(
  lots: readonly LotBalance[],
  amount: number,
): { uses: LotUse[]; missing: number } {
  const uses: LotUse[] = [];
  let missing = amount;
  for (const lot of lots) {
    const part = Math.min(missing, lot.remaining);
    if (part <= 0) continue;
    uses.push({ lotId: lot.id, amount: part });
    missing -= part;
  }
  return { uses, missing };
}

/** What lapses on one day. */
export interface LapseDay {
  /** The last day on which the points can be spent; null: they never lapse. */
  lastOn: Day | null;
  /** The instant (ms) after it; null: never. */
  lapsesAt: number | null;
  points: number;
  /** How many of them are still pending. */
  pendingPoints: number;
  lotIds: string[];
}

/** Every coming lapse, soonest first, points that never lapse last; days in the stores' zone. */
export function lapseCalendar(
  lots: readonly LotBalance[],
  now: number,
  offset?: number,
): LapseDay[] {
  const days: LapseDay[] = [];
  for (const lot of fefo(lots)) {
    if (lot.remaining <= 0 || hasLapsed(lot, now)) continue;
    const lastOn = lot.lapsesAt === null ? null : dayOf(lot.lapsesAt - 1, offset);
    let day = days.at(-1);
    if (!day || day.lastOn !== lastOn) {
      day = { lastOn, lapsesAt: lot.lapsesAt, points: 0, pendingPoints: 0, lotIds: [] };
      days.push(day);
    }
    day.points += lot.remaining;
    if (now < lot.availableAt) day.pendingPoints += lot.remaining;
    day.lotIds.push(lot.id);
  }
  return days;
}

/** Throws on what is not a whole number of points of at least `least`: that is a bug, not input. */
export function assertPoints(amount: number, least = 0): void {
  if (!Number.isSafeInteger(amount) || amount < least) {
    throw new RangeError(`not an amount of points: ${amount}`);
  }
}

function isSpendable(lot: LotBalance, now: number): boolean {
  return now >= lot.availableAt && !hasLapsed(lot, now);
}

function sum(lots: readonly LotBalance[]): number {
  return lots.reduce((total, lot) => total + lot.remaining, 0);
}

function compare<T extends number | string>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
