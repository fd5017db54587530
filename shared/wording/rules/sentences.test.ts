import { describe, expect, test } from "vitest";
import type { EarningRule } from "../../points/earning-rules.ts";
import { en } from "./en.ts";
import { names, rule } from "./test-names.ts";
import { type RuleNames, zh } from "./zh.ts";

describe("what one rule says", () => {
  test.each<[Partial<EarningRule>, string, string]>([
    [
      {
        when: { festivals: { ids: ["mid-autumn"], daysBefore: 1, daysAfter: 1 } },
        caps: { perSale: 500, perDay: null, perMember: null },
      },
      "中秋节前后各 1 天，全部商品 2 倍积分，每单最多 500 分",
      "From 1 day before to 1 day after Mid-Autumn Festival, double points on all goods, " +
      "at most 500 points a sale",
    ],
    [
      { when: { festivals: { ids: ["qixi", "mothers-day"], daysBefore: 0, daysAfter: 0 } } },
      "七夕节、母亲节当天，全部商品 2 倍积分",
      "On Qixi Festival and Mother's Day, double points on all goods",
    ],
    [
      { when: { festivals: { ids: ["spring-festival"], daysBefore: 7, daysAfter: 0 } } },
      "春节及前 7 天，全部商品 2 倍积分",
      "On and 7 days before Spring Festival, double points on all goods",
    ],
    [
      { when: { festivals: { ids: ["spring-festival"], daysBefore: 7, daysAfter: 15 } } },
      "春节前 7 天至后 15 天，全部商品 2 倍积分",
      "From 7 days before to 15 days after Spring Festival, double points on all goods",
    ],
    [
      {
        when: { weekdays: [3], hours: [{ from: 1200, to: 1320 }] },
        lines: { categoryIds: ["fruit"] },
      },
      "每周三，20:00–22:00，水果 2 倍积分",
      "Every Wednesday, from 20:00 to 22:00, double points on Fruit",
    ],
    [
      { when: { monthDays: [8, 18, 21], hours: [{ from: 1320, to: 125 }] } },
      "每月 8、18、21 日，22:00–次日 2:05，全部商品 2 倍积分",
      "On the 8th, 18th and 21st of each month, from 22:00 to 2:05 the next day, " +
      "double points on all goods",
    ],
    [
      {
        when: { birthday: "month", tierIds: ["gold"] },
        gives: { kind: "multiplier", percent: 150 },
      },
      "生日当月，金卡会员，全部商品 1.5 倍积分",
      "In the month of the member's birthday, for Gold, 1.5 times the points on all goods",
    ],
    [
      {
        when: { tags: ["宝妈"], storeIds: ["east", "west"] },
        gives: { kind: "multiplier", percent: 0 },
      },
      "标签为宝妈的会员，东门店、西桥店，全部商品不积分",
      "For members tagged 宝妈, at East Gate and West Bridge, no points on all goods",
    ],
    [
      { when: { memberCategoryIds: ["office"], minSaleFen: 20000, from: "2026-12-01" } },
      "2026年12月1日起，企业客户会员，单笔满 ¥200，全部商品 2 倍积分",
      "From 1 Dec 2026 on, for members of Companies, on sales from ¥200, double points on all goods",
    ],
    [
      { when: { from: "2026-12-01", to: "2026-12-31", balanceAtMost: 100 } },
      "2026年12月1日至2026年12月31日，积分余额不超过 100 分，全部商品 2 倍积分",
      "From 1 Dec 2026 to 31 Dec 2026, with at most 100 points on the account, " +
      "double points on all goods",
    ],
    [
      { when: { firstPurchase: true }, gives: { kind: "bonus", points: 50, once: "member" } },
      "首次消费，购买全部商品加赠 50 分，每位会员一次",
      "On the first purchase, 50 points more for buying all goods, once for each member",
    ],
    [
      { lines: { productIds: ["apple"] }, gives: { kind: "bonus", points: 50, once: "product" } },
      "首次购买红富士苹果加赠 50 分（每种商品一次）",
      "50 points more for the first purchase of Fuji apples, once for each product",
    ],
    [
      {
        lines: { categoryIds: ["wine"] },
        gives: { kind: "rate", fenPerPoint: 10000, pointsPerStep: 1 },
      },
      "酒类每 ¥100 积 1 分",
      "1 point for every ¥100 of Wine",
    ],
    [
      { lines: { categoryIds: ["dairy"] }, gives: { kind: "fixed", pointsPerUnit: 5 } },
      "乳品每件（称重商品每公斤）积 5 分",
      "5 points for each piece (or kilogram) of Dairy",
    ],
    [
      {
        gives: {
          kind: "brackets",
          mode: "whole",
          steps: [
            { fromFen: 0, fenPerPoint: 1000, pointsPerStep: 1 },
            { fromFen: 50000, fenPerPoint: 500, pointsPerStep: 1 },
          ],
        },
      },
      "全部商品不满 ¥500 每 ¥10 积 1 分，满 ¥500 每 ¥5 积 1 分（全部金额按达到的一档计）",
      "On all goods 1 point for every ¥10, from ¥500 1 point for every ¥5 " +
      "(the bracket reached counts for the whole amount)",
    ],
  ])("%j", (more, inZh, inEn) => {
    expect(zh.rule(rule(more), names.zh)).toBe(inZh);
    expect(en.rule(rule(more), names.en)).toBe(inEn);
  });

  test("without names it says no ids", () => {
    const bare: RuleNames = { tiers: [], category: () => "", tag: () => null };
    const when = {
      tierIds: ["tie_1"],
      tags: ["潜在流失"],
      memberCategoryIds: ["mct_1"],
      storeIds: ["sto_1", "sto_2"],
    };
    expect(zh.when(when, bare)).toBe("部分等级会员，部分类别会员，部分会员，2 家门店");
    expect(en.when(when, bare))
      .toBe("for some tiers, for members of some categories, for some members, at 2 stores");
  });
});
