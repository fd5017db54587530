import { useMemo } from "preact/hooks";
import * as z from "zod/mini";
import { EarningRule } from "../../shared/points/earning-rules.ts";
import type { ProgrammeRules } from "../../shared/programme/rules.ts";
import { type RuleDraft, ruleDraft, ruleFrom } from "./parts.ts";
import { type PathForm, usePathForm } from "./path-form.ts";
import { words } from "./words.ts";

export type RuleForm = PathForm<RuleDraft, EarningRule>;

/** The form of one rule. */
export function useRuleForm(rule: EarningRule): RuleForm {
  const initial = useMemo(() => ruleDraft(rule), [rule]);
  const t = words.value.rule;
  return usePathForm<RuleDraft, EarningRule>({
    initial,
    finish: ruleFrom,
    schema: EarningRule as unknown as z.core.$ZodType<EarningRule>,
    rules: (draft) => ({
      ...bracketErrors(draft),
      "when.to": (draft.when.to ?? "") !== "" &&
        (draft.when.to ?? "") < (draft.when.from ?? "") && t.toFirst,
    }),
  });
}

/** Brackets start at 0 and rise; checkRules refuses others, here it is said at the field. */
function bracketErrors(draft: RuleDraft): Record<string, string | false> {
  const t = words.value.rule;
  if (draft.gives.kind !== "brackets") return {};
  const from = draft.gives.steps.map((step) => Number(step.fromFen));
  return Object.fromEntries(
    from.map((yuan, i) => [
      `gives.steps.${i}.fromFen`,
      i === 0 ? yuan !== 0 && t.firstFromZero : yuan <= (from[i - 1] ?? 0) && t.bracketsRise,
    ]),
  );
}

/** The rules with this rule in them, in its place or at the end. */
export function withRule(rules: ProgrammeRules, rule: EarningRule): ProgrammeRules {
  const list = rules.rules ?? [];
  const known = list.some((each) => each.id === rule.id);
  return {
    ...rules,
    rules: known ? list.map((each) => each.id === rule.id ? rule : each) : [...list, rule],
  };
}

/** The rules without this rule; a list that is empty is left out, as it was before. */
export function withoutRule({ rules, ...rest }: ProgrammeRules, id: string): ProgrammeRules {
  const left = (rules ?? []).filter((rule) => rule.id !== id);
  return left.length > 0 ? { ...rest, rules: left } : rest;
}
