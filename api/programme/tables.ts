import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

export const earningRules = sqliteTable("earning_rules", {
  id: text().primaryKey(),
  brandId: text("brand_id").notNull(),
  version: integer().notNull(),
  effectiveFrom: integer("effective_from").notNull(),
  body: text().notNull(),
  publishedBy: text("published_by"),
  publishedAt: integer("published_at").notNull(),
  approvalId: text("approval_id"),
  repeats: integer(),
});

export const rulesWithdrawn = sqliteTable("rules_withdrawn", {
  rulesId: text("rules_id").primaryKey(),
  reason: text().notNull(),
  withdrawnBy: text("withdrawn_by"),
  approvalId: text("approval_id"),
  at: integer().notNull(),
});

export const tier = sqliteTable("tier", {
  id: text().primaryKey(),
  brandId: text("brand_id").notNull(),
  level: integer().notNull(),
  nameZh: text("name_zh").notNull(),
  nameEn: text("name_en").notNull(),
  colour: text().notNull(),
  thresholdFen: integer("threshold_fen").notNull(),
});

export const category = sqliteTable("category", {
  id: text().primaryKey(),
  brandId: text("brand_id").notNull(),
  parentId: text("parent_id"),
  code: text().notNull(),
  nameZh: text("name_zh").notNull(),
  nameEn: text("name_en").notNull(),
  sort: integer().notNull(),
});
