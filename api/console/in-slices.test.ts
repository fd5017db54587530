import { describe, expect, test } from "vitest";
import { byTime, sumByKey } from "./in-slices.ts";

describe("a sum by key", () => {
  const rows = Array.from({ length: 35_000 }, (_, i) => i + 1);
  const total = rows.reduce((sum, row) => sum + row, 0);

  test("is that of all rows, each looked at once, and others come in between", async () => {
    const slices: number[] = [];
    let turns = 0;
    const counting = setInterval(() => turns++, 0);
    const sum = await sumByKey(0, (after, n) => {
      const part = rows.filter((row) => row > Number(after)).slice(0, n);
      slices.push(part.length);
      // As slow as a large table: a slice is not made larger, and in the end smaller.
      for (const from = performance.now(); performance.now() - from < 20;);
      return Promise.resolve({
        sum: part.reduce((s, row) => s + row, 0),
        n: part.length,
        last: part.at(-1) ?? null,
      });
    });
    clearInterval(counting);
    expect(sum).toBe(total);
    expect(slices.reduce((a, b) => a + b, 0)).toBe(rows.length);
    expect(slices.length).toBeGreaterThan(4);
    expect(Math.min(...slices.slice(0, -1))).toBeLessThan(10_000);
    expect(turns).toBeGreaterThan(2);
  });

  test("of nothing is nothing", async () => {
    expect(await sumByKey("", () => Promise.resolve({ sum: 0, n: 0, last: null }))).toBe(0);
  });
});

test("spans of time meet without gap or overlap, and grow where they are quick", async () => {
  const day = 86_400_000;
  const spans: [number, number][] = [];
  await byTime(1000, 1000 + 30 * day, 2 * day, (from, until) => {
    spans.push([from, until]);
    return Promise.resolve([]);
  });
  expect(spans[0]![0]).toBe(1000);
  expect(spans.at(-1)![1]).toBe(1000 + 30 * day);
  for (const [i, span] of spans.slice(1).entries()) expect(span[0]).toBe(spans[i]![1]);
  expect(spans.length).toBeLessThan(30);
  expect(Math.max(...spans.map(([from, until]) => until - from))).toBe(2 * day);
});

test("a span with too much in it is made smaller before it is read", async () => {
  const hour = 3_600_000;
  const spans: number[] = [];
  await byTime(0, 6 * hour, 6 * hour, (from, until) => {
    spans.push(until - from);
    return Promise.resolve([]);
  }, (from, until) => Promise.resolve(from < hour && until - from > hour / 10));
  expect(spans[0]).toBeLessThanOrEqual(hour / 10);
  expect(spans.reduce((a, b) => a + b, 0)).toBe(6 * hour);
  expect(Math.max(...spans)).toBeGreaterThan(hour / 10);
});
