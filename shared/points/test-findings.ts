/** What is found in rules, as rows write it. @module */
import type { ProgrammeRules } from "../programme/rules.ts";
import { checkRules } from "./check-rules.ts";
import type { EarningRule, RuleGroup } from "./earning-rules.ts";
import { group, type rule, withRules } from "./test-table.ts";
import type { When } from "./when.ts";

export const CATEGORIES = [
  { id: "fresh", parentId: null },
  { id: "fruit", parentId: "fresh" },
  { id: "dairy", parentId: "fresh" },
];
/** "code rule rule (group)", in the order they are found. */
export const found = (rules: ProgrammeRules): string[] =>
  checkRules(rules, CATEGORIES).map(({ code, ruleIds, groupId, part }) =>
    [code, ...ruleIds, groupId && `(${groupId})`, part && `[${part}]`].filter(Boolean).join(" ")
  );
export const grouped = (mode: RuleGroup["mode"], ...rules: EarningRule[]) => ({
  ...withRules(...rules.map((each) => ({ ...each, groupId: "g" }))),
  groups: [group("g", mode)],
});
export const first: When = { firstPurchase: true };
export const from200: When = { minSaleFen: 20_000 };
export const when = (condition: When) => ({ when: condition });
export const prio = (priority: number, more: Parameters<typeof rule>[2] = {}) => ({
  priority,
  ...more,
});

export type Case = [what: string, rules: ProgrammeRules, findings: string[]];
