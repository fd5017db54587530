import type { Explanation, HistoryPage, HistoryRow } from "../../../shared/members/member.ts";
import type * as z from "zod/mini";
import { day, now } from "./places.ts";

const row = (
  seq: number,
  kind: string,
  amount: number,
  balanceAfter: number,
  daysAgo: number,
  title: string | null = null,
): HistoryRow => ({
  journalId: `jrn_${String(seq).padStart(3, "0")}`,
  seq,
  kind,
  amount,
  balanceAfter,
  at: now - daysAgo * day - (seq * 37 % 180) * 60_000,
  storeNameZh: kind === "lapse" || kind === "adjustment" ? null : "徐汇天钥桥店",
  storeNameEn: kind === "lapse" || kind === "adjustment" ? null : "Xuhui Tianyaoqiao",
  title,
});

const rows: HistoryRow[] = [
  row(42, "accrual", 32, 2_518, 1),
  row(41, "redemption", -800, 2_486, 3, "福字马克杯"),
  row(40, "accrual", 64, 3_286, 6),
  row(39, "return", -18, 3_222, 9),
  row(38, "adjustment", 200, 3_240, 14),
  row(37, "release", 500, 3_040, 20, "竹纤维毛巾"),
  row(36, "lapse", -124, 2_540, 31),
  row(35, "accrual", 210, 2_664, 36),
  row(34, "sign-up", 100, 2_454, 40),
];

/** Nine entries, and nine more behind them. */
export const historyPage = (before?: number): z.infer<typeof HistoryPage> =>
  before
    ? {
      rows: rows.map((each) => ({
        ...each,
        seq: each.seq - 9,
        journalId: `jrn_older_${each.seq}`,
        at: each.at - 45 * day,
      })),
      nextBefore: null,
    }
    : { rows, nextBefore: 34 };

/** A sale with goods that count, goods that do not, and one piece that came back. */
export const explanation = (journalId: string): Explanation => ({
  journalId,
  kind: "accrual",
  at: now - day,
  storeNameZh: "徐汇天钥桥店",
  storeNameEn: "Xuhui Tianyaoqiao",
  amount: 32,
  orderNo: "SH01-20261121-0418",
  rulesVersion: 3,
  rulesEffectiveFrom: now - 96 * day,
  lines: [
    {
      n: 1,
      name: "东北五常大米 5kg",
      quantityMilli: 1_000,
      amountFen: 8_990,
      returnedFen: 0,
    },
    {
      n: 2,
      name: "云南高原蓝莓 125g",
      quantityMilli: 3_000,
      amountFen: 5_970,
      returnedFen: 1_990,
    },
    { n: 3, name: "山东烟台苹果", quantityMilli: 1_485, amountFen: 1_915, returnedFen: 0 },
    { n: 4, name: "硬中华香烟", quantityMilli: 1_000, amountFen: 4_500, returnedFen: 0 },
  ],
  reasons: [
    { code: "rule-version", ruleVersionId: "rul_v3" },
    { code: "line-excluded", n: 4, categoryId: "cat_tobacco" },
    { code: "base-rate", eligibleFen: 16_875, fenPerPoint: 1_000, pointsPerStep: 1 },
    { code: "tier-factor", tierId: "tie_gold", percent: 150 },
    { code: "line-share", n: 1, eligibleFen: 8_990, micro: 13_485_000 },
    { code: "line-share", n: 2, eligibleFen: 5_970, micro: 8_955_000 },
    { code: "line-share", n: 3, eligibleFen: 1_915, micro: 2_872_500 },
    { code: "remainder-carried", beforeMicro: 537_500, afterMicro: 850_000 },
    { code: "pending-until", at: now + 6 * day },
    { code: "lapses-at", at: now + 364 * day },
    { code: "from-a-later-version", points: 1 },
  ],
  lots: [{
    lotId: "lot_90",
    amount: 32,
    lapsesAt: now + 364 * day,
    earnedAt: now - day,
  }],
  reverses: null,
  hash: "9f2c41d7a06be853c1f0d2949e8b7a3155aa0c6d1e2f3b4c5d6e7f8091a2b3c4",
});
