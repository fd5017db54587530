import { describe, expect, test } from "vitest";
import { Reason } from "../../points/reason.ts";
import { en } from "./en.ts";
import { type ReasonNames, zh } from "./zh.ts";

const names: ReasonNames = {
  tier: () => "金卡",
  category: () => "烟酒",
  line: (n) => `第 ${n} 行`,
  version: (id) => id === "rul_1" ? 3 : null,
};
const at = Date.UTC(2026, 10, 22, 16);

const rule = { ruleId: "a", nameZh: "中秋双倍", nameEn: "Mid-Autumn double" };
const all: Reason[] = [
  { code: "rule-version", ruleVersionId: "rul_1" },
  { code: "base-rate", eligibleFen: 12850, fenPerPoint: 1000, pointsPerStep: 1 },
  { code: "tier-factor", tierId: "tie_gold", percent: 150 },
  { code: "line-excluded", n: 2, categoryId: "cat_wine" },
  { code: "line-share", n: 1, eligibleFen: 12850, micro: 19_275_000 },
  { code: "nothing-eligible" },
  { code: "line-gift-card", n: 3 },
  { code: "product-excluded", n: 3, productId: "prd_1" },
  { code: "base-reduced", by: "offset", fen: 500 },
  { code: "rule-rate", ...rule, eligibleFen: 5000, fenPerPoint: 500, pointsPerStep: 1 },
  {
    code: "rule-bracket",
    ...rule,
    fromFen: 20000,
    eligibleFen: 5000,
    fenPerPoint: 500,
    pointsPerStep: 1,
  },
  { code: "rule-fixed", ...rule, quantityMilli: 1500, pointsPerUnit: 4 },
  { code: "rule-factor", ...rule, percent: 200, micro: 10_000_000 },
  { code: "rule-bonus", ...rule, micro: 50_000_000, ns: [1] },
  { code: "capped", ...rule, scope: "day", limit: 100 },
  { code: "rule-outdone", ...rule, byRuleId: "b", byNameZh: "生日双倍", byNameEn: "Birthday" },
  { code: "rule-missed", ...rule, condition: "festivals" },
  { code: "offset-used", points: 1000, fen: 1000, perPoints: 100, perFen: 100 },
  { code: "offset-line", n: 1, fen: 600 },
  { code: "offset-returned", points: 400, fen: 400 },
  { code: "returned-granted", points: 2 },
  { code: "below-minimum", eligibleFen: 900, minSaleFen: 1000 },
  { code: "remainder-carried", beforeMicro: 250_000, afterMicro: 525_000 },
  { code: "remainder-dropped", micro: 275_000 },
  { code: "pending-until", at },
  { code: "lapses-at", at },
  { code: "no-member" },
  { code: "sign-up", points: 100 },
  { code: "granted", what: "referrer", points: 30 },
  { code: "streak", days: 7, points: 10 },
  { code: "grant-forfeit", points: 30 },
  { code: "returned", eligibleBeforeFen: 12850, eligibleAfterFen: 6000 },
  { code: "taken-back", points: 9 },
  { code: "lapsed-forgiven", points: 1 },
  { code: "debt-incurred", points: 4 },
  { code: "debt-repaid", points: 4 },
  { code: "validity-extended", points: 500, days: 30 },
  { code: "restored", lotId: "lot_1", points: 500, lapsesAt: at, lapsed: false },
];

const saleLapse = all.find((reason) => reason.code === "lapses-at")!;

describe("reasons", () => {
  test("every code of the schema has a sentence in both languages", () => {
    const codes = Reason.def.options.map((option) =>
      [...(option.def.shape.code as { def: { values: string[] } }).def.values][0]
    );
    expect(all.map((reason) => reason.code).sort()).toEqual(codes.sort());
    for (const reason of all) {
      for (const sentence of [zh.sentence(reason, names), en.sentence(reason, names)]) {
        expect(sentence).not.toBe(reason.code);
        expect(sentence).not.toMatch(/undefined|NaN/);
      }
    }
  });

  test("name the version, the tier and the goods", () => {
    expect(zh.sentence(all[0]!, names)).toBe("按第 3 版积分规则计算");
    expect(en.sentence({ code: "rule-version", ruleVersionId: "rul_9" }, names))
      .toBe("By the earning rules of that time");
    expect(zh.sentence(all[2]!, names)).toBe("金卡按 1.5 倍计");
    expect(zh.sentence(all[4]!, names)).toBe("「第 1 行」¥128.50，计 19.275 分");
    expect(en.sentence(all[1]!, names)).toBe("¥128.50 counts, 1 point for every ¥10");
  });

  test("a lapse names the last day on which the points can be spent", () => {
    // 2026-11-22T16:00Z is midnight in the stores: the last good day is the 22nd.
    expect(zh.sentence(saleLapse!, names)).toBe("有效期至2026年11月22日（含当日）");
    expect(en.sentence(saleLapse!, names)).toBe("Good until 22 Nov 2026 inclusive");
    expect(zh.sentence({ code: "lapses-at", at: null }, names)).toBe("长期有效");
  });

  test("points that come back say whether they still count", () => {
    const back = { code: "restored", lotId: "lot_1", points: 500, lapsesAt: at } as const;
    expect(zh.sentence({ ...back, lapsed: true }, names)).toBe("退回 500 分，但已过有效期");
    expect(en.sentence({ ...back, lapsed: false }, names))
      .toBe("500 points given back, still good until 22 Nov 2026");
  });
});
