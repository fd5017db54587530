/** What the grants of a person amount to at one place. @module */
import type { Scope, StaffRole } from "../../shared/access.ts";
import type { GrantRow } from "./queries.ts";

/** Does a grant reach this store? Null brand: every brand; null store: every store of it. */
const reaches = (grant: GrantRow, brandId: string, storeId: string): boolean =>
  (grant.brand_id === null || grant.brand_id === brandId) &&
  (grant.store_id === null || grant.store_id === storeId);

/** The role somebody has at a store's counter; null: none. Only these two roles work there. */
export const counterRole = (
  grants: readonly GrantRow[],
  brandId: string,
  storeId: string,
): "store-manager" | "cashier" | null => {
  const here = grants.filter((g) => reaches(g, brandId, storeId)).map((g) => g.role);
  if (here.includes("store-manager")) return "store-manager";
  return here.includes("cashier") ? "cashier" : null;
};

/** Widest first: with several grants the console shows the widest role with its places. */
const consoleRoles: readonly StaffRole[] = [
  "hq-admin",
  "hq-finance",
  "hq-marketing",
  "auditor",
  "regional",
  "store-manager",
];

/** Role and scope in the console; null: no grant opens it. */
export const consoleRole = (
  grants: readonly GrantRow[],
): { role: StaffRole; scope: Scope } | null => {
  const role = consoleRoles.find((r) => grants.some((g) => g.role === r));
  if (!role) return null;
  const mine = grants.filter((g) => g.role === role);
  // A scope is brands × stores: beside a whole brand, single stores of another cannot be said and
  // are left out rather than widened.
  const whole = mine.filter((g) => g.store_id === null);
  const brands = (whole.length ? whole : mine).map((g) => g.brand_id);
  const brandIds = brands.includes(null) ? null : [...new Set(brands as string[])];
  const storeIds = whole.length ? null : [...new Set(mine.map((g) => g.store_id as string))];
  return { role, scope: { brandIds, storeIds } };
};
