/** Conditions as they are offered: which there are, and what each starts from. @module */
import type { Day } from "../../shared/business-day.ts";
import type { When } from "../../shared/points/when.ts";
import type { RuleDraft } from "./parts.ts";

export type WhenDraft = RuleDraft["when"];

/** The period is one condition to a person, two fields to the rules. */
export type ConditionName = Exclude<keyof When, "from" | "to"> | "period";

/** In the order in which one thinks of them: the day, the member, the sale. */
export const conditionGroups = [
  { label: "day", names: ["festivals", "weekdays", "monthDays", "hours", "period"] },
  {
    label: "member",
    names: ["tierIds", "tags", "memberCategoryIds", "birthday", "firstPurchase", "balanceAtMost"],
  },
  { label: "sale", names: ["storeIds", "minSaleFen"] },
] as const satisfies readonly { label: string; names: readonly ConditionName[] }[];

export const conditionNames: readonly ConditionName[] = conditionGroups.flatMap(
  (group): readonly ConditionName[] => group.names,
);

export const isNamed = (when: WhenDraft, name: ConditionName): boolean =>
  name === "period"
    ? when.from !== undefined || when.to !== undefined
    : when[name as keyof WhenDraft] !== undefined;

/** The conditions with another one, as it starts out. */
export function withCondition(when: WhenDraft, name: ConditionName, today: Day): WhenDraft {
  const first: Record<ConditionName, WhenDraft> = {
    festivals: { festivals: { ids: [], daysBefore: "0", daysAfter: "0" } },
    weekdays: { weekdays: [] },
    monthDays: { monthDays: [] },
    hours: { hours: [{ from: "14:00", to: "16:00" }] },
    period: { from: today, to: "" },
    tierIds: { tierIds: [] },
    tags: { tags: [] },
    memberCategoryIds: { memberCategoryIds: [] },
    birthday: { birthday: "day" },
    firstPurchase: { firstPurchase: true },
    balanceAtMost: { balanceAtMost: "0" },
    storeIds: { storeIds: [] },
    minSaleFen: { minSaleFen: "" },
  };
  return { ...when, ...first[name] };
}

export function withoutCondition(when: WhenDraft, name: ConditionName): WhenDraft {
  const gone = name === "period" ? ["from", "to"] : [name];
  return Object.fromEntries(
    Object.entries(when).filter(([key]) => !gone.includes(key)),
  ) as WhenDraft;
}
