import fc from "fast-check";
import { expect, test } from "vitest";
import { countOrder, type OrderCount, orderNo } from "./order-no.ts";

const evening = Date.parse("2026-11-22T23:59:00+08:00");

/** The numbers a terminal gives at these instants, one after the other. */
const numbersAt = (instants: number[]): string[] => {
  let count: OrderCount | undefined;
  return instants.map((at) => orderNo("trm_01m4xk2qk7n97qk2", count = countOrder(count, at)));
};

test("orders count up within a day and start over at midnight in the store", () => {
  const first = countOrder(undefined, evening);
  const second = countOrder(first, evening + 30_000);
  const next = countOrder(second, evening + 90_000);
  expect([first, second, next].map(({ day, count }) => ({ day, count }))).toEqual([
    { day: "2026-11-22", count: 1 },
    { day: "2026-11-22", count: 2 },
    { day: "2026-11-23", count: 1 },
  ]);
});

test("a clock that goes back and forth gives no number twice", () => {
  const day = 86_400_000;
  const at = [evening, evening - 2 * day, evening, evening + 9 * day, evening, evening - 2 * day];
  expect(numbersAt(at)).toEqual([
    "20261122-7QK2-0001",
    "20261120-7QK2-0001",
    "20261122-7QK2-0002",
    "20261201-7QK2-0001",
    "20261122-7QK2-0003",
    "20261120-7QK2-0002",
  ]);
});

test("whatever the clock does over years, no number comes twice and little is kept", () => {
  const days = fc.array(fc.integer({ min: -200, max: 200 }), { minLength: 60, maxLength: 300 });
  fc.assert(fc.property(days, (moves) => {
    const numbers = numbersAt(moves.map((each) => evening + each * 86_400_000));
    expect(new Set(numbers).size).toBe(numbers.length);
  }));
  let count: OrderCount | undefined;
  for (let i = 0; i < 400; i++) count = countOrder(count, evening + i * 86_400_000);
  expect(Object.keys(count!.others!)).toHaveLength(39);
});

test("a counter kept by an earlier version goes on", () => {
  const before = { day: "2026-11-22", count: 7 };
  expect(countOrder(before, evening)).toEqual({ day: "2026-11-22", count: 8 });
});

test("an order number names day, terminal and count and fits the contract", () => {
  const number = orderNo("trm_01m4xk2qk7n97qk2", { day: "2026-11-22", count: 42 });
  expect(number).toBe("20261122-7QK2-0042");
  expect(number).toMatch(/^[\w./:-]{1,64}$/);
});
