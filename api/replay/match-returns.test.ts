import { expect, test } from "vitest";
import { matchReturns } from "./match-returns.ts";
import type { ReadLine } from "./read-lines.ts";
import type { ReplaySale } from "./read-sales.ts";

const sale = (id: string, member: string, at: number, ...amounts: number[]): ReplaySale => ({
  ...{ id, orderNo: id, store: "7", member, at },
  lines: amounts.map((amountFen) => ({ sku: "tea", quantityMilli: 2000, amountFen })),
});
const back = (line: number, at: number, more: Partial<ReadLine> = {}): ReadLine => ({
  ...{ line, sale: `R${line}`, store: "7", member: "K1", at, sku: "tea" },
  ...{ quantityMilli: 1000, amountFen: 100, returned: true, of: null, ...more },
});

const sales = [sale("B1", "K1", 10, 200, 300), sale("B2", "K1", 20, 200), sale("B3", "", 30, 200)];
const matched = (...lines: ReadLine[]) => {
  const { returns, unmatched } = matchReturns(sales, lines);
  return [
    returns.map((r) => [r.id, r.sale.id, ...r.lines.map((l) => [l.n, l.amountFen])]),
    unmatched.map((l) => l.line),
  ];
};

test("a return belongs to the member's last sale before it that has so much of the product", () => {
  expect(matched(back(1, 25), back(2, 15), back(3, 5))).toEqual([
    [["R1", "B2", [1, 100]], ["R2", "B1", [2, 100]]],
    [3],
  ]);
  expect(matched(back(1, 25, { sku: "milk" }), back(2, 25, { member: "K2" }))).toEqual([[], [
    1,
    2,
  ]]);
  expect(matched(back(1, 35, { member: "" }))).toEqual([[], [1]]);
});

test("what came back does not come back again", () => {
  const all = { quantityMilli: 2000, amountFen: 200 };
  expect(matched(back(1, 25, all), back(2, 25, all), back(3, 25, all), back(4, 25, all))).toEqual([
    [["R1", "B2", [1, 200]], ["R2", "B1", [2, 200]], ["R3", "B1", [1, 200]]],
    [4],
  ]);
  // Enough pieces, but not enough money.
  expect(matched(back(1, 25, { amountFen: 301 }))).toEqual([[], [1]]);
});

test("a return that names its sale belongs to that one, nobody's too", () => {
  const lines = [back(1, 35, { of: "B1" }), back(2, 35, { of: "B3", member: "" })];
  expect(matched(...lines)).toEqual([[["R1", "B1", [2, 100]], ["R2", "B3", [1, 100]]], []]);
  expect(matched(back(1, 25, { of: "B9" }))).toEqual([[], [1]]);
});

test("two lines of one return on one line sold come back together", () => {
  expect(matched(back(1, 25, { sale: "R" }), back(2, 25, { sale: "R" }))).toEqual([
    [["R", "B2", [1, 200]]],
    [],
  ]);
});
