/** Scope in queries and verbs: what lies outside of it does not exist for the caller. @module */
import { and, type Column, inArray, type SQL } from "drizzle-orm";
import { inScope, type Scope } from "../../shared/access.ts";
import { Problem } from "../../shared/problems.ts";
import type { Desk } from "../desk.ts";

/** Condition that keeps rows of the caller's brands and, where a store column is given, stores. */
export const within = (scope: Scope, brandId: Column, storeId?: Column): SQL | undefined =>
  and(
    scope.brandIds === null ? undefined : inArray(brandId, [...scope.brandIds]),
    scope.storeIds === null || !storeId ? undefined : inArray(storeId, [...scope.storeIds]),
  );

/** @throws Problem not-found if the place is outside the caller's scope */
export const mustReach = (desk: Desk, brandId: string, storeId?: string | null): void => {
  if (!inScope(desk.actor.scope, brandId, storeId)) throw new Problem("not-found");
};

/** For what concerns a whole brand (its rules, its list of stores). @throws Problem not-found if the
 *  brand is outside the scope, not-allowed if the caller only answers for some of its stores */
export const mustReachBrand = (desk: Desk, brandId: string): void => {
  mustReach(desk, brandId);
  if (desk.actor.scope.storeIds !== null) throw new Problem("not-allowed");
};
