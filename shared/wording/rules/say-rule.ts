/** One rule as one sentence, in whatever language. @module */
import { type Caps, type EarningRule, type Gives } from "../../points/earning-rules.ts";
import type { Finding } from "../../points/finding.ts";
import type { ProgrammeRules } from "../../programme/rules.ts";
import type { When } from "../../points/when.ts";
import type { Named, RuleNames, RulePhrases, WhenNames } from "./phrases.ts";

/** Lists are cut after so many names. */
const TOLD = 4;

export const named = (
  ids: readonly string[] | undefined,
  name: ((id: string) => string | null) | undefined,
): Named => ({
  names: (ids ?? []).slice(0, TOLD).flatMap((id) => name?.(id) ?? []),
  count: ids?.length ?? 0,
});

const tierName = (names: RuleNames) => (id: string): string | null =>
  names.tiers.find((tier) => tier.id === id)?.name ?? null;

/** The order in which conditions are said: the calendar, the member, the place, the sale. */
const spoken = [
  "from",
  "to",
  "festivals",
  "weekdays",
  "monthDays",
  "hours",
  "birthday",
  "tierIds",
  "memberCategoryIds",
  "tags",
  "storeIds",
  "firstPurchase",
  "minSaleFen",
  "balanceAtMost",
] as const satisfies readonly (keyof When)[];
type Unspoken = Exclude<keyof When, (typeof spoken)[number]>;
// A condition that is not said does not compile.
const nothingUnspoken: [Unspoken] extends [never] ? true : Unspoken = true;

/** All conditions, joined; empty when there are none. */
export function sayWhen(when: When, names: RuleNames, phrases: RulePhrases): string {
  const called: WhenNames = {
    tiers: named(when.tierIds, tierName(names)),
    memberCategories: named(when.memberCategoryIds, names.memberCategory),
    tags: named(when.tags, names.tag ?? ((tag) => tag)),
    stores: named(when.storeIds, names.store),
  };
  return spoken.filter((condition) => nothingUnspoken && when[condition] !== undefined)
    .map((condition) => {
      const say = phrases.conditions[condition] as (
        wanted: unknown,
        names: WhenNames,
        when: When,
      ) => string;
      return say(when[condition], called, when);
    })
    .filter(Boolean).join(phrases.comma);
}

export const sayCaps = (caps: Caps | null | undefined, phrases: RulePhrases): string =>
  (["perSale", "perDay", "perMember"] as const)
    .flatMap((scope) => {
      const most = caps?.[scope];
      return most == null ? [] : [phrases.caps[scope](most)];
    })
    .join(phrases.comma);

/** What a rule says, without its name. */
export function sayRule(rule: EarningRule, names: RuleNames, phrases: RulePhrases): string {
  const { lines, gives } = rule;
  const goods = phrases.goods(
    named(lines.categoryIds, names.category),
    named(lines.productIds, names.product),
  );
  const say = phrases.gives[gives.kind] as (gives: Gives, goods: string) => string;
  const parts = [
    sayWhen(rule.when, names, phrases),
    say(gives, goods),
    sayCaps(rule.caps, phrases),
  ];
  return phrases.start(parts.filter(Boolean).join(phrases.comma));
}

/** What is wrong, with the rules by name. @param nameOf the name of a rule or group in the language */
export function sayFinding(
  finding: Finding,
  rules: ProgrammeRules,
  phrases: RulePhrases,
  nameOf: (named: { nameZh: string; nameEn: string }) => string,
): string {
  const ruleOf = (id: string): string => {
    const rule = rules.rules?.find((each) => each.id === id);
    return rule ? nameOf(rule) : id;
  };
  const group = rules.groups?.find(({ id }) => id === finding.groupId);
  return phrases.findings[finding.code]({
    rules: finding.ruleIds.map(ruleOf),
    group: group ? nameOf(group) : finding.groupId ?? "",
  }, finding);
}
