/** How rules go together, as a picture needs it: three stages, groups in each. @module */
import type { EarningRule, Gives, RuleGroup, Stage } from "../../shared/points/earning-rules.ts";
import { stageOf } from "../../shared/points/earning-rules.ts";
import type { ProgrammeRules } from "../../shared/programme/rules.ts";

export interface StackGroup {
  /** Null: a rule on its own. */
  group: RuleGroup | null;
  rules: EarningRule[];
}

export interface StackStage {
  stage: Stage;
  groups: StackGroup[];
}

/** The higher priority first; equal ones by id, as the evaluation has it. */
const byPriority = (a: EarningRule, b: EarningRule): number =>
  b.priority - a.priority || (a.id < b.id ? -1 : 1);

const listOf = (rules: ProgrammeRules): readonly EarningRule[] => rules.rules ?? [];

/** Rules in the order in which they are gone through: the rates by priority, then groups of factors
 *  in their order, then bonuses. Rules that are switched off stand in their places. */
export function stackOf(rules: ProgrammeRules): StackStage[] {
  const groups = rules.groups ?? [];
  const at = (stage: Stage) =>
    listOf(rules).filter((rule) => stageOf(rule.gives) === stage).sort(byPriority);
  const grouped = (stage: "factor" | "bonus"): StackGroup[] => {
    const own = at(stage);
    const known = new Set(groups.map((group) => group.id));
    const inGroups = groups
      .map((group) => ({ group, rules: own.filter((rule) => rule.groupId === group.id) }))
      .filter((each) => each.rules.length > 0 || isEmptyHere(rules, each.group, stage));
    const alone = own.filter((rule) => rule.groupId === null || !known.has(rule.groupId))
      .map((rule) => ({ group: null, rules: [rule] }));
    return [...inGroups, ...alone];
  };
  return [
    { stage: "rate", groups: at("rate").map((rule) => ({ group: null, rules: [rule] })) },
    { stage: "factor", groups: grouped("factor") },
    { stage: "bonus", groups: grouped("bonus") },
  ];
}

const membersOf = (rules: ProgrammeRules, groupId: string): EarningRule[] =>
  listOf(rules).filter((rule) => rule.groupId === groupId);

/** A group without rules is shown among the factors, where most are wanted. */
const isEmptyHere = (rules: ProgrammeRules, group: RuleGroup, stage: Stage): boolean =>
  stage === "factor" && membersOf(rules, group.id).length === 0;

/** Groups that a rule of this kind can go into: factors and bonuses do not mix. */
export function groupsFor(
  rules: ProgrammeRules,
  ruleId: string,
  kind: Gives["kind"],
): readonly RuleGroup[] {
  const stage = stageOf({ kind } as Gives);
  return (rules.groups ?? []).filter((group) =>
    membersOf(rules, group.id)
      .every((rule) => rule.id === ruleId || stageOf(rule.gives) === stage)
  );
}

/** A priority that no rule of the stage has: of equal ones it would hang on names who goes first. */
export function freePriority(rules: ProgrammeRules, gives: Gives, wanted: number): number {
  const taken = new Set(
    listOf(rules).filter((rule) => stageOf(rule.gives) === stageOf(gives))
      .map((rule) => rule.priority),
  );
  let free = wanted;
  while (taken.has(free) && free < 1000) free++;
  return free;
}

/** The groups with one moved a place up or down. */
export function moveGroup(rules: ProgrammeRules, id: string, by: -1 | 1): ProgrammeRules {
  const groups = [...rules.groups ?? []];
  const from = groups.findIndex((group) => group.id === id);
  const to = from + by;
  if (from < 0 || to < 0 || to >= groups.length) return rules;
  [groups[from], groups[to]] = [groups[to]!, groups[from]!];
  return { ...rules, groups };
}

/** Two rules that stand side by side change places: they swap their priorities. */
export function swapPriorities(rules: ProgrammeRules, a: string, b: string): ProgrammeRules {
  const of = (id: string) => listOf(rules).find((rule) => rule.id === id)?.priority ?? 0;
  const [pa, pb] = [of(a), of(b)];
  // Of equal ones the upper one gets one more.
  const higher = pa === pb ? Math.min(1000, pa + 1) : pa;
  return {
    ...rules,
    rules: listOf(rules).map((rule) =>
      rule.id === a
        ? { ...rule, priority: pb }
        : rule.id === b
        ? { ...rule, priority: higher }
        : rule
    ),
  };
}

/** The rules without a group; its rules stand on their own then. */
export function withoutGroup({ groups, ...rest }: ProgrammeRules, id: string): ProgrammeRules {
  const left = (groups ?? []).filter((group) => group.id !== id);
  return {
    ...rest,
    ...(rest.rules
      ? {
        rules: rest.rules.map((rule) => rule.groupId === id ? { ...rule, groupId: null } : rule),
      }
      : {}),
    ...(left.length > 0 ? { groups: left } : {}),
  };
}
