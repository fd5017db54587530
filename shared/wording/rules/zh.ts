import { type EarningRules, factorPercent } from "../../points/earning-rules.ts";
import type { Validity } from "../../points/validity.ts";
import { formatsOf } from "../format.ts";

const f = formatsOf("zh-CN");

/** What the sentences call the things that rules know by id, in the language of the sentence. */
export interface RuleNames {
  /** The brand's tiers, lowest first. */
  tiers: readonly { id: string; name: string }[];
  category: (id: string) => string;
}

/** One rule of a version: a key that stays over versions, and what it says. */
export interface RuleLine {
  key: string;
  text: string;
}

/** What a version of the earning rules does, as lines and as one sentence. */
export const zh = {
  lines: (rules: EarningRules, names: RuleNames): RuleLine[] => lines(rules, names),
  sentence: (rules: EarningRules, names: RuleNames): string =>
    `${lines(rules, names).map((line) => line.text).join("；")}。`,
  /** How long points are good for. */
  validity: (policy: Validity): string => validity(policy),
};

/** Shape that every language of the rules has. */
export type RulesWording = typeof zh;

function lines(rules: EarningRules, names: RuleNames): RuleLine[] {
  const factors = names.tiers.map((tier) => ({ ...tier, percent: factorPercent(rules, tier.id) }));
  const told: RuleLine[] = [{
    key: "base",
    text: `会员每消费 ${f.moneyShort(rules.fenPerPoint)} 积 ${f.count(rules.pointsPerStep)} 分`,
  }];
  for (const tier of factors.filter((each) => each.percent !== 100)) {
    told.push({
      key: `tier:${tier.id}`,
      text: tier.percent === 0
        ? `${tier.name}不积分`
        : `${tier.name}按 ${tier.percent / 100} 倍积分`,
    });
  }
  if (rules.minSaleFen > 0) {
    told.push({ key: "minimum", text: `单笔满 ${f.moneyShort(rules.minSaleFen)} 起积` });
  }
  if (rules.excludedCategoryIds.length > 0) {
    const excluded = rules.excludedCategoryIds.map(names.category).join("、");
    told.push({ key: "excluded", text: `${excluded}不参与积分` });
  }
  told.push({
    key: "remainder",
    text: rules.carryRemainder ? "不足 1 分的零头留到下次" : "不足 1 分的零头舍去",
  });
  if (rules.pendingDays > 0) {
    told.push({ key: "pending", text: `消费后第 ${f.count(rules.pendingDays)} 天起可用` });
  }
  told.push({ key: "validity", text: `积分${validity(rules.validity)}` });
  if (rules.signUpPoints > 0) {
    told.push({ key: "sign-up", text: `新会员入会送 ${f.count(rules.signUpPoints)} 分` });
  }
  return told;
}

function validity(policy: Validity): string {
  switch (policy.kind) {
    case "never":
      return "长期有效";
    case "months":
      return `获得后 ${f.count(policy.months)} 个月内有效`;
    case "quarter-end":
      return policy.quarters === 0
        ? "当季末前有效"
        : `在之后第 ${f.count(policy.quarters)} 个季度末前有效`;
    case "year-end":
      return policy.years === 0
        ? "当年年底前有效"
        : policy.years === 1
        ? "次年年底前有效"
        : `在之后第 ${f.count(policy.years)} 年年底前有效`;
    case "fixed-day":
      return `在每年 ${policy.month} 月 ${policy.day} 日到期`;
  }
}
