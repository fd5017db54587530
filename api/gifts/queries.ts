/** Statements of the gifts: what is on offer, what is on the shelf. @module */
import { inserting, ranks, reading, writing } from "../db/statement.ts";
import type { GiftAtStoreRow, GiftRow } from "./gift-row.ts";

export type { GiftAtStoreRow, GiftRow } from "./gift-row.ts";

const quota = (name: string): string =>
  `coalesce((select q.taken from gift_quota q where q.gift_id = g.id and q.quota = ${name}), 0)`;

/** How often a gift can be had at a store, its own stock row there being `s`; null: no end. */
const stockAt = (storeId: string): string =>
  `case when g.finer_kind = 'event' then g.places - ${quota("'places'")}
     when g.finer_kind = 'bundle' then coalesce((
       select min(coalesce(x.remaining, 0) / p.pieces) from gift_part p
       left join gift_stock x on x.gift_id = p.part_id and x.store_id = ${storeId}
       where p.gift_id = g.id), 0)
     when g.kind = 'virtual' then null
     else coalesce(s.remaining, 0) / g.quantity end`;

/** Everything the claim rule asks of a gift at a store on a day. */
const giftAt = (storeId: string, day: string): string =>
  `g.*, coalesce(s.remaining, 0) as pieces, ${stockAt(storeId)} as stock,
   ${quota(`'day:' || (${day})`)} as day_taken,
   ${quota("'flash:' || g.flash_from")} as flash_taken,
   case when g.finer_kind = 'bundle' then (
     select json_group_array(json_array(p.part_id, p.pieces, x.name_zh, x.name_en, x.picture))
     from gift_part p join gift x on x.id = p.part_id where p.gift_id = g.id)
     else '[]' end as parts`;

/** Gifts a brand shows now, those that open later included, at one store. */
export const giftsAtStore = reading<
  [brandId: string, storeId: string, now: number, day: string],
  GiftAtStoreRow
>(
  "gifts at a store",
  `select j.key as n, ${giftAt("j.value->>1", "j.value->>3")} from json_each(?1) j
   join gift g on g.brand_id = j.value->>0 and g.state = 'listed'
     and (g.closes_at is null or g.closes_at > j.value->>2)
     and (g.event_at is null or g.event_at > j.value->>2)
   left join gift_stock s on s.gift_id = g.id and s.store_id = j.value->>1
   order by j.key, g.sort, g.points, g.id`,
);

export const giftAtStore = reading<
  [giftId: string, storeId: string | null, day: string],
  GiftAtStoreRow
>(
  "gift at a store",
  `select j.key as n, ${giftAt("j.value->>1", "j.value->>2")} from json_each(?1) j
   join gift g on g.id = j.value->>0
   left join gift_stock s on s.gift_id = g.id and s.store_id = j.value->>1`,
);

/** The store where a member is to fetch a gift of their brand that they are given: the one they
 *  joined at if it is there, else the open store with the most of it; null: it is nowhere. */
export const storeWithGift = reading<
  [giftId: string, memberId: string],
  { store_id: string | null }
>(
  "store with a gift",
  `select j.key as n, (select x.id from (
       select o.id, o.id = m.joined_store_id as own, s.remaining from store o
       left join gift_stock s on s.gift_id = g.id and s.store_id = o.id
       where o.brand_id = g.brand_id and o.state = 'open'
         and coalesce(${stockAt("o.id")}, 1) >= 1) x
     order by x.own desc, x.remaining desc, x.id limit 1) as store_id
   from json_each(?1) j join gift g on g.id = j.value->>0
   join member m on m.id = j.value->>1 and m.brand_id = g.brand_id`,
);

export const giftByCode = reading<[brandId: string, code: string], { id: string }>(
  "gift by code",
  `select j.key as n, g.id from json_each(?1) j
   join gift g on g.brand_id = j.value->>0 and g.code = j.value->>1`,
);

/** What can change of a gift, in one order for adding and changing. */
const changing = [
  "code",
  "name_zh",
  "name_en",
  "detail_zh",
  "detail_en",
  "picture",
  "kind",
  "finer_kind",
  "points",
  "money_fen",
  "quantity",
  "tier_prices",
  "flash_points",
  "flash_money_fen",
  "flash_from",
  "flash_until",
  "flash_pieces",
  "market_fen",
  "tier_level_min",
  "per_member_max",
  "member_day_max",
  "day_max",
  "opens_at",
  "closes_at",
  "claim_days",
  "shelf_id",
  "product_id",
  "promoted",
  "by_pick_up",
  "by_delivery",
  "event_at",
  "venue_zh",
  "venue_en",
  "places",
  "payout_fen",
  "coupon_code",
  "state",
  "revision",
] as const satisfies (keyof GiftRow)[];

export const insertGift = inserting<GiftRow>("gift", ranks.place + 2, [
  "id",
  "brand_id",
  ...changing,
  "sort",
  "created_at",
]);

/** Writes the whole gift as the next revision; another revision than the one before it collides. */
export const updateGift = writing<Omit<GiftRow, "brand_id" | "sort" | "created_at">>(
  "change gift",
  ranks.change,
  ["id", ...changing],
  `update gift set ${changing.map((column, i) => `${column} = j.value->>${i + 1}`).join(", ")}
   from json_each(?1) j where gift.id = j.value->>0`,
);

/** Stock moves only through these rows; a trigger keeps the shelf and refuses to go below zero.
 *  Causes: claim (out), release (back), moved (by hand). */
export const insertStockMove = inserting<{
  gift_id: string;
  store_id: string;
  cause: "claim" | "release" | "moved";
  cause_id: string;
  amount: number;
  at: number;
}>("stock_move", ranks.change, ["gift_id", "store_id", "cause", "cause_id", "amount", "at"]);

/** Quotas move only through these rows; a trigger keeps the count and refuses one too many. */
export const insertQuotaUse = inserting<{
  gift_id: string;
  quota: string;
  cause: "claim" | "release";
  cause_id: string;
  amount: number;
  /** How many there are now; null when something goes back. */
  most: number | null;
  at: number;
}>("quota_use", ranks.change, [
  "gift_id",
  "quota",
  "cause",
  "cause_id",
  "amount",
  "most",
  "at",
]);
