/** Drizzle's view of the goods, for lists. @module */
import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

export const product = sqliteTable("product", {
  id: text("id").primaryKey(),
  brandId: text("brand_id").notNull(),
  categoryId: text("category_id"),
  sku: text("sku").notNull(),
  barcode: text("barcode"),
  nameZh: text("name_zh").notNull(),
  nameEn: text("name_en").notNull(),
  priceFen: integer("price_fen").notNull(),
  unitName: text("unit_name").notNull(),
  weighed: integer("weighed").notNull(),
  kind: text("kind", { enum: ["goods", "service", "gift-card"] }).notNull(),
  state: text("state", { enum: ["listed", "hidden"] }).notNull(),
});
