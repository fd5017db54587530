/** Grants: what a person on the staff may do, and where. @module */
import {
  allows,
  type Limits,
  limitsOf,
  may,
  type Permission,
  permissionsOf,
  type Rights,
  type Scope,
  staffPermissions,
  type StaffRole,
  staffRoles,
} from "../access.ts";

/** Id of a role that a brand put together itself. */
export type OwnRoleId = `rol_${string}`;
export type OwnRights = { permissions: readonly Permission[]; limits: Limits };

/** One role at one place: no brand means every brand, no store every store of the brand. An own role
 *  brings its rights with it; one that is retired or unknown has none and opens nothing. */
export type Grant = {
  role: StaffRole | OwnRoleId;
  brandId: string | null;
  storeId: string | null;
  own?: OwnRights | null;
};

/** Somebody at work: the role they act in, its rights where it is an own one, and where. */
export type Standing = {
  role: StaffRole | "own";
  roleId?: OwnRoleId;
  permissions?: readonly Permission[];
  limits?: Limits;
};

export const isOwnRole = (role: string): role is OwnRoleId => role.startsWith("rol_");

/** Rights of a grant; null where it gives none. */
export const rightsOf = ({ role, own }: Grant): Standing | null => {
  if (!isOwnRole(role)) return { role };
  return own
    ? { role: "own", roleId: role, permissions: own.permissions, limits: own.limits }
    : null;
};

/** In the office, the first of these that a person holds is who they are. An own role was given on
 *  purpose and comes before the ordinary ones; of several the one with most rights. */
const officeOrder: readonly (StaffRole | "own")[] = [
  "hq-admin",
  "own",
  "hq-finance",
  "hq-marketing",
  "auditor",
  "regional",
  "store-manager",
];

const byRights = (a: Standing, b: Standing): number =>
  officeOrder.indexOf(a.role) - officeOrder.indexOf(b.role) ||
  (b.permissions?.length ?? 0) - (a.permissions?.length ?? 0);

/** Role and scope of a person in the console: the strongest role, wherever it was granted. A person
 *  who holds it for a whole brand does not need the single stores named beside it.
 *  @returns null for who has nothing to do there */
export const standingOf = (grants: readonly Grant[]): (Standing & { scope: Scope }) | null => {
  const best = grants.map(rightsOf)
    .filter((s): s is Standing => s !== null && allows(s, "console.enter")).sort(byRights)[0];
  if (!best) return null;
  const mine = grants.filter((g) => g.role === (best.roleId ?? best.role));
  if (mine.some((g) => g.brandId === null)) {
    return { ...best, scope: { brandIds: null, storeIds: null } };
  }
  const whole = mine.filter((g) => g.storeId === null);
  const places = whole.length ? whole : mine;
  return {
    ...best,
    scope: {
      brandIds: [...new Set(places.flatMap((g) => g.brandId ?? []))],
      storeIds: whole.length ? null : [...new Set(mine.flatMap((g) => g.storeId ?? []))],
    },
  };
};

/** Rights of a person at the counter of one store: a manager's word counts before an own role's, and
 *  that before a cashier's. @returns null for who does not work there */
export const counterRoleAt = (
  grants: readonly Grant[],
  brandId: string,
  storeId: string,
): Standing | null => {
  const here = grants.filter((g) =>
    (g.brandId === null || g.brandId === brandId) && (g.storeId === null || g.storeId === storeId)
  ).map(rightsOf).filter((s): s is Standing => s !== null);
  return here.find((s) => s.role === "store-manager") ??
    here.find((s) => s.role === "own" && allows(s, "terminal.self")) ??
    here.find((s) => s.role === "cashier") ?? null;
};

/** Is this place inside the scope, all of it? */
const covers = (scope: Scope, grant: Grant): boolean => {
  if (scope.brandIds !== null && (!grant.brandId || !scope.brandIds.includes(grant.brandId))) {
    return false;
  }
  return scope.storeIds === null ||
    (grant.storeId !== null && scope.storeIds.includes(grant.storeId));
};

/** Permissions that somebody may hand on. Head office's administrator stands for the owner and hands
 *  on all of them, also those of the counter; a manager what a cashier needs; an own role what it
 *  has itself. */
export const givablePermissions = (giver: Rights): readonly Permission[] => {
  if (giver.role === "hq-admin") return staffPermissions;
  if (giver.role === "store-manager") return permissionsOf("cashier");
  return giver.role === "own" ? giver.permissions ?? [] : [];
};

/** Nobody gives what they do not have, nor further than they may go themselves. */
export const maySet = (giver: Rights, { permissions, limits }: OwnRights): boolean => {
  const given = givablePermissions(giver);
  if (!permissions.every((permission) => given.includes(permission))) return false;
  if (giver.role === "hq-admin") return true;
  const own = limitsOf(giver);
  return (Object.keys(limits) as (keyof Limits)[]).every((name) => limits[name] <= own[name]);
};

/** Built-in roles that somebody may give to others. */
export const grantableBy = (giver: Rights): readonly StaffRole[] => {
  if (!allows(giver, "staff.manage")) return [];
  return staffRoles.filter((role) =>
    maySet(giver, { permissions: permissionsOf(role), limits: limitsOf({ role }) })
  );
};

/** Nobody grants a role they may not give, or at a place beyond their own scope. A whole-house grant
 *  names no store, and is never an own role: those belong to one brand. */
export const mayGrant = (
  giver: Rights & { scope: Scope },
  grant: Grant,
): "yes" | "role" | "place" => {
  if (grant.brandId === null && grant.storeId !== null) return "place";
  if (!covers(giver.scope, grant)) return "place";
  if (!isOwnRole(grant.role)) return grantableBy(giver).includes(grant.role) ? "yes" : "role";
  if (grant.brandId === null) return "place";
  // One that is retired may be taken away, and gives nothing.
  const own = grant.own ?? { permissions: [], limits: limitsOf({ role: "nobody" }) };
  return allows(giver, "staff.manage") && maySet(giver, own) ? "yes" : "role";
};

/** May somebody who works with this role change it? Own roles are never changed by who holds them. */
export const mayDefine = (definer: Standing, roleId: string | null, role: OwnRights): boolean =>
  allows(definer, "role.manage") && definer.roleId !== roleId && maySet(definer, role);

/** Does this built-in role open the console? */
export const opensConsole = (role: StaffRole): boolean => may(role, "console.enter");
