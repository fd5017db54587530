/** Is it somebody's birthday? Solar and lunar. @module */
import { type Day, isDay } from "../business-day.ts";

const lunar = new Intl.DateTimeFormat("en-u-ca-chinese", {
  month: "numeric",
  day: "numeric",
  timeZone: "UTC",
});

/** Month and day of the Chinese calendar, "08-15"; in a leap month "06bis-01". */
const lunarOf = (day: Day): string => {
  const parts = lunar.formatToParts(Date.parse(`${day}T12:00:00Z`));
  const part = (type: string) => parts.find((p) => p.type === type)?.value ?? "";
  return `${part("month").padStart(2, "0")}-${part("day").padStart(2, "0")}`;
};

/** True if `today` is the birthday `on` ("YYYY-MM-DD", year 0000 unknown; for the lunar calendar the
 *  lunar month and day). 29 February is celebrated on the 28th in common years. */
export const isBirthday = (
  birthday: { on: string; calendar: "solar" | "lunar" } | null,
  today: Day,
): boolean => {
  if (!birthday) return false;
  const monthDay = birthday.on.slice(5);
  if (birthday.calendar === "lunar") return lunarOf(today) === monthDay;
  if (monthDay === "02-29" && !isDay(`${today.slice(0, 4)}-02-29`)) {
    return today.slice(5) === "02-28";
  }
  return today.slice(5) === monthDay;
};
