import { describe, expect, test } from "vitest";
import { factorText, fenOf, percentOf, wholeOf, yuanText } from "./typed-number.ts";

describe("fenOf", () => {
  test.each([
    ["128.50", 12850],
    ["128.5", 12850],
    ["0.07", 7],
    ["10", 1000],
    ["10.", 1000],
    [" 1,280.00 ", 128000],
    ["￥8.8", 880],
    ["１２．５", 1250],
    ["1.005", NaN],
    ["-3", NaN],
    ["", NaN],
    ["1e3", NaN],
    [".5", NaN],
  ])("%s is %d fen", (text, fen) => expect(fenOf(text)).toBe(fen));

  test("is what yuanText writes", () => {
    for (const fen of [0, 1, 10, 99, 100, 12850, 999_999_999]) {
      expect(fenOf(yuanText(fen))).toBe(fen);
    }
  });
});

test("wholeOf takes whole numbers of either sign and nothing else", () => {
  expect(wholeOf("1 200")).toBe(1200);
  expect(wholeOf("−50")).toBe(-50);
  expect(wholeOf("12.5")).toBeNaN();
  expect(wholeOf("")).toBeNaN();
});

test("factors are percent with two decimals", () => {
  expect(percentOf("1.25")).toBe(125);
  expect(percentOf("2")).toBe(200);
  expect(percentOf("1.255")).toBeNaN();
  expect([100, 125, 150, 205].map(factorText)).toEqual(["1", "1.25", "1.5", "2.05"]);
});
