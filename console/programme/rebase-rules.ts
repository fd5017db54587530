/** Two people's changes to the same rules, put together rule by rule. @module */
import type { EarningRule, RuleGroup } from "../../shared/points/earning-rules.ts";
import type { ProgrammeRules } from "../../shared/programme/rules.ts";
import { rebase } from "../form/rebase.ts";

/** Rules laid out flat: each setting, each rule and each group under a key of its own. */
type Flat = Record<string, unknown>;

const flatten = ({ rules, groups, ...rest }: ProgrammeRules): Flat => ({
  ...rest,
  ...Object.fromEntries((rules ?? []).map((rule) => [`rule:${rule.id}`, rule])),
  ...Object.fromEntries((groups ?? []).map((group) => [`group:${group.id}`, group])),
});

const under = <T>(flat: Flat, kind: string): T[] =>
  Object.entries(flat).filter(([key, value]) => key.startsWith(kind) && value !== undefined)
    .map(([, value]) => value as T);

function unflatten(flat: Flat): ProgrammeRules {
  const rest = Object.fromEntries(
    Object.entries(flat).filter(([key, value]) =>
      !/^(rule|group):/.test(key) && value !== undefined
    ),
  );
  const rules = under<EarningRule>(flat, "rule:");
  const groups = under<RuleGroup>(flat, "group:");
  return {
    ...rest,
    ...(rules.length > 0 ? { rules } : {}),
    ...(groups.length > 0 ? { groups } : {}),
  } as ProgrammeRules;
}

/** Mine on top of theirs: where I changed nothing, theirs holds. `conflicts` are keys that both
 *  changed differently; mine is kept there. @param base what both started from */
export function rebaseRules(
  base: ProgrammeRules,
  mine: ProgrammeRules,
  theirs: ProgrammeRules,
): { merged: ProgrammeRules; conflicts: string[] } {
  const flat = [base, mine, theirs].map(flatten) as [Flat, Flat, Flat];
  const all = Object.fromEntries(flat.flatMap(Object.keys).map((key) => [key, undefined]));
  const [ofBase, ofMine, ofTheirs] = flat.map((each) => ({ ...all, ...each })) as [
    Flat,
    Flat,
    Flat,
  ];
  const { merged, changes } = rebase(ofBase, ofMine, ofTheirs);
  return {
    merged: unflatten(merged),
    conflicts: changes.filter((change) => change.conflict).map((change) => change.name),
  };
}
