import { findings } from "./en-findings.ts";
import { programmePart } from "./en-programme.ts";
import { rulePart } from "./en-rule.ts";
import type { RulePhrases } from "./phrases.ts";
import { sayLines, saySentence } from "./say-lines.ts";
import { sayFinding, sayRule, sayWhen } from "./say-rule.ts";
import type { RulesWording } from "./zh.ts";

const phrases: RulePhrases = { ...rulePart, ...programmePart, findings };
const nameOf = ({ nameEn }: { nameEn: string }): string => nameEn;

/** English of the rules. */
export const en: RulesWording = {
  lines: (rules, names) => sayLines(rules, names, phrases, nameOf),
  sentence: (rules, names) => saySentence(rules, names, phrases, nameOf),
  rule: (rule, names) => sayRule(rule, names, phrases),
  when: (when, names) => sayWhen(when, names, phrases),
  finding: (finding, rules) => sayFinding(finding, rules, phrases, nameOf),
  validity: (policy) => phrases.validity(policy),
};
