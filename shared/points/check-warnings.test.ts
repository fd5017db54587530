import { describe, expect, test } from "vitest";
import type { ProgrammeRules } from "../programme/rules.ts";
import { checkRules, isRefused } from "./check-rules.ts";
import {
  type Case,
  CATEGORIES,
  first,
  found,
  from200,
  grouped,
  prio,
  when,
} from "./test-findings.ts";
import {
  base,
  bonus,
  brackets,
  caps,
  double,
  factor,
  group,
  rate,
  rule,
  triple,
  withRules,
} from "./test-table.ts";

const warned: Case[] = [
  ["a limit of a sale", withRules(rule("a", double, { caps: caps(500) })), [
    "split-earns-more-by-cap a",
  ]],
  ["a limit of a sale on all", { ...base, caps: caps(500) }, ["split-earns-more-by-cap [base]"]],
  [
    "a bonus once a day cannot be split",
    withRules(rule("a", bonus(20, "day"), { caps: caps(10) })),
    [],
  ],
  ["falling brackets", withRules(rule("a", brackets("marginal", [0, 1], [1000, 10]))), [
    "split-earns-more-by-bracket a",
  ]],
  [
    "less beside a limit, where factors add",
    grouped("add", rule("a", double, { caps: caps(null, null, 6) }), rule("b", factor(50))),
    ["split-earns-more-by-cut b a"],
  ],
  ["less without a limit", grouped("add", rule("a", double), rule("b", factor(50))), []],
  [
    "30 February",
    withRules(
      rule("a", double, when({ monthDays: [30], from: "2026-02-01", to: "2026-02-28" })),
    ),
    ["never-holds a"],
  ],
  [
    "a period in no festival",
    withRules(rule(
      "a",
      double,
      when({
        festivals: { ids: ["mid-autumn"], daysBefore: 1, daysAfter: 1 },
        from: "2026-03-01",
        to: "2026-03-31",
      }),
    )),
    ["never-holds a"],
  ],
  [
    "a rate behind one for all goods",
    withRules(
      rule("a", rate(500), prio(9)),
      rule("b", rate(100), prio(1, { categoryIds: ["fruit"] })),
    ),
    ["never-counts b a"],
  ],
  [
    "two that never meet in a group that adds",
    grouped(
      "add",
      rule("a", double, when({ weekdays: [3] })),
      rule("b", triple, when({ weekdays: [6] })),
    ),
    ["never-both a b (g)"],
  ],
  ["only excluded goods", withRules(rule("a", double, { categoryIds: ["tobacco"] })), [
    "covers-excluded a",
  ]],
  ["times one", withRules(rule("a", factor(100))), ["no-effect a"]],
  ["an empty group", { ...base, groups: [group("g", "add")] }, ["group-empty (g)"]],
  [
    "the larger factor has a limit",
    grouped("best", rule("a", triple, { caps: caps(null, 100) }), rule("b", double)),
    ["best-but-limited a b (g)"],
  ],
  ["30 February as the day of lapsing", {
    ...base,
    validity: { kind: "fixed-day", month: 2, day: 30 },
  }, ["validity-day [base]"]],
  ["switched off", withRules(rule("a", double, { on: false })), ["rule-off a"]],
];

const fine: [what: string, rules: ProgrammeRules][] = [
  ["no rules at all", base],
  ["the whole day", withRules(rule("a", double, when({ hours: [{ from: 0, to: 1440 }] })))],
  ["29 February", withRules(rule("a", double, when({ monthDays: [29] })))],
  [
    "equal priority for other goods",
    withRules(
      rule("a", rate(100), { categoryIds: ["fruit"] }),
      rule("b", rate(200), { categoryIds: ["dairy"] }),
    ),
  ],
  [
    "equal priority on other days",
    withRules(
      rule("a", rate(100), when({ weekdays: [1] })),
      rule("b", rate(200), when({ weekdays: [2] })),
    ),
  ],
  [
    "equal priority at other hours",
    withRules(
      rule("a", rate(100), when({ hours: [{ from: 1320, to: 120 }] })),
      rule("b", rate(200), when({ hours: [{ from: 120, to: 1320 }] })),
    ),
  ],
  [
    "equal priority on other festivals",
    withRules(
      rule("a", rate(100), when({ festivals: { ids: ["qixi"], daysBefore: 1, daysAfter: 1 } })),
      rule(
        "b",
        rate(200),
        when({ festivals: { ids: ["mid-autumn"], daysBefore: 1, daysAfter: 1 } }),
      ),
    ),
  ],
  [
    "equal priority of rules that are off",
    withRules(
      rule("a", rate(100)),
    ),
  ],
  ["more from a minimum on", withRules(rule("a", rate(500), when(from200)))],
  ["a minimum below that of all sales", {
    ...withRules(rule("a", factor(50), when(from200))),
    minSaleFen: 20_000,
  }],
  [
    "less than the base, where another always takes its place",
    withRules(
      rule("a", rate(5000), prio(9, { ...when(first), categoryIds: ["fruit"] })),
      rule("b", rate(10_000), prio(1, { categoryIds: ["fresh"] })),
    ),
  ],
  [
    "double at the first purchase, before nothing more",
    grouped("exclusive", rule("a", triple, prio(9, when(first))), rule("b", double, prio(1))),
  ],
  [
    "a bonus for the same goods goes first",
    grouped(
      "exclusive",
      rule("a", bonus(5, "day"), prio(9, { categoryIds: ["fresh"] })),
      rule("b", bonus(20, "day"), prio(1, { categoryIds: ["fruit"] })),
    ),
  ],
  ["a whole programme", {
    ...withRules(
      rule("fruit", rate(500), prio(3, { categoryIds: ["fruit"] })),
      rule("wednesday", double, { ...when({ weekdays: [3] }), groupId: "days" }),
      rule("birthday", triple, { ...when({ birthday: "month" }), groupId: "days" }),
      rule("welcome", bonus(100, "member"), when(first)),
      rule("new", bonus(50, "product"), { productIds: ["apple"] }),
    ),
    groups: [group("days", "best")],
    caps: caps(null, 5000, null),
  }],
];

describe("said on saving", () => {
  test.each(warned)("%s", (_, rules, findings) => {
    expect(found(rules)).toEqual(findings);
    expect(isRefused(checkRules(rules, CATEGORIES))).toBe(false);
  });
});
test.each(fine)("nothing to say: %s", (_, rules) => {
  expect(found(rules)).toEqual([]);
});
