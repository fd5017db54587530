import { describe, expect, test } from "vitest";
import {
  base,
  bonus,
  buy,
  caps,
  double,
  factor,
  judged,
  rate,
  rule,
  runTable,
  spend,
  withRules,
} from "./test-table.ts";

/** Given before, in points: on this day and ever, or ever alone. */
const today = (given: Record<string, number>) => ({
  tally: { day: micro(given), ever: micro(given) },
});
const ever = (given: Record<string, number>) => ({ tally: { day: {}, ever: micro(given) } });
const micro = (given: Record<string, number>) =>
  Object.fromEntries(Object.entries(given).map(([key, points]) => [key, points * 1_000_000]));

const bonusDay = withRules(rule("v", bonus(20, "unit"), { caps: caps(null, 50) }));
const bonusEver = withRules(rule("v", bonus(20, "day"), { caps: caps(null, null, 50) }));
const newGoods = withRules(
  rule("n", bonus(50, "product"), { categoryIds: ["fresh"], caps: caps(null, 80) }),
);

describe("a limit of a bonus", () => {
  runTable([
    [
      "of pieces in a day",
      bonusDay,
      { basket: [buy("milk", 10, 3)] },
      1 + 50,
      "base-rate capped rule-bonus",
    ],
    [
      "of pieces, some given",
      bonusDay,
      { basket: [buy("milk", 10)], member: today({ v: 40 }) },
      1 + 10,
      "base-rate capped rule-bonus",
    ],
    [
      "of days for a member",
      bonusEver,
      spend(10, { member: ever({ v: 40 }) }),
      1 + 10,
      "base-rate capped rule-bonus",
    ],
    [
      "of days, all given",
      bonusEver,
      spend(10, { member: ever({ v: 50 }) }),
      1,
      "base-rate capped",
    ],
    [
      "of new products",
      newGoods,
      { basket: [buy("apple", 10), buy("milk", 10)] },
      2 + 80,
      "base-rate capped rule-bonus",
    ],
  ]);
});

const allSale = { ...base, caps: caps(50) };
const allDay = {
  ...withRules(rule("d", double), rule("v", bonus(20, "day"))),
  caps: caps(null, 90),
};
const allEver = { ...base, caps: caps(null, null, 1000) };

describe("a limit of everything", () => {
  runTable([
    ["a sale: at it", allSale, spend(500), 50],
    ["a sale: above", allSale, spend(510), 50, "base-rate capped"],
    [
      "a day: rates, factors and bonuses",
      allDay,
      spend(400),
      90,
      "base-rate rule-factor rule-bonus capped",
    ],
    [
      "a day: what is left of it",
      allDay,
      spend(100, { member: today({ "*": 60 }) }),
      30,
      "base-rate rule-factor rule-bonus capped",
    ],
    [
      "a day: nothing is left of it",
      allDay,
      spend(100, { member: today({ "*": 90 }) }),
      0,
      "base-rate rule-factor rule-bonus capped",
    ],
    ["a member", allEver, spend(500, { member: ever({ "*": 980 }) }), 20, "base-rate capped"],
    [
      "before the kept fraction comes in",
      allSale,
      spend(505, { carry: 500_000 }),
      50,
      "base-rate capped",
      500_000,
    ],
  ]);
});

const sale = withRules(rule("d", double, { caps: caps(500) }));
const day = withRules(rule("d", double, { caps: caps(null, 500) }));
const limitedRate = withRules(
  rule("r", rate(100), { categoryIds: ["fruit"], caps: caps(null, 100) }),
);

describe("what is remembered", () => {
  const remembered = (rules: Parameters<typeof judged>[0], sale: Parameters<typeof judged>[1]) =>
    Object.fromEntries(judged(rules, sale).given.map(({ key, micro }) => [key, micro / 1_000_000]));

  test("only what a limit will ask for", () => {
    expect(remembered(withRules(rule("d", double)), spend(100))).toEqual({});
    expect(remembered(sale, spend(100))).toEqual({});
    expect(remembered(day, spend(6000))).toEqual({ d: 500 });
    expect(remembered(allDay, spend(400))).toEqual({ "*": 90, v: 20 });
    expect(remembered(limitedRate, { basket: [buy("apple", 150)] })).toEqual({ r: 100 });
  });

  test("each new product, and the group in which one counts", () => {
    expect(remembered(newGoods, { basket: [buy("apple", 10), buy("milk", 10)] }))
      .toEqual({ n: 80, "n/apple": 40, "n/milk": 40 });
    const grouped = {
      ...withRules(rule("v", bonus(5, "day"), { groupId: "g" })),
      groups: [{ id: "g", nameZh: "g", nameEn: "g", mode: "best" as const }],
    };
    expect(remembered(grouped, spend(10))).toEqual({ v: 5, "group:g": 5 });
  });

  test("rounded up, so that a third given three times leaves no room", () => {
    const thirds = withRules(rule("d", factor(200), { caps: caps(null, 1) }));
    const { given } = judged({ ...thirds, fenPerPoint: 300 }, spend(1));
    expect(given).toEqual([{ key: "d", micro: 333_334 }]);
  });
});
