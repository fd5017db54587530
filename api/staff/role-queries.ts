/** Statements of the roles that brands put together themselves. @module */
import type { Limits, Permission } from "../../shared/access.ts";
import type { OwnRights, OwnRoleId } from "../../shared/staff/grant.ts";
import { inserting, ranks, reading, writing } from "../db/statement.ts";

export type OwnRoleRow = {
  id: OwnRoleId;
  brand_id: string;
  name_zh: string;
  name_en: string;
  /** JSON */
  permissions: string;
  limits: string;
  state: "active" | "retired";
  revision: number;
  created_at: number;
};

export const ownRightsOf = (row: Pick<OwnRoleRow, "permissions" | "limits">): OwnRights => ({
  permissions: JSON.parse(row.permissions) as Permission[],
  limits: JSON.parse(row.limits) as Limits,
});

export const ownRoleById = reading<[roleId: string], OwnRoleRow & { people: number }>(
  "own role by id",
  `select j.key as n, r.*, (select count(distinct g.staff_id) from staff_grant g
     where g.role = r.id) as people
   from json_each(?1) j join own_role r on r.id = j.value->>0`,
);

/** Roles in force, of one brand or (null) of all. */
export const ownRolesOf = reading<[brandId: string | null], OwnRoleRow & { people: number }>(
  "own roles of a brand",
  `select j.key as n, r.*, (select count(distinct g.staff_id) from staff_grant g
     where g.role = r.id) as people
   from json_each(?1) j join own_role r on r.state = 'active'
     and (j.value->>0 is null or r.brand_id = j.value->>0)
   order by j.key, r.brand_id, r.name_zh`,
);

export const insertOwnRole = inserting<
  Omit<OwnRoleRow, "state" | "revision"> & {
    created_by: string | null;
  }
>("own_role", ranks.place + 1, [
  "id",
  "brand_id",
  "name_zh",
  "name_en",
  "permissions",
  "limits",
  "created_by",
  "created_at",
]);

/** The revision must be the next one, or the batch collides. */
export const updateOwnRole = writing<
  Pick<OwnRoleRow, "id" | "name_zh" | "name_en" | "permissions" | "limits" | "state" | "revision">
>(
  "change own role",
  ranks.change,
  ["id", "name_zh", "name_en", "permissions", "limits", "state", "revision"],
  `update own_role set name_zh = j.value->>1, name_en = j.value->>2, permissions = j.value->>3,
     limits = j.value->>4, state = j.value->>5, revision = j.value->>6
   from json_each(?1) j where own_role.id = j.value->>0`,
);
