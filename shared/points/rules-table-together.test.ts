import { describe } from "vitest";
import type { RuleGroup } from "./earning-rules.ts";
import {
  base,
  bonus,
  brackets,
  buy,
  caps,
  double,
  group,
  rule,
  runTable,
  spend,
  triple,
  withRules,
} from "./test-table.ts";

const festive = {
  when: { festivals: { ids: ["mid-autumn" as const], daysBefore: 0, daysAfter: 0 } },
};
const midAutumn = "2026-09-25T12:00";
const f = "base-rate rule-factor";

/** 20 and 50 points in a group of this kind; the 20 go first. */
const bonuses = (mode: RuleGroup["mode"]) => ({
  ...withRules(
    rule("a", bonus(20, "day"), { groupId: "g", priority: 9 }),
    rule("b", bonus(50, "day"), { groupId: "g", priority: 1 }),
  ),
  groups: [group("g", mode)],
});
const before = (day: Record<string, number>) => ({
  tally: {
    day: Object.fromEntries(Object.entries(day).map(([key, points]) => [key, points * 1_000_000])),
    ever: {},
  },
});
const outdone = "base-rate rule-outdone rule-bonus";

describe("bonuses together", () => {
  runTable([
    [
      "on their own they add up",
      withRules(rule("a", bonus(20, "day")), rule("b", bonus(50, "day"))),
      spend(10),
      1 + 70,
      "base-rate rule-bonus rule-bonus",
    ],
    ["exclusive: the first", bonuses("exclusive"), spend(10), 21, outdone],
    [
      "exclusive: nothing more after the first that day",
      bonuses("exclusive"),
      spend(10, { member: before({ a: 20, "group:g": 20 }) }),
      1,
      "base-rate !once !once",
    ],
    ["best: the largest", bonuses("best"), spend(10), 51, outdone],
    [
      "best: up to the largest that day",
      bonuses("best"),
      spend(10, { member: before({ a: 20, "group:g": 20 }) }),
      1 + 30,
      "base-rate rule-bonus !once",
    ],
    [
      "best: nothing above it",
      bonuses("best"),
      spend(10, { member: before({ b: 50, "group:g": 50 }) }),
      1,
      "base-rate !once !once",
    ],
    ["add: both", bonuses("add"), spend(10), 71, "base-rate rule-bonus rule-bonus"],
    [
      "best of what limits leave",
      {
        ...withRules(
          rule("a", bonus(20, "day"), { groupId: "g" }),
          rule("b", bonus(50, "day"), { groupId: "g", caps: caps(null, null, 60) }),
        ),
        groups: [group("g", "best")],
      },
      spend(10, { member: { tally: { day: {}, ever: { b: 50_000_000 } } } }),
      21,
      outdone,
    ],
  ]);
});

describe("pairs that a shop sets", () => {
  const birthday = rule("birthday", triple, { when: { birthday: "day" }, groupId: "g" });
  const wednesday = rule("wednesday", double, { when: { weekdays: [3] }, groupId: "g" });
  const days = { ...withRules(birthday, wednesday), groups: [group("g", "best")] };
  const born = { birthday: { on: "1990-09-23", calendar: "solar" as const } };
  runTable([
    [
      "birthday on a member day: the best",
      days,
      spend(100, { at: "2026-09-23T12:00", member: born }),
      30,
      "base-rate rule-outdone rule-factor",
    ],
    [
      "member day alone",
      days,
      spend(100, { at: "2026-09-30T12:00", member: born }),
      20,
      `${f} !birthday`,
    ],
    [
      "festival, gold, over the minimum",
      withRules(
        rule("d", double, { when: { ...festive.when, tierIds: ["gold"], minSaleFen: 10_000 } }),
      ),
      spend(100, { at: midAutumn, tier: "gold" }),
      30,
      "base-rate tier-factor rule-factor",
    ],
    [
      "festival, gold, a fen below",
      withRules(
        rule("d", double, { when: { ...festive.when, tierIds: ["gold"], minSaleFen: 10_000 } }),
      ),
      spend(99.99, { at: midAutumn, tier: "gold" }),
      14,
      "base-rate tier-factor !minSaleFen",
    ],
    [
      "evening of the 8th for parents, dairy",
      withRules(rule("d", triple, {
        when: { monthDays: [8], hours: [{ from: 1080, to: 1200 }], tags: ["parents"] },
        categoryIds: ["dairy"],
      })),
      {
        basket: [buy("milk", 100), buy("apple", 100)],
        at: "2026-09-08T18:00",
        member: { tags: ["parents"] },
      },
      30 + 10,
      f,
    ],
    [
      "new product on its first day, doubled goods",
      withRules(
        rule("n", bonus(50, "product"), { productIds: ["apple"], when: { from: "2026-09-25" } }),
        rule("d", double, festive),
      ),
      { basket: [buy("apple", 30)], at: midAutumn },
      6 + 50,
      `${f} rule-bonus`,
    ],
    [
      "coupon and gift card and factor",
      withRules(rule("d", double)),
      {
        basket: [buy("apple", 50, 1, { couponFen: 1000 }), buy(null, 200, 1, { giftCard: true })],
      },
      4 * 2,
      "line-gift-card base-reduced base-rate rule-factor",
    ],
    [
      "brackets, tier and store",
      {
        ...withRules(
          rule("b", brackets("marginal", [0, 10], [100, 5])),
          rule("s", double, { when: { storeIds: ["east"] } }),
        ),
      },
      spend(150, { tier: "silver", member: { storeId: "east" } }),
      20 * 1.2 * 2,
      "rule-bracket rule-bracket tier-factor rule-factor",
    ],
    [
      "a bonus on one day only",
      {
        ...base,
        rules: [rule("v", bonus(100, "day"), { when: { from: "2026-09-25", to: "2026-09-25" } })],
      },
      spend(10, { at: midAutumn }),
      101,
      "base-rate rule-bonus",
    ],
  ]);
});
