/** Statements of the gifts: what is on offer, what is on the shelf. @module */
import { inserting, ranks, reading, writing } from "../db/statement.ts";

export type GiftKind = "goods" | "service" | "virtual";

export type GiftRow = {
  id: string;
  brand_id: string;
  code: string;
  name_zh: string;
  name_en: string;
  detail_zh: string;
  detail_en: string;
  picture: string;
  kind: GiftKind;
  points: number;
  market_fen: number;
  tier_level_min: number;
  per_member_max: number | null;
  opens_at: number | null;
  closes_at: number | null;
  claim_days: number;
  sort: number;
  state: "listed" | "hidden";
  revision: number;
  created_at: number;
};

/** A gift with what one store has of it; no stock row is an empty shelf. */
export type GiftAtStoreRow = GiftRow & { stock: number };

/** Gifts a brand shows now, those that open later included, at one store. */
export const giftsAtStore = reading<
  [brandId: string, storeId: string, now: number],
  GiftAtStoreRow
>(
  "gifts at a store",
  `select j.key as n, g.*, coalesce(s.remaining, 0) as stock from json_each(?1) j
   join gift g on g.brand_id = j.value->>0 and g.state = 'listed'
     and (g.closes_at is null or g.closes_at > j.value->>2)
   left join gift_stock s on s.gift_id = g.id and s.store_id = j.value->>1
   order by j.key, g.sort, g.points, g.id`,
);

export const giftAtStore = reading<[giftId: string, storeId: string | null], GiftAtStoreRow>(
  "gift at a store",
  `select j.key as n, g.*, coalesce(s.remaining, 0) as stock from json_each(?1) j
   join gift g on g.id = j.value->>0
   left join gift_stock s on s.gift_id = g.id and s.store_id = j.value->>1`,
);

export const giftByCode = reading<[brandId: string, code: string], { id: string }>(
  "gift by code",
  `select j.key as n, g.id from json_each(?1) j
   join gift g on g.brand_id = j.value->>0 and g.code = j.value->>1`,
);

export const insertGift = inserting<GiftRow>("gift", ranks.place + 2, [
  "id",
  "brand_id",
  "code",
  "name_zh",
  "name_en",
  "detail_zh",
  "detail_en",
  "picture",
  "kind",
  "points",
  "market_fen",
  "tier_level_min",
  "per_member_max",
  "opens_at",
  "closes_at",
  "claim_days",
  "sort",
  "state",
  "revision",
  "created_at",
]);

/** Writes the whole gift as the next revision; another revision than the one before it collides. */
export const updateGift = writing<Omit<GiftRow, "brand_id" | "sort" | "created_at">>(
  "change gift",
  ranks.change,
  [
    "id",
    "code",
    "name_zh",
    "name_en",
    "detail_zh",
    "detail_en",
    "picture",
    "kind",
    "points",
    "market_fen",
    "tier_level_min",
    "per_member_max",
    "opens_at",
    "closes_at",
    "claim_days",
    "state",
    "revision",
  ],
  `update gift set code = j.value->>1, name_zh = j.value->>2, name_en = j.value->>3,
     detail_zh = j.value->>4, detail_en = j.value->>5, picture = j.value->>6, kind = j.value->>7,
     points = j.value->>8, market_fen = j.value->>9, tier_level_min = j.value->>10,
     per_member_max = j.value->>11, opens_at = j.value->>12, closes_at = j.value->>13,
     claim_days = j.value->>14, state = j.value->>15, revision = j.value->>16
   from json_each(?1) j where gift.id = j.value->>0`,
);

/** Stock moves only through these rows; a trigger keeps the shelf and refuses to go below zero.
 *  Causes: claim (−1), release (+1), moved (by hand). */
export const insertStockMove = inserting<{
  gift_id: string;
  store_id: string;
  cause: "claim" | "release" | "moved";
  cause_id: string;
  amount: number;
  at: number;
}>("stock_move", ranks.change, ["gift_id", "store_id", "cause", "cause_id", "amount", "at"]);
