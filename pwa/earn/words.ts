import { openWording } from "../../shared/ui/index.ts";
import type { CalendarWording } from "../../shared/wording/calendar/zh.ts";
import type { EarnWording } from "../../shared/wording/card/earn-zh.ts";

/** Texts of earning without buying. */
export const earnWords = openWording<EarnWording>({
  "zh-CN": () => import("../../shared/wording/card/earn-zh.ts").then((file) => file.earnZh),
  en: () => import("../../shared/wording/card/earn-en.ts").then((file) => file.earnEn),
});

/** Names of the festivals. */
export const calendarWords = openWording<CalendarWording>({
  "zh-CN": () => import("../../shared/wording/calendar/zh.ts").then((file) => file.zh),
  en: () => import("../../shared/wording/calendar/en.ts").then((file) => file.en),
});
