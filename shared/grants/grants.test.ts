import { describe, expect, test } from "vitest";
import { dayOf, startOfDay } from "../business-day.ts";
import type { Birthday } from "../calendar/birthday.ts";
import { checkInOn, roundAround, streakOn } from "./check-in.ts";
import { defaultGrantRules, GrantRules, noGrants } from "./grant-rules.ts";
import {
  birthdayGrant,
  festivalGrants,
  profileMissing,
  rechargePoints,
  sharePoints,
} from "./grants.ts";
import { isForfeit, judgeReferral, referralRefusal, settledAt } from "./referral.ts";

const checkIn = defaultGrantRules.checkIn!;
const referral = defaultGrantRules.referral!;

describe("the schema", () => {
  test("takes what a new programme begins with, and nothing at all", () => {
    expect(GrantRules.parse(defaultGrantRules)).toEqual(defaultGrantRules);
    expect(GrantRules.parse(noGrants)).toEqual(noGrants);
  });

  test.each([
    ["a grant of nothing", { profile: { points: 0 } }],
    ["half a point", { profile: { points: 0.5 } }],
    ["a festival twice", {
      festivals: [{ festivalId: "qixi", points: 1 }, { festivalId: "qixi", points: 2 }],
    }],
    ["a festival nobody knows", { festivals: [{ festivalId: "market-day", points: 1 }] }],
    ["a streak of one day", { checkIn: { points: 1, streaks: [{ days: 1, points: 1 }] } }],
    ["a streak twice", {
      checkIn: { points: 1, streaks: [{ days: 3, points: 1 }, { days: 3, points: 2 }] },
    }],
    ["no referral a month", { referral: { ...referral, maxPerMonth: 0 } }],
    ["an unknown part", { lottery: { points: 1 } }],
    ["a missing part", { profile: undefined }],
  ])("refuses %s", (_, part) => {
    expect(GrantRules.safeParse({ ...noGrants, ...part }).success).toBe(false);
  });
});

describe("check-in", () => {
  test.each([
    [null, "2026-11-22", { streak: 1, place: 1, points: 1, bonus: 0 }],
    [{ day: "2026-11-21", streak: 1 }, "2026-11-22", { streak: 2, place: 2, points: 1, bonus: 0 }],
    [{ day: "2026-11-21", streak: 2 }, "2026-11-22", { streak: 3, place: 3, points: 3, bonus: 2 }],
    [{ day: "2026-11-21", streak: 6 }, "2026-11-22", {
      streak: 7,
      place: 7,
      points: 11,
      bonus: 10,
    }],
    // After the longest streak the round begins anew, the days in a row go on.
    [{ day: "2026-11-21", streak: 7 }, "2026-11-22", { streak: 8, place: 1, points: 1, bonus: 0 }],
    [{ day: "2026-11-21", streak: 9 }, "2026-11-22", { streak: 10, place: 3, points: 3, bonus: 2 }],
    // A day missed.
    [{ day: "2026-11-20", streak: 6 }, "2026-11-22", { streak: 1, place: 1, points: 1, bonus: 0 }],
    // Over the end of a year and over 29 February.
    [{ day: "2026-12-31", streak: 2 }, "2027-01-01", { streak: 3, place: 3, points: 3, bonus: 2 }],
    [{ day: "2028-02-28", streak: 1 }, "2028-02-29", { streak: 2, place: 2, points: 1, bonus: 0 }],
    // Done already, or a clock that went back.
    [{ day: "2026-11-22", streak: 4 }, "2026-11-22", null],
    [{ day: "2026-11-23", streak: 4 }, "2026-11-22", null],
  ])("after %o on %s", (last, today, earns) => {
    expect(checkInOn(checkIn, last, today)).toEqual(earns);
  });

  test("the day is the stores' day: 23:59 and 00:00 in Shanghai are two", () => {
    const midnight = startOfDay("2026-11-23");
    const last = { day: dayOf(midnight - 1), streak: 1 };
    expect(checkInOn(checkIn, last, dayOf(midnight - 1))).toBeNull();
    expect(checkInOn(checkIn, last, dayOf(midnight))?.streak).toBe(2);
  });

  test("days in a row stand until the next day is over", () => {
    const last = { day: "2026-11-20", streak: 4 };
    expect(["2026-11-20", "2026-11-21", "2026-11-22"].map((d) => streakOn(last, d))).toEqual([
      4,
      4,
      0,
    ]);
  });

  test("the calendar of the round", () => {
    const before = roundAround(checkIn, { day: "2026-11-21", streak: 2 }, "2026-11-22");
    expect(before.map((d) => `${d.day.slice(8)} ${d.state} ${d.points}`)).toEqual([
      "20 done 1",
      "21 done 1",
      "22 today 3",
      "23 ahead 1",
      "24 ahead 1",
      "25 ahead 1",
      "26 ahead 11",
    ]);
    const after = roundAround(checkIn, { day: "2026-11-22", streak: 7 }, "2026-11-22");
    expect(after.at(-1)).toMatchObject({ day: "2026-11-22", state: "done", place: 7 });
    const next = roundAround(checkIn, { day: "2026-11-22", streak: 7 }, "2026-11-23");
    expect(next[0]).toMatchObject({ day: "2026-11-23", state: "today", streak: 8 });
    expect(roundAround({ points: 2, streaks: [] }, null, "2026-11-22")).toHaveLength(7);
  });
});

