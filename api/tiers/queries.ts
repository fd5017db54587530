/** Statements of the tiers room that change what a member holds. @module */
import { inserting, ranks, writing } from "../db/statement.ts";

export type HoldRow = {
  loyalty_id: string;
  brand_id: string;
  tier_id: string;
  review_on: string | null;
  grace_until: string | null;
  how: "reached" | "bought" | "kept" | "lowered" | "entered";
  since: number;
};

/** Notes who holds a tier until when; the newest note replaces the one before. */
export const holdTier = writing<HoldRow>(
  "hold tier",
  ranks.change,
  ["loyalty_id", "brand_id", "tier_id", "review_on", "grace_until", "how", "since"],
  `insert into tier_hold (loyalty_id, brand_id, tier_id, review_on, grace_until, how, since)
   select j.value->>0, j.value->>1, j.value->>2, j.value->>3, j.value->>4, j.value->>5, j.value->>6
   from json_each(?1) j where true
   on conflict (loyalty_id) do update set tier_id = excluded.tier_id, review_on = excluded.review_on,
     grace_until = excluded.grace_until, how = excluded.how, since = excluded.since`,
);

export const insertTierChange = inserting<{
  id: string;
  loyalty_id: string;
  brand_id: string;
  from_tier: string | null;
  to_tier: string;
  how: "reached" | "bought" | "kept" | "grace" | "lowered";
  /** Fen or points that counted when it was decided. */
  counted: number;
  review_on: string | null;
  cause_id: string;
  at: number;
}>("tier_change", ranks.change + 1, [
  "id",
  "loyalty_id",
  "brand_id",
  "from_tier",
  "to_tier",
  "how",
  "counted",
  "review_on",
  "cause_id",
  "at",
]);

export const insertTierPurchase = inserting<{
  id: string;
  loyalty_id: string;
  brand_id: string;
  store_id: string | null;
  from_tier: string | null;
  to_tier: string;
  points: number;
  held_until: string;
  journal_id: string;
  at: number;
}>("tier_purchase", ranks.cause, [
  "id",
  "loyalty_id",
  "brand_id",
  "store_id",
  "from_tier",
  "to_tier",
  "points",
  "held_until",
  "journal_id",
  "at",
]);

export const insertSaleLineDiscount = inserting<{
  sale_id: string;
  n: number;
  list_fen: number;
  off_percent: number;
  source: "tier" | "category";
  source_id: string;
}>("sale_line_discount", ranks.causeLine, [
  "sale_id",
  "n",
  "list_fen",
  "off_percent",
  "source",
  "source_id",
]);
