import { describe, expect, test } from "vitest";
import { isSameSale } from "./taken.ts";

const at = Date.parse("2026-11-22T18:20:31.417+08:00");
const sale = {
  orderNo: "20261122-7QK2-0042",
  member: null,
  totalFen: 3_970,
  occurredAt: at,
  lines: [
    { sku: "110023", quantityMilli: 1_000, amountFen: 1_690 },
    { name: "散装鸡蛋", quantityMilli: 532, amountFen: 2_280 },
  ],
};
const line = { leftMilli: 0, leftFen: 0, offsetFen: 0, leftOffsetFen: 0 };
const booked = {
  orderNo: sale.orderNo,
  totalFen: 3_970,
  occurredAt: at,
  lines: [
    { n: 1, name: "蓝莓", quantityMilli: 1_000, amountFen: 1_690, ...line },
    { n: 2, name: "散装鸡蛋", quantityMilli: 532, amountFen: 2_280, ...line },
  ],
};
const [first, second] = booked.lines;

test("the sale that has the number is this one", () => {
  expect(isSameSale(sale, booked)).toBe(true);
});

describe("it is another one", () => {
  test.each([
    ["total", { totalFen: 3_971 }],
    ["moment", { occurredAt: at + 1 }],
    ["number", { orderNo: "20261122-7QK2-0043" }],
    ["a line less", { lines: [first!] }],
    ["a line more", { lines: [first!, second!, second!] }],
    ["other order of lines", { lines: [second!, first!] }],
    ["quantity", { lines: [first!, { ...second!, quantityMilli: 533 }] }],
    ["amounts that swap", {
      lines: [{ ...first!, amountFen: 2_280 }, { ...second!, amountFen: 1_690 }],
    }],
    ["what was sold", { lines: [first!, { ...second!, name: "土鸡蛋" }] }],
  ])("%s", (_what, change) => {
    expect(isSameSale(sale, { ...booked, ...change })).toBe(false);
  });

  test("without a moment nothing is sure", () => {
    const { occurredAt: _at, ...none } = sale;
    expect(isSameSale(none, booked)).toBe(false);
  });
});
