/** Rules are parsed once per text: ids may mean other rules in another database. @module */
import { EarningRules } from "../../shared/points/earning-rules.ts";
import type { RulesRow } from "./queries.ts";

const parsed = new Map<string, EarningRules>();

/** @throws ZodError if a stored version does not fit the schema: a bug or a damaged database */
export const parsedRules = (row: Pick<RulesRow, "body">): EarningRules => {
  let rules = parsed.get(row.body);
  if (!rules) {
    rules = EarningRules.parse(JSON.parse(row.body));
    if (parsed.size > 500) parsed.clear();
    parsed.set(row.body, rules);
  }
  return rules;
};
