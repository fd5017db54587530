/** Names and rules for the tests of the sentences. @module */
import type { EarningRule } from "../../points/earning-rules.ts";
import type { ProgrammeRules } from "../../programme/rules.ts";
import type { RuleNames } from "./phrases.ts";

const named: Record<string, [string, string]> = {
  gold: ["金卡", "Gold"],
  fruit: ["水果", "Fruit"],
  dairy: ["乳品", "Dairy"],
  wine: ["酒类", "Wine"],
  apple: ["红富士苹果", "Fuji apples"],
  east: ["东门店", "East Gate"],
  west: ["西桥店", "West Bridge"],
  office: ["企业客户", "Companies"],
};
const namesIn = (i: 0 | 1): RuleNames => {
  const name = (id: string) => named[id]?.[i] ?? id;
  return {
    tiers: [{ id: "gold", name: name("gold") }],
    category: name,
    product: name,
    store: name,
    memberCategory: name,
  };
};
export const names = { zh: namesIn(0), en: namesIn(1) };

export const rule = (more: Partial<EarningRule>): EarningRule => ({
  id: "mid-autumn",
  nameZh: "中秋双倍",
  nameEn: "Mid-Autumn double",
  on: true,
  when: {},
  lines: {},
  gives: { kind: "multiplier", percent: 200 },
  priority: 0,
  groupId: null,
  caps: null,
  ...more,
});
export const plain: ProgrammeRules = {
  v: 1,
  fenPerPoint: 1000,
  pointsPerStep: 1,
  minSaleFen: 0,
  tierFactorPercent: {},
  excludedCategoryIds: [],
  carryRemainder: true,
  validity: { kind: "never" },
  pendingDays: 0,
  signUpPoints: 0,
};
