import { expect, test } from "vitest";
import { trendOf } from "./figures.ts";

test("the trend compares the last 7 days with the 7 before, whatever came earlier", () => {
  const days = [999, ...Array(7).fill(10), ...Array(7).fill(12)];
  expect(trendOf(days)).toBeCloseTo(0.2);
});

test("without a week to compare with there is no trend", () => {
  expect(trendOf([...Array(7).fill(0), ...Array(7).fill(5)])).toBeNull();
  expect(trendOf([1, 2, 3])).toBeNull();
});
