import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

export const auditLog = sqliteTable("audit_log", {
  id: text().primaryKey(),
  at: integer().notNull(),
  actorRole: text("actor_role").notNull(),
  actorId: text("actor_id"),
  terminalId: text("terminal_id"),
  brandId: text("brand_id"),
  storeId: text("store_id"),
  action: text().notNull(),
  subject: text().notNull(),
  beforeJson: text("before_json"),
  afterJson: text("after_json"),
  requestId: text("request_id").notNull(),
});
