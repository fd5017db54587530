import { type StaffRole, staffRoles } from "../shared/access.ts";
import { listRoles, type RoleRow } from "../shared/console/endpoints.ts";
import { mayI } from "./session.ts";
import { type Loaded, useLoad } from "./use-load.ts";
import { nameIn } from "./use-places.ts";
import { ask } from "./wire.ts";
import { shellWords } from "./words.ts";

export interface KnownRoles {
  loaded: Loaded<{ roles: RoleRow[] }>;
  own: readonly RoleRow[];
  role: (id: string) => RoleRow | undefined;
  /** A built-in role's name, or that of an own one; its id where nobody knows it. */
  roleName: (id: string) => string;
}

const isStaffRole = (role: string): role is StaffRole =>
  (staffRoles as readonly string[]).includes(role);

/** Roles that the brands in scope put together, with their names. */
export function useRoles(): KnownRoles {
  const loaded = useLoad(
    "roles",
    (signal) => mayI("role.read") ? ask(listRoles, { signal }) : Promise.resolve({ roles: [] }),
  );
  const own = loaded.data?.roles ?? [];
  const role = (id: string) => own.find((each) => each.id === id);
  const t = shellWords.value;
  return {
    loaded,
    own,
    role,
    roleName: (id) => {
      if (isStaffRole(id)) return t.roles[id];
      const known = role(id);
      return known ? nameIn(known) : t.ownRole;
    },
  };
}
