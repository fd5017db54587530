import type { FestivalId } from "../../calendar/festival.ts";
import { en as calendar } from "../calendar/en.ts";
import { formatsOf } from "../format.ts";
import type { Named, RulePhrases } from "./phrases.ts";

const f = formatsOf("en");

const weekdays = [
  "Monday",
  "Tuesday",
  "Wednesday",
  "Thursday",
  "Friday",
  "Saturday",
  "Sunday",
];
const two = (part: number): string => String(part).padStart(2, "0");
const clock = (minute: number): string => `${Math.floor(minute / 60)}:${two(minute % 60)}`;
const days = (count: number): string =>
  `${f.count(count)} ${f.plural(count, { one: "day", other: "days" })}`;

/** "a, b and c", "a, b and 7 more". */
export const and = (names: readonly string[]): string =>
  names.length < 2 ? names.join() : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;

/** Names, and how many more there are; without names what is said in general. */
export const listed = ({ names, count }: Named, unnamed: string): string => {
  if (names.length === 0) return unnamed;
  return and(names.length < count ? [...names, `${f.count(count - names.length)} more`] : names);
};

export const points = (count: number): string =>
  `${f.count(count)} ${f.plural(count, { one: "point", other: "points" })}`;

const around = (before: number, after: number): string => {
  if (before === 0 && after === 0) return "on";
  if (before === after) return `from ${days(before)} before to ${days(after)} after`;
  if (after === 0) return `on and ${days(before)} before`;
  return before === 0
    ? `on and ${days(after)} after`
    : `from ${days(before)} before to ${days(after)} after`;
};

/** 1st, 2nd, 3rd, 8th. */
const ordinals = new Intl.PluralRules("en", { type: "ordinal" });
const endings: Partial<Record<Intl.LDMLPluralRule, string>> = { one: "st", two: "nd", few: "rd" };
const nth = (day: number): string => `${day}${endings[ordinals.select(day)] ?? "th"}`;

/** The words of each condition. */
export const conditions: RulePhrases["conditions"] = {
  from: (from, _, { to }) => to ? `from ${f.day(from)} to ${f.day(to)}` : `from ${f.day(from)} on`,
  to: (to, _, { from }) => from ? "" : `until ${f.day(to)}`,
  festivals: ({ ids, daysBefore, daysAfter }) =>
    `${around(daysBefore, daysAfter)} ${
      and(ids.map((id) => calendar.festivals[id as FestivalId] ?? id))
    }`,
  weekdays: (list) => `every ${and(list.map((day) => weekdays[day - 1]!))}`,
  monthDays: (list) => `on the ${and(list.map(nth))} of each month`,
  hours: (windows) =>
    and(
      windows.map(({ from, to }) =>
        `from ${clock(from)} to ${clock(to)}${from > to ? " the next day" : ""}`
      ),
    ),
  birthday: (window) =>
    ({
      day: "on the member's birthday",
      week: "in the week of the member's birthday",
      month: "in the month of the member's birthday",
    })[window],
  tierIds: (_, { tiers }) => `for ${listed(tiers, "some tiers")}`,
  memberCategoryIds: (_, { memberCategories }) =>
    `for members of ${listed(memberCategories, "some categories")}`,
  tags: (_, { tags }) =>
    tags.names.length === 0 ? "for some members" : `for members tagged ${listed(tags, "")}`,
  storeIds: (_, { stores }) =>
    `at ${
      listed(
        stores,
        `${f.count(stores.count)} ${f.plural(stores.count, { one: "store", other: "stores" })}`,
      )
    }`,
  firstPurchase: () => "on the first purchase",
  minSaleFen: (fen) => `on sales from ${f.moneyShort(fen)}`,
  balanceAtMost: (most) => `with at most ${points(most)} on the account`,
};
