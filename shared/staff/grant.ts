/** Grants: what a person on the staff may do, and where. @module */
import { may, type Role, type Scope, type StaffRole, staffRoles } from "../access.ts";

/** One role at one place: no brand means every brand, no store every store of the brand. */
export type Grant = { role: StaffRole; brandId: string | null; storeId: string | null };

/** In the office, the first of these that a person holds is who they are. */
const officeOrder: readonly StaffRole[] = [
  "hq-admin",
  "hq-finance",
  "hq-marketing",
  "auditor",
  "regional",
  "store-manager",
];

/** Role and scope of a person in the console: the strongest role, wherever it was granted. A person
 *  who holds it for a whole brand does not need the single stores named beside it.
 *  @returns null for who has nothing to do there */
export const standingOf = (
  grants: readonly Grant[],
): { role: StaffRole; scope: Scope } | null => {
  const role = officeOrder.find((r) => grants.some((g) => g.role === r));
  if (!role || !may(role, "console.enter")) return null;
  const mine = grants.filter((g) => g.role === role);
  if (mine.some((g) => g.brandId === null)) {
    return { role, scope: { brandIds: null, storeIds: null } };
  }
  const whole = mine.filter((g) => g.storeId === null);
  const places = whole.length ? whole : mine;
  return {
    role,
    scope: {
      brandIds: [...new Set(places.flatMap((g) => g.brandId ?? []))],
      storeIds: whole.length ? null : [...new Set(mine.flatMap((g) => g.storeId ?? []))],
    },
  };
};

/** Role of a person at the counter of one store; a manager's word counts before a cashier's.
 *  @returns null for who does not work there */
export const counterRoleAt = (
  grants: readonly Grant[],
  brandId: string,
  storeId: string,
): "store-manager" | "cashier" | null => {
  const here = grants.filter((g) =>
    (g.brandId === null || g.brandId === brandId) && (g.storeId === null || g.storeId === storeId)
  );
  return (["store-manager", "cashier"] as const).find((r) => here.some((g) => g.role === r)) ??
    null;
};

/** Is this place inside the scope, all of it? */
const covers = (scope: Scope, grant: Grant): boolean => {
  if (scope.brandIds !== null && (!grant.brandId || !scope.brandIds.includes(grant.brandId))) {
    return false;
  }
  return scope.storeIds === null ||
    (grant.storeId !== null && scope.storeIds.includes(grant.storeId));
};

/** Roles that somebody of this role may give to others. */
export const grantableBy = (role: Role | "nobody" | "programme"): readonly StaffRole[] =>
  role === "hq-admin" ? staffRoles : role === "store-manager" ? ["cashier"] : [];

/** Nobody grants a role they may not give, or at a place beyond their own scope. A whole-house grant
 *  names no store. */
export const mayGrant = (
  giver: { role: Role | "nobody" | "programme"; scope: Scope },
  grant: Grant,
): "yes" | "role" | "place" => {
  if (grant.brandId === null && grant.storeId !== null) return "place";
  if (!covers(giver.scope, grant)) return "place";
  return grantableBy(giver.role).includes(grant.role) ? "yes" : "role";
};