describe("referral", () => {
  const bought = startOfDay("2026-11-01") + 10 * 3_600_000;
  const sale = (keptFen: number, days = 0) => ({
    saleId: `sale_${days}`,
    occurredAt: bought + days * 86_400_000,
    keptFen,
  });
  const due = startOfDay("2026-11-09");

  test("is paid to both when the days to wait are over, to the millisecond", () => {
    expect(settledAt(referral, bought)).toBe(due);
    expect(judgeReferral(referral, [sale(100)], 0, due - 1)).toEqual({
      state: "waits-until",
      saleId: "sale_0",
      at: due,
    });
    expect(judgeReferral(referral, [sale(100)], 0, due)).toEqual({
      state: "due",
      saleId: "sale_0",
      referrerPoints: 30,
      friendPoints: 30,
      capped: false,
    });
  });

  test("waits for a purchase; what was returned is none", () => {
    const waits = { state: "waits-for-purchase" };
    expect(judgeReferral(referral, [], 0, due)).toEqual(waits);
    expect(judgeReferral(referral, [sale(0)], 0, due)).toEqual(waits);
    expect(judgeReferral({ ...referral, minSaleFen: 5_000 }, [sale(4_999)], 0, due)).toEqual(waits);
    expect(judgeReferral({ ...referral, minSaleFen: 5_000 }, [sale(5_000)], 0, due))
      .toMatchObject({ state: "due" });
  });

  test("the next purchase takes the place of one that was returned", () => {
    expect(judgeReferral(referral, [sale(900, 3), sale(0)], 0, due))
      .toMatchObject({ state: "waits-until", saleId: "sale_3" });
  });

  test("the month's cap is the referrer's alone", () => {
    expect(judgeReferral(referral, [sale(100)], 9, due)).toMatchObject({ referrerPoints: 30 });
    expect(judgeReferral(referral, [sale(100)], 10, due))
      .toMatchObject({ state: "due", referrerPoints: 0, friendPoints: 30, capped: true });
  });

  test("with no days to wait it is paid at once, and forfeit on a return", () => {
    const atOnce = { ...referral, waitDays: 0, minSaleFen: 1_000 };
    expect(judgeReferral(atOnce, [sale(1_000)], 0, bought)).toMatchObject({ state: "due" });
    expect(isForfeit(atOnce, 999)).toBe(true);
    expect(isForfeit(atOnce, 1_000)).toBe(false);
    expect(isForfeit(referral, 0)).toBe(false);
  });

  test.each([
    [{ referrerId: null }, "referral-unknown"],
    [{ referrerId: "b" }, "referral-self"],
    [{ samePerson: true }, "referral-self"],
    [{}, null],
  ])("%o: %s", (asked, refusal) => {
    const base = { referrerId: "a", friendId: "b", samePerson: false };
    expect(referralRefusal({ ...base, ...asked })).toBe(refusal);
  });
});

describe("birthday and festivals", () => {
  const rules = (when: "day" | "week" | "month"): GrantRules => ({
    ...defaultGrantRules,
    birthday: { points: 100, when, paid: "window-opens" },
  });
  const leap: Birthday = { on: "1987-06-10", calendar: "lunar-leap" };

  test.each(
    [
      ["day", "2026-07-22", null],
      ["day", "2026-07-23", 2026],
      ["day", "2025-08-03", 2025],
      ["day", "2025-07-04", null],
      ["week", "2026-07-20", 2026],
      ["week", "2026-07-26", 2026],
      ["week", "2026-07-27", null],
      ["month", "2026-07-01", 2026],
      ["month", "2026-08-01", null],
    ] as const,
  )("born in a leap month, %s, on %s", (when, day, year) => {
    expect(birthdayGrant(rules(when), leap, day)?.year ?? null).toBe(year);
  });

  test("a window over New Year is one birthday, of one year", () => {
    const newYear: Birthday = { on: "1990-01-01", calendar: "solar" };
    const years = ["2025-12-29", "2026-01-01", "2026-01-04"]
      .map((day) => birthdayGrant(rules("week"), newYear, day)?.year);
    expect(years).toEqual([2026, 2026, 2026]);
  });

  test("none where it is off or not known", () => {
    expect(birthdayGrant(noGrants, leap, "2026-07-23")).toBeNull();
    expect(birthdayGrant(rules("day"), null, "2026-07-23")).toBeNull();
  });

  test("festivals by the calendar", () => {
    expect(festivalGrants(defaultGrantRules, "2026-02-17"))
      .toEqual([{ festivalId: "spring-festival", points: 66 }]);
    expect(festivalGrants(defaultGrantRules, "2026-02-18")).toEqual([]);
  });
});

test("shares up to the day's cap", () => {
  expect([0, 2, 3].map((n) => sharePoints(defaultGrantRules, n))).toEqual([2, 2, 0]);
  expect(sharePoints(noGrants, 0)).toBe(0);
});

test("what a profile lacks", () => {
  const full = {
    name: "王秀英",
    phone: true,
    birthday: { on: "0000-03-15", calendar: "solar" as const },
    sex: "female",
  };
  expect(profileMissing(full)).toEqual([]);
  expect(profileMissing({ ...full, birthday: null, sex: null })).toEqual(["birthday", "sex"]);
  expect(profileMissing({ ...full, name: " ", phone: false })).toEqual(["name", "phone"]);
});

test("a recharge earns by full steps", () => {
  const rules = { ...noGrants, recharge: { fenPerPoint: 10_000, pointsPerStep: 10 } };
  expect([9_999, 10_000, 29_999].map((fen) => rechargePoints(rules, fen))).toEqual([0, 10, 20]);
  expect(rechargePoints(noGrants, 10_000)).toBe(0);
});
