import { describe, expect, test } from "vitest";
import { reviewFrom, reviewOn, spanStarts, TierPolicy, type TierReview } from "./policy.ts";

describe("the first day that counts", () => {
  test.each([
    // today, of the last twelve months, of the year
    ["2026-06-15", "2025-06-16", "2026-01-01"],
    ["2026-12-31", "2026-01-01", "2026-01-01"],
    ["2027-01-01", "2026-01-02", "2027-01-01"],
    // A leap day: a year ago there was none, so the window begins after 28 February.
    ["2028-02-29", "2027-03-01", "2028-01-01"],
    // The window that begins right after a leap day, and the one that begins with it.
    ["2029-02-28", "2028-02-29", "2029-01-01"],
    ["2029-03-01", "2028-03-02", "2029-01-01"],
  ])("on %s", (today, monthsFrom, yearFrom) => {
    expect(spanStarts(today)).toEqual({ monthsFrom, yearFrom });
  });

  test.each(
    [
      ["lifetime", "2026-06-15", ""],
      ["months", "2026-06-15", "2025-06-16"],
      // On New Year's Day the year that just ended is what is judged.
      ["year", "2027-01-01", "2026-01-01"],
      ["year", "2027-12-31", "2026-01-01"],
    ] as const,
  )("of a review, %s, on %s", (span, today, from) => {
    expect(reviewFrom(span, today)).toBe(from);
  });
});

describe("when a tier is reviewed", () => {
  test.each<[string, TierReview, string, string | null]>([
    ["never", { kind: "never" }, "2026-06-15", null],
    ["a year on", { kind: "months", months: 12 }, "2026-06-15", "2027-06-15"],
    ["a year after a leap day", { kind: "months", months: 12 }, "2028-02-29", "2029-02-28"],
    ["a month after the 31st", { kind: "months", months: 1 }, "2026-01-31", "2026-02-28"],
    [
      "at the coming year end",
      { kind: "yearly", month: 12, day: 31 },
      "2026-06-15",
      "2026-12-31",
    ],
    // Reached within 90 days of the date: the next year's is the first.
    [
      "90 days before the date is in time",
      { kind: "yearly", month: 12, day: 31 },
      "2026-10-02",
      "2026-12-31",
    ],
    [
      "89 days before it is not",
      { kind: "yearly", month: 12, day: 31 },
      "2026-10-03",
      "2027-12-31",
    ],
    ["29 February", { kind: "yearly", month: 2, day: 29 }, "2026-06-15", "2027-02-28"],
  ])("%s", (_, review, since, on) => expect(reviewOn(review, since)).toBe(on));
});

test("a policy in the wrong shape is refused", () => {
  const fine = { basis: "points", span: "year", review: { kind: "never" }, graceDays: 30 };
  expect(TierPolicy.safeParse(fine).success).toBe(true);
  for (
    const wrong of [
      { span: "week" },
      { basis: "visits" },
      { graceDays: -1 },
      { graceDays: 367 },
      { review: { kind: "months", months: 0 } },
      { review: { kind: "yearly", month: 13, day: 1 } },
    ]
  ) expect(TierPolicy.safeParse({ ...fine, ...wrong }).success).toBe(false);
});
