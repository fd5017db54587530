import type { ConsoleMe } from "../../shared/console/endpoints.ts";
import { limitsOf, permissionsOf } from "../../shared/access.ts";
import { Problem } from "../../shared/problems.ts";
import { consoleRole } from "../access/grants.ts";
import { grantsOfStaff } from "../access/queries.ts";
import type { Desk } from "../desk.ts";
import { staffById } from "../staff/queries.ts";
import { ownRoleById } from "../staff/role-queries.ts";
import { passkeysOf } from "./queries.ts";

/** A person as the console sees them; null for who has no business there. */
export const consoleMe = async (desk: Desk, staffId: string): Promise<ConsoleMe | null> => {
  const [[person], grants, passkeys] = await Promise.all([
    desk.db.read(staffById, [staffId]),
    desk.db.read(grantsOfStaff, [staffId]),
    desk.db.read(passkeysOf, [staffId]),
  ]);
  const standing = consoleRole(grants);
  if (!person || person.state !== "active" || !standing) return null;
  const { brandIds, storeIds } = standing.scope;
  const [own] = standing.roleId ? await desk.db.read(ownRoleById, [standing.roleId]) : [];
  return {
    staffId,
    name: person.name,
    login: person.login,
    role: standing.role,
    ownRole: own ? { id: own.id, nameZh: own.name_zh, nameEn: own.name_en } : null,
    permissions: [...standing.permissions ?? permissionsOf(standing.role)],
    limits: limitsOf(standing),
    brandIds: brandIds && [...brandIds],
    storeIds: storeIds && [...storeIds],
    hasPasskey: passkeys.length > 0,
  };
};

/** Who is signed in. @throws Problem signed-out if that ended meanwhile */
export const showMe = async (desk: Desk): Promise<ConsoleMe> => {
  const me = await consoleMe(desk, desk.actor.id);
  if (!me) throw new Problem("signed-out");
  return me;
};
