/** What the grants of a person amount to at one place. @module */
import type { Limits, Permission, Scope } from "../../shared/access.ts";
import { counterRoleAt, type Grant, type Standing, standingOf } from "../../shared/staff/grant.ts";
import type { GrantRow } from "./queries.ts";

export const grantOf = (row: GrantRow): Grant => ({
  role: row.role,
  brandId: row.brand_id,
  storeId: row.store_id,
  ...(row.permissions && row.limits
    ? {
      own: {
        permissions: JSON.parse(row.permissions) as Permission[],
        limits: JSON.parse(row.limits) as Limits,
      },
    }
    : {}),
});

/** What somebody may do at a store's counter; null: they do not work there. */
export const counterRole = (
  grants: readonly GrantRow[],
  brandId: string,
  storeId: string,
): Standing | null => counterRoleAt(grants.map(grantOf), brandId, storeId);

/** Rights and scope in the console; null: no grant opens it. */
export const consoleRole = (
  grants: readonly GrantRow[],
): (Standing & { scope: Scope }) | null => standingOf(grants.map(grantOf));
