import type { CaseResult, SavedCase } from "../../../shared/console/trial-doors.ts";
import type { evaluatePlan, WhatIfHead } from "../../../shared/console/what-if-doors.ts";
import type { AnswerOf } from "../../../shared/endpoint.ts";
import { inventedMember } from "../../../shared/programme/trial.ts";
import type { WhatIfOutcome, WhatIfRow } from "../../../shared/programme/what-if.ts";
import { day, market, now, stores } from "./places.ts";
import { categories, tiers } from "./programme.ts";

const run = (id: string, rest: Partial<WhatIfHead>): WhatIfHead => ({
  id: `wif_${id}`,
  brandId: market,
  draftName: "年货节方案",
  draftRevision: 7,
  version: null,
  from: "2025-11-23",
  to: "2026-11-22",
  state: "done",
  accounts: 48_210,
  accountsDone: 48_210,
  salesDone: 612_480,
  askedBy: "罗晓彤",
  askedAt: now - 3 * 3_600_000,
  endedAt: now - 3 * 3_600_000 + 58_000,
  ...rest,
});

export const runs: readonly WhatIfHead[] = [
  run("0004", {
    state: "running",
    accountsDone: 19_400,
    salesDone: 241_905,
    askedAt: now - 22_000,
    endedAt: null,
  }),
  run("0003", {}),
  run("0002", { draftName: null, draftRevision: null, version: 2, askedAt: now - 3 * day }),
  run("0001", { state: "interrupted", askedBy: "陈立群", askedAt: now - 9 * day }),
  run("0000", { state: "cancelled", askedAt: now - 12 * day }),
];

const row = (
  named: { id: string | null; nameZh: string; nameEn: string },
  sales: number,
  inForce: number,
  change: number,
): WhatIfRow => ({
  id: named.id,
  nameZh: named.nameZh,
  nameEn: named.nameEn,
  sales,
  inForce,
  draft: inForce + change,
});

const months = Array.from({ length: 13 }, (_, i) => {
  const month = new Date(Date.UTC(2025, 10 + i, 1)).toISOString().slice(0, 7);
  const sales = 44_000 + (i * 7_919) % 9_000;
  return row({ id: month, nameZh: month, nameEn: month }, sales, sales * 11, (i % 5 - 1) * 41_230);
});

const surnames = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗";
const members = (sign: 1 | -1): WhatIfOutcome["gain"] =>
  Array.from({ length: 50 }, (_, i) => ({
    memberId: `mem_${sign > 0 ? "gain" : "loss"}${String(i).padStart(2, "0")}`,
    nameMasked: `${surnames[i % surnames.length]}${i % 3 ? "**" : "*"}`,
    inForce: 9_800 - i * 61,
    draft: 9_800 - i * 61 + sign * (4_100 - i * 53),
  }));

export const outcome: WhatIfOutcome = {
  sales: 612_480,
  returns: 8_214,
  members: 41_906,
  inForce: {
    issued: 6_738_220,
    takenBack: 58_410,
    net: 6_679_810,
    netFen: 6_679_810,
    open: 6_102_455,
    worth: { points: 100, fen: 100 },
  },
  draft: {
    issued: 7_402_918,
    takenBack: 63_775,
    net: 7_339_143,
    netFen: 7_339_143,
    open: 6_704_020,
    worth: { points: 100, fen: 100 },
  },
  liability: { points: 588_102, fen: 588_102 },
  debt: -13_463,
  byStore: stores.filter((each) => each.brandId === market)
    .map((each, i) =>
      row(each, 130_000 - i * 17_000, 1_420_000 - i * 184_000, 151_000 - i * 61_000)
    ),
  byTier: [...tiers].reverse().map((each, i) =>
    row(each, 80_000 + i * 90_000, 910_000 + i * 401_000, 210_000 - i * 48_000)
  ),
  byCategory: [
    ...categories.filter((each) => each.parentId === null).slice(0, 5)
      .map((each, i) =>
        row(each, 310_000 - i * 40_000, 2_100_000 - i * 390_000, 240_000 - i * 72_000)
      ),
    row({ id: null, nameZh: "", nameEn: "" }, 41_000, 122_400, 61_333),
  ],
  byMonth: months,
  gain: members(1),
  loss: members(-1),
  gaining: 28_114,
  losing: 6_902,
  tookMs: 58_412,
};

/** A draft that says the same as what holds. */
export const sameOutcome: WhatIfOutcome = {
  ...outcome,
  draft: outcome.inForce,
  liability: { points: 0, fen: 0 },
  debt: 0,
  byMonth: months.map((each) => ({ ...each, draft: each.inForce })),
  gain: [],
  loss: [],
  gaining: 0,
  losing: 0,
};

const expected = {
  points: 26,
  availableOn: "2026-11-25",
  lapsesAfter: "2027-11-25",
  offsetFen: 0,
};

const kept = (id: string, name: string, amountFen: number): SavedCase => ({
  id: `cse_${id}`,
  brandId: market,
  name,
  trial: {
    lines: [{ quantityMilli: 1_000, amountFen, name: "" }],
    member: { ...inventedMember, tierId: "tie_gold" },
    storeId: null,
    at: now,
    offsetPoints: 0,
  },
  expected,
  revision: 1,
  changedBy: "罗晓彤",
  changedAt: now - 20 * day,
});

export const cases: readonly SavedCase[] = [
  kept("0001", "普卡平日买 128 元", 12_800),
  kept("0002", "金卡周三买生鲜", 26_000),
  kept("0003", "老顾客生日月买粮油", 9_900),
];

export const caseResults: readonly CaseResult[] = cases.map((each, i) => ({
  caseId: each.id,
  name: each.name,
  revision: 1,
  expected,
  got: i === 2 ? null : i === 1 ? { ...expected, points: 52 } : expected,
  same: i === 0,
}));

const figures = (issued: number) => ({
  issued,
  redeemed: Math.round(issued * 0.52),
  lapsed: Math.round(issued * 0.07),
  takenBack: Math.round(issued * 0.01),
});

export const plan: AnswerOf<typeof evaluatePlan> = {
  versions: [[3, 96, 1_812_400], [2, 340, 4_410_820], [1, 700, 6_220_115]].map(
    ([version, ago, issued]) => {
      const of = figures(issued!);
      const open = of.issued - of.redeemed - of.lapsed - of.takenBack - 1_200;
      return {
        rulesId: `rul_v${version}`,
        version: version!,
        effectiveFrom: now - ago! * day,
        ...of,
        moved: 1_200,
        open,
        openFen: open,
        costFen: of.redeemed,
        worth: { points: 100, fen: 100 },
      };
    },
  ),
  months: months.map((each) => ({ month: each.id!, ...figures(each.inForce) })),
};

export const extensions = [{
  id: "ext_0001",
  rulesId: "rul_v2",
  version: 2,
  days: 30,
  reason: "系统停机补偿",
  askedBy: "罗晓彤",
  approvedBy: "陈立群",
  at: now - 2 * day,
  accounts: 12_880,
  points: 402_118,
  doneAt: now - 2 * day + 90_000,
}];
