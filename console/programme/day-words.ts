import { type FestivalId, weekdayOf } from "../../shared/calendar/festival.ts";
import type { Day } from "../../shared/business-day.ts";
import { formats, lang } from "../../shared/ui/index.ts";
import { en } from "../../shared/wording/calendar/en.ts";
import { zh } from "../../shared/wording/calendar/zh.ts";
import { words } from "./words.ts";

export const festivalName = (id: FestivalId): string =>
  (lang.value === "zh-CN" ? zh : en).festivals[id];

/** "2026年9月25日 周五". */
export const dayWithWeekday = (day: Day): string =>
  words.value.when.dayAndWeekday(
    formats.value.day(day),
    words.value.when.weekdays[weekdayOf(day) - 1] ?? "",
  );
