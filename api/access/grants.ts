/** What the grants of a person amount to at one place. @module */
import type { Scope, StaffRole } from "../../shared/access.ts";
import { counterRoleAt, type Grant, standingOf } from "../../shared/staff/grant.ts";
import type { GrantRow } from "./queries.ts";

export const grantOf = (row: GrantRow): Grant => ({
  role: row.role,
  brandId: row.brand_id,
  storeId: row.store_id,
});

/** The role somebody has at a store's counter; null: none. Only these two roles work there. */
export const counterRole = (
  grants: readonly GrantRow[],
  brandId: string,
  storeId: string,
): "store-manager" | "cashier" | null => counterRoleAt(grants.map(grantOf), brandId, storeId);

/** Role and scope in the console; null: no grant opens it. */
export const consoleRole = (
  grants: readonly GrantRow[],
): { role: StaffRole; scope: Scope } | null => standingOf(grants.map(grantOf));
