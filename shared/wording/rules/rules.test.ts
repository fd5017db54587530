import { describe, expect, test } from "vitest";
import type { EarningRules } from "../../points/earning-rules.ts";
import type { Validity } from "../../points/validity.ts";
import { en } from "./en.ts";
import { type RuleNames, zh } from "./zh.ts";

const plain: EarningRules = {
  v: 1,
  fenPerPoint: 1000,
  pointsPerStep: 1,
  minSaleFen: 0,
  tierFactorPercent: {},
  excludedCategoryIds: [],
  carryRemainder: false,
  validity: { kind: "never" },
  pendingDays: 0,
  signUpPoints: 0,
};
const full: EarningRules = {
  ...plain,
  minSaleFen: 2000,
  tierFactorPercent: { tie_gold: 150, tie_silver: 100 },
  excludedCategoryIds: ["cat_wine", "cat_cards"],
  carryRemainder: true,
  validity: { kind: "months", months: 12 },
  pendingDays: 7,
  signUpPoints: 100,
};
const names = (zhOn: boolean): RuleNames => ({
  tiers: [
    { id: "tie_silver", name: zhOn ? "银卡" : "Silver" },
    { id: "tie_gold", name: zhOn ? "金卡" : "Gold" },
  ],
  category: (id) =>
    id === "cat_wine" ? (zhOn ? "烟酒" : "Wine and tobacco") : zhOn ? "购物卡" : "Gift cards",
});

describe("the sentence of a version", () => {
  test("says only what the plainest rules do", () => {
    expect(zh.sentence(plain, names(true)))
      .toBe("会员每消费 ¥10 积 1 分；不足 1 分的零头舍去；积分长期有效。");
    expect(en.sentence(plain, names(false)))
      .toBe(
        "Members earn 1 point for every ¥10; fractions of a point are dropped; points never lapse.",
      );
  });

  test("says everything that is set", () => {
    expect(zh.sentence(full, names(true))).toBe(
      "会员每消费 ¥10 积 1 分；金卡按 1.5 倍积分；单笔满 ¥20 起积；烟酒、购物卡不参与积分；" +
        "不足 1 分的零头留到下次；消费后第 7 天起可用；积分获得后 12 个月内有效；新会员入会送 100 分。",
    );
    expect(en.sentence(full, names(false))).toBe(
      "Members earn 1 point for every ¥10; Gold earns 1.5 times as much; sales below ¥20 earn " +
        "nothing; not for Wine and tobacco, Gift cards; fractions of a point are kept for next " +
        "time; points can be spent from 7 days after the sale; points lapse 12 months after " +
        "earning; new members get 100 points.",
    );
  });

  test("has a line of its own for each rule, in both languages alike", () => {
    const keys = zh.lines(full, names(true)).map((line) => line.key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(en.lines(full, names(false)).map((line) => line.key)).toEqual(keys);
  });
});

test.each<[Validity, string, string]>([
  [{ kind: "quarter-end", quarters: 0 }, "当季末前有效", "lapse at the end of the quarter"],
  [{ kind: "year-end", years: 1 }, "次年年底前有效", "lapse at the end of the next year"],
  [{ kind: "fixed-day", month: 3, day: 31 }, "在每年 3 月 31 日到期", "lapse every year on 31 Mar"],
])("validity %o", (policy, inZh, inEn) => {
  expect(zh.validity(policy)).toBe(inZh);
  expect(en.validity(policy)).toBe(inEn);
});
