import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { StaffRole } from "../../shared/access.ts";
import type { OwnRoleId } from "../../shared/staff/grant.ts";

export const staff = sqliteTable("staff", {
  id: text().primaryKey(),
  login: text().notNull(),
  name: text().notNull(),
  pinHash: text("pin_hash"),
  pinSetAt: integer("pin_set_at"),
  passwordHash: text("password_hash"),
  totpCipher: text("totp_cipher"),
  totpStep: integer("totp_step").notNull(),
  state: text({ enum: ["active", "disabled"] }).notNull(),
  createdAt: integer("created_at").notNull(),
});

export const staffGrant = sqliteTable("staff_grant", {
  staffId: text("staff_id").notNull(),
  role: text().$type<StaffRole | OwnRoleId>().notNull(),
  brandId: text("brand_id"),
  storeId: text("store_id"),
  grantedBy: text("granted_by"),
  grantedAt: integer("granted_at").notNull(),
});

export const apiKey = sqliteTable("api_key", {
  id: text().primaryKey(),
  secretHash: text("secret_hash").notNull(),
  label: text().notNull(),
  role: text({ enum: ["pos", "integration"] }).notNull(),
  brandId: text("brand_id"),
  storeId: text("store_id"),
  state: text().notNull(),
  createdBy: text("created_by"),
  createdAt: integer("created_at").notNull(),
  lastUsedAt: integer("last_used_at"),
  revokedAt: integer("revoked_at"),
});
