import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Discount, discountFor, Discounts, type DiscountSource, offFen } from "./discount.ts";

const fresh = "cat_fresh";
const fruit = "cat_fruit";
const tobacco = "cat_tobacco";
const apple = "prd_apple";

const source = (kind: "tier" | "category", discounts: Discount[]): DiscountSource => ({
  source: kind,
  sourceId: kind === "tier" ? "tie_gold" : "mct_staff",
  nameZh: kind === "tier" ? "金卡" : "员工",
  nameEn: kind === "tier" ? "Gold" : "Staff",
  discounts,
});
const all = (offPercent: number): Discount => ({ on: "all", offPercent });
const on = (categoryId: string, offPercent: number): Discount => ({
  on: "category",
  categoryId,
  offPercent,
});
const only = (productId: string, offPercent: number): Discount => ({
  on: "product",
  productId,
  offPercent,
});
const line = (categoryIds: string[], productId: string | null = null, listFen = 10_000) => ({
  productId,
  categoryIds,
  listFen,
});

describe("the discount of a line", () => {
  const gold = source("tier", [all(5), on(fresh, 8), on(tobacco, 0)]);
  const staff = source("category", [on(fruit, 12), only(apple, 3)]);
  test.each(
    [
      ["everything", [gold], line(["cat_dry"]), "tier", 5],
      ["its category", [gold], line([fresh]), "tier", 8],
      ["a category above it", [gold], line([fruit, fresh]), "tier", 8],
      ["taken out by 0", [gold], line([tobacco]), null, 0],
      ["a bare amount has no category", [gold], line([]), "tier", 5],
      ["the member category alone", [staff], line([fruit, fresh]), "category", 12],
      ["the better of both", [gold, staff], line([fruit, fresh]), "category", 12],
      ["never both together", [gold, staff], line([fresh]), "tier", 8],
      // Of the staff entry the product's own 3 % holds, so the tier's 8 % is better.
      ["the narrowest of a source", [gold, staff], line([fruit, fresh], apple), "tier", 8],
      ["nothing set", [], line([fruit]), null, 0],
      [
        "0 of one does not stop the other",
        [gold, source("category", [all(2)])],
        line([tobacco]),
        "category",
        2,
      ],
    ] as const,
  )("%s", (_, sources, l, from, percent) => {
    const found = discountFor({ ...l, categoryIds: [...l.categoryIds] }, [...sources]);
    expect(found?.source ?? null).toBe(from);
    expect(found?.offPercent ?? 0).toBe(percent);
    if (found) expect(found.discountFen + found.amountFen).toBe(10_000);
  });

  test("on equal percents the tier is named, because it comes first", () => {
    const found = discountFor(line([]), [source("tier", [all(5)]), source("category", [all(5)])]);
    expect(found?.source).toBe("tier");
  });
});

test.each([
  [10_000, 5, 500],
  [9, 5, 0],
  [10, 5, 1],
  [11, 5, 1],
  [1, 100, 1],
  [0, 50, 0],
  [999_999_999_999, 33, 330_000_000_000],
])("off %i fen, %i %%: %i", (list, percent, expected) => {
  expect(offFen(list, percent)).toBe(expected);
});

test("nobody pays less than nothing or more than the list price", () => {
  fc.assert(fc.property(fc.nat(1_000_000), fc.integer({ min: 0, max: 100 }), (fen, percent) => {
    const off = offFen(fen, percent);
    expect(off).toBeGreaterThanOrEqual(0);
    expect(off).toBeLessThanOrEqual(fen);
  }));
});

test("one thing is set once", () => {
  expect(Discounts.safeParse([all(5), on(fresh, 5)]).success).toBe(true);
  expect(Discounts.safeParse([on(fresh, 5), on(fresh, 6)]).success).toBe(false);
  expect(Discounts.safeParse([all(101)]).success).toBe(false);
  expect(Discounts.safeParse([all(-1)]).success).toBe(false);
});
