/** Drizzle's view of the gifts, for lists. @module */
import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

export const gift = sqliteTable("gift", {
  id: text().primaryKey(),
  brandId: text("brand_id").notNull(),
  code: text().notNull(),
  nameZh: text("name_zh").notNull(),
  nameEn: text("name_en").notNull(),
  detailZh: text("detail_zh").notNull(),
  detailEn: text("detail_en").notNull(),
  picture: text().notNull(),
  kind: text({ enum: ["goods", "service", "virtual"] }).notNull(),
  finerKind: text("finer_kind", { enum: ["event", "bundle", "coupon", "stored-value", "cash"] }),
  shelfId: text("shelf_id"),
  productId: text("product_id"),
  promoted: integer().notNull(),
  points: integer().notNull(),
  moneyFen: integer("money_fen").notNull(),
  quantity: integer().notNull(),
  tierPrices: text("tier_prices").notNull(),
  flashPoints: integer("flash_points"),
  flashMoneyFen: integer("flash_money_fen").notNull(),
  flashFrom: integer("flash_from"),
  flashUntil: integer("flash_until"),
  flashPieces: integer("flash_pieces"),
  memberDayMax: integer("member_day_max"),
  dayMax: integer("day_max"),
  byPickUp: integer("by_pick_up").notNull(),
  byDelivery: integer("by_delivery").notNull(),
  eventAt: integer("event_at"),
  venueZh: text("venue_zh").notNull(),
  venueEn: text("venue_en").notNull(),
  places: integer(),
  payoutFen: integer("payout_fen"),
  couponCode: text("coupon_code"),
  marketFen: integer("market_fen").notNull(),
  tierLevelMin: integer("tier_level_min").notNull(),
  perMemberMax: integer("per_member_max"),
  opensAt: integer("opens_at"),
  closesAt: integer("closes_at"),
  claimDays: integer("claim_days").notNull(),
  sort: integer().notNull(),
  state: text({ enum: ["listed", "hidden"] }).notNull(),
  revision: integer().notNull(),
  createdAt: integer("created_at").notNull(),
});

export const giftStock = sqliteTable("gift_stock", {
  giftId: text("gift_id").notNull(),
  storeId: text("store_id").notNull(),
  remaining: integer().notNull(),
});

export const claim = sqliteTable("claim", {
  id: text().primaryKey(),
  giftId: text("gift_id").notNull(),
  brandId: text("brand_id").notNull(),
  storeId: text("store_id").notNull(),
  claimedAt: integer("claimed_at").notNull(),
});

export const giftShelf = sqliteTable("gift_shelf", {
  id: text().primaryKey(),
  brandId: text("brand_id").notNull(),
  nameZh: text("name_zh").notNull(),
  nameEn: text("name_en").notNull(),
  kind: text({ enum: ["shelf", "menu"] }).notNull(),
  sort: integer().notNull(),
  state: text({ enum: ["listed", "hidden"] }).notNull(),
});

export const giftPart = sqliteTable("gift_part", {
  giftId: text("gift_id").notNull(),
  partId: text("part_id").notNull(),
  pieces: integer().notNull(),
});

export const giftQuota = sqliteTable("gift_quota", {
  giftId: text("gift_id").notNull(),
  quota: text().notNull(),
  taken: integer().notNull(),
});
