/** Doors of the console: the rules of earning, versioned. @module */
import * as z from "zod/mini";
import { endpoint } from "../endpoint.ts";
import { ProgrammeRules } from "../programme/rules.ts";
import { Fen, Id, Instant } from "../schema.ts";

export const RulesVersion = z.object({
  id: Id("rules"),
  brandId: Id("brand"),
  version: z.int(),
  effectiveFrom: Instant,
  publishedAt: Instant,
  publishedBy: z.nullable(z.string()),
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
    effectiveFrom: Instant,
    body: ProgrammeRules,
  }),
  answer: z.object({ rulesId: Id("rules"), version: z.int() }),
  status: 201,
  once: true,
  problems: ["not-found", "changed-meanwhile", "time-refused"],
});
