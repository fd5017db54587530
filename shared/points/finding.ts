/** What is wrong with rules before they are published, as codes; the wording makes sentences.
 *  @module */

/** Contradictions: such rules cannot be published. */
export const refusedCodes = [
  "rule-twice",
  "group-twice",
  "group-unknown",
  "group-mixed",
  "group-of-rates",
  "priority-tie",
  "brackets-start",
  "brackets-order",
  "product-bonus-unscoped",
  "unit-bonus-in-group",
  "hours-empty",
  "period-reversed",
  "days-twice",
  "caps-contradict",
  "cap-on-reduction",
  "gives-less-than-displaced",
  "reduces-when-split",
  "more-than-countable",
  "limited-in-exclusive-group",
  "offset-steps-over-limit",
  "offset-for-nobody",
] as const;

/** What the editor says on saving: allowed, but perhaps not meant. */
export const warningCodes = [
  "split-earns-more-by-cap",
  "split-earns-more-by-bracket",
  "split-earns-more-by-cut",
  "never-holds",
  "never-counts",
  "never-both",
  "covers-excluded",
  "no-effect",
  "group-empty",
  "best-but-limited",
  "validity-day",
  "rule-off",
] as const;

export type RefusedCode = (typeof refusedCodes)[number];
export type WarningCode = (typeof warningCodes)[number];
export type FindingCode = RefusedCode | WarningCode;

/** One finding about rules. */
export interface Finding {
  level: "refused" | "warning";
  code: FindingCode;
  /** The rules it is about, the one to change first; none: the base, or `part`. */
  ruleIds: string[];
  groupId?: string;
  /** Where it is, when not in a rule or group. */
  part?: "base" | "offset";
}

export const refused = (
  code: RefusedCode,
  ruleIds: string[],
  more: Pick<Finding, "groupId" | "part"> = {},
): Finding => ({ level: "refused", code, ruleIds, ...more });

export const warning = (
  code: WarningCode,
  ruleIds: string[],
  more: Pick<Finding, "groupId" | "part"> = {},
): Finding => ({ level: "warning", code, ruleIds, ...more });
