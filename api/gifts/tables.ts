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
  points: integer().notNull(),
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
