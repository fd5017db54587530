/** What several doors of the console share. @module */
import * as z from "zod/mini";
import { type Permission, staffPermissions, staffRoles } from "../access.ts";
import { PlainText } from "../plain-text.ts";
import { Id, Points } from "../schema.ts";
import type { OwnRoleId } from "../staff/grant.ts";

export const Done = z.object({ done: z.literal(true) });
export const Name = PlainText(60, 1);
export const StaffRole = z.enum(staffRoles);
/** Id of a role that a brand put together itself. */
export const OwnRole = Id("role") as unknown as z.ZodMiniType<OwnRoleId, OwnRoleId>;
export const PermissionName = z.enum(staffPermissions as [Permission, ...Permission[]]);
export const LimitsSet = z.strictObject({
  adjustment: Points,
  adjustmentDay: Points,
  adjustmentApprove: Points,
  refundFen: Points,
});
export const Grant = z.object({
  role: z.union([StaffRole, OwnRole]),
  brandId: z.nullable(Id("brand")),
  storeId: z.nullable(Id("store")),
});
