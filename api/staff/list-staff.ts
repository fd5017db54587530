import { asc, inArray, type SQL } from "drizzle-orm";
import type { listStaff as door } from "../../shared/console/endpoints.ts";
import type { AnswerOf } from "../../shared/endpoint.ts";
import { within } from "../access/within.ts";
import type { Desk } from "../desk.ts";
import { staff, staffGrant } from "./tables.ts";

/** People with a role within the caller's scope, each with the roles held there. */
export const listStaff = async (desk: Desk): Promise<AnswerOf<typeof door>> => {
  const { cold } = desk.db;
  const { scope } = desk.actor;
  const here: SQL | undefined = within(scope, staffGrant.brandId, staffGrant.storeId);
  const everywhere = here === undefined;
  const [people, grants] = await Promise.all([
    cold.select().from(staff).where(
      everywhere
        ? undefined
        : inArray(staff.id, cold.select({ id: staffGrant.staffId }).from(staffGrant).where(here)),
    ).orderBy(asc(staff.state), asc(staff.login)),
    cold.select().from(staffGrant).where(here),
  ]);
  return {
    staff: people.map((p) => ({
      id: p.id,
      login: p.login,
      name: p.name,
      state: p.state,
      hasPin: p.pinHash !== null,
      hasPassword: p.passwordHash !== null,
      grants: grants.filter((g) => g.staffId === p.id)
        .map(({ role, brandId, storeId }) => ({ role, brandId, storeId })),
    })),
  };
};
