import * as z from "zod/mini";
import { describe, expect, test } from "vitest";
import {
  type AccrualInput,
  accrue,
  accrueSignUp,
  type EarningLine,
  MICRO_PER_POINT,
} from "./accrue.ts";
import type { EarningRules } from "./earning-rules.ts";
import { Reason } from "./reason.ts";

const EARNED_AT = Date.parse("2026-05-01T10:00:00+08:00");

/** 10 yuan = 1 point. */
const RULES: EarningRules = {
  v: 1,
  fenPerPoint: 1_000,
  pointsPerStep: 1,
  minSaleFen: 0,
  tierFactorPercent: { "tier-silver": 120, "tier-gold": 150, "tier-barred": 0 },
  excludedCategoryIds: ["cat-tobacco"],
  carryRemainder: true,
  validity: { kind: "months", months: 12 },
  pendingDays: 0,
  signUpPoints: 100,
};

const line = (n: number, amountFen: number, ...categoryIds: string[]): EarningLine => ({
  n,
  productId: `goods-${n}`,
  categoryIds,
  quantityMilli: 1_000,
  amountFen,
});

const sale = (lines: EarningLine[], more: Partial<AccrualInput> = {}): AccrualInput => ({
  lines,
  rules: RULES,
  ruleVersionId: "rules-1",
  tierId: null,
  carryMicro: 0,
  earnedAt: EARNED_AT,
  ...more,
});

const withRules = (more: Partial<EarningRules>): { rules: EarningRules } => ({
  rules: { ...RULES, ...more },
});

describe("what is said of the remainder", () => {
  const said = (fen: number, carryMicro: number, carryRemainder: boolean) =>
    accrue(sale([line(1, fen)], { carryMicro, ...withRules({ carryRemainder }) })).reasons
      .filter((reason) => reason.code.startsWith("remainder"));
  test("carried: what was there and what is there, where there is any", () => {
    const carried = (beforeMicro: number, afterMicro: number) => [
      { code: "remainder-carried", beforeMicro, afterMicro },
    ];
    expect(said(1_000, 0, true)).toEqual([]);
    expect(said(1_500, 0, true)).toEqual(carried(0, 500_000));
    expect(said(1_000, 250_000, true)).toEqual(carried(250_000, 250_000));
    expect(said(500, 500_000, true)).toEqual(carried(500_000, 0));
  });
  test("dropped: how much, where there is any", () => {
    expect(said(1_000, 0, false)).toEqual([]);
    expect(said(1_000, 250_000, false)).toEqual([]);
    expect(said(1_500, 250_000, false)).toEqual([{ code: "remainder-dropped", micro: 500_000 }]);
  });
});

describe("what a sale earns", () => {
  test.each([
    // fen, tier, carry before, points, carry after
    [1_000, null, 0, 1, 0],
    [950, null, 0, 0, 950_000],
    [950, null, 50_000, 1, 0],
    [950, null, 49_999, 0, 999_999],
    [1, null, 0, 0, 1_000],
    [12_345, null, 0, 12, 345_000],
    [12_345, "tier-silver", 0, 14, 814_000],
    [12_345, "tier-gold", 500_000, 19, 17_500],
    [12_345, "tier-unknown", 0, 12, 345_000],
    [12_345, "tier-barred", 7, 0, 7],
    [0, null, 3, 0, 3],
  ])("%i fen, %s, %i kept: %i points, %i kept", (fen, tierId, carryMicro, points, after) => {
    const accrual = accrue(sale([line(1, fen)], { tierId, carryMicro }));
    expect(accrual).toMatchObject({ points, carryAfterMicro: after, eligibleFen: fen });
  });

  test("without carrying, the fraction is dropped and what is kept stays as it is", () => {
    const input = sale([line(1, 1_950)], {
      ...withRules({ carryRemainder: false }),
      carryMicro: 300_000,
    });
    const accrual = accrue(input);
    expect(accrual).toMatchObject({ points: 1, microEarned: 1_950_000, carryAfterMicro: 300_000 });
    expect(accrual.reasons).toContainEqual({ code: "remainder-dropped", micro: 950_000 });
  });

  test("several points a step: 100 yuan = 10 points gives part of a step too", () => {
    const rules = withRules({ fenPerPoint: 10_000, pointsPerStep: 10 });
    expect(accrue(sale([line(1, 15_000)], rules)).points).toBe(15);
    expect(accrue(sale([line(1, 15_990)], rules))).toMatchObject({
      points: 15,
      carryAfterMicro: 990_000,
    });
  });

  test("a rate that does not divide is rounded down to a millionth", () => {
    const accrual = accrue(sale([line(1, 100)], withRules({ fenPerPoint: 300 })));
    expect(accrual).toMatchObject({ points: 0, microEarned: 333_333, carryAfterMicro: 333_333 });
  });

  test("amounts beyond what doubles multiply exactly", () => {
    const rules = withRules({ fenPerPoint: 7, pointsPerStep: 3, carryRemainder: false });
    const accrual = accrue(sale([line(1, 9_999_999_999)], { ...rules, tierId: "tier-gold" }));
    expect(accrual.points).toBe(6_428_571_427);
    expect(accrual.microEarned).toBe(6_428_571_427_928_571);
  });
});

