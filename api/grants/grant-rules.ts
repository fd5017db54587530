/** The grants of a version of the rules. @module */
import { type GrantRules, noGrants } from "../../shared/grants/grant-rules.ts";
import type { RulesRow } from "../points/queries.ts";
import { parsedRules } from "../points/rules.ts";

/** Versions from before there were grants give none; their sign-up points stand by themselves. */
export const grantsOf = (row: Pick<RulesRow, "body">): GrantRules =>
  parsedRules(row).grants ?? noGrants;
