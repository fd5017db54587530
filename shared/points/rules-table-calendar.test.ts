import { describe } from "vitest";
import type { Birthday } from "../calendar/birthday.ts";
import type { FestivalId } from "../calendar/festival.ts";
import { double, type Row, rule, runTable, spend, withRules } from "./test-table.ts";
import type { When } from "./when.ts";

const held = "base-rate rule-factor";
const only = (when: When) => withRules(rule("d", double, { when }));
const on = (
  when: When,
  at: string,
): Row => [`${at} doubles`, only(when), spend(100, { at }), 20, held];
const off = (when: When, at: string): Row => {
  const [condition] = Object.keys(when);
  return [`${at} does not`, only(when), spend(100, { at }), 10, `base-rate !${condition}`];
};

/** Days from the almanac of 2026. */
const festivals: [FestivalId, before: string, day: string, after: string][] = [
  ["new-year", "2025-12-31", "2026-01-01", "2026-01-02"],
  ["laba", "2026-01-25", "2026-01-26", "2026-01-27"],
  ["spring-festival-eve", "2026-02-15", "2026-02-16", "2026-02-17"],
  ["spring-festival", "2026-02-16", "2026-02-17", "2026-02-18"],
  ["lantern", "2026-03-02", "2026-03-03", "2026-03-04"],
  ["valentine", "2026-02-13", "2026-02-14", "2026-02-15"],
  ["womens-day", "2026-03-07", "2026-03-08", "2026-03-09"],
  ["qingming", "2026-04-04", "2026-04-05", "2026-04-06"],
  ["labour-day", "2026-04-30", "2026-05-01", "2026-05-02"],
  ["youth-day", "2026-05-03", "2026-05-04", "2026-05-05"],
  ["mothers-day", "2026-05-09", "2026-05-10", "2026-05-11"],
  ["childrens-day", "2026-05-31", "2026-06-01", "2026-06-02"],
  ["dragon-boat", "2026-06-18", "2026-06-19", "2026-06-20"],
  ["fathers-day", "2026-06-20", "2026-06-21", "2026-06-22"],
  ["qixi", "2026-08-18", "2026-08-19", "2026-08-20"],
  ["zhongyuan", "2026-08-26", "2026-08-27", "2026-08-28"],
  ["teachers-day", "2026-09-09", "2026-09-10", "2026-09-11"],
  ["mid-autumn", "2026-09-24", "2026-09-25", "2026-09-26"],
  ["national-day", "2026-09-30", "2026-10-01", "2026-10-02"],
  ["double-ninth", "2026-10-17", "2026-10-18", "2026-10-19"],
  ["singles-day", "2026-11-10", "2026-11-11", "2026-11-12"],
  ["double-twelve", "2026-12-11", "2026-12-12", "2026-12-13"],
  ["christmas-eve", "2026-12-23", "2026-12-24", "2026-12-25"],
  ["christmas", "2026-12-24", "2026-12-25", "2026-12-26"],
];
const festival = (id: FestivalId, daysBefore = 0, daysAfter = 0): When => ({
  festivals: { ids: [id], daysBefore, daysAfter },
});

describe.each(festivals)("%s", (id, before, day, after) => {
  runTable([
    off(festival(id), `${before}T23:59:59.999`),
    on(festival(id), `${day}T00:00`),
    on(festival(id), `${day}T23:59:59.999`),
    off(festival(id), `${after}T00:00`),
  ]);
});

const twoFestivals: When = {
  festivals: { ids: ["qixi", "mid-autumn"], daysBefore: 0, daysAfter: 0 },
};
describe("around festivals", () => {
  runTable([
    off(festival("mid-autumn", 1, 1), "2026-09-23T12:00"),
    on(festival("mid-autumn", 1, 1), "2026-09-24T00:00"),
    on(festival("mid-autumn", 1, 1), "2026-09-26T23:59"),
    off(festival("mid-autumn", 1, 1), "2026-09-27T00:00"),
    off(festival("new-year", 3, 0), "2025-12-28T12:00"),
    on(festival("new-year", 3, 0), "2025-12-29T12:00"),
    off(festival("new-year", 3, 0), "2026-01-02T12:00"),
    on(festival("double-twelve", 0, 30), "2027-01-11T12:00"),
    off(festival("double-twelve", 0, 30), "2027-01-12T12:00"),
    on(festival("spring-festival", 7, 15), "2026-02-10T12:00"),
    off(festival("spring-festival", 7, 15), "2026-02-09T12:00"),
    on(festival("spring-festival", 7, 15), "2026-03-04T12:00"),
    on(twoFestivals, "2026-08-19T12:00"),
    on(twoFestivals, "2026-09-25T12:00"),
    off(twoFestivals, "2026-09-01T12:00"),
    // Laba of 2025 fell in January and in none of its later months; the next is in 2026.
    on(festival("laba"), "2025-01-07T12:00"),
    off(festival("laba"), "2025-12-31T12:00"),
  ]);
});

const wednesday: When = { weekdays: [3] };
const the8th: When = { monthDays: [8] };
const the31st: When = { monthDays: [31] };
const the29th: When = { monthDays: [29] };

