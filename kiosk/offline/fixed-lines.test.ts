import { expect, test } from "vitest";
import { Problem } from "../../shared/problems.ts";
import { alsoUnknown, fixedLines, unknownItem } from "./fixed-lines.ts";

const lines = [
  { sku: "110023", quantityMilli: 1_000, amountFen: 1_690 },
  {
    sku: "880001",
    quantityMilli: 532,
    amountFen: 2_280,
    discount: { listFen: 2_400, offPercent: 5 },
  },
  { name: "散装鸡蛋", quantityMilli: 1_000, amountFen: 900 },
];
const fruit = {
  id: "cat_fruit",
  parentId: null,
  code: "fruit",
  nameZh: "新鲜水果",
  nameEn: "Fruit",
};
const product = {
  id: "prd_110024",
  categoryId: fruit.id,
  sku: "110024",
  barcode: "6901100240000",
  nameZh: "红富士苹果",
  nameEn: "Fuji apples",
  priceFen: 1_290,
  unitName: "kg",
  weighed: true,
  kind: "goods" as const,
};

test("the right product takes the place of the unknown one, for what was paid", () => {
  expect(fixedLines(lines, { "880001": { product } })).toEqual([
    lines[0],
    { sku: "110024", quantityMilli: 532, amountFen: 2_280 },
    lines[2],
  ]);
});

test("a category stands in, by its name, for what was paid", () => {
  expect(fixedLines(lines, { "880001": { category: fruit } })).toEqual([
    lines[0],
    { name: "新鲜水果", categoryCode: "fruit", quantityMilli: 532, amountFen: 2_280 },
    lines[2],
  ]);
});

test("what nobody corrected stays as it was", () => {
  expect(fixedLines(lines, {})).toEqual(lines);
});

test("a refusal says which item it is", () => {
  const refused = new Problem("product-unknown", { sku: "880001" });
  expect(unknownItem(refused)).toBe("880001");
  expect(unknownItem({ code: "product-unknown", fields: { sku: "880001" } })).toBe("880001");
  expect(unknownItem(new Problem("member-frozen"))).toBe(null);
  expect(unknownItem(undefined)).toBe(null);
});

test("a second refusal names one more to correct, or what was chosen wrongly", () => {
  const fixes = { "880001": { product } };
  const toFix = { unknown: ["880001"], fixes };
  expect(alsoUnknown(toFix, "880002")).toEqual({ unknown: ["880001", "880002"], fixes });
  expect(alsoUnknown(toFix, "110024")).toEqual({
    unknown: ["880001"],
    fixes: { "880001": undefined },
  });
  expect(alsoUnknown(toFix, "880001")).toEqual(toFix);
});
