import type { Explanation, HistoryRow, LotView } from "../../shared/members/member.ts";
import { daysFromNow } from "./people.ts";

const NANJING = { storeNameZh: "南京西路店", storeNameEn: "West Nanjing Road" };
const NOWHERE = { storeNameZh: null, storeNameEn: null };

const row = (
  seq: number,
  kind: string,
  amount: number,
  balanceAfter: number,
  daysAgo: number,
  more: Partial<HistoryRow> = {},
): HistoryRow => ({
  journalId: `jrn_01900000${seq}`,
  seq,
  kind,
  amount,
  balanceAfter,
  at: daysFromNow(-daysAgo) - seq * 3_400_000,
  ...NANJING,
  title: null,
  ...more,
});

export const history = {
  rows: [
    row(28, "accrual", 186, 12_480, 0),
    row(27, "redemption", -2_800, 12_294, 1, { title: "五常大米 5 千克" }),
    row(26, "accrual", 92, 15_094, 3),
    row(25, "return", -45, 15_002, 5),
    row(24, "accrual", 1_240, 15_047, 9),
    row(23, "lapse", -310, 13_807, 22, NOWHERE),
    row(22, "release", 900, 14_117, 24),
    row(21, "adjustment", 500, 13_217, 31, { title: "投诉补偿", ...NOWHERE }),
    row(20, "sign-up", 200, 12_717, 44, NOWHERE),
  ],
  nextBefore: 20,
};

const lot = (
  n: number,
  original: number,
  remaining: number,
  earnedDaysAgo: number,
  lapsesInDays: number | null,
  more: Partial<LotView> = {},
): LotView => ({
  id: `lot_019000000${n}`,
  original,
  remaining,
  availableAt: daysFromNow(-earnedDaysAgo),
  lapsesAt: lapsesInDays === null ? null : daysFromNow(lapsesInDays),
  earnedAt: daysFromNow(-earnedDaysAgo),
  kind: "accrual",
  ...NANJING,
  ...more,
});

export const lots = {
  lots: [
    lot(1, 620, 180, 350, 9),
    lot(2, 1_240, 1_240, 300, 39),
    lot(3, 2_060, 2_060, 299, 39),
    lot(4, 8_800, 8_800, 120, 130),
    lot(5, 186, 186, 0, 365, { availableAt: daysFromNow(7) }),
    lot(6, 200, 200, 500, null, { kind: "sign-up", ...NOWHERE }),
  ],
};

export const saleEntry: Explanation = {
  journalId: "jrn_0190000028",
  kind: "accrual",
  at: daysFromNow(0),
  ...NANJING,
  amount: 186,
  orderNo: "NJ2026112200187",
  rulesVersion: 7,
  rulesEffectiveFrom: daysFromNow(-53),
  lines: [
    { n: 1, name: "阳光玫瑰葡萄", quantityMilli: 1_246, amountFen: 6_230, returnedFen: 0 },
    { n: 2, name: "澳洲谷饲牛腩", quantityMilli: 820, amountFen: 7_380, returnedFen: 0 },
    {
      n: 3,
      name: "纯牛奶 250 毫升 × 12",
      quantityMilli: 2_000,
      amountFen: 11_980,
      returnedFen: 5_990,
    },
    { n: 4, name: "礼品卡 100 元", quantityMilli: 1_000, amountFen: 10_000, returnedFen: 0 },
  ],
  reasons: [
    { code: "rule-version", ruleVersionId: "rul_0190000007" },
    { code: "line-excluded", n: 4, categoryId: "cat_0190000009" },
    { code: "base-rate", eligibleFen: 15_500, fenPerPoint: 100, pointsPerStep: 1 },
    { code: "tier-factor", tierId: "tie_0190000002", percent: 120 },
    { code: "remainder-carried", beforeMicro: 450_000, afterMicro: 950_000 },
    { code: "pending-until", at: daysFromNow(7) },
    { code: "lapses-at", at: daysFromNow(365) },
  ],
  lots: [
    { lotId: "lot_0190000005", amount: 186, lapsesAt: daysFromNow(365), earnedAt: daysFromNow(0) },
  ],
  reverses: null,
  hash: "9f2c6d11a0b84e07c3d5f1e29a77b0c4d8e6f3125a9b7c10e4d2f8a6b3c59071",
};

export const spendEntry: Explanation = {
  ...saleEntry,
  journalId: "jrn_0190000027",
  kind: "redemption",
  amount: -2_800,
  orderNo: null,
  rulesVersion: null,
  rulesEffectiveFrom: null,
  lines: [],
  reasons: [],
  lots: [
    {
      lotId: "lot_0190000001",
      amount: -440,
      lapsesAt: daysFromNow(9),
      earnedAt: daysFromNow(-350),
    },
    {
      lotId: "lot_0190000002",
      amount: -2_360,
      lapsesAt: daysFromNow(39),
      earnedAt: daysFromNow(-300),
    },
  ],
};
