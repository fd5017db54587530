import { formats } from "../../shared/ui/index.ts";
import { words } from "./words.ts";

/** A birthday, "1990-05-20" in its own calendar; the year 0000 is unknown and not shown, and lunar
 *  days keep their numbers. Null when there is none. */
export function birthdayText(birthday: string | null, calendar: string): string | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(birthday ?? "");
  if (!match) return birthday;
  const [, year = "", month = "", date = ""] = match;
  const t = words.value;
  if (calendar !== "solar") {
    const day = `${Number(month)}-${Number(date)}`;
    return t.birthdayOf(year === "0000" ? day : `${year}-${day}`, true);
  }
  if (year === "0000") {
    return t.birthdayOf(
      formats.value.monthDay(Date.parse(`2000-${month}-${date}T04:00:00Z`)),
      false,
    );
  }
  return t.birthdayOf(formats.value.day(`${year}-${month}-${date}`), false);
}
