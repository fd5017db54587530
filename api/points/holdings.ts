/** What a loyalty account holds: the heads of its ledger accounts and its open lots, as a command
 *  reads them before it decides. @module */
import type { Lot } from "../../shared/points/lot.ts";
import { Problem } from "../../shared/problems.ts";
import type { Write } from "../db/statement.ts";
import type { Desk } from "../desk.ts";
import {
  type HeadRow,
  headsOf,
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
  /** Open lots, first to lapse first. */
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

const headOf = (rows: HeadRow[], unit: Unit): Head => {
  const row = rows.find((r) => r.unit === unit);
  if (!row) throw new Error(`Cannot read holdings: account has no unit ${unit}`);
  return {
    accountId: row.account_id,
    unit,
    balance: row.balance,
    seq: row.seq,
    hash: row.head,
    carry: row.carry,
  };
};

/** Holdings behind a loyalty account id, a scan id or a card number; null if there are none. */
export const findHoldings = async (desk: Desk, handle: string): Promise<Holdings | null> => {
  const [heads, lots] = await Promise.all([
    desk.db.read(headsOf, [handle]),
    desk.db.read(openLotsOf, [handle]),
  ]);
  const first = heads[0];
  if (!first) return null;
  return {
    loyaltyId: first.loyalty_id,
    brandId: first.brand_id,
    memberId: first.member_id,
    memberState: first.member_state,
    memberName: first.member_name,
    language: first.member_language === "en" ? "en" : "zh-CN",
    tierId: first.tier_id,
    points: headOf(heads, "points"),
    qualifying: headOf(heads, "qualifying"),
    debt: headOf(heads, "points-debt"),
    lots: lots.map(lotOf),
  };
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
  lots: [],
});
