import { expect, test } from "vitest";
import { countOrder, orderNo } from "./order-no.ts";

const evening = Date.parse("2026-11-22T23:59:00+08:00");

test("orders count up within a day and start over at midnight in the store", () => {
  const first = countOrder(undefined, evening);
  const second = countOrder(first, evening + 30_000);
  const next = countOrder(second, evening + 90_000);
  expect([first, second, next]).toEqual([
    { day: "2026-11-22", count: 1 },
    { day: "2026-11-22", count: 2 },
    { day: "2026-11-23", count: 1 },
  ]);
});

test("an order number names day, terminal and count and fits the contract", () => {
  const number = orderNo("trm_01m4xk2qk7n97qk2", { day: "2026-11-22", count: 42 });
  expect(number).toBe("20261122-7QK2-0042");
  expect(number).toMatch(/^[\w./:-]{1,64}$/);
});
