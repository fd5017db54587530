/** Statements of the points room. A member is named by loyalty account, scan or card number alike
 *  (handles.ts), so that a command needs no look-up before its look-up. @module */
import { inserting, ranks, reading } from "../db/statement.ts";
import { brandOf, loyaltyOf } from "./handles.ts";

export { brandOf, loyaltyOf } from "./handles.ts";
export { raiseTier, type TierRow, tiersOf } from "../tiers/tier-rows.ts";

export type Unit = "points" | "qualifying" | "points-debt" | "principal" | "bonus";

export type LotRow = {
  id: string;
  account_id: string;
  journal_id: string;
  original: number;
  remaining: number;
  available_at: number;
  lapses_at: number | null;
  issued_store_id: string | null;
  issued_brand_id: string;
  rules_id: string | null;
  created_seq: number;
};

export const openLotsOf = reading<[handle: string], LotRow>(
  "open lots of a loyalty account",
  `select j.key as n, t.* from json_each(?1) j
   join lot t on t.account_id = ${loyaltyOf("j.value->>0")} || '.points' and t.remaining > 0
   order by j.key, t.lapses_at is null, t.lapses_at, t.available_at, t.id`,
);

/** SQL for the lots that a journal created, with those that their points moved into since. */
export const lotsFrom = (journalId: string): string =>
  `(with recursive own(id) as (
      select o.id from lot o where o.journal_id = ${journalId}
      union select e.lot_id from own join lot_extension e on e.from_lot_id = own.id)
    select id from own)`;

export const lotsOfSale = reading<[saleId: string], LotRow>(
  "lots a sale created",
  `select j.key as n, t.* from json_each(?1) j join sale s on s.id = j.value->>0
   join lot t on t.id in ${lotsFrom("s.journal_id")}`,
);

/** What a journal drew from each lot, less what was given back since. */
export const drawnBy = reading<
  [journalId: string],
  { lot_id: string; drawn: number; lapses_at: number | null; available_at: number }
>(
  "lots a journal drew from",
  `select j.key as n, u.lot_id, -sum(u.amount) as drawn, t.lapses_at, t.available_at
   from json_each(?1) j join journal x on x.id = j.value->>0 or x.reverses = j.value->>0
   join entry e on e.journal_id = x.id join lot_use u on u.account_id = e.account_id and u.seq = e.seq
   join lot t on t.id = u.lot_id
   group by j.key, u.lot_id having drawn > 0`,
);

export type RulesRow = {
  id: string;
  brand_id: string;
  version: number;
  effective_from: number;
  body: string;
};

/** SQL: nobody has withdrawn this version. */
export const notWithdrawn = (rulesId: string): string =>
  `not exists (select 1 from rules_withdrawn w where w.rules_id = ${rulesId})`;

/** SQL for the id of a brand's rules in force at an instant: of the versions that stand and have begun
 *  the one that began last, of two that began together the higher; before the first, the first. */
export const rulesInForce = (brandId: string, at: string): string =>
  `coalesce(
     (select x.id from earning_rules x where x.brand_id = ${brandId} and x.effective_from <= ${at}
      and ${notWithdrawn("x.id")} order by x.effective_from desc, x.version desc limit 1),
     (select x.id from earning_rules x where x.brand_id = ${brandId}
      order by not ${notWithdrawn("x.id")}, x.version limit 1))`;

/** The rules of a brand (see brandOf) in force at an instant; before the first version, the first. */
export const rulesAt = reading<[brand: string, at: number], RulesRow>(
  "rules in force",
  `select j.key as n, r.id, r.brand_id, r.version, r.effective_from, r.body from json_each(?1) j
   join brand b on b.id = ${brandOf("j.value->>0")}
   join earning_rules r on r.id = ${rulesInForce("b.id", "j.value->>1")}`,
);

export const rulesOfSale = reading<[saleId: string], RulesRow>(
  "rules of a sale",
  `select j.key as n, r.id, r.brand_id, r.version, r.effective_from, r.body
   from json_each(?1) j join sale s on s.id = j.value->>0
   join earning_rules r on r.id = s.rules_id`,
);

export const insertLoyaltyAccount = inserting<{
  id: string;
  brand_id: string;
  member_id: string;
  tier_id: string | null;
  tier_since: number | null;
  opened_at: number;
}>("loyalty_account", ranks.loyaltyAccount, [
  "id",
  "brand_id",
  "member_id",
  "tier_id",
  "tier_since",
  "opened_at",
]);

export const insertAccount = inserting<{
  id: string;
  loyalty_id: string;
  brand_id: string;
  unit: Unit;
}>("account", ranks.account, ["id", "loyalty_id", "brand_id", "unit"]);

export type JournalRow = {
  id: string;
  kind: string;
  cause_kind: string;
  cause_id: string;
  brand_id: string;
  store_id: string | null;
  terminal_id: string | null;
  staff_id: string | null;
  actor: string;
  occurred_at: number;
  recorded_at: number;
  reverses: string | null;
  explanation: string;
  digest: string;
};

export const journalColumns = [
  "id",
  "kind",
  "cause_kind",
  "cause_id",
  "brand_id",
  "store_id",
  "terminal_id",
  "staff_id",
  "actor",
  "occurred_at",
  "recorded_at",
  "reverses",
  "explanation",
  "digest",
] as const;

export const insertJournal = inserting<JournalRow>("journal", ranks.journal, journalColumns);

export type EntryRow = {
  account_id: string;
  seq: number;
  journal_id: string;
  unit: Unit;
  amount: number;
  contra: string;
  balance_after: number;
  carry_after: number;
  at: number;
  prev_hash: string;
  hash: string;
};

export const insertEntry = inserting<EntryRow>("entry", ranks.entry, [
  "account_id",
  "seq",
  "journal_id",
  "unit",
  "amount",
  "contra",
  "balance_after",
  "carry_after",
  "at",
  "prev_hash",
  "hash",
]);

export const insertLot = inserting<LotRow>("lot", ranks.lot, [
  "id",
  "account_id",
  "journal_id",
  "original",
  "remaining",
  "available_at",
  "lapses_at",
  "issued_store_id",
  "issued_brand_id",
  "rules_id",
  "created_seq",
]);

export type LotUseRow = { lot_id: string; account_id: string; seq: number; amount: number };

export const insertLotUse = inserting<LotUseRow>("lot_use", ranks.lotUse, [
  "lot_id",
  "account_id",
  "seq",
  "amount",
]);
