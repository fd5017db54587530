import { expect, test } from "vitest";
import { timeLeft } from "./time-left.ts";

const second = 1000;
const day = 86_400 * second;

test.each([
  [0, { days: 0, clock: "00:00:00" }],
  [-5, { days: 0, clock: "00:00:00" }],
  [1, { days: 0, clock: "00:00:01" }],
  [second, { days: 0, clock: "00:00:01" }],
  [59 * second, { days: 0, clock: "00:00:59" }],
  [3_600 * second, { days: 0, clock: "01:00:00" }],
  [day - second, { days: 0, clock: "23:59:59" }],
  [day - 1, { days: 1, clock: "00:00:00" }],
  [3 * day + 3_723 * second, { days: 3, clock: "01:02:03" }],
])("%d ms before the end", (left, shown) => {
  expect(timeLeft(1_760_000_000_000, 1_760_000_000_000 - left)).toEqual(shown);
});
