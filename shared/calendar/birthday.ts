/** When a birthday is celebrated: solar and lunar, with leap months and short months. @module */
import { addDays, type Day, isDay } from "../business-day.ts";
import { weekdayOf } from "./festival.ts";
import { lunarMonthLength, lunarOf, solarOf } from "./lunar.ts";

/**
 * "YYYY-MM-DD", year 0000 unknown. For the lunar calendars the lunar month and day; "lunar-leap" is
 * a day of a doubled month.
 */
export interface Birthday {
  on: string;
  calendar: "solar" | "lunar" | "lunar-leap";
}

export type BirthdayWindow = "day" | "week" | "month";

/** The celebration that belongs to a year of the birthday's own calendar; null outside 1900–2100. */
const celebration = ({ on, calendar }: Birthday, year: number): Day | null => {
  const month = Number(on.slice(5, 7));
  const day = Number(on.slice(8, 10));
  if (calendar === "solar") {
    const own = `${String(year).padStart(4, "0")}-${on.slice(5)}`;
    return isDay(own) ? own : on.endsWith("02-29") ? `${own.slice(0, 7)}-28` : null;
  }
  const leap = calendar === "lunar-leap" && lunarMonthLength(year, month, true) > 0;
  return solarOf({ year, month, day: Math.min(day, lunarMonthLength(year, month, leap)), leap });
};

/**
 * The days of a solar year on which the birthday is celebrated, first to last: one as a rule; for
 * lunar birthdays around the turn of the year sometimes none or two. 29 February is kept on the
 * 28th, the 30th of a lunar month of 29 days on the 29th, a leap month's in the plain one.
 */
export const birthdayIn = (birthday: Birthday, solarYear: number): Day[] =>
  [solarYear - 1, solarYear]
    .filter((year) => birthday.calendar !== "solar" || year === solarYear)
    .flatMap((year) => celebration(birthday, year) ?? [])
    .filter((day) => day.startsWith(String(solarYear)));

/** The year of its own calendar to which a celebration belongs: what one gift a year is counted by. */
export const birthdayYear = (birthday: Birthday, day: Day): number =>
  birthday.calendar === "solar" ? Number(day.slice(0, 4)) : lunarOf(day).year;

/** First and last day of the window that goes with a celebration. */
export const windowOf = (on: Day, window: BirthdayWindow): { from: Day; to: Day } => {
  if (window === "day") return { from: on, to: on };
  if (window === "week") {
    const from = addDays(on, 1 - weekdayOf(on));
    return { from, to: addDays(from, 6) };
  }
  const month = on.slice(0, 7);
  const last = [31, 30, 29, 28].find((date) => isDay(`${month}-${date}`));
  return { from: `${month}-01`, to: `${month}-${last}` };
};

/** The celebration in whose window `day` lies, or null. Windows run over the end of a year. */
export const celebrationAround = (
  birthday: Birthday | null,
  day: Day,
  window: BirthdayWindow,
): Day | null => {
  if (!birthday) return null;
  const year = Number(day.slice(0, 4));
  return [year - 1, year, year + 1]
    .flatMap((y) => birthdayIn(birthday, y))
    .find((on) => {
      const { from, to } = windowOf(on, window);
      return from <= day && day <= to;
    }) ?? null;
};

/** True in the day, the Monday-to-Sunday week or the calendar month of the birthday. */
export const inBirthdayWindow = (
  birthday: Birthday | null,
  day: Day,
  window: BirthdayWindow,
): boolean => celebrationAround(birthday, day, window) !== null;

/** Is it the birthday itself? */
export const isBirthday = (birthday: Birthday | null, today: Day): boolean =>
  inBirthdayWindow(birthday, today, "day");
