import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bestUse } from "./best-use.ts";
import {
  type OffsetGround,
  type OffsetLine,
  offsetOf,
  offsetOffer,
  pointsBack,
  sharesOf,
  useOffset,
  worthFen,
} from "./offset.ts";
import type { OffsetRules } from "./offset-rules.ts";

const rules: OffsetRules = {
  points: 100,
  fen: 100,
  others: [],
  minSaleFen: 200_00,
  maxSharePercent: 50,
  maxPoints: null,
  maxPointsPerDay: null,
  stepPoints: 1,
  excludedCategoryIds: ["cat_tobacco"],
  window: null,
};
const line = (n: number, amountFen: number, more: Partial<OffsetLine> = {}): OffsetLine => ({
  n,
  amountFen,
  categoryIds: ["cat_food"],
  ...more,
});
/** 2026-06-15 10:00 in Shanghai, a Monday. */
const at = Date.UTC(2026, 5, 15, 2);
const ground: OffsetGround = {
  tierId: "tie_gold",
  memberCategoryId: null,
  tags: [],
  spendable: 5000,
  debt: 0,
  usedToday: 0,
  at,
};
const offer = (
  more: Partial<OffsetRules> = {},
  lines = [line(1, 300_00)],
  member: Partial<OffsetGround> = {},
) => {
  const found = offsetOffer({ ...rules, ...more }, lines, { ...ground, ...member });
  return "refused" in found
    ? [found.refused, ...Object.values(found.fields)]
    : [found.maxPoints, found.maxFen, found.boundBy];
};

describe("what may be used", () => {
  test.each<[string, () => unknown[], unknown[]]>([
    ["all there is", () => offer(), [5000, 50_00, "balance"]],
    ["half of the sale", () => offer({}, [line(1, 200_00)], { spendable: 90_000 }), [
      10_000,
      100_00,
      "share",
    ]],
    ["so many in a sale", () => offer({ maxPoints: 800 }), [800, 8_00, "sale"]],
    ["so many in a day", () => offer({ maxPointsPerDay: 3000 }, undefined, { usedToday: 2500 }), [
      500,
      5_00,
      "day",
    ]],
    ["whole steps", () => offer({ stepPoints: 300 }), [4800, 48_00, "balance"]],
    [
      "another worth: 100 points are 10 yuan",
      () => offer({ fen: 1000 }),
      [1500, 150_00, "share"],
    ],
    [
      "none wasted where a point is less than a fen",
      () => offer({ points: 300 }, undefined, { spendable: 90_000 }),
      [45_000, 150_00, "share"],
    ],
    [
      "the worth of the tier",
      () => offer({ others: [{ tierIds: ["tie_gold"], points: 100, fen: 200 }] }),
      [5000, 100_00, "balance"],
    ],
    [
      "the worth of a tag",
      () => offer({ others: [{ tags: ["x"], points: 100, fen: 200 }] }, undefined, { tags: ["x"] }),
      [5000, 100_00, "balance"],
    ],
    [
      "no worth of others",
      () => offer({ others: [{ memberCategoryIds: ["mct"], points: 1, fen: 100 }] }),
      [5000, 50_00, "balance"],
    ],
    [
      "only of what points can pay",
      () =>
        offer({}, [
          line(1, 200_00),
          line(2, 500_00, { giftCard: true }),
          line(3, 900_00, { categoryIds: ["a", "cat_tobacco"] }),
        ], { spendable: 90_000 }),
      [10_000, 100_00, "share"],
    ],
  ])("%s", (_, found, due) => expect(found()).toEqual(due));

  test("refuses in the documented order", () => {
    expect(offsetOffer(null, [line(1, 300_00)], ground)).toMatchObject({
      refused: "offset-not-offered",
    });
    const bad = { debt: 3, spendable: 0, usedToday: 9 };
    const wrong: Partial<OffsetRules> = {
      window: { weekdays: [2] },
      maxPointsPerDay: 9,
      minSaleFen: 100_00,
    };
    expect(offer(wrong, [line(1, 1, { giftCard: true })], bad)).toEqual([
      "offset-closed",
      "weekdays",
    ]);
    const opened = { ...wrong, window: null };
    expect(offer(opened, [line(1, 1, { giftCard: true })], bad)).toEqual(["offset-goods"]);
    expect(offer(opened, [line(1, 99_99)], bad)).toEqual(["offset-minimum", 100_00, 99_99]);
    expect(offer(opened, [line(1, 100_00)], bad)).toEqual(["debt-open", 3]);
    expect(offer(opened, [line(1, 100_00)], { ...bad, debt: 0 })).toEqual([
      "offset-limit-today",
      9,
      0,
    ]);
    expect(offer(opened, [line(1, 100_00)], { spendable: 0 })).toEqual(["points-short", 0, 1]);
    expect(
      offer({ ...opened, stepPoints: 9000, maxPointsPerDay: null }, [line(1, 100_00)], {
        spendable: 90_000,
      }),
    )
      .toEqual(["offset-share", 0]);
  });

  test.each([
    ["from", { from: "2026-06-16" }],
    ["to", { to: "2026-06-14" }],
    ["monthDays", { monthDays: [8] }],
    ["hours", { hours: [{ from: 0, to: 600 }] }],
  ])(
    "outside its window by %s",
    (condition, window) => expect(offer({ window })).toEqual(["offset-closed", condition]),
  );

  test("says of a wish what is wrong with it", () => {
    const wish = (points: number, more: Partial<OffsetRules> = {}, member = {}) => {
      const used = useOffset(
        { ...rules, ...more },
        [line(1, 300_00)],
        { ...ground, ...member },
        points,
      );
      return "refused" in used ? used.refused : used.fen;
    };
    expect(wish(1234)).toBe(12_34);
    expect(wish(5001)).toBe("points-short");
    expect(wish(901, { maxPoints: 900 })).toBe("offset-share");
    expect(wish(15_001, {}, { spendable: 90_000 })).toBe("offset-share");
    expect(wish(150, { stepPoints: 100 })).toBe("offset-step");
    expect(wish(2, { points: 300 })).toBe("offset-step");
    expect(wish(600, { maxPointsPerDay: 1000 }, { usedToday: 500 })).toBe("offset-limit-today");
  });
});

