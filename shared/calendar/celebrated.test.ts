import { expect, test } from "vitest";
import { addDays } from "../business-day.ts";
import { type Birthday, birthdayIn } from "./birthday.ts";
import { celebratedAround, celebratedFrom, celebratedOn } from "./celebrated.ts";

const keys = (day: string) => celebratedOn(day).map((d) => `${d.calendar} ${d.monthDay}`);

test.each([
  ["2026-02-28", ["solar 02-28", "solar 02-29", "lunar 01-12", "lunar-leap 01-12"]],
  ["2028-02-28", ["solar 02-28", "lunar 02-04", "lunar-leap 02-04"]],
  // The leap sixth of 2025: only those born in a leap month; the plain sixth only the others.
  ["2025-08-03", ["solar 08-03", "lunar-leap 06-10"]],
  ["2025-07-04", ["solar 07-04", "lunar 06-10"]],
  // The last day of a month of 29 is also the 30th's.
  ["2026-02-16", [
    "solar 02-16",
    "lunar 12-29",
    "lunar 12-30",
    "lunar-leap 12-29",
    "lunar-leap 12-30",
  ]],
])("%s", (day, expected) => expect(keys(day)).toEqual(expected));

test("says the same as asking each birthday, for every day of four years", () => {
  const birthdays: Birthday[] = [];
  for (let month = 1; month <= 12; month++) {
    for (let day = 1; day <= 30; day++) {
      const on = `0000-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
      if (month !== 2 || day < 30) birthdays.push({ on, calendar: "solar" });
      birthdays.push({ on, calendar: "lunar" }, { on, calendar: "lunar-leap" });
    }
  }
  for (const year of [2023, 2024, 2025, 2026]) {
    const asked = new Set(
      birthdays.flatMap((b) =>
        birthdayIn(b, year).map((on) => `${on} ${b.calendar} ${b.on.slice(5)}`)
      ),
    );
    const told = celebratedFrom(`${year}-01-01`, `${year}-12-31`)
      .filter((d) => !(d.calendar === "solar" && d.monthDay.endsWith("-31")))
      .map((d) => `${d.on} ${d.calendar} ${d.monthDay}`);
    expect(told.length).toBe(asked.size);
    expect(told.filter((one) => !asked.has(one))).toEqual([]);
  }
});

test("windows: the week from Monday, the month from its first", () => {
  const week = celebratedAround("2026-09-24", "week");
  expect([week[0]!.on, week.at(-1)!.on]).toEqual(["2026-09-21", "2026-09-27"]);
  const month = celebratedAround("2026-02-17", "month");
  expect([month[0]!.on, month.at(-1)!.on]).toEqual(["2026-02-01", "2026-02-28"]);
  expect(celebratedAround("2026-02-17", "day").every((d) => d.on === "2026-02-17")).toBe(true);
  expect(addDays("2026-09-24", 3)).toBe(week.at(-1)!.on);
});
