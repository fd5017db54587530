/** Which rules are meant: a draft, a version, or a body that nobody has saved yet. @module */
import * as z from "zod/mini";
import { Id } from "../schema.ts";
import { ProgrammeRules } from "./rules.ts";

const draft = z.strictObject({ kind: z.literal("draft"), draftId: Id("draft") });
const version = z.strictObject({ kind: z.literal("version"), rulesId: Id("rules") });

/** Rules that are kept. */
export const KeptRules = z.discriminatedUnion("kind", [draft, version]);
export type KeptRules = z.infer<typeof KeptRules>;

export const RulesSource = z.discriminatedUnion("kind", [
  draft,
  version,
  z.strictObject({ kind: z.literal("body"), body: ProgrammeRules }),
]);
export type RulesSource = z.infer<typeof RulesSource>;
