import { describe, expect, test } from "vitest";
import { plain, rule } from "../wording/rules/test-names.ts";
import { holdsToday, rulesFor, seasonsOf } from "./member-rules.ts";

const nobody: { tags: string[]; memberCategoryId: string | null; tierId: string } = {
  tags: [],
  memberCategoryId: null,
  tierId: "basic",
};
const rules = {
  ...plain,
  rules: [
    rule({ id: "all" }),
    rule({ id: "mothers", when: { tags: ["妈妈会员"], weekdays: [3] } }),
    rule({ id: "staff", when: { memberCategoryIds: ["mct_staff"] } }),
    rule({ id: "off", on: false }),
    rule({ id: "over", when: { to: "2026-06-30" } }),
    rule({ id: "last-day", when: { to: "2026-07-01" } }),
  ],
};
const told = (reader: Partial<typeof nobody>) => {
  const { rules: own, yours } = rulesFor(rules, { ...nobody, ...reader }, "2026-07-01");
  return { ids: own.rules?.map(({ id }) => id), yours, text: JSON.stringify(own) };
};

describe("the rules as one member may read them", () => {
  test("nothing that is off, over or for others, nor what others are called", () => {
    const { ids, yours, text } = told({});
    expect(ids).toEqual(["all", "last-day"]);
    expect(yours).toEqual([]);
    expect(text).not.toMatch(/妈妈会员|mct_staff/);
  });

  test("what is for the member's tag or category is theirs, without saying why", () => {
    const { ids, yours, text } = told({ tags: ["妈妈会员"], memberCategoryId: "mct_staff" });
    expect(ids).toEqual(["all", "mothers", "staff", "last-day"]);
    expect(yours).toEqual(["mothers", "staff"]);
    expect(text).not.toMatch(/妈妈会员|mct_staff/);
  });

  test("the worth of points that a tag decides is told as theirs, and only to them", () => {
    const worth = { points: 100, fen: 100 };
    const offset = {
      ...worth,
      others: [
        { tags: ["妈妈会员"], points: 100, fen: 150 },
        { tierIds: ["basic"], points: 100, fen: 110 },
        { tierIds: ["gold"], points: 100, fen: 200 },
      ],
      minSaleFen: 0,
      maxSharePercent: 100,
      maxPoints: null,
      maxPointsPerDay: null,
      stepPoints: 1,
      excludedCategoryIds: [],
      window: null,
    };
    const of = (tags: string[]) =>
      rulesFor({ ...plain, offset }, { ...nobody, tags }, "2026-07-01").rules.offset;
    expect(of([])).toMatchObject({ fen: 100, others: offset.others.slice(1) });
    expect(of(["妈妈会员"])).toMatchObject({ fen: 150, others: offset.others.slice(2) });
  });
});

test("the festival's days of this season, running ones first", () => {
  const festivals = {
    ids: ["spring-festival" as const, "mid-autumn" as const],
    daysBefore: 1,
    daysAfter: 2,
  };
  // Mid-Autumn is on 25 September 2026, the Spring Festival on 6 February 2027.
  expect(seasonsOf(festivals, "2026-09-27")).toEqual([
    { id: "mid-autumn", from: "2026-09-24", to: "2026-09-27" },
    { id: "spring-festival", from: "2027-02-05", to: "2027-02-08" },
  ]);
  expect(seasonsOf(festivals, "2026-09-28").map(({ from }) => from)).toEqual([
    "2027-02-05",
    "2027-09-14",
  ]);
});

test("today is said only of rules that name days, and of one's own tier", () => {
  const me = { tierId: "basic", birthday: [] };
  expect(holdsToday({}, "2026-07-01", me)).toBe(false);
  expect(holdsToday({ weekdays: [3] }, "2026-07-01", me)).toBe(true);
  expect(holdsToday({ weekdays: [4] }, "2026-07-01", me)).toBe(false);
  expect(holdsToday({ weekdays: [3], tierIds: ["gold"] }, "2026-07-01", me)).toBe(false);
  expect(holdsToday({ weekdays: [3], minSaleFen: 100 }, "2026-07-01", me)).toBe(true);
  expect(holdsToday({ birthday: "month" }, "2026-07-01", me)).toBe(false);
  expect(holdsToday({ birthday: "month" }, "2026-07-01", { ...me, birthday: ["month"] })).toBe(
    true,
  );
});
