/** Festivals of the year: which day each one is, solar and lunar. @module */
import { addDays, type Day, daysBetween } from "../business-day.ts";
import { lunarMonthLength, solarOf } from "./lunar.ts";

/**
 * What fixes a festival's day: a date of the solar or of the Chinese calendar (day 30: the month's
 * last), the nth weekday of a month (1 Monday … 7 Sunday), or a solar term (Qingming).
 */
type When =
  | { kind: "solar"; month: number; day: number }
  | { kind: "lunar"; month: number; day: number }
  | { kind: "weekday"; month: number; weekday: number; nth: number }
  | { kind: "term" };

const solar = (month: number, day: number): When => ({ kind: "solar", month, day });
const lunar = (month: number, day: number): When => ({ kind: "lunar", month, day });
const sunday = (month: number, nth: number): When => ({ kind: "weekday", month, weekday: 7, nth });

const table = {
  "new-year": solar(1, 1),
  "laba": lunar(12, 8),
  "spring-festival-eve": lunar(12, 30),
  "spring-festival": lunar(1, 1),
  "lantern": lunar(1, 15),
  "valentine": solar(2, 14),
  "womens-day": solar(3, 8),
  "qingming": { kind: "term" },
  "labour-day": solar(5, 1),
  "youth-day": solar(5, 4),
  "mothers-day": sunday(5, 2),
  "childrens-day": solar(6, 1),
  "dragon-boat": lunar(5, 5),
  "fathers-day": sunday(6, 3),
  "qixi": lunar(7, 7),
  "zhongyuan": lunar(7, 15),
  "teachers-day": solar(9, 10),
  "mid-autumn": lunar(8, 15),
  "national-day": solar(10, 1),
  "double-ninth": lunar(9, 9),
  "singles-day": solar(11, 11),
  "double-twelve": solar(12, 12),
  "christmas-eve": solar(12, 24),
  "christmas": solar(12, 25),
} satisfies Record<string, When>;

export type FestivalId = keyof typeof table;

/** All festivals, each with what fixes its day. */
export const festivals = (Object.entries(table) as [FestivalId, When][])
  .map(([id, when]) => ({ id, kind: when.kind }));
export const festivalIds = Object.keys(table) as [FestivalId, ...FestivalId[]];

const pad = (n: number, width = 2): string => String(n).padStart(width, "0");
const dayFrom = (year: number, month: number, day: number): Day =>
  `${pad(year, 4)}-${pad(month)}-${pad(day)}`;

/** Day of April on which the sun reaches 15°, in Beijing time, 1900 to 2100 (the almanac's rule). */
const qingming = (year: number): number => {
  const y = year < 2000 ? year - 1900 : year - 2000;
  const leapDays = Math.floor(y / 4) - (y === 100 ? 1 : 0);
  return Math.floor(y * 0.2422 + (year < 2000 ? 5.59 : 4.81)) - leapDays;
};

const nthWeekday = (year: number, month: number, weekday: number, nth: number): Day => {
  const first = dayFrom(year, month, 1);
  const ahead = (weekday - weekdayOf(first) + 7) % 7;
  return addDays(first, ahead + (nth - 1) * 7);
};

/** 1 Monday … 7 Sunday. */
export const weekdayOf = (day: Day): number => ((daysBetween("2024-01-01", day) % 7) + 7) % 7 + 1;

/** The days of a lunar month and day that lie in the solar year; day 30 is the month's last. */
const lunarIn = (solarYear: number, month: number, day: number): Day[] =>
  [solarYear - 1, solarYear].flatMap((year) => {
    const length = lunarMonthLength(year, month);
    const on = solarOf({ year, month, day: Math.min(day, length), leap: false });
    return on?.startsWith(pad(solarYear, 4)) ? [on] : [];
  });

const known = new Map<string, readonly Day[]>();

/** All days of a festival in a solar year: one as a rule; of the twelfth lunar month none or two. */
export const daysIn = (id: FestivalId, year: number): readonly Day[] => {
  const key = `${id} ${year}`;
  const kept = known.get(key);
  if (kept) return kept;
  const when: When = table[id];
  const days = when.kind === "solar"
    ? [dayFrom(year, when.month, when.day)]
    : when.kind === "weekday"
    ? [nthWeekday(year, when.month, when.weekday, when.nth)]
    : when.kind === "term"
    ? [dayFrom(year, 4, qingming(year))]
    : lunarIn(year, when.month, when.day);
  known.set(key, days);
  return days;
};

/**
 * The festival's day in a solar year, 1901 to 2100. A year that holds two (Laba can fall in January
 * and in December) answers the first; one that holds none the next one after it.
 */
export const festivalDay = (id: FestivalId, year: number): Day => {
  const day = daysIn(id, year)[0] ?? daysIn(id, year + 1)[0];
  if (!day) throw new RangeError(`no ${id} in ${year}`);
  return day;
};

/** True on the festival, and so many days before and after it. */
export const isFestival = (
  id: FestivalId,
  day: Day,
  daysBefore = 0,
  daysAfter = 0,
): boolean => {
  const year = Number(day.slice(0, 4));
  if (daysIn(id, year).includes(day)) return true;
  if (daysBefore === 0 && daysAfter === 0) return false;
  return [year - 1, year, year + 1].flatMap((y) => daysIn(id, y)).some((on) => {
    const past = daysBetween(on, day);
    return past >= -daysBefore && past <= daysAfter;
  });
};

/** The next n festivals, today's included, soonest first. */
export const upcoming = (day: Day, n: number): { id: FestivalId; on: Day }[] => {
  const year = Number(day.slice(0, 4));
  const years = Array.from({ length: 2 + Math.ceil(n / festivalIds.length) }, (_, i) => year + i);
  return years
    .flatMap((y) => festivalIds.flatMap((id) => daysIn(id, y).map((on) => ({ id, on }))))
    .filter(({ on }) => on >= day)
    .sort((a, b) => a.on < b.on ? -1 : a.on > b.on ? 1 : 0)
    .slice(0, n);
};
