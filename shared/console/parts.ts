/** What several doors of the console share. @module */
import * as z from "zod/mini";
import { staffRoles } from "../access.ts";
import { PlainText } from "../plain-text.ts";
import { Id } from "../schema.ts";

export const Done = z.object({ done: z.literal(true) });
export const Name = PlainText(60, 1);
export const StaffRole = z.enum(staffRoles);
export const Grant = z.object({
  role: StaffRole,
  brandId: z.nullable(Id("brand")),
  storeId: z.nullable(Id("store")),
});
