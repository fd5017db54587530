import { expect, test } from "vitest";
import { formatsOf } from "../format.ts";
import { en } from "./en.ts";
import { sayBenefits } from "./say-ladder.ts";
import { sayProgress } from "./say-progress.ts";
import { zh } from "./zh.ts";

const badge = (id: string, level: number, nameZh: string, nameEn: string) => ({
  id,
  level,
  nameZh,
  nameEn,
  colour: "#888888",
});
const silver = badge("tie_silver", 1, "银卡", "Silver");
const gold = badge("tie_gold", 2, "金卡", "Gold");
const at = {
  current: silver,
  next: gold,
  basis: "spending" as const,
  qualifyingFen: 468_000,
  missingFen: 32_000,
  qualifyingPoints: 0,
  missingPoints: 0,
  nextPricePoints: 3_000,
  reviewOn: null,
  graceUntil: null,
  keepMissing: 0,
  ratio: 0.9,
};
const inZh = (tier: typeof at | Record<string, unknown>) =>
  sayProgress(zh, formatsOf("zh-CN"), { ...at, ...tier } as typeof at, (n) => n.nameZh);
const inEn = (tier: Record<string, unknown>) =>
  sayProgress(en, formatsOf("en"), { ...at, ...tier } as typeof at, (n) => n.nameEn);

test("the way up, in money and in points", () => {
  expect(inZh({})).toEqual({
    way: "再消费 ¥320 升级金卡",
    buy: "或用 3,000 积分直接升级",
    keep: null,
    counted: "已计 ¥4,680",
  });
  expect(inEn({}).way).toBe("Another ¥320 to Gold");
  const points = { basis: "points", missingPoints: 120, qualifyingPoints: 880 };
  expect([inZh(points).way, inZh(points).counted]).toEqual(["再积 120 分升级金卡", "已计 880 分"]);
  expect(inEn({ ...points, nextPricePoints: null }).buy).toBeNull();
  expect(inEn({ next: null, missingFen: 0 }).way).toBe("You hold the highest tier");
  expect(inZh({ missingFen: 0 }).way).toBe("下一次消费即可升级金卡");
});

test("what keeps the tier", () => {
  expect(inEn({ reviewOn: "2027-06-14", keepMissing: 50_000 }).keep).toContain("¥500");
  expect(inZh({ reviewOn: "2027-06-14", keepMissing: 0 }).keep).toContain("已达保级条件");
  expect(inZh({ reviewOn: "2027-06-14", graceUntil: "2027-07-14", keepMissing: 50_000 }).keep)
    .toContain("7月14日");
});

test("all that a tier gives", () => {
  const step = {
    ...gold,
    threshold: 500_000,
    factorPercent: 150,
    discounts: [
      { on: "all" as const, nameZh: "", nameEn: "", offPercent: 5 },
      { on: "category" as const, nameZh: "生鲜", nameEn: "fresh food", offPercent: 12 },
      { on: "category" as const, nameZh: "烟草", nameEn: "tobacco", offPercent: 0 },
    ],
    birthdayPoints: 200,
    birthdayGiftZh: null,
    birthdayGiftEn: null,
    freeDelivery: true,
    pricePoints: 3_000,
    priceMonths: 12,
  };
  expect(sayBenefits(zh, formatsOf("zh-CN"), step, (n) => n.nameZh)).toEqual([
    "1.5 倍积分",
    "全场 9.5 折",
    "生鲜 8.8 折",
    "烟草除外",
    "生日赠 200 积分",
    "礼品免邮",
  ]);
  expect(sayBenefits(en, formatsOf("en"), step, (n) => n.nameEn)[2]).toBe("12% off fresh food");
});
