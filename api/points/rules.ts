/** Rules are parsed once per text: ids may mean other rules in another database. @module */
import { ProgrammeRules } from "../../shared/programme/rules.ts";
import type { RulesRow } from "./queries.ts";

const parsed = new Map<string, ProgrammeRules>();

/** @throws ZodError if a stored version does not fit the schema: a bug or a damaged database */
export const parsedRules = (row: Pick<RulesRow, "body">): ProgrammeRules => {
  let rules = parsed.get(row.body);
  if (!rules) {
    rules = ProgrammeRules.parse(JSON.parse(row.body));
    if (parsed.size > 500) parsed.clear();
    parsed.set(row.body, rules);
  }
  return rules;
};
