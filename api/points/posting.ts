/** A posting in the making: one journal with its entries, lots and uses, built step by step from
 *  what the account holds, and handed to the writer as rows. Nothing else writes the ledger. @module */
import type { Lot, LotUse } from "../../shared/points/lot.ts";
import type { Write } from "../db/statement.ts";
import type { Desk } from "../desk.ts";
import { type Head, type Holdings, holdingsAfter } from "./holdings.ts";
import type { LotRow } from "./queries.ts";
import { rowsOf, type Step } from "./posting-rows.ts";

export type Cause = {
  /** accrual, sign-up, redemption, release, return, lapse, adjustment */
  kind: string;
  /** What made it happen; the pair is booked once. */
  cause: { kind: string; id: string };
  storeId: string | null;
  occurredAt: number;
  /** Reasons and whatever else the explanation screen needs; kept as JSON. */
  explanation: Record<string, unknown>;
  reverses?: string | null;
};

export type Issue = {
  contra: string;
  availableAt: number;
  lapsesAt: number | null;
  rulesId: string | null;
  /** The kept fraction after this accrual, micro-points. */
  carryAfter?: number;
};

/** A part of a lot on its way to another account. */
export type PassedLot =
  & Pick<
    LotRow,
    "available_at" | "lapses_at" | "issued_store_id" | "issued_brand_id" | "rules_id"
  >
  & { amount: number };

type OpenLot = { id: string; remaining: number; availableAt: number; lapsesAt: number | null };

/** Starts a posting on what the account holds. The holdings are not changed; what the posting
 *  itself did is seen through `lots()` and `debt()`. */
