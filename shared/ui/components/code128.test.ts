import { describe, expect, test } from "vitest";
import { code128Runs } from "./code128.ts";

const START_C = 105;
const STOP = "1100011101011";
/** Widths of the eleven modules of a symbol, for reading the value back from the bars. */
const modulesOf = (text: string): string => {
  const { bars, modules } = code128Runs(text);
  const row = Array.from({ length: modules }, () => "0");
  for (const [start, width] of bars) row.fill("1", start, start + width);
  return row.join("");
};

describe("Code 128", () => {
  test("packs a rotating code of 26 digits in pairs: 178 modules", () => {
    const row = modulesOf("90483017295612060471822340");
    expect(row).toHaveLength(178);
    expect(row.endsWith(STOP)).toBe(true);
    // Start C, 13 pairs, check symbol, stop.
    expect((row.length - STOP.length) / 11).toBe(15);
    expect(row.startsWith("11010011100")).toBe(true);
  });

  test("a static card number of 16 digits takes 123 modules", () => {
    expect(modulesOf("9112345678901234")).toHaveLength(123);
  });

  test("carries the check symbol of the standard", () => {
    // The pairs 12, 34, 56: 105 + 1·12 + 2·34 + 3·56 = 353, modulo 103 is 44.
    expect((START_C + 12 + 68 + 168) % 103).toBe(44);
    const row = modulesOf("123456");
    expect(row.slice(44, 55)).toBe("10001101110");
  });

  test("letters and odd lengths are encoded too", () => {
    expect(modulesOf("NJ2026112200187").endsWith(STOP)).toBe(true);
    expect(modulesOf("123").endsWith(STOP)).toBe(true);
  });
});
