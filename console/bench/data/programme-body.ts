/** A programme with something of everything, as a chain would run it in November. @module */
import type { NamedProduct } from "../../../shared/console/rule-name-doors.ts";
import { defaultGrantRules } from "../../../shared/grants/grant-rules.ts";
import type { EarningRule, RuleGroup } from "../../../shared/points/earning-rules.ts";
import type { OffsetRules } from "../../../shared/points/offset-rules.ts";
import type { ProgrammeRules } from "../../../shared/programme/rules.ts";

const rule = (
  id: string,
  nameZh: string,
  nameEn: string,
  rest: Partial<EarningRule> & Pick<EarningRule, "gives">,
): EarningRule => ({
  id,
  nameZh,
  nameEn,
  on: true,
  when: {},
  lines: {},
  priority: 0,
  groupId: null,
  caps: null,
  ...rest,
});

export const richRules: EarningRule[] = [
  rule("member-day", "会员日双倍", "Member day ×2", {
    when: { weekdays: [3] },
    gives: { kind: "multiplier", percent: 200 },
    groupId: "days",
    priority: 20,
  }),
  rule("mid-autumn", "节日三倍", "Triple on festivals", {
    when: { festivals: { ids: ["mid-autumn", "spring-festival"], daysBefore: 2, daysAfter: 0 } },
    gives: { kind: "multiplier", percent: 300 },
    groupId: "days",
    priority: 30,
  }),
  rule("double-eleven", "双十一生鲜季", "Fresh food November", {
    when: { from: "2026-11-11", to: "2026-11-30" },
    lines: { categoryIds: ["cat_fresh"] },
    gives: { kind: "multiplier", percent: 150 },
    priority: 15,
    caps: { perSale: null, perDay: 500, perMember: null },
  }),
  rule("happy-hour", "下午茶时段", "Afternoon hours", {
    when: { weekdays: [1, 2, 3, 4, 5], hours: [{ from: 840, to: 960 }] },
    gives: { kind: "multiplier", percent: 150 },
    groupId: "days",
    priority: 10,
  }),
  rule("birthday", "生日月双倍", "Birthday month ×2", {
    when: { birthday: "month", tierIds: ["tie_gold", "tie_reserve"] },
    gives: { kind: "multiplier", percent: 200 },
    priority: 40,
  }),
  rule("new-rice", "新米上市首购", "First purchase of the new rice", {
    when: { from: "2026-11-15", to: "2026-12-15" },
    lines: { productIds: ["prd_rice", "prd_yogurt"] },
    gives: { kind: "bonus", points: 50, once: "product" },
    priority: 5,
  }),
  rule("first", "首次消费", "First purchase", {
    when: { firstPurchase: true },
    gives: { kind: "bonus", points: 100, once: "member" },
    priority: 3,
    on: false,
  }),
  rule("fruit", "水果另计", "Fruit", {
    lines: { categoryIds: ["cat_fruit"] },
    gives: { kind: "rate", fenPerPoint: 500, pointsPerStep: 1 },
    priority: 10,
  }),
];

export const richGroups: RuleGroup[] = [
  { id: "days", nameZh: "日子与时段", nameEn: "Days and hours", mode: "best" },
];

const offset: OffsetRules = {
  points: 100,
  fen: 100,
  others: [{ tierIds: ["tie_reserve"], points: 100, fen: 120 }],
  minSaleFen: 20_000,
  maxSharePercent: 50,
  maxPoints: 5_000,
  maxPointsPerDay: null,
  stepPoints: 100,
  excludedCategoryIds: ["cat_tobacco"],
  window: null,
};

export const rich = (plain: ProgrammeRules): ProgrammeRules => ({
  ...plain,
  rules: richRules,
  groups: richGroups,
  grants: defaultGrantRules,
  offset,
});

export const namedProducts: NamedProduct[] = [
  ["rice", "五常大米 5kg", "Wuchang rice 5 kg", 5_990, "cat_rice"],
  ["yogurt", "现制酸奶", "Fresh yoghurt", 1_280, "cat_fresh"],
  ["apple", "烟台苹果", "Yantai apples", 1_580, "cat_fruit"],
].map(([id, nameZh, nameEn, priceFen, categoryId]) => ({
  id: `prd_${id}`,
  sku: `69${String(id).length}0${String(priceFen)}`,
  nameZh: String(nameZh),
  nameEn: String(nameEn),
  priceFen: Number(priceFen),
  categoryId: String(categoryId),
}));
