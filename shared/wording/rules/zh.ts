import type { EarningRule } from "../../points/earning-rules.ts";
import type { Finding } from "../../points/finding.ts";
import type { Validity } from "../../points/validity.ts";
import type { When } from "../../points/when.ts";
import type { ProgrammeRules } from "../../programme/rules.ts";
import type { RuleLine, RuleNames, RulePhrases } from "./phrases.ts";
import { sayLines, saySentence } from "./say-lines.ts";
import { sayFinding, sayRule, sayWhen } from "./say-rule.ts";
import { findings } from "./zh-findings.ts";
import { programmePart } from "./zh-programme.ts";
import { rulePart } from "./zh-rule.ts";

export type { RuleLine, RuleNames } from "./phrases.ts";

const phrases: RulePhrases = { ...rulePart, ...programmePart, findings };
const nameOf = ({ nameZh }: { nameZh: string }): string => nameZh;

/** What a version of the rules does, as lines and as one sentence. */
export const zh = {
  /** Rules that are off are there and said to be off. */
  lines: (rules: ProgrammeRules, names: RuleNames): RuleLine[] =>
    sayLines(rules, names, phrases, nameOf),
  sentence: (rules: ProgrammeRules, names: RuleNames): string =>
    saySentence(rules, names, phrases, nameOf),
  /** What one rule says, without its name. */
  rule: (rule: EarningRule, names: RuleNames): string => sayRule(rule, names, phrases),
  /** Its conditions alone; empty when there are none. */
  when: (when: When, names: RuleNames): string => sayWhen(when, names, phrases),
  /** What checkRules found. */
  finding: (finding: Finding, rules: ProgrammeRules): string =>
    sayFinding(finding, rules, phrases, nameOf),
  /** How long points are good for. */
  validity: (policy: Validity): string => phrases.validity(policy),
};

/** Shape that every language of the rules has. */
export type RulesWording = typeof zh;
