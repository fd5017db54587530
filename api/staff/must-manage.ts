import { inScope } from "../../shared/access.ts";
import { mayGrant } from "../../shared/staff/grant.ts";
import { Problem } from "../../shared/problems.ts";
import { grantOf } from "../access/grants.ts";
import { grantsOfStaff } from "../access/queries.ts";
import type { Desk } from "../desk.ts";
import { staffById, type StaffRow } from "./queries.ts";

/** A person whom the caller may change. Who works at a place within the scope is seen; who also holds
 *  a role or a place that the caller could not grant is not theirs to change.
 *  @throws Problem not-found, not-allowed */
export const mustManage = async (desk: Desk, staffId: string): Promise<StaffRow> => {
  const [people, rows] = await Promise.all([
    desk.db.read(staffById, [staffId]),
    desk.db.read(grantsOfStaff, [staffId]),
  ]);
  const person = people[0];
  if (!person) throw new Problem("not-found");
  const { scope } = desk.actor;
  const grants = rows.map(grantOf);
  const everywhere = scope.brandIds === null && scope.storeIds === null;
  const seen = everywhere || grants.some((g) =>
    g.brandId !== null && inScope(scope, g.brandId) &&
    (scope.storeIds === null || (g.storeId !== null && scope.storeIds.includes(g.storeId)))
  );
  if (!seen) throw new Problem("not-found");
  if (grants.some((g) => mayGrant(desk.actor, g) !== "yes")) throw new Problem("not-allowed");
  return person;
};
