import { describe, expect, test } from "vitest";
import { startOfDay } from "../../shared/business-day.ts";
import type { EarningRule } from "../../shared/points/earning-rules.ts";
import type { ProgrammeRules } from "../../shared/programme/rules.ts";
import { calendarDay, monthAfter, spansOf, stateAt, weeksOf } from "./calendar.ts";
import { firstRules } from "./parts.ts";

const rule = (id: string, part: Partial<EarningRule>): EarningRule => ({
  id,
  nameZh: id,
  nameEn: id,
  on: true,
  when: {},
  lines: {},
  gives: { kind: "multiplier", percent: 200 },
  priority: 0,
  groupId: null,
  caps: null,
  ...part,
});
const wednesdays = rule("member-day", { when: { weekdays: [3] } });
const evening = rule("evening", {
  when: { hours: [{ from: 1_320, to: 60 }] },
  gives: { kind: "multiplier", percent: 300 },
});
const moon = rule("moon", {
  when: { festivals: { ids: ["mid-autumn"], daysBefore: 2, daysAfter: 0 } },
});
const always = rule("always", {});
const rules: ProgrammeRules = {
  ...firstRules,
  rules: [wednesdays, evening, moon, always, rule("off", { on: false, when: { weekdays: [3] } })],
};
const named = (day: string) => calendarDay(rules, day).rules.map((each) => each.rule.id);
const at = (day: string, hour = 12) => startOfDay(day) + hour * 3_600_000;

describe("a day of the calendar", () => {
  test("holds what the day brings, not what is always there or switched off", () => {
    expect(named("2026-09-23")).toEqual(["member-day", "evening", "moon"]);
    expect(named("2026-09-24")).toEqual(["evening", "moon"]);
    expect(named("2026-09-26")).toEqual(["evening"]);
  });
  test("knows the lunar festivals, and what they give", () => {
    const giving = {
      ...rules,
      grants: { festivals: [{ festivalId: "mid-autumn", points: 20 }] },
    } as ProgrammeRules;
    expect(calendarDay(giving, "2026-09-25")).toMatchObject({
      festivals: ["mid-autumn"],
      gifts: [{ points: 20 }],
    });
    expect(calendarDay(rules, "2027-02-06").festivals).toEqual(["spring-festival"]);
  });
});

describe("what a rule does now", () => {
  test.each([
    [wednesdays, "2026-09-23", 12, { state: "now", until: null }],
    [wednesdays, "2026-09-24", 12, { state: "next", on: "2026-09-30" }],
    [evening, "2026-09-24", 12, { state: "today", from: 1_320 }],
    [evening, "2026-09-24", 0.5, { state: "now", until: 60 }],
    [moon, "2026-09-26", 12, { state: "next", on: "2027-09-13" }],
    [always, "2026-09-24", 12, { state: "always" }],
    [rule("past", { when: { to: "2026-09-01" } }), "2026-09-24", 12, { state: "over" }],
    [{ ...always, on: false }, "2026-09-24", 12, { state: "off" }],
  ])("%o on %s at %d", (each, day, hour, state) => {
    expect(stateAt(each, at(day, hour))).toEqual(state);
  });
});

test("a day in spans of what 100 yuan earn", () => {
  const only = {
    ...rules,
    rules: [wednesdays, evening],
    tierFactorPercent: { tie_gold: 150 },
  };
  expect(spansOf(only, "2026-09-23", [null, "tie_gold"], 10_000)).toEqual([
    { from: 0, to: 60, points: [600, 900] },
    { from: 60, to: 1_320, points: [200, 300] },
    { from: 1_320, to: 1_440, points: [600, 900] },
  ]);
});

test("weeks begin on Monday and hold the whole month", () => {
  const weeks = weeksOf("2026-11");
  expect([weeks[0]![0], weeks.at(-1)![6]]).toEqual(["2026-10-26", "2026-12-06"]);
  expect(weeksOf("2027-02")).toHaveLength(4);
  expect([monthAfter("2026-12", 1), monthAfter("2026-01", -1)]).toEqual(["2027-01", "2025-12"]);
});
