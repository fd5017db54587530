import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { defaultGrantRules } from "../../grants/grant-rules.ts";
import { type Finding, refusedCodes, warningCodes } from "../../points/finding.ts";
import { anyRules } from "../../points/test-rules.ts";
import type { ProgrammeRules } from "../../programme/rules.ts";
import { en } from "./en.ts";
import { names, plain, rule } from "./test-names.ts";
import { zh } from "./zh.ts";

describe("the lines of a version", () => {
  const full: ProgrammeRules = {
    ...plain,
    base: { offset: false, coupon: false, storedValue: true },
    excludedProductIds: ["apple"],
    rules: [
      rule({ groupId: "days" }),
      rule({ id: "birthday", nameZh: "生日三倍", nameEn: "Birthday triple", groupId: "days" }),
      rule({ id: "old", nameZh: "旧活动", nameEn: "Old one", on: false }),
    ],
    groups: [{ id: "days", nameZh: "节日", nameEn: "Days", mode: "best" }],
    caps: { perSale: null, perDay: 1000, perMember: null },
    grants: { ...defaultGrantRules, recharge: { fenPerPoint: 10000, pointsPerStep: 10 } },
    offset: {
      points: 100,
      fen: 100,
      others: [{ tierIds: ["gold"], points: 100, fen: 120 }],
      minSaleFen: 20000,
      maxSharePercent: 50,
      maxPoints: 5000,
      maxPointsPerDay: 8000,
      stepPoints: 100,
      excludedCategoryIds: ["wine"],
      window: { weekdays: [3] },
    },
  };

  test("have a key of their own for every part, alike in both languages", () => {
    const keys = zh.lines(full, names.zh).map(({ key }) => key);
    expect(keys).toEqual([
      ..."base counts excluded-products rule:birthday rule:mid-autumn rule:old group:days".split(
        " ",
      ),
      ..."caps remainder validity grant:birthday grant:referral grant:share".split(" "),
      ..."grant:checkIn grant:profile grant:recharge grant:festival:spring-festival".split(" "),
      ..."grant:festival:mid-autumn offset offset:other:1 offset:minimum offset:share".split(" "),
      ..."offset:per-sale offset:per-day offset:steps offset:excluded offset:window".split(" "),
    ]);
    expect(en.lines(full, names.en).map(({ key }) => key)).toEqual(keys);
  });

  test("say what they mean", () => {
    const told = new Map(zh.lines(full, names.zh).map(({ key, text }) => [key, text]));
    expect(told.get("counts")).toBe("用积分、优惠券支付的部分不积分");
    expect(told.get("rule:old")).toBe("旧活动：全部商品 2 倍积分（已停用）");
    expect(told.get("group:days")).toBe("节日：生日三倍、中秋双倍不同享，取最高的一项");
    expect(told.get("grant:referral")).toBe(
      "推荐好友入会，好友首次消费 7 天后未退货，推荐人得 30 分、好友得 30 分，推荐人每月最多 10 次",
    );
    expect(told.get("offset:other:1")).toBe("金卡会员 100 分抵 ¥1.20");
    const inEn = new Map(en.lines(full, names.en).map(({ key, text }) => [key, text]));
    expect(inEn.get("offset:window")).toBe("points pay only every Wednesday");
    expect(inEn.get("grant:checkIn")).toBe(
      "1 point for each day's check-in, 2 more after 3 days in a row, 10 more after 7 days in a row",
    );
  });

  test("the sentence leaves out what is off", () => {
    expect(zh.sentence(full, names.zh)).not.toContain("旧活动");
    expect(en.sentence(full, names.en)).not.toContain("Old one");
  });

  test("whatever the rules, nothing is left unsaid and keys are unique", () => {
    fc.assert(fc.property(anyRules(true), (rules) => {
      const inZh = zh.lines(rules, names.zh);
      const inEn = en.lines(rules, names.en);
      expect(inEn.map(({ key }) => key)).toEqual(inZh.map(({ key }) => key));
      expect(new Set(inZh.map(({ key }) => key)).size).toBe(inZh.length);
      for (const { text } of [...inZh, ...inEn]) expect(text).not.toMatch(/undefined|NaN|null|^$/);
      for (const { text } of inEn) {
        expect(text.replace("parents", "")).not.toMatch(/\p{Script=Han}/u);
      }
    }));
  });
});

test.each([...refusedCodes, ...warningCodes])(
  "finding %s has a sentence with its rules",
  (code) => {
    const rules = {
      ...plain,
      rules: [rule({}), rule({ id: "birthday", nameZh: "生日三倍", nameEn: "Birthday triple" })],
      groups: [{ id: "days", nameZh: "节日", nameEn: "Days", mode: "best" as const }],
    };
    const finding: Finding = {
      level: "refused",
      code,
      ruleIds: ["mid-autumn", "birthday"],
      groupId: "days",
    };
    const inZh = zh.finding(finding, rules);
    const inEn = en.finding(finding, rules);
    expect(inZh).not.toMatch(/undefined|mid-autumn$/);
    expect(inEn).not.toMatch(/undefined|\p{Script=Han}/u);
    if (!code.startsWith("group") && !code.startsWith("offset") && code !== "validity-day") {
      expect(inZh).toMatch(/中秋双倍|mid-autumn|节日/);
      expect(inEn).toMatch(/Mid-Autumn|mid-autumn|Days/);
    }
  },
);
