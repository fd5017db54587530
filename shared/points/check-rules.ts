/** What is wrong with rules before they are published. @module */
import type { ProgrammeRules } from "../programme/rules.ts";
import { checkForm } from "./check-form.ts";
import { checkMeeting } from "./check-meeting.ts";
import { checkSize } from "./check-size.ts";
import { checkSplitting } from "./check-splitting.ts";
import type { Finding } from "./finding.ts";
import type { Categories } from "./overlap.ts";

export type { Finding, FindingCode } from "./finding.ts";

/**
 * Contradictions (refused: publishing stops) and what is perhaps not meant (warning: the editor says
 * so). What passes without a warning that begins with `split-earns-more` earns at most as much in
 * parts as in one sale.
 * @param categories the brand's; without them no category is taken to lie in another
 */
export function checkRules(rules: ProgrammeRules, categories: Categories = []): Finding[] {
  return [
    ...checkForm(rules),
    ...checkMeeting(rules, categories),
    ...checkSize(rules, categories),
    ...checkSplitting(rules, categories),
  ];
}

/** Do they stop publishing? */
export const isRefused = (findings: readonly Finding[]): boolean =>
  findings.some(({ level }) => level === "refused");
