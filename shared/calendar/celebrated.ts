/** Whose birthday is celebrated on a day, asked the other way round: which month and day, in which
 *  calendar, so that a database can look them up. @module */
import { addDays, type Day, isDay } from "../business-day.ts";
import { type BirthdayWindow, birthdayYear, windowOf } from "./birthday.ts";
import { weekdayOf } from "./festival.ts";
import { lunarMonthLength, lunarOf } from "./lunar.ts";

export interface CelebratedDate {
  calendar: "solar" | "lunar" | "lunar-leap";
  /** "MM-DD", as the birthday is kept. */
  monthDay: string;
  /** The day it is celebrated on. */
  on: Day;
  /** The year of its own calendar that the celebration belongs to. */
  year: number;
}

const two = (n: number): string => String(n).padStart(2, "0");

/** All birthdays that are celebrated on a day. */
export const celebratedOn = (on: Day): CelebratedDate[] => {
  const solar = [on.slice(5)];
  if (solar[0] === "02-28" && !isDay(`${on.slice(0, 4)}-02-29`)) solar.push("02-29");
  const { year, month, day, leap } = lunarOf(on);
  const last = day === lunarMonthLength(year, month, leap) && day === 29;
  const days = [day, ...(last ? [30] : [])].map((d) => `${two(month)}-${two(d)}`);
  const kept = (calendar: CelebratedDate["calendar"], monthDays: string[]): CelebratedDate[] =>
    monthDays.map((monthDay) => ({
      calendar,
      monthDay,
      on,
      year: birthdayYear({ on: `0000-${monthDay}`, calendar }, on),
    }));
  return [
    ...kept("solar", solar),
    ...(leap ? [] : kept("lunar", days)),
    ...(leap || lunarMonthLength(year, month, true) === 0 ? kept("lunar-leap", days) : []),
  ];
};

/** The birthdays in whose window a day lies, soonest celebrated first. */
export const celebratedAround = (day: Day, window: BirthdayWindow): CelebratedDate[] => {
  const from = window === "day"
    ? day
    : window === "week"
    ? addDays(day, 1 - weekdayOf(day))
    : `${day.slice(0, 7)}-01`;
  const { to } = windowOf(from, window);
  return celebratedFrom(from, to);
};

/** The birthdays celebrated from one day to another, both included: the look-ahead list. */
export const celebratedFrom = (from: Day, to: Day): CelebratedDate[] => {
  const dates: CelebratedDate[] = [];
  for (let on = from; on <= to; on = addDays(on, 1)) dates.push(...celebratedOn(on));
  return dates;
};
