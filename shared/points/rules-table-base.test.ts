import { describe, expect, test } from "vitest";
import { dayOf } from "../business-day.ts";
import { at, base, buy, fixed, judged, rule, runTable, spend, withRules } from "./test-table.ts";
import type { Validity } from "./validity.ts";

const counts = (offset: boolean, coupon: boolean, storedValue: boolean) => ({
  ...base,
  base: { offset, coupon, storedValue },
});
const paid = { offsetFen: 1000, couponFen: 2000, storedValueFen: 3000 };
const basket = [buy("apple", 100, 1, paid)];
const less = "base-reduced";

describe("what counts", () => {
  runTable([
    ["by default points and coupons do not", base, { basket }, 7, `${less} ${less} base-rate`],
    ["everything", counts(true, true, true), { basket }, 10],
    ["not what points paid", counts(false, true, true), { basket }, 9, `${less} base-rate`],
    ["not what coupons paid", counts(true, false, true), { basket }, 8, `${less} base-rate`],
    ["not what stored value paid", counts(true, true, false), { basket }, 7, `${less} base-rate`],
    ["only money", counts(false, false, false), { basket }, 4, `${less} ${less} ${less} base-rate`],
    [
      "nothing left",
      counts(false, true, true),
      { basket: [buy("apple", 10, 1, { offsetFen: 1000 })] },
      0,
      `${less} nothing-eligible`,
    ],
    [
      "a gift card",
      base,
      { basket: [buy(null, 500, 1, { giftCard: true })] },
      0,
      "line-gift-card nothing-eligible",
    ],
    [
      "a gift card with goods",
      base,
      { basket: [buy(null, 500, 1, { giftCard: true }), buy("milk", 20)] },
      2,
      "line-gift-card base-rate",
    ],
    [
      "an excluded category",
      base,
      { basket: [buy("smokes", 100), buy("milk", 20)] },
      2,
      "line-excluded base-rate",
    ],
    [
      "below an excluded category",
      { ...base, excludedCategoryIds: ["fresh"] },
      { basket: [buy("apple", 100), buy("red", 20)] },
      2,
      "line-excluded base-rate",
    ],
    [
      "an excluded product",
      { ...base, excludedProductIds: ["apple"] },
      { basket: [buy("apple", 100), buy("pear", 20)] },
      2,
      "product-excluded base-rate",
    ],
    [
      "excluded goods take no rule either",
      { ...withRules(rule("d", fixed(9), { productIds: ["smokes"] })) },
      { basket: [buy("smokes", 100), buy("milk", 20)] },
      2,
      "line-excluded base-rate !lines",
    ],
  ]);
});

const dropped = { ...base, carryRemainder: false };

describe("the remainder", () => {
  runTable([
    ["is kept", base, spend(9.5), 0, "base-rate", 950_000],
    ["makes a point with the next", base, spend(0.5, { carry: 950_000 }), 1, "base-rate", 0],
    ["makes none a millionth short", base, spend(0.5, { carry: 949_999 }), 0, "base-rate", 999_999],
    ["is dropped", dropped, spend(19.5), 1, "base-rate", 0],
    [
      "is not looked at where it is dropped",
      dropped,
      spend(0.5, { carry: 950_000 }),
      0,
      "base-rate",
      950_000,
    ],
    [
      "thirds of two lines make a whole",
      { ...base, fenPerPoint: 300 },
      { basket: [buy("apple", 1), buy("milk", 2)] },
      1,
      "base-rate",
      0,
    ],
  ]);
});

describe("from when to when points are good", () => {
  test.each<[string, Validity, number, string, string, string | null]>([
    ["never lapse", { kind: "never" }, 0, "2026-09-01", "2026-09-01", null],
    ["12 months", { kind: "months", months: 12 }, 0, "2026-09-01", "2026-09-01", "2027-09-01"],
    [
      "a month from the 31st",
      { kind: "months", months: 1 },
      0,
      "2026-01-31",
      "2026-01-31",
      "2026-02-28",
    ],
    [
      "this quarter",
      { kind: "quarter-end", quarters: 0 },
      0,
      "2026-09-30",
      "2026-09-30",
      "2026-09-30",
    ],
    [
      "the next quarter",
      { kind: "quarter-end", quarters: 1 },
      0,
      "2026-09-01",
      "2026-09-01",
      "2026-12-31",
    ],
    ["this year", { kind: "year-end", years: 0 }, 0, "2026-09-01", "2026-09-01", "2026-12-31"],
    ["the next year", { kind: "year-end", years: 1 }, 0, "2026-01-01", "2026-01-01", "2027-12-31"],
    [
      "a fixed day",
      { kind: "fixed-day", month: 3, day: 31 },
      0,
      "2026-09-01",
      "2026-09-01",
      "2027-03-31",
    ],
    [
      "the fixed day itself",
      { kind: "fixed-day", month: 3, day: 31 },
      0,
      "2026-03-31",
      "2026-03-31",
      "2026-03-31",
    ],
    [
      "the last of February",
      { kind: "fixed-day", month: 2, day: 30 },
      0,
      "2026-09-01",
      "2026-09-01",
      "2027-02-28",
    ],
    ["7 days pending", { kind: "months", months: 12 }, 7, "2026-09-01", "2026-09-08", "2027-09-01"],
    [
      "pending over the quarter: from then on",
      { kind: "quarter-end", quarters: 0 },
      7,
      "2026-09-28",
      "2026-10-05",
      "2026-12-31",
    ],
  ])("%s", (_, validity, pendingDays, day, availableOn, lastDay) => {
    const rules = { ...base, validity, pendingDays };
    const { availableAt, lapsesAt, points } = judged(rules, spend(100, { at: `${day}T12:00` }));
    expect(points).toBe(10);
    expect(dayOf(availableAt)).toBe(availableOn);
    if (pendingDays > 0) expect(availableAt).toBe(at(`${availableOn}T00:00`));
    expect(lapsesAt === null ? null : dayOf(lapsesAt - 1)).toBe(lastDay);
  });
});
