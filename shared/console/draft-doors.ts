/** Doors of the console: drafts of a programme, kept until they are published. @module */
import * as z from "zod/mini";
import { endpoint } from "../endpoint.ts";
import { PlainText } from "../plain-text.ts";
import { ProgrammeRules } from "../programme/rules.ts";
import { Id, Instant } from "../schema.ts";
import { Done } from "./parts.ts";
import { publishRules } from "./programme-doors.ts";

const head = {
  id: Id("draft"),
  brandId: Id("brand"),
  name: z.string(),
  /** The newest version when it was begun, or since it was last brought up to date; 0: none yet. */
  basedOnVersion: z.int(),
  revision: z.int(),
  changedBy: z.nullable(z.string()),
  changedAt: Instant,
};
export const DraftHead = z.object(head);
export const Draft = z.object({ ...head, body: ProgrammeRules });
export type Draft = z.infer<typeof Draft>;

const said = { name: PlainText(40, 1), body: ProgrammeRules, basedOnVersion: z.int() };

export const listDrafts = endpoint({
  id: "listDrafts",
  method: "GET",
  path: "/api/console/programme/drafts",
  who: "programme.read",
  summary: "Drafts of a brand, last changed first.",
  query: z.object({ brandId: Id("brand") }),
  answer: z.object({ drafts: z.array(DraftHead) }),
  problems: ["not-found"],
});
export const showDraft = endpoint({
  id: "showDraft",
  method: "GET",
  path: "/api/console/programme/drafts/:draft",
  who: "programme.read",
  summary: "One draft with its rules.",
  answer: Draft,
  problems: ["not-found"],
});
export const saveDraft = endpoint({
  id: "saveDraft",
  method: "POST",
  path: "/api/console/programme/drafts",
  who: "programme.publish",
  summary: "Keeps a new draft. Whatever fits the schema can be kept; publishing is what refuses.",
  body: z.strictObject({ brandId: Id("brand"), ...said }),
  answer: z.object({ draftId: Id("draft"), revision: z.int() }),
  status: 201,
  once: true,
  problems: ["not-found", "drafts-full"],
});
export const changeDraft = endpoint({
  id: "changeDraft",
  method: "PUT",
  path: "/api/console/programme/drafts/:draft",
  who: "programme.publish",
  summary: "Changes a draft from the revision that was read.",
  body: z.strictObject({ revision: z.int(), ...said }),
  answer: z.object({ revision: z.int() }),
  problems: ["not-found", "changed-meanwhile"],
});
export const removeDraft = endpoint({
  id: "removeDraft",
  method: "POST",
  path: "/api/console/programme/drafts/:draft/removal",
  who: "programme.publish",
  summary: "Throws a draft away; the log keeps what it said.",
  body: z.strictObject({ revision: z.int() }),
  answer: Done,
  problems: ["not-found", "changed-meanwhile"],
});
export const publishDraft = endpoint({
  id: "publishDraft",
  method: "POST",
  path: "/api/console/programme/drafts/:draft/publication",
  who: "programme.publish",
  summary: "Publishes a draft as it stands from an instant on, or asks a second person to.",
  body: z.strictObject({
    revision: z.int(),
    /** The newest version the caller has seen. */
    basedOnVersion: z.int(),
    /** Null: as soon as it is published (or approved). */
    effectiveFrom: z.nullable(Instant),
    reason: z.optional(PlainText(200)),
  }),
  answer: publishRules.answer,
  status: 201,
  once: true,
  problems: publishRules.problems,
});
