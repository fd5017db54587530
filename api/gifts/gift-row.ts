/** A gift as the database keeps it. @module */
import type { GiftKind } from "../../shared/gifts/kinds.ts";

/** What the first CHECK on a gift's kind knows. */
export type PlainKind = "goods" | "service" | "virtual";
/** What came later; the plain kind beside it is the nearest one. */
export type FinerKind = Exclude<GiftKind, PlainKind>;

export type GiftRow = {
  id: string;
  brand_id: string;
  code: string;
  name_zh: string;
  name_en: string;
  detail_zh: string;
  detail_en: string;
  picture: string;
  kind: PlainKind;
  finer_kind: FinerKind | null;
  points: number;
  money_fen: number;
  quantity: number;
  /** JSON: [[level, points, moneyFen], …] */
  tier_prices: string;
  flash_points: number | null;
  flash_money_fen: number;
  flash_from: number | null;
  flash_until: number | null;
  flash_pieces: number | null;
  market_fen: number;
  tier_level_min: number;
  per_member_max: number | null;
  member_day_max: number | null;
  day_max: number | null;
  opens_at: number | null;
  closes_at: number | null;
  claim_days: number;
  shelf_id: string | null;
  product_id: string | null;
  promoted: 0 | 1;
  by_pick_up: 0 | 1;
  by_delivery: 0 | 1;
  event_at: number | null;
  venue_zh: string;
  venue_en: string;
  places: number | null;
  payout_fen: number | null;
  coupon_code: string | null;
  sort: number;
  state: "listed" | "hidden";
  revision: number;
  created_at: number;
};

/** What a gift is that says nothing of the mall. */
export const plainTerms = {
  kind: "goods",
  finer_kind: null,
  money_fen: 0,
  quantity: 1,
  tier_prices: "[]",
  flash_points: null,
  flash_money_fen: 0,
  flash_from: null,
  flash_until: null,
  flash_pieces: null,
  tier_level_min: 0,
  per_member_max: null,
  member_day_max: null,
  day_max: null,
  opens_at: null,
  closes_at: null,
  claim_days: 7,
  shelf_id: null,
  product_id: null,
  promoted: 0,
  by_pick_up: 1,
  by_delivery: 0,
  event_at: null,
  venue_zh: "",
  venue_en: "",
  places: null,
  payout_fen: null,
  coupon_code: null,
  sort: 0,
  state: "listed",
} satisfies Partial<GiftRow>;

/** A gift with what one store has of it and what of its quotas has gone. */
export type GiftAtStoreRow = GiftRow & {
  /** Pieces on the store's own shelf of it; no stock row is an empty shelf. */
  pieces: number;
  /** How often it can be had there: sets, bundles, places; null: no end. */
  stock: number | null;
  day_taken: number;
  flash_taken: number;
  /** JSON: [[giftId, pieces, nameZh, nameEn, picture], …] */
  parts: string;
};

export type PartRow = [
  giftId: string,
  pieces: number,
  nameZh: string,
  nameEn: string,
  picture: string,
];

export const kindOf = (gift: Pick<GiftRow, "kind" | "finer_kind">): GiftKind =>
  gift.finer_kind ?? gift.kind;

const plain: Record<FinerKind, PlainKind> = {
  "event": "service",
  "bundle": "goods",
  "coupon": "virtual",
  "stored-value": "virtual",
  "cash": "virtual",
};

/** Both columns that say what a gift is. */
export const kindColumns = (kind: GiftKind): Pick<GiftRow, "kind" | "finer_kind"> =>
  kind === "goods" || kind === "service" || kind === "virtual"
    ? { kind, finer_kind: null }
    : { kind: plain[kind], finer_kind: kind };
