import { expect, test } from "vitest";
import {
  festivalDay,
  type FestivalId,
  festivalIds,
  isFestival,
  upcoming,
  weekdayOf,
} from "./festival.ts";

test.each<[FestivalId, number, string]>([
  ["new-year", 2026, "2026-01-01"],
  ["laba", 2026, "2026-01-26"],
  ["spring-festival-eve", 2025, "2025-01-28"],
  ["spring-festival-eve", 2026, "2026-02-16"],
  ["spring-festival", 2026, "2026-02-17"],
  ["spring-festival", 2027, "2027-02-06"],
  ["lantern", 2026, "2026-03-03"],
  ["womens-day", 2026, "2026-03-08"],
  ["qingming", 2024, "2024-04-04"],
  ["qingming", 2026, "2026-04-05"],
  ["qingming", 2027, "2027-04-05"],
  ["qingming", 2028, "2028-04-04"],
  ["labour-day", 2026, "2026-05-01"],
  ["mothers-day", 2025, "2025-05-11"],
  ["mothers-day", 2026, "2026-05-10"],
  ["childrens-day", 2026, "2026-06-01"],
  ["dragon-boat", 2025, "2025-05-31"],
  ["dragon-boat", 2026, "2026-06-19"],
  ["fathers-day", 2026, "2026-06-21"],
  ["qixi", 2025, "2025-08-29"],
  ["qixi", 2026, "2026-08-19"],
  ["zhongyuan", 2026, "2026-08-27"],
  ["teachers-day", 2026, "2026-09-10"],
  ["mid-autumn", 2025, "2025-10-06"],
  ["mid-autumn", 2026, "2026-09-25"],
  ["national-day", 2026, "2026-10-01"],
  ["double-ninth", 2026, "2026-10-18"],
  ["singles-day", 2026, "2026-11-11"],
  ["christmas", 2026, "2026-12-25"],
])("%s in %i is %s", (id, year, day) => {
  expect(festivalDay(id, year)).toBe(day);
  expect(isFestival(id, day)).toBe(true);
});

test("days before and after count when asked for, over the end of a year too", () => {
  expect(isFestival("spring-festival", "2026-02-16")).toBe(false);
  expect(isFestival("spring-festival", "2026-02-16", 1)).toBe(true);
  expect(isFestival("spring-festival", "2026-02-23", 0, 6)).toBe(true);
  expect(isFestival("spring-festival", "2026-02-24", 0, 6)).toBe(false);
  expect(isFestival("new-year", "2025-12-31", 1, 1)).toBe(true);
  expect(isFestival("christmas", "2026-01-02", 0, 8)).toBe(true);
});

test("Laba twice in a year and not at all in the next", () => {
  const labas = (year: number) =>
    upcoming(`${year}-01-01`, 60)
      .filter(({ id, on }) => id === "laba" && on.startsWith(String(year))).length;
  const counts = Array.from({ length: 40 }, (_, i) => labas(2020 + i));
  expect(counts.some((n) => n === 2)).toBe(true);
  expect(counts.some((n) => n === 0)).toBe(true);
  expect(counts.reduce((a, b) => a + b)).toBe(40);
});

test("every festival has a day in every year from 1901 to 2100", () => {
  for (const id of festivalIds) {
    for (let year = 1901; year <= 2099; year++) expect(festivalDay(id, year)).toMatch(/^\d{4}-/);
  }
});

test("what comes next, today's first", () => {
  expect(upcoming("2026-11-22", 3)).toEqual([
    { id: "double-twelve", on: "2026-12-12" },
    { id: "christmas-eve", on: "2026-12-24" },
    { id: "christmas", on: "2026-12-25" },
  ]);
  expect(upcoming("2026-02-17", 2)).toEqual([
    { id: "spring-festival", on: "2026-02-17" },
    { id: "lantern", on: "2026-03-03" },
  ]);
  expect(upcoming("2026-01-01", 100)).toHaveLength(100);
});

test("weekdays", () => {
  expect(["2026-11-22", "2026-11-23", "1970-01-01"].map(weekdayOf)).toEqual([7, 1, 4]);
});
