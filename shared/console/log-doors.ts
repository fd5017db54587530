/** Doors of the console: the operation log, and in the demo the messages sent. @module */
import * as z from "zod/mini";
import { endpoint } from "../endpoint.ts";
import { Day, Id, Instant } from "../schema.ts";
import { logActions } from "./log-actions.ts";

const filter = {
  /** Id of the person, terminal or key. */
  actor: z.optional(z.string().check(z.regex(/^[a-z]{3}_[0-9a-z_-]{2,40}$/))),
  action: z.optional(z.enum(logActions)),
  /** Id of what it happened to. */
  subject: z.optional(z.string().check(z.maxLength(60))),
  brandId: z.optional(Id("brand")),
  storeId: z.optional(Id("store")),
  /** Days of the stores, both included. */
  from: z.optional(Day),
  to: z.optional(Day),
};
export const AuditFilter = z.strictObject(filter);
export type AuditFilter = z.infer<typeof AuditFilter>;

export const AuditRow = z.object({
  id: Id("audit"),
  at: Instant,
  actorId: z.nullable(z.string()),
  actorName: z.string(),
  actorRole: z.string(),
  /** The name of an own role. */
  ownRole: z.nullable(z.object({ nameZh: z.string(), nameEn: z.string() })),
  action: z.string(),
  subject: z.string(),
  /** What the subject is called, where it has a name; a member's is masked. */
  subjectName: z.nullable(z.object({ nameZh: z.string(), nameEn: z.string() })),
  brandId: z.nullable(Id("brand")),
  storeId: z.nullable(Id("store")),
  before: z.nullable(z.string()),
  after: z.nullable(z.string()),
  /** Names of the things whose ids stand in before and after. */
  names: z.array(z.object({ id: z.string(), nameZh: z.string(), nameEn: z.string() })),
});
export type AuditRow = z.infer<typeof AuditRow>;

export const listAudit = endpoint({
  id: "listAudit",
  method: "GET",
  path: "/api/console/audit",
  who: "log.read",
  summary: "Operation log by person, action, period, subject and place, newest first.",
  query: z.object({
    ...filter,
    before: z.optional(z.string().check(z.maxLength(64))),
    limit: z.optional(z.coerce.number().check(z.int(), z.gte(1), z.lte(100))),
  }),
  answer: z.object({ rows: z.array(AuditRow), nextBefore: z.nullable(z.string()) }),
  problems: [],
});

/** Demo only: what was sent. In production the door is not there. */
export const listOutbox = endpoint({
  id: "listOutbox",
  method: "GET",
  path: "/api/outbox",
  who: "anyone",
  summary: "Demo only: messages sent lately, newest first.",
  answer: z.object({
    messages: z.array(z.object({
      id: Id("message"),
      channel: z.enum(["push", "sms", "email"]),
      to: z.string(),
      title: z.string(),
      text: z.string(),
      state: z.string(),
      at: Instant,
    })),
  }),
  problems: ["not-found"],
});
