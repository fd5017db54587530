/** The rules that are on, with the pairs of them that may hold for one sale. @module */
import type { ProgrammeRules } from "../programme/rules.ts";
import { type EarningRule, type RuleGroup, stageOf } from "./earning-rules.ts";
import {
  aboveOf,
  type Categories,
  coversAll,
  type Days,
  daysOf,
  mayMeet,
  mayShareLine,
} from "./overlap.ts";
import type { When } from "./when.ts";

export interface Meetings {
  /** On and able to hold, by stage. */
  rates: EarningRule[];
  /** Factors and bonuses, in groups or on their own. */
  others: EarningRule[];
  groups: { group: RuleGroup; stage: "factor" | "bonus"; rules: EarningRule[] }[];
  meet(a: EarningRule, b: EarningRule): boolean;
  shareLine(a: EarningRule, b: EarningRule): boolean;
  coversAll(a: EarningRule, b: EarningRule): boolean;
}

/** Rules with contradictions of their own (see check-form.ts) are looked at as far as they go. */
export function meetingsOf(rules: ProgrammeRules, categories: Categories): Meetings {
  const above = aboveOf(categories);
  const days = new Map<When, Days>();
  const on = (rules.rules ?? []).filter((rule) => {
    if (!rule.on) return false;
    const counted = daysOf(rule.when);
    days.set(rule.when, counted);
    return counted?.size !== 0;
  });
  return {
    rates: on.filter(({ gives }) => stageOf(gives) === "rate"),
    others: on.filter(({ gives }) => stageOf(gives) !== "rate"),
    groups: (rules.groups ?? []).flatMap((group) => {
      const of = on.filter(({ groupId, gives }) =>
        groupId === group.id && stageOf(gives) !== "rate"
      );
      const stage = of[0] && stageOf(of[0].gives);
      if (!stage || stage === "rate") return [];
      return [{ group, stage, rules: of.filter(({ gives }) => stageOf(gives) === stage) }];
    }),
    meet: ({ when: a }, { when: b }) => mayMeet(a, b, days.get(a)!, days.get(b)!),
    shareLine: (a, b) => mayShareLine(a.lines, b.lines, above),
    coversAll: (a, b) => coversAll(a.lines, b.lines, above),
  };
}

/** Each two of them once. */
export const pairs = <T>(all: readonly T[]): [T, T][] =>
  all.flatMap((one, i) => all.slice(i + 1).map((other): [T, T] => [one, other]));
