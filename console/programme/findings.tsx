import { CircleX, TriangleAlert } from "lucide-preact";
import { checkRules, type Finding } from "../../shared/points/check-rules.ts";
import type { ProgrammeRules } from "../../shared/programme/rules.ts";
import { lang } from "../../shared/ui/index.ts";
import { nameIn } from "../use-places.ts";
import "./findings.css";
import { findingSentence } from "./rule-words.ts";
import type { RuleNaming } from "./use-names.ts";
import { words } from "./words.ts";

/** What stands against the rules, the refused ones first. */
export const findingsOf = (rules: ProgrammeRules, { programme }: RuleNaming): Finding[] =>
  checkRules(rules, programme.categories)
    .sort((a, b) => Number(b.level === "refused") - Number(a.level === "refused"));

export const ofRule = (findings: readonly Finding[], ruleId: string): Finding[] =>
  findings.filter((finding) => finding.ruleIds.includes(ruleId));

export interface FindingsProps {
  findings: readonly Finding[];
  rules: ProgrammeRules;
  /** Opens the rule that a finding is about. */
  onOpen?: (ruleId: string) => void;
}

/** Each finding as a sentence; what is refused in red, what is only remarkable in amber. */
export function Findings({ findings, rules, onOpen }: FindingsProps) {
  const t = words.value.findings;
  if (findings.length === 0) return null;
  const named = (id: string) => (rules.rules ?? []).find((rule) => rule.id === id);
  return (
    <ul class="findings" aria-label={t.title}>
      {findings.map((finding, i) => {
        const rule = finding.ruleIds[0] === undefined ? undefined : named(finding.ruleIds[0]);
        return (
          <li key={i} class={`finding finding-${finding.level}`}>
            <span class="finding-icon" aria-hidden="true">
              {finding.level === "refused" ? <CircleX /> : <TriangleAlert />}
            </span>
            <span>
              <span class="sr-only">{t.levels[finding.level]}</span>
              {findingSentence(finding, rules, lang.value)}
              {onOpen && rule && (
                <button
                  type="button"
                  class="finding-open"
                  onClick={() => onOpen(rule.id)}
                >
                  {t.open(nameIn(rule))}
                </button>
              )}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
