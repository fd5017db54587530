/** Why a rule did not hold, in whatever language. @module */
import type { Reason } from "../../points/reason.ts";
import type { Condition } from "../../points/when.ts";
import type { WhenNames } from "../rules/phrases.ts";

export type Missed = Extract<Reason, { code: "rule-missed" }>;
export type Wanted = NonNullable<Missed["wanted"]>;

/** What can fail: a condition, `lines` (none of the goods), `once` (given already). */
export type MissedCondition = Condition | "lines" | "once";

/** A condition in general, and with what it asked for where that is known. */
export interface MissedWords {
  general: Record<MissedCondition, string>;
  special: { [C in keyof Wanted]?: (wanted: NonNullable<Wanted[C]>, reason: Missed) => string };
}

/** Names of tiers for the words of conditions. */
export const onlyTiers = (ids: readonly string[], tier: (id: string) => string): WhenNames => {
  const none = { names: [], count: 0 };
  const tiers = { names: ids.map(tier), count: ids.length };
  return { tiers, memberCategories: none, tags: none, stores: none };
};

export function sayMissed(reason: Missed, { general, special }: MissedWords): string {
  const condition = reason.condition as keyof Wanted;
  const wanted = reason.wanted?.[condition];
  const say = special[condition] as ((wanted: unknown, reason: Missed) => string) | undefined;
  if (wanted !== undefined && say) return say(wanted, reason);
  return general[reason.condition as MissedCondition] ?? reason.condition;
}
