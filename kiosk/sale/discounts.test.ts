import { expect, test } from "vitest";
import type { DiscountSource } from "../../shared/tiers/discount.ts";
import { addAmount, type Basket, totalOf } from "./basket.ts";
import { priceLines, toPricedInput } from "./discounts.ts";

const gold: DiscountSource = {
  source: "tier",
  sourceId: "tie_gold",
  nameZh: "金卡",
  nameEn: "Gold",
  discounts: [{ on: "category", categoryId: "cat_fresh", offPercent: 8 }],
};

const apples = {
  id: 1,
  product: { id: "prd_apple", sku: "6901" } as NonNullable<Basket[number]["product"]>,
  name: "",
  categoryIds: ["cat_fruit", "cat_fresh"],
  quantityMilli: 1_000,
  amountFen: 1_250,
};
const basket = addAmount([apples], 500, "散称");

test("a member's price, its reason, and what is told to the server", () => {
  const lines = priceLines(basket, [gold]);
  expect(lines.map((line) => [line.listFen, line.amountFen])).toEqual([[1_250, 1_150], [500, 500]]);
  expect(lines[0]!.discount).toMatchObject({ nameZh: "金卡", offPercent: 8, discountFen: 100 });
  expect(totalOf(lines)).toBe(1_650);
  expect(toPricedInput(lines)).toEqual([
    {
      sku: "6901",
      quantityMilli: 1_000,
      amountFen: 1_150,
      discount: { listFen: 1_250, offPercent: 8 },
    },
    { name: "散称", quantityMilli: 1_000, amountFen: 500 },
  ]);
});

test("without a member the list price holds", () => {
  const lines = priceLines(basket, []);
  expect(totalOf(lines)).toBe(1_750);
  expect(toPricedInput(lines).some((line) => line.discount)).toBe(false);
});
