/** Statements of the sales room. @module */
import { inserting, ranks, reading } from "../db/statement.ts";
import { lotsFrom, rulesInForce } from "../points/queries.ts";
import { thresholdSql } from "../tiers/tier-rows.ts";

export type SaleRow = {
  id: string;
  brand_id: string;
  store_id: string;
  order_no: string;
  member_id: string | null;
  account_id: string | null;
  scan_id: string | null;
  total_fen: number;
  terminal_id: string | null;
  staff_id: string | null;
  api_key_id: string | null;
  occurred_at: number;
  recorded_at: number;
  journal_id: string | null;
  rules_id: string | null;
  tier_id: string | null;
  points: number;
  /** What the member's side was judged on, JSON; null: the rules asked nothing of it. */
  ground: string | null;
  offset_points: number;
  offset_fen: number;
  offset_journal_id: string | null;
};

export const insertSale = inserting<SaleRow>("sale", ranks.cause, [
  "id",
  "brand_id",
  "store_id",
  "order_no",
  "member_id",
  "account_id",
  "scan_id",
  "total_fen",
  "terminal_id",
  "staff_id",
  "api_key_id",
  "occurred_at",
  "recorded_at",
  "journal_id",
  "rules_id",
  "tier_id",
  "points",
  "ground",
  "offset_points",
  "offset_fen",
  "offset_journal_id",
]);

export type SaleLineRow = {
  sale_id: string;
  n: number;
  product_id: string | null;
  category_id: string | null;
  /** The category and all above it at the time of the sale, JSON. */
  category_path: string;
  name: string;
  quantity_milli: number;
  unit_fen: number;
  amount_fen: number;
  /** The part that was paid with points. */
  offset_fen: number;
  gift_card: 0 | 1;
};

export const insertSaleLine = inserting<SaleLineRow>("sale_line", ranks.causeLine, [
  "sale_id",
  "n",
  "product_id",
  "category_id",
  "category_path",
  "name",
  "quantity_milli",
  "unit_fen",
  "amount_fen",
  "offset_fen",
  "gift_card",
]);

export type PlaceRow = {
  store_id: string;
  brand_id: string;
  name_zh: string;
  name_en: string;
  state: string;
  rules_id: string;
  rules_version: number;
  rules_body: string;
  /** The brand's tiers as a JSON array of [id, level, threshold]. */
  tiers: string;
  /** The sale that has this order number already. */
  taken_by: string | null;
};

/** Where and under which rules a sale is rung up: one row, so that a sale reads little. */
export const placeOfSale = reading<[storeId: string, at: number, orderNo: string | null], PlaceRow>(
  "place of a sale",
  `select j.key as n, s.id as store_id, s.brand_id, s.name_zh, s.name_en, s.state,
     r.id as rules_id, r.version as rules_version, r.body as rules_body,
     (select json_group_array(json_array(t.id, t.level, ${thresholdSql})) from tier t
       left join tier_terms y on y.tier_id = t.id left join tier_policy p on p.brand_id = t.brand_id
       where t.brand_id = s.brand_id) as tiers,
     (select x.id from sale x where x.store_id = s.id and x.order_no = j.value->>2) as taken_by
   from json_each(?1) j join store s on s.id = j.value->>0
   join earning_rules r on r.id = ${rulesInForce("s.brand_id", "j.value->>1")}`,
);

export type SaleHeadRow = SaleRow & {
  store_zh: string;
  store_en: string;
  member_name: string | null;
  phone_cipher: string | null;
};

export const saleHead = `s.*, t.name_zh as store_zh, t.name_en as store_en, m.name as member_name,
  m.phone_cipher from`;

export const saleById = reading<[saleId: string], SaleHeadRow>(
  "sale by id",
  `select j.key as n, ${saleHead} json_each(?1) j join sale s on s.id = j.value->>0
   join store t on t.id = s.store_id left join member m on m.id = s.member_id`,
);

export type SoldLineRow = {
  sale_id: string;
  line_n: number;
  product_id: string | null;
  category_id: string | null;
  name: string;
  quantity_milli: number;
  amount_fen: number;
  returned_milli: number;
  returned_fen: number;
  category_path: string;
  offset_fen: number;
  gift_card: 0 | 1;
};

export const lineColumns = `l.sale_id, l.n as line_n, l.product_id, l.category_id, l.name,
     l.quantity_milli, l.amount_fen, l.returned_milli, l.returned_fen,
     l.category_path, l.offset_fen, l.gift_card`;

/** Lines of a sale with what was returned of them. */
export const linesOfSale = reading<[saleId: string], SoldLineRow>(
  "lines of a sale",
  `select j.key as n, ${lineColumns}
   from json_each(?1) j join sale_line l on l.sale_id = j.value->>0 order by j.key, l.n`,
);

export type ReturnRow = {
  id: string;
  sale_id: string;
  store_id: string;
  n: number;
  refund_fen: number;
  reason: string;
  points_taken: number;
  points_owed: number;
  points_forgiven: number;
  /** Given, because what is kept earns more. */
  points_granted: number;
  /** Points that had paid and went back, and the money they were worth. */
  offset_points: number;
  offset_fen: number;
  offset_journal_id: string | null;
  journal_id: string | null;
  terminal_id: string | null;
  staff_id: string | null;
  api_key_id: string | null;
  occurred_at: number;
  recorded_at: number;
};

export type ReturnFoundRow = Omit<ReturnRow, "n"> & { return_n: number };

export const returnColumns = `r.id, r.sale_id, r.store_id, r.n as return_n, r.refund_fen, r.reason,
     r.points_taken, r.points_owed, r.points_forgiven, r.points_granted, r.offset_points,
     r.offset_fen, r.offset_journal_id, r.journal_id, r.occurred_at, r.recorded_at`;

export const returnsOfSale = reading<[saleId: string], ReturnFoundRow>(
  "returns of a sale",
  `select j.key as n, ${returnColumns}
   from json_each(?1) j join sale_return r on r.sale_id = j.value->>0 order by j.key, r.n`,
);

export const insertReturn = inserting<ReturnRow>("sale_return", ranks.cause, [
  "id",
  "sale_id",
  "store_id",
  "n",
  "refund_fen",
  "reason",
  "points_taken",
  "points_owed",
  "points_forgiven",
  "points_granted",
  "offset_points",
  "offset_fen",
  "offset_journal_id",
  "journal_id",
  "terminal_id",
  "staff_id",
  "api_key_id",
  "occurred_at",
  "recorded_at",
]);

export const insertReturnLine = inserting<{
  return_id: string;
  sale_id: string;
  n: number;
  quantity_milli: number;
  amount_fen: number;
}>("sale_return_line", ranks.causeLine, [
  "return_id",
  "sale_id",
  "n",
  "quantity_milli",
  "amount_fen",
]);

/** Points of a sale's own lots that lapsed unspent and were booked out. */
export const lapsedOfSale = reading<[saleId: string], { lapsed: number }>(
  "lapsed points of a sale's lots",
  `select j.key as n, coalesce(sum(-u.amount), 0) as lapsed from json_each(?1) j
   join sale s on s.id = j.value->>0 join lot t on t.id in ${
    lotsFrom("s.journal_id")
  } join lot_use u on u.lot_id = t.id
   join entry e on e.account_id = u.account_id and e.seq = u.seq and e.contra like 'lapsed@%'
   group by j.key`,
);
