/** Doors of the console: the versions of a brand's programme, and how one comes into force. @module */
import * as z from "zod/mini";
import { endpoint } from "../endpoint.ts";
import { PlainText } from "../plain-text.ts";
import { refusedCodes, warningCodes } from "../points/finding.ts";
import { ProgrammeRules } from "../programme/rules.ts";
import { RulesSource } from "../programme/source.ts";
import { Fen, Id, Instant } from "../schema.ts";
import { CaseResult } from "./trial-doors.ts";

export const RulesVersion = z.object({
  id: Id("rules"),
  brandId: Id("brand"),
  version: z.int(),
  effectiveFrom: Instant,
  publishedAt: Instant,
  publishedBy: z.nullable(z.string()),
  /** Who said yes to it as a second person. */
  approvedBy: z.nullable(z.string()),
  /** The version that it repeats, where it takes an old one up again. */
  repeats: z.nullable(z.int()),
  /** When it was withdrawn before it began: it never holds. */
  withdrawnAt: z.nullable(Instant),
  body: ProgrammeRules,
});
export const showProgramme = endpoint({
  id: "showProgramme",
  method: "GET",
  path: "/api/console/programme",
  who: "programme.read",
  summary: "Rule versions and tiers of a brand, newest version first, with its categories.",
  query: z.object({ brandId: Id("brand") }),
  answer: z.object({
    versions: z.array(RulesVersion),
    tiers: z.array(z.object({
      id: Id("tier"),
      level: z.int(),
      nameZh: z.string(),
      nameEn: z.string(),
      colour: z.string(),
      thresholdFen: Fen,
    })),
    categories: z.array(z.object({
      id: Id("category"),
      parentId: z.nullable(Id("category")),
      nameZh: z.string(),
      nameEn: z.string(),
    })),
  }),
  problems: ["not-found"],
});

/** When it begins: an instant, or null for as soon as it is published (or approved). */
const From = z.nullable(Instant);
/** In force from then on, or waiting for a second person. */
const Publication = z.object({
  rulesId: z.nullable(Id("rules")),
  version: z.nullable(z.int()),
  approvalId: z.nullable(Id("approval")),
});
const publishing = [
  "not-found",
  "changed-meanwhile",
  "time-refused",
  "rules-refused",
  "cases-changed",
  "second-person-needed",
] as const;

export const publishRules = endpoint({
  id: "publishRules",
  method: "POST",
  path: "/api/console/programme",
  who: "programme.publish",
  summary: "Publishes a new rule version from an instant on; points already earned keep theirs.",
  body: z.strictObject({
    brandId: Id("brand"),
    /** The version the editor started from; another one since then is a conflict. */
    basedOnVersion: z.int(),
    effectiveFrom: From,
    body: ProgrammeRules,
    /** Told to the second person and the log. */
    reason: z.optional(PlainText(200)),
  }),
  answer: Publication,
  status: 201,
  once: true,
  problems: publishing,
});
export const republishVersion = endpoint({
  id: "republishVersion",
  method: "POST",
  path: "/api/console/programme/versions/:rules/again",
  who: "programme.publish",
  summary: "Takes an old version up again, word for word, as a new version from an instant on.",
  body: z.strictObject({
    /** The newest version the caller has seen. */
    basedOnVersion: z.int(),
    effectiveFrom: From,
    reason: PlainText(200, 2),
  }),
  answer: Publication,
  status: 201,
  once: true,
  problems: publishing,
});
export const withdrawVersion = endpoint({
  id: "withdrawVersion",
  method: "POST",
  path: "/api/console/programme/versions/:rules/withdrawal",
  who: "programme.publish",
  summary: "Withdraws a version that has not begun, or asks a second person to.",
  body: z.strictObject({ reason: PlainText(200, 2) }),
  answer: z.object({ approvalId: z.nullable(Id("approval")) }),
  status: 201,
  once: true,
  problems: ["not-found", "version-begun", "version-withdrawn", "second-person-needed"],
});

/** What a draft or a body is to be refused or warned for: see shared/points/check-rules.ts. */
export const RulesFinding = z.object({
  level: z.enum(["refused", "warning"]),
  code: z.enum([...refusedCodes, ...warningCodes]),
  ruleIds: z.array(z.string()),
  groupId: z.optional(z.string()),
  part: z.optional(z.enum(["base", "offset"])),
});
export const checkProgramme = endpoint({
  id: "checkProgramme",
  method: "POST",
  path: "/api/console/programme/check",
  who: "programme.read",
  summary: "What stands against publishing these rules: findings, unknown names, changed cases.",
  body: z.strictObject({ brandId: Id("brand"), source: RulesSource }),
  answer: z.object({
    findings: z.array(RulesFinding),
    /** Tiers, categories, goods, stores and the like that the brand does not have. */
    unknown: z.array(z.object({ pointer: z.string(), detail: z.string() })),
    cases: z.array(CaseResult),
    /** Would a second person have to say yes? */
    needsSecond: z.boolean(),
  }),
  problems: ["not-found"],
});
export const extendVersion = endpoint({
  id: "extendVersion",
  method: "POST",
  path: "/api/console/programme/versions/:rules/extension",
  who: "programme.publish",
  summary: "Asks that the open points of a version be good for more days; a second person decides.",
  body: z.strictObject({
    days: z.int().check(z.gte(1), z.lte(3660)),
    reason: PlainText(200, 2),
  }),
  answer: z.object({ approvalId: Id("approval") }),
  status: 201,
  once: true,
  problems: ["not-found", "second-person-needed", "nothing-to-extend"],
});
export const listExtensions = endpoint({
  id: "listExtensions",
  method: "GET",
  path: "/api/console/programme/extensions",
  who: "programme.read",
  summary: "Extensions that were approved, newest first, and how far they are.",
  query: z.object({ brandId: Id("brand") }),
  answer: z.object({
    extensions: z.array(z.object({
      id: z.string(),
      rulesId: Id("rules"),
      version: z.int(),
      days: z.int(),
      reason: z.string(),
      askedBy: z.string(),
      approvedBy: z.string(),
      at: Instant,
      accounts: z.int(),
      points: z.int(),
      doneAt: z.nullable(Instant),
    })),
  }),
  problems: ["not-found"],
});
