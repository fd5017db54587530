import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addDays,
  addMonths,
  dayOf,
  daysBetween,
  endOfDay,
  endOfQuarter,
  endOfYear,
  isDay,
  nextMonthDay,
  startOfDay,
} from "./business-day.ts";
import { Day } from "./day.ts";

const anyDay = fc.integer({ min: 0, max: 40_000 }).map((n) => addDays("1970-01-01", n));

describe("the day of an instant", () => {
  test.each([
    ["2026-03-01T15:59:59.999Z", "2026-03-01"],
    ["2026-03-01T16:00:00.000Z", "2026-03-02"],
    ["2025-12-31T16:00:00.000Z", "2026-01-01"],
    ["2024-02-28T16:00:00.000Z", "2024-02-29"],
    ["2025-02-28T16:00:00.000Z", "2025-03-01"],
  ])("%s is %s in Shanghai", (instant, day) => {
    expect(dayOf(Date.parse(instant))).toBe(day);
  });

  test("another zone is an argument", () => {
    const at = Date.parse("2026-03-01T23:30:00Z");
    expect(dayOf(at, 0)).toBe("2026-03-01");
    expect(dayOf(at, -300)).toBe("2026-03-01");
    expect(dayOf(at, 330)).toBe("2026-03-02");
    expect(startOfDay("2026-03-01", -300)).toBe(Date.parse("2026-03-01T05:00:00Z"));
  });

  test("a day runs from its start to just before its end", () => {
    expect(startOfDay("2026-03-02")).toBe(Date.parse("2026-03-01T16:00:00Z"));
    fc.assert(fc.property(anyDay, (day) => {
      expect(dayOf(startOfDay(day))).toBe(day);
      expect(dayOf(startOfDay(day) - 1)).toBe(addDays(day, -1));
      expect(dayOf(endOfDay(day) - 1)).toBe(day);
      expect(dayOf(endOfDay(day))).toBe(addDays(day, 1));
    }));
  });
});

describe("counting on the calendar", () => {
  test.each([
    ["2026-01-31", 1, "2026-02-28"],
    ["2024-01-31", 1, "2024-02-29"],
    ["2024-02-29", 12, "2025-02-28"],
    ["2024-02-29", 48, "2028-02-29"],
    ["2026-03-31", -1, "2026-02-28"],
    ["2026-08-31", 1, "2026-09-30"],
    ["2026-12-15", 1, "2027-01-15"],
    ["2026-01-15", -1, "2025-12-15"],
    ["2026-01-15", -13, "2024-12-15"],
    ["2026-05-05", 0, "2026-05-05"],
  ])("%s and %i months is %s", (day, months, expected) => {
    expect(addMonths(day, months)).toBe(expected);
  });

  test.each([
    ["2026-01-01", 0, "2026-03-31"],
    ["2026-03-31", 0, "2026-03-31"],
    ["2026-04-01", 0, "2026-06-30"],
    ["2026-11-30", 1, "2027-03-31"],
    ["2026-10-01", 5, "2028-03-31"],
    ["2026-02-14", -1, "2025-12-31"],
  ])("the quarter of %s, %i ahead, ends on %s", (day, ahead, expected) => {
    expect(endOfQuarter(day, ahead)).toBe(expected);
  });

  test("a year ends on 31 December", () => {
    expect(endOfYear("2024-02-29")).toBe("2024-12-31");
    expect(endOfYear("2026-12-31")).toBe("2026-12-31");
    expect(endOfYear("2026-01-01", 2)).toBe("2028-12-31");
  });

  test.each([
    ["2026-05-01", 6, 30, "2026-06-30"],
    ["2026-06-30", 6, 30, "2026-06-30"],
    ["2026-07-01", 6, 30, "2027-06-30"],
    ["2025-01-10", 2, 29, "2025-02-28"],
    ["2025-02-28", 2, 29, "2025-02-28"],
    ["2027-03-01", 2, 29, "2028-02-29"],
    ["2028-02-28", 2, 29, "2028-02-29"],
    ["2026-04-15", 4, 31, "2026-04-30"],
  ])("from %s the next %i/%i is %s", (day, month, date, expected) => {
    expect(nextMonthDay(day, month, date)).toBe(expected);
  });

  test("days between and days added are the same count", () => {
    expect(daysBetween("2024-02-28", "2024-03-01")).toBe(2);
    expect(daysBetween("2025-02-28", "2025-03-01")).toBe(1);
    fc.assert(fc.property(anyDay, fc.integer({ min: -5000, max: 5000 }), (day, n) => {
      expect(daysBetween(day, addDays(day, n))).toBe(n);
    }));
  });

  test("months keep the date wherever the month has it, and never spill over", () => {
    fc.assert(fc.property(anyDay, fc.integer({ min: -200, max: 200 }), (day, n) => {
      const later = addMonths(day, n);
      const months = (text: string) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7));
      expect(months(later)).toBe(months(day) + n);
      if (later.slice(8) !== day.slice(8)) {
        expect(later.slice(8) < day.slice(8)).toBe(true);
        expect(addDays(later, 1).slice(8)).toBe("01");
      }
    }));
  });
});

describe("what is a day", () => {
  test.each(["2026-01-01", "2024-02-29", "2000-02-29", "9999-12-31"])("%s is", (text) => {
    expect(isDay(text)).toBe(true);
    expect(Day.safeParse(text).success).toBe(true);
  });

  test.each([
    "2025-02-29",
    "1900-02-29",
    "2026-04-31",
    "2026-13-01",
    "2026-00-10",
    "2026-1-1",
    "20260101",
    "2026-01-01T00:00:00Z",
    "",
    "2026-01-32",
    "２０２６-01-01",
  ])("%j is none", (text) => {
    expect(isDay(text)).toBe(false);
    expect(Day.safeParse(text).success).toBe(false);
    expect(() => startOfDay(text)).toThrow(RangeError);
    expect(() => addMonths(text, 1)).toThrow(RangeError);
  });
});
