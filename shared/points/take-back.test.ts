import { describe, expect, test } from "vitest";
import * as z from "zod/mini";
import type { EarningLine } from "./accrue.ts";
import type { EarningRules } from "./earning-rules.ts";
import { Reason } from "./reason.ts";
import { blankGround } from "./when.ts";
import { keptLines, type ReturnedLine, takeBack, type TakeBackInput } from "./take-back.ts";

/** 10 yuan = 1 point. */
const RULES: EarningRules = {
  v: 1,
  fenPerPoint: 1_000,
  pointsPerStep: 1,
  minSaleFen: 0,
  tierFactorPercent: { "tier-gold": 150 },
  excludedCategoryIds: ["cat-tobacco"],
  carryRemainder: true,
  validity: { kind: "never" },
  pendingDays: 0,
  signUpPoints: 0,
};
const DROPPING: EarningRules = { ...RULES, carryRemainder: false };

const line = (n: number, amountFen: number, ...categoryIds: string[]): EarningLine => ({
  n,
  productId: null,
  categoryIds,
  quantityMilli: 1_000,
  amountFen,
});
/** A part of a line by its amount; how many pieces plays no role here. */
const part = (n: number, amountFen: number): ReturnedLine => ({ n, amountFen, quantityMilli: 0 });
const SALE = [line(1, 5_500), line(2, 4_450), line(3, 3_000, "cat-tobacco")];

const back = (more: Partial<TakeBackInput>): TakeBackInput => ({
  lines: SALE,
  returnedBefore: [],
  returnedNow: [],
  rules: RULES,
  tierId: null,
  earnedAt: 0,
  ground: blankGround,
  pointsEarned: 9,
  pointsTakenBack: 0,
  carryMicro: 950_000,
  ...more,
});

describe("what is kept of a sale", () => {
  test("is the lines less what came back, line by line", () => {
    const returned = [part(1, 500), part(2, 4_450), part(1, 1_000)];
    expect(keptLines(SALE, returned)).toEqual({
      lines: [line(1, 4_000), line(2, 0), line(3, 3_000, "cat-tobacco")],
    });
  });

  test("more than was sold is refused, over all returns together", () => {
    const refusal = (returned: ReturnedLine[]) => keptLines(SALE, returned);
    expect(refusal([part(1, 5_501)])).toEqual({ refused: "return-exceeds-sale", n: 1 });
    expect(refusal([part(2, 4_000), part(2, 451)]))
      .toEqual({ refused: "return-exceeds-sale", n: 2 });
    expect(refusal([part(7, 0)])).toEqual({ refused: "return-exceeds-sale", n: 7 });
  });

  test("pieces count as money does: each line, and over all returns together", () => {
    const pieces = (n: number, quantityMilli: number) => ({ n, amountFen: 0, quantityMilli });
    const kept = keptLines(SALE, [pieces(1, 400), pieces(1, 600)]);
    expect("lines" in kept && kept.lines[0]!.quantityMilli).toBe(0);
    expect(keptLines(SALE, [pieces(1, 400), pieces(1, 601)]))
      .toEqual({ refused: "return-exceeds-sale", n: 1 });
    expect(keptLines(SALE, [pieces(2, 1_001)])).toEqual({ refused: "return-exceeds-sale", n: 2 });
  });

  test.each([-1, 0.5, NaN])("a return of %s fen is a bug", (amountFen) => {
    expect(() => keptLines(SALE, [part(1, amountFen)])).toThrow(RangeError);
  });
});

describe("with carried remainders", () => {
  test("the difference comes off what is kept, and whole points only when that runs out", () => {
    // 9.95 earned; 0.90 comes off the 0.95 that are kept.
    expect(takeBack(back({ returnedNow: [part(1, 900)] }))).toMatchObject({
      points: 0,
      carryAfterMicro: 50_000,
    });
    expect(takeBack(back({ returnedNow: [part(1, 951)] }))).toMatchObject({
      points: 1,
      carryAfterMicro: 999_000,
    });
    expect(takeBack(back({ returnedNow: [part(1, 5_500)] }))).toMatchObject({
      points: 5,
      carryAfterMicro: 450_000,
    });
  });

  test("a whole return leaves what was kept before the sale", () => {
    const all = [part(1, 5_500), part(2, 4_450)];
    expect(takeBack(back({ returnedNow: all }))).toMatchObject({ points: 9, carryAfterMicro: 0 });
    // The fraction helped another sale to a point meanwhile: that point goes too.
    expect(takeBack(back({ returnedNow: all, carryMicro: 0 }))).toMatchObject({
      points: 10,
      carryAfterMicro: 50_000,
    });
  });
});

