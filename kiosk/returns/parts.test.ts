import { describe, expect, test } from "vitest";
import type { SaleView } from "../../shared/sales/endpoints.ts";
import {
  chooseAll,
  clampTo,
  isCounted,
  refundOf,
  shareOf,
  type SoldLine,
  toParts,
} from "./parts.ts";

const line = (n: number, quantityMilli: number, amountFen: number, left = 1): SoldLine => ({
  n,
  name: `第 ${n} 行`,
  quantityMilli,
  amountFen,
  leftMilli: quantityMilli * left,
  leftFen: amountFen * left,
  offsetFen: 0,
  leftOffsetFen: 0,
});
const sale = {
  lines: [line(1, 3_000, 1_000), line(2, 532, 691), line(3, 1_000, 500, 0)],
} as SaleView;

describe("shareOf", () => {
  test("rounds down, and the last part gets the rest", () => {
    const three = line(1, 3_000, 1_000);
    expect(shareOf(three, 1_000)).toBe(333);
    const two = { ...three, leftMilli: 2_000, leftFen: 667 };
    expect(shareOf(two, 1_000)).toBe(333);
    const one = { ...three, leftMilli: 1_000, leftFen: 334 };
    expect(shareOf(one, 1_000)).toBe(334);
  });

  test("is nothing for nothing and for what is gone", () => {
    expect(shareOf(line(1, 1_000, 500), 0)).toBe(0);
    expect(shareOf(line(1, 1_000, 500, 0), 1_000)).toBe(0);
  });
});

test("only what is left can be chosen", () => {
  expect(chooseAll(sale)).toEqual({ 1: 3_000, 2: 532 });
  expect(clampTo(sale.lines[0]!, 5_000)).toBe(3_000);
  expect(clampTo(sale.lines[0]!, -1_000)).toBe(0);
});

test("the refund is the sum of the parts that are sent", () => {
  const chosen = { 1: 1_000, 2: 532 };
  expect(refundOf(sale, chosen)).toBe(1_024);
  expect(toParts(sale, chosen)).toEqual([
    { n: 1, quantityMilli: 1_000, amountFen: 333 },
    { n: 2, quantityMilli: 532, amountFen: 691 },
  ]);
  expect(toParts(sale, {})).toEqual([]);
});

test("weighed lines are not counted", () => {
  expect(isCounted(sale.lines[0]!)).toBe(true);
  expect(isCounted(sale.lines[1]!)).toBe(false);
});