export const startPosting = (desk: Desk, holdings: Holdings, cause: Cause) => {
  const journalId = desk.id("journal");
  const steps: Step[] = [];
  const lots = new Map<string, OpenLot>(holdings.lots.map((l) => [l.id, { ...l }]));
  let carry = holdings.points.carry;
  let debt = holdings.debt.balance;

  const step = (head: Head, amount: number, contra: string): Step => {
    const made = {
      head,
      amount,
      contra,
      carryAfter: head.unit === "points" ? carry : 0,
      lots: [],
      uses: [],
    };
    steps.push(made);
    return made;
  };

  const take = (made: Step, uses: readonly LotUse[], sign: 1 | -1): void => {
    for (const use of uses) {
      made.uses.push({ lot_id: use.lotId, amount: sign * use.amount });
      const lot = lots.get(use.lotId);
      if (lot) lot.remaining += sign * use.amount;
    }
  };

  const posting = {
    journalId,
    touches: [holdings.loyaltyId],
    /** Open lots as this posting leaves them. */
    lots: (): OpenLot[] => [...lots.values()].filter((l) => l.remaining > 0),
    debt: (): number => debt,
    carry: (): number => carry,

    /** Issues points as one new lot; 0 points book the kept fraction alone. */
    issue: (points: number, issue: Issue): string | null => {
      carry = issue.carryAfter ?? carry;
      const made = step(holdings.points, points, issue.contra);
      if (points === 0) return null;
      const id = desk.id("lot");
      made.lots.push({
        id,
        original: points,
        remaining: points,
        available_at: issue.availableAt,
        lapses_at: issue.lapsesAt,
        issued_store_id: cause.storeId,
        issued_brand_id: holdings.brandId,
        rules_id: issue.rulesId,
      });
      lots.set(id, {
        id,
        remaining: points,
        availableAt: issue.availableAt,
        lapsesAt: issue.lapsesAt,
      });
      return id;
    },

    /** Draws from lots: spending, lapse, taking back. */
    draw: (uses: readonly LotUse[], contra: string, carryAfter?: number): void => {
      carry = carryAfter ?? carry;
      take(step(holdings.points, -total(uses), contra), uses, -1);
    },

    /** Gives drawn points back to their own lots, dates unchanged. The lots may have been empty and
     *  so not among the holdings: `dates` says when they lapse. */
    restore: (
      uses: readonly (LotUse & { availableAt: number; lapsesAt: number | null })[],
      contra: string,
    ): void => {
      for (const use of uses) {
        if (!lots.has(use.lotId)) {
          lots.set(use.lotId, {
            id: use.lotId,
            remaining: 0,
            availableAt: use.availableAt,
            lapsesAt: use.lapsesAt,
          });
        }
      }
      take(step(holdings.points, total(uses), contra), uses, 1);
    },

    /** Moves what is left of lots into new ones that lapse later, store and rules unchanged: one entry
     *  of 0 points. @returns the new lots' ids, in the order given */
    renew: (lotsLeft: readonly Lot[], lapsesAt: (lot: Lot) => number, contra: string): string[] => {
      const made = step(holdings.points, 0, contra);
      take(made, lotsLeft.map((lot) => ({ lotId: lot.id, amount: lot.remaining })), -1);
      return lotsLeft.map((lot) => {
        const id = desk.id("lot");
        made.lots.push({
          id,
          original: lot.remaining,
          remaining: lot.remaining,
          available_at: lot.availableAt,
          lapses_at: lapsesAt(lot),
          issued_store_id: lot.issuedStoreId || null,
          issued_brand_id: lot.issuedBrandId,
          rules_id: lot.ruleVersionId,
        });
        lots.set(id, { ...lot, id, lapsesAt: lapsesAt(lot) });
        return id;
      });
    },

    /** Takes in lots that another account drew, with their dates, store and rules: one entry. */
    receive: (passed: readonly PassedLot[], contra: string): void => {
      const made = step(holdings.points, passed.reduce((sum, l) => sum + l.amount, 0), contra);
      for (const { amount, ...lot } of passed) {
        const id = desk.id("lot");
        made.lots.push({ id, original: amount, remaining: amount, ...lot });
        const { available_at: availableAt, lapses_at: lapsesAt } = lot;
        lots.set(id, { id, remaining: amount, availableAt, lapsesAt });
      }
    },

    /** Counts towards the tier: fen spent (or returned, below 0). */
    qualify: (fen: number, contra: string): void => {
      const least = Math.max(fen, -holdings.qualifying.balance);
      if (least !== 0) step(holdings.qualifying, least, contra);
    },

    /** Points that were to be taken back and are not there any more. */
    owe: (points: number, contra: string): void => {
      if (points === 0) return;
      debt += points;
      step(holdings.debt, points, contra);
    },

    /** Pays what is owed from whatever the account now holds, first to lapse first.
     *  @returns points repaid */
    repayDebt: (): number => {
      const open = [...lots.values()].filter((l) => l.remaining > 0 && !lapsedAt(l, desk.now))
        .sort(byLapse);
      const uses: LotUse[] = [];
      let left = debt;
      for (const lot of open) {
        const amount = Math.min(left, lot.remaining);
        if (amount > 0) uses.push({ lotId: lot.id, amount });
        left -= amount;
      }
      const repaid = debt - left;
      if (repaid === 0) return 0;
      posting.draw(uses, `repaid@${holdings.brandId}`);
      step(holdings.debt, -repaid, `repaid@${holdings.brandId}`);
      debt = left;
      return repaid;
    },

    /** The rows of this posting. */
    writes: (): Write[] => rowsOf(desk, holdings, cause, journalId, steps).writes,

    /** What the account holds after it: another posting of the same batch starts from here. */
    after: (): Holdings => {
      const { heads } = rowsOf(desk, holdings, cause, journalId, steps);
      return holdingsAfter(holdings, heads, { lots: posting.lots(), carry }, desk.now);
    },
  };
  return posting;
};

export type Posting = ReturnType<typeof startPosting>;

const total = (uses: readonly LotUse[]): number => uses.reduce((sum, use) => sum + use.amount, 0);

const lapsedAt = (lot: OpenLot, now: number): boolean =>
  lot.lapsesAt !== null && now >= lot.lapsesAt;

const byLapse = (a: OpenLot, b: OpenLot): number =>
  (a.lapsesAt ?? Infinity) - (b.lapsesAt ?? Infinity) || a.availableAt - b.availableAt ||
  (a.id < b.id ? -1 : 1);
