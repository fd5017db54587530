/** Rules to start from: what a chain does most often, ready but for the names. @module */
import { addDays, type Day } from "../../shared/business-day.ts";
import type { EarningRule, RuleGroup } from "../../shared/points/earning-rules.ts";
import {
  type TemplateName,
  templateNames,
} from "../../shared/wording/console/programme/templates.ts";

export type TemplateId = TemplateName;

type Part = Pick<EarningRule, "when" | "lines" | "gives"> & { priority?: number };

/** What each template fills in; the rest is a matter of the programme. */
const parts: Record<TemplateId, (today: Day) => Part> = {
  "festival": () => ({
    when: { festivals: { ids: ["mid-autumn"], daysBefore: 0, daysAfter: 0 } },
    lines: {},
    gives: { kind: "multiplier", percent: 200 },
    priority: 100,
  }),
  "member-day": () => ({
    when: { weekdays: [3] },
    lines: {},
    gives: { kind: "multiplier", percent: 200 },
    priority: 50,
  }),
  "happy-hour": () => ({
    when: { weekdays: [1, 2, 3, 4, 5], hours: [{ from: 14 * 60, to: 16 * 60 }] },
    lines: {},
    gives: { kind: "multiplier", percent: 150 },
    priority: 40,
  }),
  "birthday": () => ({
    when: { birthday: "month" },
    lines: {},
    gives: { kind: "multiplier", percent: 200 },
    priority: 60,
  }),
  "new-product": (today) => ({
    when: { from: today, to: addDays(today, 30) },
    lines: {},
    gives: { kind: "bonus", points: 50, once: "product" },
  }),
  "first-purchase": () => ({
    when: { firstPurchase: true },
    lines: {},
    gives: { kind: "bonus", points: 100, once: "member" },
  }),
  "category": () => ({
    when: {},
    lines: {},
    gives: { kind: "rate", fenPerPoint: 500, pointsPerStep: 1 },
    priority: 20,
  }),
  "fixed": () => ({
    when: {},
    lines: {},
    gives: { kind: "fixed", pointsPerUnit: 10 },
    priority: 30,
  }),
  "brackets": () => ({
    when: {},
    lines: {},
    gives: {
      kind: "brackets",
      mode: "whole",
      steps: [
        { fromFen: 0, fenPerPoint: 1_000, pointsPerStep: 1 },
        { fromFen: 20_000, fenPerPoint: 800, pointsPerStep: 1 },
        { fromFen: 50_000, fenPerPoint: 500, pointsPerStep: 1 },
      ],
    },
    // For all goods: after the rates of single categories.
    priority: 1,
  }),
  "blank": () => ({ when: {}, lines: {}, gives: { kind: "multiplier", percent: 200 } }),
};

export const templateIds = Object.keys(parts) as TemplateId[];

/** A rule from a template. Its id stays over versions, so it is made once.
 *  @param id "rule-" and letters or figures that no rule has yet */
export function ruleFromTemplate(template: TemplateId, id: string, today: Day): EarningRule {
  const { priority = 0, ...part } = parts[template](today);
  const { zh, en } = templateNames[template];
  return { id, nameZh: zh, nameEn: en, on: true, ...part, priority, groupId: null, caps: null };
}

/** A copy beside the rule, switched off until somebody has changed it. */
export function copyOf(rule: EarningRule, id: string): EarningRule {
  const { zh, en } = templateNames.copy(rule.nameZh, rule.nameEn);
  return {
    ...structuredClone(rule),
    id,
    nameZh: zh.slice(0, 40),
    nameEn: en.slice(0, 60),
    on: false,
  };
}

/** A new group in which only one counts. */
export const newGroup = (id: string, count: number): RuleGroup => {
  const { zh, en } = templateNames.group(count);
  return { id, nameZh: zh, nameEn: en, mode: "best" };
};
