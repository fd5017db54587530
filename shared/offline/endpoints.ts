/** Doors for what was done without network: asking to join at a kiosk, and what the house refused
 *  afterwards, as tasks of the store's staff. @module */
import * as z from "zod/mini";
import { endpoint } from "../endpoint.ts";
import { Language, Phone } from "../members/member.ts";
import { PlainText } from "../plain-text.ts";
import { Id, Instant } from "../schema.ts";
import { TaskReason } from "./task.ts";

/** What a task is about. */
const TaskKind = z.enum(["sale", "enrolment", "join"]);
export const TaskView = z.object({
  taskId: Id("offlineTask"),
  kind: TaskKind,
  /** What staff know it by, for example an order number. */
  label: z.string(),
  /** The code of the refusal, and its public fields. */
  code: z.string(),
  fields: z.record(z.string(), z.unknown()),
  /** The operation as the terminal had sent it. */
  input: z.unknown(),
  madeAt: Instant,
  leftAt: Instant,
  terminalLabel: z.string(),
  end: z.nullable(z.object({
    state: z.enum(["booked", "dismissed"]),
    reason: z.string(),
    by: z.nullable(z.string()),
    at: Instant,
  })),
});
export type TaskView = z.infer<typeof TaskView>;

export const askToJoin = endpoint({
  id: "askToJoin",
  method: "POST",
  path: "/api/offline/joins",
  who: "offline.join",
  summary: "Somebody left their phone number at a kiosk without network; an SMS asks to confirm.",
  body: z.strictObject({
    phone: Phone,
    language: Language,
    terms: z.literal(true),
    /** When they agreed. */
    agreedAt: Instant,
  }),
  /** The same whether or not the phone is a member's already. */
  answer: z.object({ done: z.literal(true) }),
  status: 201,
  once: true,
  problems: ["phone-refused", "time-refused", "too-many"],
});

export const leaveTask = endpoint({
  id: "leaveTask",
  method: "POST",
  path: "/api/offline/tasks",
  who: "terminal.self",
  summary: "A terminal hands over what was refused after it had been done without network.",
  body: z.strictObject({
    kind: TaskKind,
    label: PlainText(80, 1),
    code: z.string().check(z.regex(/^[a-z][a-z-]{1,40}$/)),
    fields: z.record(
      z.string().check(z.maxLength(40)),
      z.union([z.string(), z.number(), z.null()]),
    ),
    /** The body that was refused, as JSON text: it may be what no door would take. */
    input: z.string().check(z.maxLength(60_000)),
    madeAt: Instant,
  }),
  answer: z.object({ taskId: Id("offlineTask") }),
  status: 201,
  once: true,
  problems: [],
});

export const listTasks = endpoint({
  id: "listTasks",
  method: "GET",
  path: "/api/offline/tasks",
  who: "offline.settle",
  summary: "Tasks of the caller's store that wait for staff, and those that ended lately.",
  answer: z.object({ open: z.array(TaskView), ended: z.array(TaskView) }),
  problems: [],
});

export const dismissTask = endpoint({
  id: "dismissTask",
  method: "POST",
  path: "/api/offline/tasks/:task/dismiss",
  who: "offline.settle",
  summary: "Ends a task without booking anything; says why.",
  body: z.strictObject({ reason: TaskReason }),
  answer: z.object({ done: z.literal(true) }),
  once: true,
  problems: ["not-found", "task-ended"],
});
