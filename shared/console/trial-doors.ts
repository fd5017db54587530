/** Doors of the console: the sandbox till and the cases that guard a programme. @module */
import * as z from "zod/mini";
import { endpoint } from "../endpoint.ts";
import { PlainText } from "../plain-text.ts";
import { RulesSource } from "../programme/source.ts";
import { Expected, Trial, TrialMember, TrialOutcome } from "../programme/trial.ts";
import { Id, Instant } from "../schema.ts";
import { Done } from "./parts.ts";

export const SavedCase = z.object({
  id: Id("case"),
  brandId: Id("brand"),
  name: z.string(),
  trial: Trial,
  expected: Expected,
  revision: z.int(),
  changedBy: z.nullable(z.string()),
  changedAt: Instant,
});
export type SavedCase = z.infer<typeof SavedCase>;
export const CaseResult = z.object({
  caseId: Id("case"),
  name: z.string(),
  revision: z.int(),
  expected: Expected,
  /** Null: it can no longer be tried, because it names goods that are gone. */
  got: z.nullable(Expected),
  same: z.boolean(),
});
export type CaseResult = z.infer<typeof CaseResult>;

export const tryCase = endpoint({
  id: "tryCase",
  method: "POST",
  path: "/api/console/programme/trial",
  who: "programme.try",
  summary: "What rules make of a basket, a member and a moment, with reasons. Nothing is written.",
  body: z.strictObject({ brandId: Id("brand"), source: RulesSource, trial: Trial }),
  answer: TrialOutcome,
  problems: ["not-found", "product-unknown"],
});
export const showTrialMember = endpoint({
  id: "showTrialMember",
  method: "GET",
  path: "/api/console/programme/trial/members/:member",
  who: "programme.try",
  summary:
    "What rules know of a member now, to try them with: no name, no phone, no year of birth.",
  answer: z.object({ brandId: Id("brand"), member: TrialMember }),
  problems: ["not-found"],
});
export const listCases = endpoint({
  id: "listCases",
  method: "GET",
  path: "/api/console/programme/cases",
  who: "programme.read",
  summary: "Saved cases of a brand, oldest first.",
  query: z.object({ brandId: Id("brand") }),
  answer: z.object({ cases: z.array(SavedCase) }),
  problems: ["not-found"],
});
export const saveCase = endpoint({
  id: "saveCase",
  method: "POST",
  path: "/api/console/programme/cases",
  who: "programme.publish",
  summary: "Keeps a trial with what it is to give; no version is published that gives otherwise.",
  body: z.strictObject({
    brandId: Id("brand"),
    name: PlainText(60, 1),
    trial: Trial,
    expected: Expected,
  }),
  answer: z.object({ caseId: Id("case"), revision: z.int() }),
  status: 201,
  once: true,
  problems: ["not-found", "product-unknown", "cases-full", "name-taken"],
});
export const acceptCase = endpoint({
  id: "acceptCase",
  method: "POST",
  path: "/api/console/programme/cases/:case/acceptance",
  who: "programme.publish",
  summary: "Expects another outcome of a case from now on, with the reason why.",
  body: z.strictObject({ revision: z.int(), expected: Expected, reason: PlainText(200, 2) }),
  answer: z.object({ revision: z.int() }),
  problems: ["not-found", "changed-meanwhile"],
});
export const removeCase = endpoint({
  id: "removeCase",
  method: "POST",
  path: "/api/console/programme/cases/:case/removal",
  who: "programme.publish",
  summary: "Drops a case, with the reason why; the log keeps what it said.",
  body: z.strictObject({ revision: z.int(), reason: PlainText(200, 2) }),
  answer: Done,
  problems: ["not-found", "changed-meanwhile"],
});
export const runCases = endpoint({
  id: "runCases",
  method: "POST",
  path: "/api/console/programme/cases/run",
  who: "programme.read",
  summary: "What each saved case gives under some rules, beside what it is to give.",
  body: z.strictObject({ brandId: Id("brand"), source: RulesSource }),
  answer: z.object({ results: z.array(CaseResult) }),
  problems: ["not-found"],
});