describe("without carrying", () => {
  test("the points are those of the sale less those of what is kept", () => {
    const dropping = { rules: DROPPING, carryMicro: 123 };
    const one = part(1, 949);
    // 9.95 earned 9; 9.001 kept still earn 9; 8.999 earn 8.
    expect(takeBack(back({ ...dropping, returnedNow: [one] }))).toMatchObject({
      points: 0,
      carryAfterMicro: 123,
    });
    const later = { ...dropping, returnedBefore: [one], returnedNow: [part(2, 2)] };
    expect(takeBack(back(later))).toMatchObject({ points: 1, carryAfterMicro: 123 });
    const last = { ...later, pointsTakenBack: 9 };
    expect(takeBack(back(last)).points).toBe(0);
  });

  test("points that were taken too many before are given back, and the reasons say so", () => {
    const over = { rules: DROPPING, pointsTakenBack: 5, returnedNow: [part(1, 1)] };
    const { points, granted, reasons } = takeBack(back(over));
    expect([points, granted]).toEqual([0, 5]);
    expect(reasons.slice(1)).toEqual([{ code: "returned-granted", points: 5 }]);
    const none = takeBack(back({ rules: DROPPING, returnedNow: [part(1, 1)] }));
    // Nothing is carried: nothing is said of it.
    expect(none.reasons.slice(1)).toEqual([{ code: "taken-back", points: 0 }]);
    expect(none.given).toEqual([]);
  });

  test("a sale that was booked without points has none to take", () => {
    const none = { rules: DROPPING, pointsEarned: 0, returnedNow: [part(1, 5_500)] };
    expect(takeBack(back(none)).points).toBe(0);
  });
});

describe("the rules of the sale hold", () => {
  test("lines that did not earn take nothing back", () => {
    const now = { returnedNow: [part(3, 3_000)] };
    expect(takeBack(back(now))).toMatchObject({ points: 0, carryAfterMicro: 950_000 });
  });

  test("the tier of the sale counts", () => {
    const now = { returnedNow: [part(1, 2_000)], carryMicro: 0 };
    expect(takeBack(back({ ...now, tierId: "tier-gold" })).points).toBe(3);
  });

  test("falling below the minimum takes all points of the sale, and says so", () => {
    const rules = { ...DROPPING, minSaleFen: 9_000 };
    const one = takeBack(back({ rules, returnedNow: [part(1, 951)] }));
    expect(one.points).toBe(9);
    expect(one.reasons).toContainEqual({
      code: "below-minimum",
      eligibleFen: 8_999,
      minSaleFen: 9_000,
    });
  });

  test("the reasons tell the whole arithmetic", () => {
    const { reasons } = takeBack(back({
      returnedBefore: [part(2, 450)],
      returnedNow: [part(1, 1_500)],
      carryMicro: 500_000,
    }));
    expect(reasons).toEqual([
      { code: "returned", eligibleBeforeFen: 9_500, eligibleAfterFen: 8_000 },
      { code: "remainder-carried", beforeMicro: 500_000, afterMicro: 0 },
      { code: "taken-back", points: 1 },
    ]);
    expect(z.array(Reason).safeParse(reasons).success).toBe(true);
  });

  test("returning more than was sold is a bug here", () => {
    expect(() => takeBack(back({ returnedNow: [part(1, 5_501)] }))).toThrow(RangeError);
  });
});

test("what paid for a line goes back with it, never more than the line", () => {
  const paid = {
    ...line(1, 3),
    offsetFen: 1,
    couponFen: 1,
    storedValueFen: 1,
  };
  for (const amountFen of [0, 1, 2, 3]) {
    const kept = keptLines([paid], [{ n: 1, amountFen, quantityMilli: 0 }]);
    if ("refused" in kept) throw new Error("refused");
    const [{ offsetFen = 0, couponFen = 0, storedValueFen = 0 } = paid] = kept.lines;
    expect(offsetFen + couponFen + storedValueFen).toBe(3 - amountFen);
    for (const part of [offsetFen, couponFen, storedValueFen]) {
      expect([0, 1]).toContain(part);
    }
  }
});
