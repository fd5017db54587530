/** Doors of the console: members screened, tagged, and screenings kept as tags. @module */
import * as z from "zod/mini";
import { endpoint } from "../endpoint.ts";
import { memberSorts, Screening } from "../members/screening.ts";
import { PlainText } from "../plain-text.ts";
import { Id, Instant } from "../schema.ts";
import { MemberRow } from "./member-doors.ts";
import { Done } from "./parts.ts";

export const ScreenedRow = z.extend(MemberRow, {
  lastBoughtAt: z.nullable(Instant),
  storeId: z.nullable(Id("store")),
  tags: z.array(z.object({ id: Id("tag"), name: z.string() })),
});
export type ScreenedRow = z.infer<typeof ScreenedRow>;

export const screenMembers = endpoint({
  id: "screenMembers",
  method: "POST",
  path: "/api/console/members/screen",
  who: "member.look-up",
  summary:
    "Members of a brand by tier, tag, category, store, dates and points, sorted, page by page.",
  body: z.strictObject({
    brandId: Id("brand"),
    filter: Screening,
    sort: z.optional(z.strictObject({ key: z.enum(memberSorts), descending: z.boolean() })),
    after: z.optional(z.string().check(z.maxLength(200))),
    limit: z.optional(z.int().check(z.gte(1), z.lte(100))),
  }),
  answer: z.object({
    members: z.array(ScreenedRow),
    nextAfter: z.nullable(z.string()),
    /** How many there are in all; only with the first page. */
    total: z.nullable(z.int()),
  }),
  problems: ["not-found", "too-many"],
});

const TagName = PlainText(20, 1);
export const TagRow = z.object({
  id: Id("tag"),
  brandId: Id("brand"),
  name: z.string(),
  /** The screening that keeps it; null: given by hand. */
  screening: z.nullable(Screening),
  members: z.int(),
  refreshedAt: z.nullable(Instant),
});
export type TagRow = z.infer<typeof TagRow>;

export const listTags = endpoint({
  id: "listTags",
  method: "GET",
  path: "/api/console/tags",
  who: "member.look-up",
  summary: "Tags of the brands in scope, with how many members have each.",
  answer: z.object({ tags: z.array(TagRow) }),
  problems: [],
});
export const addTag = endpoint({
  id: "addTag",
  method: "POST",
  path: "/api/console/tags",
  who: "member.tag",
  summary: "Adds a tag; with a screening it is kept by it: filled now and every night.",
  body: z.strictObject({
    brandId: Id("brand"),
    name: TagName,
    screening: z.nullable(Screening),
  }),
  answer: z.object({ tagId: Id("tag"), members: z.int() }),
  status: 201,
  once: true,
  problems: ["not-found", "name-taken"],
});
export const refreshTag = endpoint({
  id: "refreshTag",
  method: "POST",
  path: "/api/console/tags/:tag/refresh",
  who: "member.tag",
  summary: "Fills a tag that a screening keeps anew, now.",
  answer: z.object({ given: z.int(), taken: z.int() }),
  problems: ["not-found"],
});
export const retireTag = endpoint({
  id: "retireTag",
  method: "POST",
  path: "/api/console/tags/:tag/retire",
  who: "member.tag",
  summary: "Retires a tag; nobody has it any more.",
  answer: Done,
  problems: ["not-found"],
});
export const tagMembers = endpoint({
  id: "tagMembers",
  method: "POST",
  path: "/api/console/members/tags",
  who: "member.tag",
  summary: "Gives members a tag or takes it away: those named, or all that a screening finds.",
  body: z.strictObject({
    tagId: Id("tag"),
    give: z.boolean(),
    /** Those named, or all that a screening finds. */
    who: z.union([
      z.strictObject({
        memberIds: z.array(Id("member")).check(z.minLength(1), z.maxLength(500)),
      }),
      z.strictObject({ screening: Screening }),
    ]),
  }),
  answer: z.object({ changed: z.int() }),
  problems: ["not-found", "tag-screened", "list-too-long"],
});
