import { expect, test } from "vitest";
import { accrue } from "../../points/accrue.ts";
import type { EarningRule } from "../../points/earning-rules.ts";
import { blankGround, conditionOrder, type When } from "../../points/when.ts";
import { plain, rule } from "../rules/test-names.ts";
import { en } from "./en.ts";
import { type ReasonNames, zh } from "./zh.ts";

const names: ReasonNames = {
  tier: () => "金卡",
  category: () => "水果",
  line: (n) => `${n}`,
  version: () => 1,
};
const line = { n: 1, productId: "apple", categoryIds: ["fruit"], quantityMilli: 1000 };

/** What is told of a rule that fails, at noon on Tuesday, 22 September 2026, for 150 yuan. */
function told(when: When, more: Partial<EarningRule> = {}) {
  const rules = { ...plain, rules: [rule({ when, ...more })] };
  const { missed } = accrue({
    lines: [{ ...line, amountFen: 15_000 }],
    rules,
    ruleVersionId: "v",
    tierId: "silver",
    carryMicro: 0,
    earnedAt: Date.parse("2026-09-22T12:00:00+08:00"),
    ground: { ...blankGround, balance: 320 },
  });
  expect(missed).toHaveLength(1);
  return [zh.sentence(missed[0]!, names), en.sentence(missed[0]!, names)];
}
const zhSays = "「中秋双倍」未计：";
const enSays = "Mid-Autumn double was not counted: ";

const cases: [When, string, string][] = [
  [{ from: "2026-10-01" }, "活动从2026年10月1日开始", "it starts on 1 Oct 2026"],
  [{ to: "2026-09-20" }, "活动到2026年9月20日为止", "it ended on 20 Sept 2026"],
  [
    { festivals: { ids: ["mid-autumn"], daysBefore: 1, daysAfter: 1 } },
    "限中秋节前后各 1 天，下次是2026年9月24日至2026年9月26日",
    "it is only from 1 day before to 1 day after Mid-Autumn Festival, next from 24 Sept 2026 to " +
    "26 Sept 2026",
  ],
  [
    { festivals: { ids: ["qixi", "christmas"], daysBefore: 0, daysAfter: 0 } },
    "限七夕节、圣诞节当天，下次是2026年12月25日",
    "it is only on Qixi Festival and Christmas, next on 25 Dec 2026",
  ],
  [{ weekdays: [3] }, "限每周三", "it is only every Wednesday"],
  [{ monthDays: [8] }, "限每月 8 日", "it is only on the 8th of each month"],
  [
    { hours: [{ from: 1320, to: 120 }] },
    "限22:00–次日 2:00",
    "it is only from 22:00 to 2:00 the next day",
  ],
  [{ storeIds: ["west"] }, "这家门店不参加", "this store does not take part"],
  [{ tierIds: ["gold"] }, "限金卡会员", "it is only for 金卡"],
  [{ memberCategoryIds: ["staff"] }, "会员类别不符合", "it is for other member categories"],
  // Tags are the house's own: a member is not told them.
  [{ tags: ["潜在流失"] }, "会员分群不符合", "it is for another group of members"],
  [{ birthday: "week" }, "不在生日当周", "it is not in the week of the member's birthday"],
  [{ firstPurchase: true }, "不是首次消费", "it is not the first purchase"],
  [
    { balanceAtMost: 100 },
    "积分余额 320 分，超过 100 分",
    "there are 320 points on the account, more than 100",
  ],
  [
    { minSaleFen: 20_000 },
    "可积分金额 ¥150.00，还差 ¥50.00 满 ¥200",
    "¥150.00 counts, ¥50.00 short of ¥200",
  ],
];

test.each(cases)("%j", (when, inZh, inEn) => {
  expect(told(when)).toEqual([zhSays + inZh, enSays + inEn]);
});

test("every condition is here", () => {
  expect([...new Set(cases.flatMap(([when]) => Object.keys(when)))].sort())
    .toEqual([...conditionOrder].sort());
});

test("goods that take no part", () => {
  expect(told({}, { lines: { categoryIds: ["wine"] } }))
    .toEqual([`${zhSays}没有参加活动的商品`, `${enSays}none of these goods take part`]);
});

test("entries from before there were terms are told in general", () => {
  const old = {
    code: "rule-missed" as const,
    ruleId: "a",
    nameZh: "中秋双倍",
    nameEn: "Mid-Autumn double",
    condition: "minSaleFen",
  };
  expect(zh.sentence(old, names)).toBe(`${zhSays}消费金额未达到规定`);
  expect(en.sentence(old, names)).toBe(`${enSays}the purchase is too small for it`);
});
