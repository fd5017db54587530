import { describe, expect, test } from "vitest";
import { checkRules, isRefused } from "./check-rules.ts";
import { type Case, CATEGORIES, found, grouped, when } from "./test-findings.ts";
import {
  base,
  bonus,
  brackets,
  caps,
  double,
  factor,
  fixed,
  group,
  rate,
  rule,
  triple,
  withRules,
} from "./test-table.ts";

const refused: Case[] = [
  ["the same id twice", withRules(rule("a", double), rule("a", triple)), ["rule-twice a"]],
  ["the same group twice", { ...base, groups: [group("g", "add"), group("g", "best")] }, [
    "group-twice (g)",
    "group-empty (g)",
    "group-empty (g)",
  ]],
  ["an unknown group", withRules(rule("a", double, { groupId: "x" })), ["group-unknown a (x)"]],
  ["a group of two stages", grouped("add", rule("a", double), rule("b", bonus(5, "day"))), [
    "group-mixed a b (g)",
  ]],
  ["a group with a rate", grouped("best", rule("a", rate(100))), ["group-of-rates a (g)"]],
  ["a bonus for each piece where one counts", grouped("best", rule("a", bonus(1, "unit"))), [
    "unit-bonus-in-group a (g)",
  ]],
  [
    "two rates for the same goods, equal priority",
    withRules(rule("a", rate(100)), rule("b", rate(200))),
    ["priority-tie a b"],
  ],
  [
    "a rate for a category below the other's",
    withRules(
      rule("a", rate(100), { categoryIds: ["fresh"] }),
      rule("b", rate(200), { categoryIds: ["fruit"] }),
    ),
    ["priority-tie a b"],
  ],
  [
    "a rate for a product and one for a category",
    withRules(
      rule("a", rate(100), { categoryIds: ["fresh"] }),
      rule("b", fixed(5), { productIds: ["apple"] }),
    ),
    ["priority-tie a b"],
  ],
  ["exclusive with equal priority", grouped("exclusive", rule("a", double), rule("b", triple)), [
    "priority-tie a b (g)",
  ]],
  ["brackets that start late", withRules(rule("a", brackets("whole", [10, 10], [100, 5]))), [
    "brackets-start a",
  ]],
  [
    "brackets that fall back",
    withRules(rule("a", brackets("whole", [0, 10], [100, 5], [100, 2]))),
    ["brackets-order a"],
  ],
  ["first purchase of any product at all", withRules(rule("a", bonus(50, "product"))), [
    "product-bonus-unscoped a",
  ]],
  [
    "hours without a minute",
    withRules(rule("a", double, when({ hours: [{ from: 600, to: 600 }] }))),
    ["hours-empty a"],
  ],
  [
    "hours from midnight to midnight backwards",
    withRules(rule("a", double, when({ hours: [{ from: 1440, to: 0 }] }))),
    ["hours-empty a"],
  ],
  [
    "a period that ends before it begins",
    withRules(rule("a", double, when({ from: "2026-10-02", to: "2026-10-01" }))),
    ["period-reversed a"],
  ],
  ["a weekday twice", withRules(rule("a", double, when({ weekdays: [3, 3] }))), ["days-twice a"]],
  ["a day of the month twice", withRules(rule("a", double, when({ monthDays: [8, 18, 8] }))), [
    "days-twice a",
  ]],
  ["a limit of a sale above the day's", withRules(rule("a", double, { caps: caps(100, 50) })), [
    "caps-contradict a",
    "split-earns-more-by-cap a",
  ]],
  [
    "a limit of a day above the member's",
    withRules(rule("a", double, { caps: caps(null, 100, 50) })),
    ["caps-contradict a"],
  ],
  ["limits of all that contradict", { ...base, caps: caps(null, 100, 50) }, [
    "caps-contradict [base]",
  ]],
  ["a limit of what takes away", withRules(rule("a", factor(50), { caps: caps(null, 10) })), [
    "cap-on-reduction a",
  ]],
  ["paying with points: steps above the limit", {
    ...base,
    offset: {
      points: 100,
      fen: 100,
      others: [{ points: 100, fen: 200 }],
      minSaleFen: 0,
      maxSharePercent: 50,
      maxPoints: 500,
      maxPointsPerDay: null,
      stepPoints: 1000,
      excludedCategoryIds: [],
      window: { from: "2026-10-02", to: "2026-10-01", weekdays: [1, 1] },
    },
  }, [
    "period-reversed [offset]",
    "days-twice [offset]",
    "offset-steps-over-limit [offset]",
    "offset-for-nobody [offset]",
  ]],
];

describe("refused", () => {
  test.each(refused)("%s", (_, rules, findings) => {
    expect(found(rules)).toEqual(findings);
    expect(isRefused(checkRules(rules, CATEGORIES))).toBe(true);
  });
});
