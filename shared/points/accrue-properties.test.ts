import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as z from "zod/mini";
import { type AccrualInput, accrue, type EarningLine, MICRO_PER_POINT } from "./accrue.ts";
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

const sale = (lines: EarningLine[], more: Partial<AccrualInput> = {}): AccrualInput => ({
  lines,
  rules: RULES,
  ruleVersionId: "rules-1",
  tierId: null,
  carryMicro: 0,
  earnedAt: EARNED_AT,
  ...more,
});

const CATEGORIES = ["cat-fruit", "cat-tobacco", "cat-dairy"];
const anyLines = fc.array(
  fc.record({
    amountFen: fc.oneof(fc.nat(3_000), fc.nat(5_000_000)),
    categoryIds: fc.subarray(CATEGORIES, { maxLength: 2 }),
  }),
  { maxLength: 8 },
).map((lines) =>
  lines.map((each, i) => ({ ...each, n: i + 1, productId: null, quantityMilli: 1_000 }))
);
const anyRules = fc.record({
  fenPerPoint: fc.integer({ min: 1, max: 30_000 }),
  pointsPerStep: fc.integer({ min: 1, max: 50 }),
  minSaleFen: fc.constantFrom(0, 0, 500, 10_000),
  carryRemainder: fc.boolean(),
}).map((more): EarningRules => ({ ...RULES, ...more }));
const anyCarry = fc.nat(MICRO_PER_POINT - 1);
const anyTier = fc.constantFrom(null, "tier-silver", "tier-gold");

describe("for every sale", () => {
  test("the points are what plain arithmetic gives", () => {
    fc.assert(fc.property(anyLines, anyRules, anyTier, (lines, rules, tierId) => {
      const counted = lines.filter((each) => !each.categoryIds.includes("cat-tobacco"));
      const fen = counted.reduce((sum, each) => sum + each.amountFen, 0);
      const percent = tierId === "tier-gold" ? 150 : tierId === "tier-silver" ? 120 : 100;
      const earns = fen > 0 && fen >= rules.minSaleFen;
      const points = BigInt(fen * rules.pointsPerStep) * BigInt(percent) /
        BigInt(rules.fenPerPoint * 100);
      const accrual = accrue(sale(lines, { rules, tierId }));
      expect(accrual.eligibleFen).toBe(fen);
      expect(accrual.points).toBe(earns ? Number(points) : 0);
    }));
  });

  test("nothing is lost and nothing made: earned + kept before = booked + kept after", () => {
    fc.assert(fc.property(anyLines, anyRules, anyTier, anyCarry, (lines, rules, tierId, carry) => {
      const accrual = accrue(sale(lines, { rules, tierId, carryMicro: carry }));
      const booked = accrual.points * MICRO_PER_POINT;
      const rest = accrual.microEarned - booked;
      expect(accrual.carryAfterMicro).toBe(rules.carryRemainder ? carry + rest : carry);
      expect(accrual.carryAfterMicro).toBeLessThan(MICRO_PER_POINT);
      if (!rules.carryRemainder) expect(rest).toBeLessThan(MICRO_PER_POINT);
    }));
  });

  test("the order of the lines does not matter, in no result and no reason", () => {
    fc.assert(fc.property(
      anyLines.chain((lines) =>
        fc.tuple(
          fc.constant(lines),
          fc.shuffledSubarray(lines, { minLength: lines.length }),
        )
      ),
      anyRules,
      anyCarry,
      ([lines, shuffled], rules, carryMicro) => {
        const one = accrue(sale(lines, { rules, carryMicro }));
        expect(accrue(sale(shuffled, { rules, carryMicro }))).toEqual(one);
      },
    ));
  });

  test("the shares of the lines add up", () => {
    fc.assert(fc.property(anyLines, anyRules, anyTier, (lines, rules, tierId) => {
      const accrual = accrue(sale(lines, { rules, tierId }));
      let micro = 0;
      for (const reason of accrual.reasons) {
        if (reason.code !== "line-share") continue;
        expect(reason.micro).toBeGreaterThanOrEqual(0);
        micro += reason.micro;
      }
      expect(micro).toBe(accrual.microEarned);
    }));
  });

  test("the reasons are of the catalogue", () => {
    fc.assert(fc.property(anyLines, anyRules, anyTier, anyCarry, (lines, rules, tierId, carry) => {
      const { reasons } = accrue(sale(lines, { rules, tierId, carryMicro: carry }));
      expect(z.array(Reason).safeParse(reasons).success).toBe(true);
    }));
  });
});

describe("splitting a sale", () => {
  /** The points of the lines rung up one by one, with what is kept passed on. */
  function oneByOne(lines: EarningLine[], rules: EarningRules, carryMicro: number) {
    let points = 0;
    for (const each of lines) {
      const accrual = accrue(sale([each], { rules, carryMicro }));
      points += accrual.points;
      carryMicro = accrual.carryAfterMicro;
    }
    return { points, carryMicro };
  }

  test("never earns more", () => {
    fc.assert(fc.property(anyLines, anyRules, anyCarry, (lines, rules, carryMicro) => {
      const whole = accrue(sale(lines, { rules, carryMicro }));
      const parts = oneByOne(lines, rules, carryMicro);
      expect(parts.points).toBeLessThanOrEqual(whole.points);
    }));
  });

  test("loses less than a millionth of a point for each part when the remainder is carried", () => {
    fc.assert(fc.property(anyLines, anyRules, anyCarry, (lines, some, carryMicro) => {
      const rules = { ...some, carryRemainder: true, minSaleFen: 0 };
      const whole = accrue(sale(lines, { rules, carryMicro }));
      const parts = oneByOne(lines, rules, carryMicro);
      const lost = (whole.points - parts.points) * MICRO_PER_POINT + whole.carryAfterMicro -
        parts.carryMicro;
      expect(lost).toBeGreaterThanOrEqual(0);
      expect(lost).toBeLessThanOrEqual(Math.max(0, lines.length - 1));
    }));
  });

  test("earns exactly the same at rates that divide, when the remainder is carried", () => {
    const rates = fc.constantFrom(100, 200, 500, 1_000, 2_000, 5_000, 10_000);
    fc.assert(fc.property(anyLines, rates, anyCarry, (lines, fenPerPoint, carryMicro) => {
      const rules = { ...RULES, fenPerPoint };
      const whole = accrue(sale(lines, { rules, carryMicro }));
      expect(oneByOne(lines, rules, carryMicro)).toEqual({
        points: whole.points,
        carryMicro: whole.carryAfterMicro,
      });
    }));
  });
});
