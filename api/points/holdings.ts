/** What a loyalty account holds: the heads of its ledger accounts and its open lots, as a command
 *  reads them before it decides. @module */
import { dayOf } from "../../shared/business-day.ts";
import { fefo, type Lot, type LotBalance, pending, spendable } from "../../shared/points/lot.ts";
import { Problem } from "../../shared/problems.ts";
import { spanStarts } from "../../shared/tiers/policy.ts";
import type { Write } from "../db/statement.ts";
import type { Desk } from "../desk.ts";
import { emptyStanding, type Standing, standingIn } from "../tiers/tier-rows.ts";
import { headsOf, type HeadsRow } from "./heads.ts";
import {
  insertAccount,
  insertLoyaltyAccount,
  type LotRow,
  openLotsOf,
  type Unit,
} from "./queries.ts";

export type Head = {
  accountId: string;
  unit: Unit;
  balance: number;
  seq: number;
  hash: string;
  carry: number;
};

export type Holdings = {
  loyaltyId: string;
  brandId: string;
  memberId: string;
  memberState: string;
  memberName: string;
  language: "zh-CN" | "en";
  tierId: string | null;
  points: Head;
  qualifying: Head;
  debt: Head;
  /** Some phone of the member has subscribed to web push. */
  listens: boolean;
  /** Sums over the open lots at the time of reading. */
  spendable: number;
  pending: number;
  /** What counts towards the tier, before this command. */
  standing: Standing;
  /** Open lots, first to lapse first; empty where only the heads were read. */
  lots: Lot[];
};

export const lotOf = (row: LotRow): Lot => ({
  id: row.id,
  accountId: row.account_id,
  journalId: row.journal_id,
  original: row.original,
  remaining: row.remaining,
  availableAt: row.available_at,
  lapsesAt: row.lapses_at,
  issuedStoreId: row.issued_store_id ?? "",
  issuedBrandId: row.issued_brand_id,
  ruleVersionId: row.rules_id,
  createdSeq: row.created_seq,
});

const headOf = (
  loyaltyId: string,
  unit: Unit,
  [balance, seq, hash, carry]: [number, number, string, number],
): Head => ({ accountId: `${loyaltyId}.${unit}`, unit, balance, seq, hash, carry });

export const holdingsOf = (row: HeadsRow, lots: Lot[]): Holdings => ({
  loyaltyId: row.loyalty_id,
  brandId: row.brand_id,
  memberId: row.member_id,
  memberState: row.member_state,
  memberName: row.member_name,
  language: row.member_language === "en" ? "en" : "zh-CN",
  listens: row.listens === 1,
  tierId: row.tier_id,
  points: headOf(row.loyalty_id, "points", [row.p_balance, row.p_seq, row.p_head, row.carry]),
  qualifying: headOf(row.loyalty_id, "qualifying", [row.q_balance, row.q_seq, row.q_head, 0]),
  debt: headOf(row.loyalty_id, "points-debt", [row.d_balance, row.d_seq, row.d_head, 0]),
  spendable: row.spendable,
  pending: row.pending,
  standing: standingIn(row.standing),
  lots,
});

export const headsArgs = (desk: Desk, handle: string): [string, number, string, string] => {
  const { monthsFrom, yearFrom } = spanStarts(dayOf(desk.now));
  return [handle, desk.now, monthsFrom, yearFrom];
};

/** Holdings behind a handle (see loyaltyOf); null if there are none. */
export const findHoldings = async (desk: Desk, handle: string): Promise<Holdings | null> => {
  const [[row], lots] = await Promise.all([
    desk.db.read(headsOf, headsArgs(desk, handle)),
    desk.db.read(openLotsOf, [handle]),
  ]);
  return row ? holdingsOf(row, lots.map(lotOf)) : null;
};

/** The same without the lots, for commands that only add: `lots` is empty, which is the truth that
 *  matters to them, because an account that owes has no open lots. */
export const findHeads = async (desk: Desk, handle: string): Promise<Holdings | null> => {
  const [row] = await desk.db.read(headsOf, headsArgs(desk, handle));
  return row ? holdingsOf(row, []) : null;
};

/** As findHoldings. @throws Problem not-found */
export const readHoldings = async (desk: Desk, handle: string): Promise<Holdings> => {
  const holdings = await findHoldings(desk, handle);
  if (!holdings) throw new Problem("not-found");
  return holdings;
};

const units = ["points", "qualifying", "points-debt"] as const;

const emptyHead = (loyaltyId: string, unit: Unit): Head => ({
  accountId: `${loyaltyId}.${unit}`,
  unit,
  balance: 0,
  seq: 0,
  hash: "",
  carry: 0,
});

export type NewAccount = {
  loyaltyId: string;
  brandId: string;
  memberId: string;
  tierId: string | null;
  openedAt: number;
};

/** Rows of a new, empty loyalty account. */
export const openAccount = (account: NewAccount): Write[] => [
  insertLoyaltyAccount.row({
    id: account.loyaltyId,
    brand_id: account.brandId,
    member_id: account.memberId,
    tier_id: account.tierId,
    tier_since: account.tierId ? account.openedAt : null,
    opened_at: account.openedAt,
  }),
  ...units.map((unit) =>
    insertAccount.row({
      id: `${account.loyaltyId}.${unit}`,
      loyalty_id: account.loyaltyId,
      brand_id: account.brandId,
      unit,
    })
  ),
];

/** Holdings of an account that the same batch opens. */
export const newHoldings = (
  account: NewAccount,
  memberName: string,
  language: Holdings["language"] = "zh-CN",
): Holdings => ({
  loyaltyId: account.loyaltyId,
  brandId: account.brandId,
  memberId: account.memberId,
  memberState: "active",
  memberName,
  language,
  tierId: account.tierId,
  points: emptyHead(account.loyaltyId, "points"),
  qualifying: emptyHead(account.loyaltyId, "qualifying"),
  debt: emptyHead(account.loyaltyId, "points-debt"),
  listens: false,
  spendable: 0,
  pending: 0,
  standing: emptyStanding,
  lots: [],
});

/** Where a posting left one of the accounts. */
export type MovedHead = { seq: number; balance: number; hash: string };

/** Holdings with what a posting did to them. Lots that it made or gave back to are among them. */
export const holdingsAfter = (
  before: Holdings,
  heads: ReadonlyMap<string, MovedHead>,
  { lots, carry }: { lots: LotBalance[]; carry: number },
  now: number,
): Holdings => {
  const moved = (head: Head): Head => ({ ...head, ...heads.get(head.accountId) });
  const known = new Map(before.lots.map((lot) => [lot.id, lot]));
  const blank = { ...blankLot, accountId: before.points.accountId, issuedBrandId: before.brandId };
  return {
    ...before,
    points: { ...moved(before.points), carry },
    qualifying: moved(before.qualifying),
    debt: moved(before.debt),
    spendable: spendable(lots, now),
    pending: pending(lots, now),
    lots: fefo(lots.map((lot) => ({ ...(known.get(lot.id) ?? blank), ...lot }))),
  };
};

/** What nobody asks of a lot that has just been made or given back to. */
const blankLot = {
  journalId: "",
  original: 0,
  issuedStoreId: "",
  ruleVersionId: null,
  createdSeq: 0,
};
