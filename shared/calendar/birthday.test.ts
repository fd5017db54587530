import { expect, test } from "vitest";
import {
  type Birthday,
  birthdayIn,
  birthdayYear,
  celebrationAround,
  inBirthdayWindow,
  isBirthday,
  windowOf,
} from "./birthday.ts";

const solar = (on: string): Birthday => ({ on, calendar: "solar" });
const lunar = (on: string): Birthday => ({ on, calendar: "lunar" });
const leap = (on: string): Birthday => ({ on, calendar: "lunar-leap" });

test.each<[Birthday, number, string[]]>([
  [solar("1988-03-15"), 2026, ["2026-03-15"]],
  [solar("0000-02-29"), 2026, ["2026-02-28"]],
  [solar("1992-02-29"), 2028, ["2028-02-29"]],
  [lunar("1970-01-01"), 2026, ["2026-02-17"]],
  [lunar("0000-08-15"), 2026, ["2026-09-25"]],
  // Born in a doubled sixth month: in it where the year has one, else in the plain sixth.
  [leap("1987-06-10"), 2025, ["2025-08-03"]],
  [leap("1987-06-10"), 2026, ["2026-07-23"]],
  // Born in the plain sixth: the first of the two.
  [lunar("1987-06-10"), 2025, ["2025-07-04"]],
  // The 30th of a month that has 29 days this year is kept on the 29th.
  [lunar("1990-12-30"), 2026, ["2026-02-16"]],
  // The leap sixth of 2025 has 29 days as well.
  [leap("1987-06-30"), 2025, ["2025-08-22"]],
  // Around the turn of the year: none in one, two in another.
  [lunar("1985-11-20"), 2024, ["2024-01-01", "2024-12-20"]],
  [lunar("1985-11-20"), 2025, []],
  [lunar("1985-11-20"), 2026, ["2026-01-08", "2026-12-28"]],
])("%o in %i", (birthday, year, days) => expect(birthdayIn(birthday, year)).toEqual(days));

test.each(
  [
    ["1988-03-15", "solar", "2026-03-15", true],
    ["0000-03-15", "solar", "2026-03-15", true],
    ["1988-03-15", "solar", "2026-03-16", false],
    ["1992-02-29", "solar", "2028-02-28", false],
    ["1992-02-29", "solar", "2026-02-28", true],
    ["1970-01-01", "lunar", "2026-01-01", false],
    ["1970-06-01", "lunar", "2025-06-25", true],
    ["1970-06-01", "lunar", "2025-07-25", false],
  ] as const,
)("%s (%s) on %s: %s", (on, calendar, today, is) => {
  expect(isBirthday({ on, calendar }, today)).toBe(is);
});

test("the week is Monday to Sunday, the month the calendar's, also over New Year", () => {
  // 25 September 2026 is a Friday.
  expect(windowOf("2026-09-25", "week")).toEqual({ from: "2026-09-21", to: "2026-09-27" });
  expect(windowOf("2026-02-17", "month")).toEqual({ from: "2026-02-01", to: "2026-02-28" });
  expect(inBirthdayWindow(lunar("0000-08-15"), "2026-09-21", "week")).toBe(true);
  expect(inBirthdayWindow(lunar("0000-08-15"), "2026-09-20", "week")).toBe(false);
  expect(inBirthdayWindow(lunar("0000-08-15"), "2026-09-27", "week")).toBe(true);
  expect(inBirthdayWindow(lunar("0000-08-15"), "2026-09-01", "month")).toBe(true);
  expect(inBirthdayWindow(lunar("0000-08-15"), "2026-10-01", "month")).toBe(false);
  // 1 January 2026 is a Thursday: its week began on 29 December.
  expect(inBirthdayWindow(solar("1990-01-01"), "2025-12-29", "week")).toBe(true);
  expect(celebrationAround(solar("1990-01-01"), "2025-12-29", "week")).toBe("2026-01-01");
});

test("a celebration belongs to a year of its own calendar", () => {
  expect(birthdayYear(solar("1990-01-10"), "2026-01-10")).toBe(2026);
  expect(birthdayYear(lunar("1985-11-20"), "2026-01-08")).toBe(2025);
  expect(birthdayYear(lunar("1985-11-20"), "2026-12-28")).toBe(2026);
});

test("nobody's birthday is never", () => expect(isBirthday(null, "2026-03-15")).toBe(false));
