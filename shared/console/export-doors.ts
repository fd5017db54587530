/** Doors of the console: lists as files. @module */
import * as z from "zod/mini";
import { endpoint } from "../endpoint.ts";
import { exportLists } from "../exports/lists.ts";
import { memberSorts, Screening } from "../members/screening.ts";
import { PlainText } from "../plain-text.ts";
import { Id } from "../schema.ts";
import { AuditFilter } from "./log-doors.ts";

export const exportList = endpoint({
  id: "exportList",
  method: "POST",
  path: "/api/console/exports",
  who: "list.export",
  summary: "A list as an Excel file, as the caller may see it: masked, and logged.",
  body: z.strictObject({
    list: z.enum(exportLists),
    language: z.enum(["zh-CN", "en"]),
    /** The brand, for lists of one brand. */
    brandId: z.optional(Id("brand")),
    /** Of the members. */
    screening: z.optional(Screening),
    sort: z.optional(z.strictObject({ key: z.enum(memberSorts), descending: z.boolean() })),
    /** Full names and phones, for who may see them; says why. */
    reveal: z.optional(PlainText(120, 2)),
    /** Of the log. */
    log: z.optional(AuditFilter),
  }),
  /** The file itself. */
  answer: z.string(),
  problems: ["not-found", "not-allowed", "too-many"],
});
