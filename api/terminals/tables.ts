import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

export const terminal = sqliteTable("terminal", {
  id: text().primaryKey(),
  storeId: text("store_id").notNull(),
  brandId: text("brand_id").notNull(),
  kind: text({ enum: ["kiosk", "counter"] }).notNull(),
  label: text().notNull(),
  publicKey: text("public_key").notNull(),
  salt: text().notNull(),
  keyId: text("key_id").notNull(),
  state: text({ enum: ["active", "revoked"] }).notNull(),
  approvedBy: text("approved_by"),
  approvedAt: integer("approved_at").notNull(),
  lastSeenAt: integer("last_seen_at"),
  revokedAt: integer("revoked_at"),
});
