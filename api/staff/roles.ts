/** Roles that a brand's head office puts together. @module */
import type * as doors from "../../shared/console/endpoints.ts";
import type { AnswerOf, BodyOf } from "../../shared/endpoint.ts";
import { Problem } from "../../shared/problems.ts";
import {
  mayDefine,
  type OwnRights,
  type OwnRoleId,
  type Standing,
} from "../../shared/staff/grant.ts";
import { forget } from "../access/known.ts";
import { mustReachBrand } from "../access/within.ts";
import { auditRow } from "../audit/queries.ts";
import { Collision } from "../db/collision.ts";
import { settle } from "../db/settle.ts";
import type { Desk } from "../desk.ts";
import { brandById } from "../stores/queries.ts";
import {
  insertOwnRole,
  ownRightsOf,
  ownRoleById,
  type OwnRoleRow,
  ownRolesOf,
  updateOwnRole,
} from "./role-queries.ts";

type Wanted = BodyOf<typeof doors.changeRole>;

/** Nobody gives a role what they could not give, and nobody changes the role they work in.
 *  @throws Problem not-allowed */
const mustDefine = (desk: Desk, roleId: string | null, rights: OwnRights): void => {
  if (!mayDefine(desk.actor as Standing, roleId, rights)) throw new Problem("not-allowed");
};

const columnsOf = ({ nameZh, nameEn, permissions, limits }: Omit<Wanted, "revision">) => ({
  name_zh: nameZh,
  name_en: nameEn,
  permissions: JSON.stringify([...permissions].sort()),
  limits: JSON.stringify(limits),
});

/** What the log keeps of a role. */
const told = (row: Pick<OwnRoleRow, "name_zh" | "name_en" | "permissions" | "limits">) => ({
  nameZh: row.name_zh,
  nameEn: row.name_en,
  permissions: JSON.parse(row.permissions) as string[],
  limits: JSON.parse(row.limits) as Record<string, number>,
});

const isNameTaken = (error: unknown): boolean =>
  error instanceof Collision && error.on.includes("own_role.name_zh");

/** @throws Problem not-found, not-allowed, name-taken */
export const addRole = async (
  desk: Desk,
  key: string,
  input: BodyOf<typeof doors.addRole>,
): Promise<AnswerOf<typeof doors.addRole>> => {
  mustReachBrand(desk, input.brandId);
  mustDefine(desk, null, input);
  return await settle(desk, key, input, async () => {
    const [brands, roles] = await Promise.all([
      desk.db.read(brandById, [input.brandId]),
      desk.db.read(ownRolesOf, [input.brandId]),
    ]);
    if (!brands.length) throw new Problem("not-found");
    if (roles.some((r) => r.name_zh === input.nameZh)) {
      throw new Problem("name-taken", { field: "nameZh" });
    }
    const roleId = desk.id("role") as OwnRoleId;
    const columns = columnsOf(input);
    return {
      answer: { roleId },
      touches: [`roles/${input.brandId}`],
      writes: [
        insertOwnRole.row({
          id: roleId,
          brand_id: input.brandId,
          ...columns,
          created_by: desk.actor.staffId ?? null,
          created_at: desk.now,
        }),
        auditRow(desk, {
          action: "role.added",
          subject: roleId,
          after: told(columns),
          brandId: input.brandId,
        }),
      ],
    };
  });
};

/** A role in the caller's scope that the caller may change: also what it could do so far must be
 *  theirs to give. @throws Problem not-found, not-allowed */
const roleToChange = async (
  desk: Desk,
  roleId: string,
): Promise<OwnRoleRow & { people: number }> => {
  const [role] = await desk.db.read(ownRoleById, [roleId]);
  if (!role || role.state !== "active") throw new Problem("not-found");
  mustReachBrand(desk, role.brand_id);
  mustDefine(desk, roleId, ownRightsOf(role));
  return role;
};

const write = async (
  desk: Desk,
  role: OwnRoleRow,
  next: Omit<OwnRoleRow, "created_at" | "brand_id">,
  action: "role.changed" | "role.retired",
): Promise<{ done: true }> => {
  try {
    await desk.db.write([
      updateOwnRole.row(next),
      auditRow(desk, {
        action,
        subject: role.id,
        before: told(role),
        ...(action === "role.changed" ? { after: told(next) } : {}),
        brandId: role.brand_id,
      }),
    ], [role.id]);
  } catch (error) {
    if (isNameTaken(error)) throw new Problem("name-taken", { field: "nameZh" });
    if (error instanceof Collision) throw new Problem("changed-meanwhile");
    throw error;
  }
  forget(desk.db, role.id);
  return { done: true };
};

/** Holds from the next request of everybody who has the role.
 *  @throws Problem not-found, not-allowed, name-taken, changed-meanwhile */
export const changeRole = async (
  desk: Desk,
  roleId: string,
  wanted: Wanted,
): Promise<{ done: true }> => {
  const role = await roleToChange(desk, roleId);
  mustDefine(desk, roleId, wanted);
  if (role.revision !== wanted.revision) throw new Problem("changed-meanwhile");
  const next = {
    id: role.id,
    state: role.state,
    revision: role.revision + 1,
    ...columnsOf(wanted),
  };
  return await write(desk, role, next, "role.changed");
};

/** @throws Problem not-found, not-allowed, role-held */
export const retireRole = async (desk: Desk, roleId: string): Promise<{ done: true }> => {
  const role = await roleToChange(desk, roleId);
  if (role.people > 0) throw new Problem("role-held", { people: role.people });
  const next = {
    ...role,
    name_zh: `${role.name_zh} (${role.id.slice(-4)})`,
    state: "retired" as const,
    revision: role.revision + 1,
  };
  return await write(desk, role, next, "role.retired");
};