describe("what does not earn", () => {
  test("lines in an excluded category, at whatever depth it is named", () => {
    const accrual = accrue(sale([
      line(1, 2_000, "cat-cigarettes", "cat-tobacco", "cat-all"),
      line(2, 3_000, "cat-fruit", "cat-fresh"),
      line(3, 1_000),
    ]));
    expect(accrual).toMatchObject({ points: 4, eligibleFen: 4_000 });
    expect(accrual.reasons).toContainEqual({
      code: "line-excluded",
      n: 1,
      categoryId: "cat-tobacco",
    });
  });

  test("a sale of excluded lines alone", () => {
    const accrual = accrue(sale([line(1, 2_000, "cat-tobacco")], { carryMicro: 5 }));
    expect(accrual).toMatchObject({ points: 0, eligibleFen: 0, carryAfterMicro: 5 });
    expect(accrual.reasons.map((reason) => reason.code)).toEqual([
      "rule-version",
      "line-excluded",
      "nothing-eligible",
      "remainder-carried",
    ]);
  });

  test("a sale whose eligible part is below the minimum", () => {
    const lines = [line(1, 2_999), line(2, 90_000, "cat-tobacco")];
    const below = accrue(sale(lines, withRules({ minSaleFen: 3_000 })));
    expect(below).toMatchObject({ points: 0, microEarned: 0, carryAfterMicro: 0 });
    expect(below.reasons).toContainEqual({
      code: "below-minimum",
      eligibleFen: 2_999,
      minSaleFen: 3_000,
    });
    expect(accrue(sale([line(1, 3_000)], withRules({ minSaleFen: 3_000 }))).points).toBe(3);
  });

  test("a sale without lines", () => {
    expect(accrue(sale([]))).toMatchObject({ points: 0, eligibleFen: 0 });
  });
});

describe("the dates of the points", () => {
  test("at once, for a year", () => {
    const accrual = accrue(sale([line(1, 1_000)]));
    expect(accrual.availableAt).toBe(EARNED_AT);
    expect(accrual.lapsesAt).toBe(Date.parse("2027-05-02T00:00:00+08:00"));
  });

  test("pending points become available at the start of a day", () => {
    const accrual = accrue(sale([line(1, 1_000)], withRules({ pendingDays: 7 })));
    expect(accrual.availableAt).toBe(Date.parse("2026-05-08T00:00:00+08:00"));
    expect(accrual.reasons).toContainEqual({ code: "pending-until", at: accrual.availableAt });
    expect(accrual.reasons).toContainEqual({ code: "lapses-at", at: accrual.lapsesAt });
  });

  test("points never lapse before they are available", () => {
    const rules = withRules({
      pendingDays: 15,
      validity: { kind: "fixed-day", month: 5, day: 10 },
    });
    expect(accrue(sale([line(1, 1_000)], rules)).lapsesAt)
      .toBe(Date.parse("2027-05-11T00:00:00+08:00"));
  });

  test("another zone is an argument", () => {
    const accrual = accrue(sale([line(1, 1_000)], { ...withRules({ pendingDays: 1 }), offset: 0 }));
    expect(accrual.availableAt).toBe(Date.parse("2026-05-02T00:00:00Z"));
    expect(accrual.lapsesAt).toBe(Date.parse("2027-05-02T00:00:00Z"));
  });
});

test("the reasons tell the whole arithmetic", () => {
  const lines = [line(2, 345), line(1, 12_000), line(3, 500, "cat-tobacco")];
  expect(accrue(sale(lines, { tierId: "tier-gold", carryMicro: 500_000 })).reasons).toEqual([
    { code: "rule-version", ruleVersionId: "rules-1" },
    { code: "line-excluded", n: 3, categoryId: "cat-tobacco" },
    { code: "base-rate", eligibleFen: 12_345, fenPerPoint: 1_000, pointsPerStep: 1 },
    { code: "tier-factor", tierId: "tier-gold", percent: 150 },
    { code: "line-share", n: 1, eligibleFen: 12_000, micro: 18_000_000 },
    { code: "line-share", n: 2, eligibleFen: 345, micro: 517_500 },
    { code: "remainder-carried", beforeMicro: 500_000, afterMicro: 17_500 },
    { code: "lapses-at", at: Date.parse("2027-05-02T00:00:00+08:00") },
  ]);
});

describe("signing up", () => {
  test("gives the points of the rules with the same validity, at once", () => {
    const rules = { ...RULES, pendingDays: 7 };
    expect(accrueSignUp(rules, "rules-1", EARNED_AT)).toEqual({
      points: 100,
      availableAt: EARNED_AT,
      lapsesAt: Date.parse("2027-05-02T00:00:00+08:00"),
      reasons: [
        { code: "rule-version", ruleVersionId: "rules-1" },
        { code: "sign-up", points: 100 },
        { code: "lapses-at", at: Date.parse("2027-05-02T00:00:00+08:00") },
      ],
    });
    expect(accrueSignUp({ ...RULES, signUpPoints: 0 }, "rules-1", EARNED_AT).points).toBe(0);
  });
});

describe("input that no door lets through is a bug", () => {
  test.each([-1, 0.5, NaN, Infinity, 2 ** 60])("a line of %s fen", (amountFen) => {
    expect(() => accrue(sale([line(1, amountFen)]))).toThrow(RangeError);
  });
  test.each([-1, 0.5, MICRO_PER_POINT, NaN])("%s millionths kept", (carryMicro) => {
    expect(() => accrue(sale([line(1, 100)], { carryMicro }))).toThrow(RangeError);
  });
});

test("a sale worth more points than can be counted books the most that can, and says so", () => {
  const rules = withRules({ fenPerPoint: 1, pointsPerStep: 1_000_000 });
  const earned = accrue(sale([line(1, 1e12)], rules));
  expect(earned.points).toBe(9_000_000_000);
  expect(earned.reasons).toContainEqual({
    code: "capped",
    ruleId: null,
    nameZh: "",
    nameEn: "",
    scope: "sale",
    limit: 9_000_000_000,
  });
  expect(() => z.array(Reason).parse(earned.reasons)).not.toThrow();
});