describe("shares", () => {
  test("add up, by largest remainder, equal ones by number", () => {
    expect(sharesOf([line(1, 100), line(2, 100), line(3, 100)], 100))
      .toEqual([{ n: 1, fen: 34 }, { n: 2, fen: 33 }, { n: 3, fen: 33 }]);
    expect(sharesOf([line(1, 1), line(2, 99)], 1)).toEqual([{ n: 2, fen: 1 }]);
  });

  test("never more than a line costs; whatever comes back in parts comes back whole", () => {
    const lines = fc.array(fc.integer({ min: 1, max: 50_000 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(lines, fc.nat(), fc.array(fc.nat(), { maxLength: 8 }), (amounts, some, cuts) => {
        const all = amounts.map((amount, i) => line(i + 1, amount));
        const total = amounts.reduce((a, b) => a + b, 0);
        const fen = some % (total + 1);
        const shares = new Map(sharesOf(all, fen).map((s) => [s.n, s.fen]));
        expect([...shares.values()].reduce((a, b) => a + b, 0)).toBe(fen);
        const points = fen * 3 + 1;
        let backFen = 0;
        let back = 0;
        for (const { n, amountFen } of all) {
          const share = shares.get(n) ?? 0;
          expect(share).toBeLessThanOrEqual(amountFen);
          const stops = [...cuts.map((cut) => cut % amountFen).sort((a, b) => a - b), amountFen];
          let last = 0;
          for (const stop of stops) {
            backFen += offsetOf(share, amountFen, stop) - offsetOf(share, amountFen, last);
            last = stop;
            const due = pointsBack(points, fen, backFen);
            expect(due).toBeGreaterThanOrEqual(back);
            back = due;
          }
        }
        expect(backFen).toBe(fen);
        expect(back).toBe(fen === 0 ? 0 : points);
      }),
    );
  });

  test("worth is rounded down", () => {
    expect(worthFen(299, { points: 300, fen: 100 })).toBe(99);
  });
});

describe("the best use", () => {
  const day = 86_400_000;
  const found = offsetOffer(rules, [line(1, 300_00)], { ...ground, spendable: 1000 });
  if ("refused" in found) throw new Error(found.refused);
  const gift = (id: string, points: number) => ({ id, nameZh: id, nameEn: id, points });

  test("what is dying first, by the day", () => {
    const lots = [
      { remaining: 180, lapsesAt: at + 15 * day },
      { remaining: 20, lapsesAt: at + 90 * day },
      { remaining: 800, lapsesAt: null },
      { remaining: 7, lapsesAt: at - 1 },
    ];
    expect(bestUse(found, lots, [], { now: at, earns: 0 })).toEqual({
      dying: [{ lapsesAt: at + 15 * day, points: 180 }],
      dyingPoints: 180,
      gift: null,
    });
  });

  test("enough is kept for the dearest gift in reach, counting what the sale brings", () => {
    const lots = [{ remaining: 1000, lapsesAt: null }];
    const gifts = [gift("mug", 500), gift("pan", 1100), gift("bike", 9000)];
    const now = at;
    expect(bestUse(found, lots, gifts, { now, earns: 0 }).gift).toMatchObject({
      id: "mug",
      keep: 500,
      use: 500,
    });
    expect(bestUse(found, lots, gifts, { now, earns: 150 }).gift).toMatchObject({
      id: "pan",
      keep: 950,
      use: 50,
    });
    expect(bestUse(found, lots, [gift("pin", 10)], { now, earns: 50 }).gift).toBeNull();
  });
});
