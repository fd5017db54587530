import { describe, expect, test } from "vitest";
import type { ProductView } from "../../shared/goods/endpoints.ts";
import {
  addAmount,
  addProduct,
  amountOf,
  type Basket,
  changeQuantity,
  fenOf,
  fullness,
  milliOf,
  pathOf,
  quantityText,
  removeLine,
  toEarningLines,
  toInput,
  totalOf,
} from "./basket.ts";

const product = (sku: string, priceFen: number, weighed = false): ProductView => ({
  id: `prd_${sku}`,
  categoryId: "cat_fruit",
  sku,
  barcode: null,
  nameZh: sku,
  nameEn: sku,
  priceFen,
  unitName: weighed ? "千克" : "袋",
  weighed,
  kind: "goods",
});
const rice = product("rice", 5_990);
const apples = product("apples", 1_298, true);
const empty: Basket = [];

describe("amountOf", () => {
  test.each([
    [5_990, 1_000, 5_990],
    [1_298, 532, 691], // 690.536
    [1_000, 1_500, 1_500],
    [1, 500, 1], // half a fen goes up
    [1, 499, 0],
    [1_000_000_000, 1_000_000_000, 1_000_000_000_000_000],
  ])("%i fen × %i thousandths = %i", (price, quantity, amount) => {
    expect(amountOf(price, quantity)).toBe(amount);
  });
});

describe("a basket", () => {
  test("gathers pieces of one product on one line", () => {
    const basket = addProduct(addProduct(empty, rice, ["cat_grain"]), rice, ["cat_grain"]);
    expect(basket).toHaveLength(1);
    expect(basket[0]).toMatchObject({ quantityMilli: 2_000, amountFen: 11_980 });
  });

  test("keeps apart what was rung up at two prices, as goods without a price are", () => {
    const asked = (priceFen: number) => ({ ...product("loose", 0), priceFen });
    const two = addProduct(addProduct(empty, asked(500), []), asked(700), []);
    const basket = addProduct(two, asked(700), []);
    expect(basket.map((line) => [line.quantityMilli, line.amountFen]))
      .toEqual([[1_000, 500], [2_000, 1_400]]);
  });

  test("keeps each weighing apart", () => {
    const one = addProduct(empty, apples, ["cat_fruit"], 532);
    const basket = addProduct(one, apples, ["cat_fruit"], 1_200);
    expect(basket.map((line) => line.amountFen)).toEqual([691, 1_558]);
    expect(totalOf(basket)).toBe(2_249);
  });

  test("amounts stand alone and are not counted in pieces", () => {
    const basket = addAmount(addAmount(empty, 1_000, "快速金额"), 1_000, "快速金额");
    expect(basket).toHaveLength(2);
    expect(changeQuantity(basket, 1, 3_000)[0]).toMatchObject({
      quantityMilli: 1_000,
      amountFen: 1_000,
    });
  });

  test("a line without pieces is gone, and a new one gets an id of its own", () => {
    const three = addAmount(addAmount(addAmount(empty, 1, "a"), 2, "b"), 3, "c");
    const two = changeQuantity(addProduct(three, rice, []), 4, 0);
    expect(two).toHaveLength(3);
    const next = addAmount(removeLine(two, 2), 4, "d");
    expect(next.map((line) => line.id)).toEqual([1, 3, 4]);
  });

  test("is full at 200 lines and at 100 million yuan", () => {
    let basket = empty;
    for (let i = 0; i < 200; i++) basket = addAmount(basket, 1, "x");
    expect(fullness(basket)).toBeNull();
    expect(fullness(addAmount(basket, 1, "x"))).toBe("lines");
    expect(fullness(addAmount(empty, 10_000_000_001, "x"))).toBe("amount");
  });

  test("tells the server SKUs, or names for bare amounts", () => {
    const basket = addAmount(addProduct(empty, rice, []), 1_234, "快速金额");
    expect(toInput(basket)).toEqual([
      { sku: "rice", quantityMilli: 1_000, amountFen: 5_990 },
      { name: "快速金额", quantityMilli: 1_000, amountFen: 1_234 },
    ]);
  });

  test("numbers the lines for the earning rules as the server will", () => {
    const card = { ...rice, id: "prd_card", kind: "gift-card" as const };
    const goods = addProduct(empty, rice, ["cat_grain", "cat_food"]);
    const basket = addProduct(addAmount(goods, 1_234, "x"), card, []);
    const quantityMilli = 1_000;
    expect(toEarningLines(basket)).toEqual([
      {
        n: 1,
        productId: "prd_rice",
        categoryIds: ["cat_grain", "cat_food"],
        quantityMilli,
        amountFen: 5_990,
        giftCard: false,
      },
      {
        n: 2,
        productId: null,
        categoryIds: [],
        quantityMilli,
        amountFen: 1_234,
        giftCard: false,
      },
      {
        n: 3,
        productId: "prd_card",
        categoryIds: [],
        quantityMilli,
        amountFen: 5_990,
        giftCard: true,
      },
    ]);
  });
});

test("pathOf climbs to the top and survives a circle", () => {
  const category = (id: string, parentId: string | null) => ({
    id,
    parentId,
    code: id,
    nameZh: id,
    nameEn: id,
  });
  const all = [category("food", null), category("fruit", "food"), category("apple", "fruit")];
  expect(pathOf(all, "apple")).toEqual(["apple", "fruit", "food"]);
  expect(pathOf(all, null)).toEqual([]);
  expect(pathOf([category("a", "b"), category("b", "a")], "a")).toEqual(["a", "b"]);
});

test.each([
  ["12", 1_200],
  ["12.", 1_200],
  ["12.5", 1_250],
  ["0.07", 7],
  ["19.99", 1_999],
  ["100000000", 10_000_000_000],
  ["100000000.01", null],
  ["0", null],
  ["0.00", null],
  ["1.234", null],
  ["-1", null],
  ["1e3", null],
  ["", null],
])("fenOf(%s) is %s", (text, fen) => expect(fenOf(text)).toBe(fen));

test.each([
  ["1", 1_000],
  ["0.532", 532],
  ["0.5321", null],
  ["0", null],
  ["1001", null],
  ["", null],
])("milliOf(%s) is %s", (text, milli) => expect(milliOf(text)).toBe(milli));

test("quantityText writes as people do", () => {
  expect([1_000, 2_500, 532].map(quantityText)).toEqual(["1", "2.5", "0.532"]);
});
