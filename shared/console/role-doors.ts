/** Doors of the console: roles that a brand puts together itself. @module */
import * as z from "zod/mini";
import { approveMost } from "../approvals/approval.ts";
import { endpoint } from "../endpoint.ts";
import { Id, Instant } from "../schema.ts";
import { Done, LimitsSet, Name, OwnRole, PermissionName } from "./parts.ts";

const upTo = (most: number) => z.int().check(z.gte(0), z.lte(most));

const Permissions = z.array(PermissionName).check(
  z.minLength(1),
  z.maxLength(100),
  z.refine((set) => new Set(set).size === set.length, "each once"),
);
const fields = {
  nameZh: Name,
  nameEn: Name,
  permissions: Permissions,
  limits: z.strictObject({
    adjustment: upTo(approveMost),
    adjustmentDay: upTo(10 * approveMost),
    adjustmentApprove: upTo(approveMost),
    refundFen: upTo(1_000_000_00),
  }),
};

export const RoleRow = z.object({
  id: OwnRole,
  brandId: Id("brand"),
  nameZh: z.string(),
  nameEn: z.string(),
  permissions: z.array(PermissionName),
  limits: LimitsSet,
  revision: z.int(),
  /** People who hold it. */
  people: z.int(),
  createdAt: Instant,
});
export type RoleRow = z.infer<typeof RoleRow>;

export const listRoles = endpoint({
  id: "listRoles",
  method: "GET",
  path: "/api/console/roles",
  who: "role.read",
  summary: "Roles that the brands in scope put together; the built-in ones stand in the contract.",
  answer: z.object({ roles: z.array(RoleRow) }),
  problems: [],
});
export const addRole = endpoint({
  id: "addRole",
  method: "POST",
  path: "/api/console/roles",
  who: "role.manage",
  summary: "Puts a role together; nobody gives it what they could not give themselves.",
  body: z.strictObject({ brandId: Id("brand"), ...fields }),
  answer: z.object({ roleId: OwnRole }),
  status: 201,
  once: true,
  problems: ["not-found", "not-allowed", "name-taken"],
});
export const changeRole = endpoint({
  id: "changeRole",
  method: "PUT",
  path: "/api/console/roles/:role",
  who: "role.manage",
  summary: "Changes a role; it holds from the next request of everybody who has it.",
  body: z.strictObject({ revision: z.int().check(z.gte(1)), ...fields }),
  answer: Done,
  problems: ["not-found", "not-allowed", "name-taken", "changed-meanwhile"],
});
export const retireRole = endpoint({
  id: "retireRole",
  method: "POST",
  path: "/api/console/roles/:role/retire",
  who: "role.manage",
  summary: "Retires a role that nobody holds any more.",
  answer: Done,
  problems: ["not-found", "not-allowed", "role-held"],
});
