/** Doors of the console: the operation log, and in the demo the messages sent. @module */
import * as z from "zod/mini";
import { endpoint } from "../endpoint.ts";
import { Id, Instant } from "../schema.ts";

export const listAudit = endpoint({
  id: "listAudit",
  method: "GET",
  path: "/api/console/audit",
  who: "log.read",
  summary: "Operation log, newest first.",
  query: z.object({
    before: z.optional(z.string().check(z.maxLength(64))),
    limit: z.optional(z.coerce.number().check(z.int(), z.gte(1), z.lte(100))),
  }),
  answer: z.object({
    rows: z.array(z.object({
      id: Id("audit"),
      at: Instant,
      actorName: z.string(),
      actorRole: z.string(),
      action: z.string(),
      subject: z.string(),
      before: z.nullable(z.string()),
      after: z.nullable(z.string()),
    })),
    nextBefore: z.nullable(z.string()),
  }),
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
