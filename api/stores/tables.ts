import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

export const brand = sqliteTable("brand", {
  id: text().primaryKey(),
  nameZh: text("name_zh").notNull(),
  nameEn: text("name_en").notNull(),
  colour: text().notNull(),
  createdAt: integer("created_at").notNull(),
});

export const store = sqliteTable("store", {
  id: text().primaryKey(),
  brandId: text("brand_id").notNull(),
  code: text().notNull(),
  nameZh: text("name_zh").notNull(),
  nameEn: text("name_en").notNull(),
  city: text().notNull(),
  address: text().notNull(),
  phone: text().notNull(),
  state: text({ enum: ["open", "closed"] }).notNull(),
  createdAt: integer("created_at").notNull(),
});
