import { formatsOf } from "../../format.ts";
import type { BirthdaysWording } from "./zh.ts";

const f = formatsOf("en");

export const en: BirthdaysWording = {
  title: "Birthdays",
  lead: "Who celebrates in the days ahead, by the solar and the lunar calendar.",
  ahead: "Look ahead",
  days: (count) => `${f.count(count)} days`,
  today: "Today",
  on: (day) => f.day(day),
  count: (count) => `${f.count(count)} ${f.plural(count, { one: "member", other: "members" })}`,
  more: (count) => `and ${f.count(count)} more`,
  none: "Nobody celebrates",
};