describe("member days", () => {
  runTable([
    off(wednesday, "2026-09-22T23:59:59.999"),
    on(wednesday, "2026-09-23T00:00"),
    on(wednesday, "2026-09-23T23:59:59.999"),
    off(wednesday, "2026-09-24T00:00"),
    on({ weekdays: [6, 7] }, "2026-09-27T12:00"),
    off({ weekdays: [6, 7] }, "2026-09-28T12:00"),
    off(the8th, "2026-09-07T23:59"),
    on(the8th, "2026-09-08T12:00"),
    off(the8th, "2026-09-18T12:00"),
    on(the31st, "2026-01-31T12:00"),
    off(the31st, "2026-02-28T12:00"),
    off(the31st, "2026-04-30T12:00"),
    off(the29th, "2026-02-28T12:00"),
    on(the29th, "2028-02-29T12:00"),
    on({ monthDays: [8, 18, 28] }, "2026-02-28T12:00"),
  ]);
});

const evening: When = { hours: [{ from: 18 * 60, to: 20 * 60 }] };
const night: When = { hours: [{ from: 22 * 60, to: 2 * 60 }] };
const twice: When = { hours: [{ from: 540, to: 600 }, { from: 1020, to: 1080 }] };
const october: When = { from: "2026-10-01", to: "2026-10-31" };

describe("hours and periods", () => {
  runTable([
    off(evening, "2026-09-01T17:59:59.999"),
    on(evening, "2026-09-01T18:00"),
    on(evening, "2026-09-01T19:59:59.999"),
    off(evening, "2026-09-01T20:00"),
    off(night, "2026-09-01T21:59"),
    on(night, "2026-09-01T22:00"),
    on(night, "2026-09-01T23:59:59"),
    on(night, "2026-09-02T00:00"),
    on(night, "2026-09-02T01:59:59"),
    off(night, "2026-09-02T02:00"),
    on(twice, "2026-09-01T09:00"),
    off(twice, "2026-09-01T10:00"),
    on(twice, "2026-09-01T17:59"),
    on({ hours: [{ from: 0, to: 1440 }] }, "2026-09-01T00:00"),
    on({ hours: [{ from: 0, to: 1440 }] }, "2026-09-01T23:59:59.999"),
    off(october, "2026-09-30T23:59:59.999"),
    on(october, "2026-10-01T00:00"),
    on(october, "2026-10-31T23:59:59.999"),
    off({ to: "2026-10-31" }, "2026-11-01T00:00"),
    on({ from: "2026-10-01" }, "2030-01-01T12:00"),
  ]);
});

const celebrating = (
  what: string,
  window: "day" | "week" | "month",
  birthday: Birthday,
  at: string,
  holds: boolean,
): Row => [
  `${what}, ${window}: ${at}`,
  only({ birthday: window }),
  spend(100, { at: `${at}T12:00`, member: { birthday } }),
  holds ? 20 : 10,
  holds ? held : "base-rate !birthday",
];
const may20: Birthday = { on: "1990-05-20", calendar: "solar" };
const leapDay: Birthday = { on: "2000-02-29", calendar: "solar" };
const lunar815: Birthday = { on: "1985-08-15", calendar: "lunar" };
const leap6: Birthday = { on: "1987-06-10", calendar: "lunar-leap" };
const lunar1230: Birthday = { on: "0000-12-30", calendar: "lunar" };

describe("birthdays", () => {
  runTable([
    celebrating("solar", "day", may20, "2026-05-20", true),
    celebrating("solar", "day", may20, "2026-05-21", false),
    // 20 May 2026 is a Wednesday: its week goes from the 18th to the 24th.
    celebrating("solar", "week", may20, "2026-05-17", false),
    celebrating("solar", "week", may20, "2026-05-18", true),
    celebrating("solar", "week", may20, "2026-05-24", true),
    celebrating("solar", "week", may20, "2026-05-25", false),
    celebrating("solar", "month", may20, "2026-04-30", false),
    celebrating("solar", "month", may20, "2026-05-01", true),
    celebrating("solar", "month", may20, "2026-05-31", true),
    celebrating("solar", "month", may20, "2026-06-01", false),
    celebrating("29 February", "day", leapDay, "2026-02-28", true),
    celebrating("29 February", "day", leapDay, "2028-02-28", false),
    celebrating("29 February", "day", leapDay, "2028-02-29", true),
    celebrating("lunar 8-15", "day", lunar815, "2026-09-25", true),
    celebrating("lunar 8-15", "day", lunar815, "2026-08-15", false),
    celebrating("lunar 8-15", "month", lunar815, "2026-09-01", true),
    // The year 2025 doubled its sixth month, from 25 July on; 2026 has none.
    celebrating("leap sixth", "day", leap6, "2025-08-03", true),
    celebrating("leap sixth", "day", leap6, "2025-07-04", false),
    celebrating("leap sixth", "day", leap6, "2026-07-23", true),
    // The twelfth month of the year before 2027 has 29 days.
    celebrating("lunar 12-30, year unknown", "day", lunar1230, "2027-02-05", true),
    ["unknown", only({ birthday: "month" }), spend(100), 10, "base-rate !birthday"],
  ]);
});
