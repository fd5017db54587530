/**
 * The Chinese calendar from 1900 to 2100, from a table.
 *
 * One number per year, as almanacs in China code it: bits 15 to 4 say of months 1 to 12 whether
 * they have 30 days (bit 15: the first month), bits 3 to 0 name the month that is doubled (0: none),
 * bit 16 says whether the doubled month has 30 days. The table follows GB/T 33661-2017 (new moons
 * and solar terms in Beijing time). Browsers' own `Intl` calendar is not used: it puts new moons
 * near midnight on the wrong side (Spring Festival 2027 is 6 February, not the 7th), and each
 * browser differently.
 *
 * @module
 */
import { addDays, type Day, daysBetween } from "../business-day.ts";

/** A day of the Chinese calendar; `leap` when it lies in the second of two months of one number. */
export interface LunarDay {
  year: number;
  month: number;
  day: number;
  leap: boolean;
}

const FIRST_YEAR = 1900;
const LAST_YEAR = 2100;
const FIRST_DAY = "1900-01-31";
// deno-fmt-ignore
const YEARS = [
  0x04bd8, 0x04ae0, 0x0a570, 0x054d5, 0x0d260, 0x0d950, 0x16554, 0x056a0, 0x09ad0, 0x055d2, // 1900
  0x04ae0, 0x0a5b6, 0x0a4d0, 0x0d250, 0x1d255, 0x0b540, 0x0d6a0, 0x0ada2, 0x095b0, 0x14977, // 1910
  0x04970, 0x0a4b0, 0x0b4b5, 0x06a50, 0x06d40, 0x1ab54, 0x02b60, 0x09570, 0x052f2, 0x04970, // 1920
  0x06566, 0x0d4a0, 0x0ea50, 0x16a95, 0x05ad0, 0x02b60, 0x186e3, 0x092e0, 0x1c8d7, 0x0c950, // 1930
  0x0d4a0, 0x1d8a6, 0x0b550, 0x056a0, 0x1a5b4, 0x025d0, 0x092d0, 0x0d2b2, 0x0a950, 0x0b557, // 1940
  0x06ca0, 0x0b550, 0x15355, 0x04da0, 0x0a5b0, 0x14573, 0x052b0, 0x0a9a8, 0x0e950, 0x06aa0, // 1950
  0x0aea6, 0x0ab50, 0x04b60, 0x0aae4, 0x0a570, 0x05260, 0x0f263, 0x0d950, 0x05b57, 0x056a0, // 1960
  0x096d0, 0x04dd5, 0x04ad0, 0x0a4d0, 0x0d4d4, 0x0d250, 0x0d558, 0x0b540, 0x0b6a0, 0x195a6, // 1970
  0x095b0, 0x049b0, 0x0a974, 0x0a4b0, 0x0b27a, 0x06a50, 0x06d40, 0x0af46, 0x0ab60, 0x09570, // 1980
  0x04af5, 0x04970, 0x064b0, 0x074a3, 0x0ea50, 0x06b58, 0x05ac0, 0x0ab60, 0x096d5, 0x092e0, // 1990
  0x0c960, 0x0d954, 0x0d4a0, 0x0da50, 0x07552, 0x056a0, 0x0abb7, 0x025d0, 0x092d0, 0x0cab5, // 2000
  0x0a950, 0x0b4a0, 0x0baa4, 0x0ad50, 0x055d9, 0x04ba0, 0x0a5b0, 0x15176, 0x052b0, 0x0a930, // 2010
  0x07954, 0x06aa0, 0x0ad50, 0x05b52, 0x04b60, 0x0a6e6, 0x0a4e0, 0x0d260, 0x0ea65, 0x0d530, // 2020
  0x05aa0, 0x076a3, 0x096d0, 0x04afb, 0x04ad0, 0x0a4d0, 0x1d0b6, 0x0d250, 0x0d520, 0x0dd45, // 2030
  0x0b5a0, 0x056d0, 0x055b2, 0x049b0, 0x0a577, 0x0a4b0, 0x0aa50, 0x1b255, 0x06d20, 0x0ada0, // 2040
  0x14b63, 0x09370, 0x049f8, 0x04970, 0x064b0, 0x168a6, 0x0ea50, 0x06b20, 0x1a6c4, 0x0aae0, // 2050
  0x092e0, 0x0d2e3, 0x0c960, 0x0d557, 0x0d4a0, 0x0da50, 0x05d55, 0x056a0, 0x0a6d0, 0x055d4, // 2060
  0x052d0, 0x0a9b8, 0x0a950, 0x0b4a0, 0x0b6a6, 0x0ad50, 0x055a0, 0x0aba4, 0x0a5b0, 0x052b0, // 2070
  0x0b273, 0x06930, 0x07337, 0x06aa0, 0x0ad50, 0x14b55, 0x04b60, 0x0a570, 0x054e4, 0x0d160, // 2080
  0x0e968, 0x0d520, 0x0daa0, 0x16aa6, 0x056d0, 0x04ae0, 0x0a9d4, 0x0a2d0, 0x0d150, 0x0f252, // 2090
  0x0d520, // 2100
];

const lengthOf = (code: number, month: number): number => 29 + ((code >> (16 - month)) & 1);
const leapMonth = (code: number): number => code & 15;
const leapLength = (code: number): number => leapMonth(code) ? 29 + (code >> 16) : 0;

/** Days from FIRST_DAY to the first day of each year, and of the year after the last. */
const STARTS = YEARS.reduce((starts, code) => {
  let days = leapLength(code);
  for (let month = 1; month <= 12; month++) days += lengthOf(code, month);
  return [...starts, starts.at(-1)! + days];
}, [0]);

/** The months of a year in the order in which they pass; empty outside the table. */
const monthsOf = (year: number): { month: number; leap: boolean; length: number }[] => {
  const code = YEARS[year - FIRST_YEAR];
  if (code === undefined) return [];
  const months = [];
  for (let month = 1; month <= 12; month++) {
    months.push({ month, leap: false, length: lengthOf(code, month) });
    if (month === leapMonth(code)) months.push({ month, leap: true, length: leapLength(code) });
  }
  return months;
};

/** The day of the Chinese calendar. RangeError before 31 January 1900 and after lunar 2100. */
export const lunarOf = (day: Day): LunarDay => {
  const days = daysBetween(FIRST_DAY, day);
  if (days < 0 || days >= STARTS.at(-1)!) throw new RangeError(`not in the lunar table: ${day}`);
  // A lunar year begins in January or February of the solar year with its number.
  let year = Number(day.slice(0, 4));
  if (year > LAST_YEAR || STARTS[year - FIRST_YEAR]! > days) year--;
  let left = days - STARTS[year - FIRST_YEAR]!;
  for (const { month, leap, length } of monthsOf(year)) {
    if (left < length) return { year, month, day: left + 1, leap };
    left -= length;
  }
  throw new RangeError(`not in the lunar table: ${day}`);
};

/** Days of a lunar month in a year; 0 where the year has no such month or the table no such year. */
export const lunarMonthLength = (year: number, month: number, leap = false): number =>
  monthsOf(year).find((m) => m.month === month && m.leap === leap)?.length ?? 0;

/** The solar day of a lunar one; null where the year has no such month or the month no such day. */
export const solarOf = ({ year, month, day, leap }: LunarDay): Day | null => {
  if (day < 1 || day > lunarMonthLength(year, month, leap)) return null;
  let days = STARTS[year - FIRST_YEAR]! + day - 1;
  for (const m of monthsOf(year)) {
    if (m.month === month && m.leap === leap) break;
    days += m.length;
  }
  return addDays(FIRST_DAY, days);
};
