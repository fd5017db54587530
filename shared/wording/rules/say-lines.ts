/** What a version of the rules does, line by line, in whatever language. @module */
import type { GrantRules } from "../../grants/grant-rules.ts";
import { factorPercent } from "../../points/earning-rules.ts";
import type { OffsetRules } from "../../points/offset-rules.ts";
import type { ProgrammeRules } from "../../programme/rules.ts";
import type { RuleLine, RuleNames, RulePhrases } from "./phrases.ts";
import { named, sayCaps, sayRule, sayWhen } from "./say-rule.ts";

type Names = (named: { nameZh: string; nameEn: string }) => string;

/** Keys: base, tier:<id>, minimum, counts, excluded, excluded-products, caps, rule:<id>, group:<id>,
 *  remainder, pending, validity, sign-up, grant:<part>, grant:festival:<id>, offset, offset:<part>. */
export function sayLines(
  rules: ProgrammeRules,
  names: RuleNames,
  phrases: RulePhrases,
  nameOf: Names,
): RuleLine[] {
  const { base } = phrases;
  const told: RuleLine[] = [];
  const tell = (key: string, text: string | false) => text && told.push({ key, text });
  tell("base", base.rate(rules.fenPerPoint, rules.pointsPerStep));
  for (const tier of names.tiers) {
    const percent = factorPercent(rules, tier.id);
    if (percent !== 100) tell(`tier:${tier.id}`, base.tier(tier.name, percent));
  }
  tell("minimum", rules.minSaleFen > 0 && base.minimum(rules.minSaleFen));
  if (rules.base) {
    const ways = ["offset", "coupon", "storedValue"] as const;
    tell("counts", base.counts(ways.filter((way) => !rules.base?.[way])));
  }
  const { excludedCategoryIds, excludedProductIds = [] } = rules;
  if (excludedCategoryIds.length > 0) {
    tell("excluded", base.excluded(excludedCategoryIds.map(names.category)));
  }
  if (excludedProductIds.length > 0) {
    tell("excluded-products", base.excludedProducts(named(excludedProductIds, names.product)));
  }
  told.push(...ruleLines(rules, names, phrases, nameOf));
  const caps = sayCaps(rules.caps, phrases);
  tell("caps", caps !== "" && base.allCaps(caps));
  tell("remainder", base.remainder(rules.carryRemainder));
  tell("pending", rules.pendingDays > 0 && base.pending(rules.pendingDays));
  tell("validity", base.validity(phrases.validity(rules.validity)));
  tell("sign-up", rules.signUpPoints > 0 && base.signUp(rules.signUpPoints));
  if (rules.grants) told.push(...grantLines(rules.grants, phrases));
  if (rules.offset) told.push(...offsetLines(rules.offset, names, phrases));
  return told;
}

/** In an order that does not hang on the order of editing. */
function ruleLines(
  rules: ProgrammeRules,
  names: RuleNames,
  phrases: RulePhrases,
  nameOf: Names,
): RuleLine[] {
  const list = [...rules.rules ?? []].sort((a, b) =>
    b.priority - a.priority || (a.id < b.id ? -1 : 1)
  );
  const each = list.map((rule) => ({
    key: `rule:${rule.id}`,
    text: nameOf(rule) + phrases.colon + sayRule(rule, names, phrases) +
      (rule.on ? "" : phrases.off),
  }));
  const groups = (rules.groups ?? []).flatMap((group) => {
    const of = list.filter(({ on, groupId }) => on && groupId === group.id).map(nameOf);
    const text = phrases.groupModes[group.mode](nameOf(group), of);
    return of.length < 2 ? [] : [{ key: `group:${group.id}`, text }];
  });
  return [...each, ...groups];
}

function grantLines(grants: GrantRules, phrases: RulePhrases): RuleLine[] {
  const lines: RuleLine[] = [];
  for (const part of Object.keys(phrases.grants) as (keyof RulePhrases["grants"])[]) {
    const grant = grants[part];
    if (!grant) continue;
    const say = phrases.grants[part] as (grant: unknown) => string;
    lines.push({ key: `grant:${part}`, text: say(grant) });
  }
  const festivals = grants.festivals.map((each) => ({
    key: `grant:festival:${each.festivalId}`,
    text: phrases.festivalGrant(each),
  }));
  return [...lines, ...festivals];
}

function offsetLines(offset: OffsetRules, names: RuleNames, phrases: RulePhrases): RuleLine[] {
  const { offset: say } = phrases;
  const told: RuleLine[] = [{ key: "offset", text: say.worth(offset.points, offset.fen) }];
  const tell = (part: string, text: string | false) => {
    if (text) told.push({ key: `offset:${part}`, text });
  };
  for (const [i, other] of offset.others.entries()) {
    const { points, fen, ...who } = other;
    tell(`other:${i + 1}`, say.other(sayWhen(who, names, phrases), points, fen));
  }
  tell("minimum", offset.minSaleFen > 0 && say.minimum(offset.minSaleFen));
  tell("share", offset.maxSharePercent < 100 && say.share(offset.maxSharePercent));
  tell("per-sale", offset.maxPoints !== null && say.perSale(offset.maxPoints));
  tell("per-day", offset.maxPointsPerDay !== null && say.perDay(offset.maxPointsPerDay));
  tell("steps", offset.stepPoints > 1 && say.steps(offset.stepPoints));
  if (offset.excludedCategoryIds.length > 0) {
    tell("excluded", say.excluded(offset.excludedCategoryIds.map(names.category)));
  }
  tell("window", offset.window !== null && say.window(sayWhen(offset.window, names, phrases)));
  return told;
}

/** The lines of what is in force, as one sentence: rules that are off are left out. */
export const saySentence = (
  rules: ProgrammeRules,
  names: RuleNames,
  phrases: RulePhrases,
  nameOf: Names,
): string => {
  const on = { ...rules, rules: (rules.rules ?? []).filter((rule) => rule.on) };
  return sayLines(on, names, phrases, nameOf).map((line) => line.text).join(phrases.semicolon) +
    phrases.stop;
};
