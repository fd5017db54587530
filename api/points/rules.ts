/** Rule versions are never edited, so a parsed one can be kept for good. @module */
import { EarningRules } from "../../shared/points/earning-rules.ts";
import type { RulesRow } from "./queries.ts";

const parsed = new Map<string, EarningRules>();

/** @throws ZodError if a stored version does not fit the schema: a bug or a damaged database */
export const parsedRules = (row: Pick<RulesRow, "id" | "body">): EarningRules => {
  let rules = parsed.get(row.id);
  if (!rules) {
    rules = EarningRules.parse(JSON.parse(row.body));
    if (parsed.size > 500) parsed.clear();
    parsed.set(row.id, rules);
  }
  return rules;
};
