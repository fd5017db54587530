/** Minutes that the clock in the stores is ahead of UTC. Asia/Shanghai has had no DST since 1991. */
export const SHANGHAI_OFFSET = 480;

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
const DAY_FORM = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** A calendar day of the stores, "YYYY-MM-DD"; day.ts has its schema. */
export type Day = string;

/** True for "YYYY-MM-DD" naming a day that exists. */
export function isDay(text: string): boolean {
  if (!DAY_FORM.test(text)) return false;
  return Number(text.slice(8)) <= lengthOf(Number(text.slice(0, 4)), Number(text.slice(5, 7)));
}

/** Days of a month; 1 is January. */
function lengthOf(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && isLeap ? 29 : MONTH_LENGTHS[month - 1]!;
}

/** The day that was asked for last: nearly always it is today's. */
let lastNumber = NaN;
let lastDay = "";

/** The stores' calendar day at an instant (ms since epoch). */
export function dayOf(at: number, offset = SHANGHAI_OFFSET): Day {
  const number = Math.floor((at + offset * MINUTE_MS) / DAY_MS);
  if (number !== lastNumber) {
    lastDay = new Date(number * DAY_MS).toISOString().slice(0, 10);
    lastNumber = number;
  }
  return lastDay;
}

/** The instant (ms) at which a day begins in the stores. */
export function startOfDay(day: Day, offset = SHANGHAI_OFFSET): number {
  return utcMidnight(day) - offset * MINUTE_MS;
}

/** The first instant (ms) that no longer belongs to the day. */
export function endOfDay(day: Day, offset = SHANGHAI_OFFSET): number {
  return startOfDay(addDays(day, 1), offset);
}

/** The day n days later (earlier, when n is negative). */
export function addDays(day: Day, n: number): Day {
  return new Date(utcMidnight(day) + n * DAY_MS).toISOString().slice(0, 10);
}

/** Whole days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return (utcMidnight(to) - utcMidnight(from)) / DAY_MS;
}

/** The same date n months later; 31 January + 1 month is the last day of February. */
export function addMonths(day: Day, n: number): Day {
  const { year, month, date } = partsOf(day);
  const months = year * 12 + (month - 1) + n;
  return clampedDay(Math.floor(months / 12), ((months % 12) + 12) % 12 + 1, date);
}

/** The last day of the quarter that lies `ahead` quarters after the quarter of `day` (0: its own). */
export function endOfQuarter(day: Day, ahead = 0): Day {
  const { year, month } = partsOf(day);
  const quarters = year * 4 + Math.floor((month - 1) / 3) + ahead;
  return clampedDay(Math.floor(quarters / 4), (((quarters % 4) + 4) % 4) * 3 + 3, 31);
}

/** 31 December, `ahead` years after the year of `day` (0: its own). */
export function endOfYear(day: Day, ahead = 0): Day {
  return clampedDay(partsOf(day).year + ahead, 12, 31);
}

/**
 * The first day on or after `day` with this month and date. A date that the month lacks in that
 * year means the month's last day (29 February in a common year is the 28th).
 */
export function nextMonthDay(day: Day, month: number, date: number): Day {
  const { year } = partsOf(day);
  const thisYear = clampedDay(year, month, date);
  return thisYear >= day ? thisYear : clampedDay(year + 1, month, date);
}

function partsOf(day: Day): { year: number; month: number; date: number } {
  assertDay(day);
  return {
    year: Number(day.slice(0, 4)),
    month: Number(day.slice(5, 7)),
    date: Number(day.slice(8, 10)),
  };
}

function clampedDay(year: number, month: number, date: number): Day {
  const two = (n: number) => String(n).padStart(2, "0");
  return `${String(year).padStart(4, "0")}-${two(month)}-${
    two(Math.min(date, lengthOf(year, month)))
  }`;
}

function utcMidnight(day: Day): number {
  assertDay(day);
  return Date.parse(`${day}T00:00:00Z`);
}

function assertDay(day: Day): void {
  if (!isDay(day)) throw new RangeError(`not a calendar day: ${day}`);
}
