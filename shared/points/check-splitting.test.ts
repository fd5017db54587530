import { describe, expect, test } from "vitest";
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
  bonus,
  brackets,
  caps,
  double,
  factor,
  fixed,
  rate,
  rule,
  triple,
  withRules,
} from "./test-table.ts";

const refused: Case[] = [
  ["less than the base from a minimum on", withRules(rule("a", rate(2000), when(from200))), [
    "gives-less-than-displaced a",
  ]],
  ["fixed points at the first purchase", withRules(rule("a", fixed(5), when(first))), [
    "gives-less-than-displaced a",
  ]],
  [
    "brackets of which one is below the base",
    withRules(
      rule("a", brackets("whole", [0, 20], [100, 5]), when(from200)),
    ),
    ["gives-less-than-displaced a"],
  ],
  [
    "less than a rate it goes before",
    withRules(
      rule("a", rate(500), prio(9, when(first))),
      rule("b", rate(100), prio(1, { categoryIds: ["fruit"] })),
    ),
    ["gives-less-than-displaced a b"],
  ],
  [
    "it takes lines out of another's bracket",
    withRules(
      rule("a", rate(100), prio(9, { ...when(first), categoryIds: ["fruit"] })),
      rule("b", brackets("whole", [0, 10], [100, 5]), prio(1)),
    ),
    ["gives-less-than-displaced a b"],
  ],
  [
    "a rate with a limit from a minimum on",
    withRules(
      rule("a", rate(100), { ...when(from200), caps: caps(null, 50) }),
    ),
    ["gives-less-than-displaced a"],
  ],
  ["half from a minimum on", withRules(rule("a", factor(50), when(from200))), [
    "reduces-when-split a",
  ]],
  ["half up to a balance", withRules(rule("a", factor(0), when({ balanceAtMost: 10 }))), [
    "reduces-when-split a",
  ]],
  [
    "exclusive: the first purchase before more",
    grouped("exclusive", rule("a", double, prio(9, when(first))), rule("b", triple, prio(1))),
    ["gives-less-than-displaced a b (g)"],
  ],
  [
    "exclusive: a limit from a minimum on",
    grouped(
      "exclusive",
      rule("a", triple, prio(9, { ...when(from200), caps: caps(null, 5) })),
      rule("b", double, prio(1)),
    ),
    ["limited-in-exclusive-group a b (g)"],
  ],
  [
    "best: a limit from a minimum on",
    grouped(
      "best",
      rule("a", triple, { ...when(from200), caps: caps(null, 5) }),
      rule("b", double),
    ),
    ["best-but-limited a b (g)", "limited-in-exclusive-group a b (g)"],
  ],
  ["best before one with a limit, where a rate has one", {
    ...grouped(
      "best",
      rule("a", triple, when(from200)),
      rule("b", double, { caps: caps(null, 5) }),
    ),
    rules: [
      rule("a", triple, { ...when(from200), groupId: "g" }),
      rule("b", double, { caps: caps(null, 5), groupId: "g" }),
      rule("r", rate(100), { caps: caps(null, 50) }),
    ],
  }, ["limited-in-exclusive-group a b (g)"]],
  [
    "exclusive: less for some goods before more",
    grouped(
      "exclusive",
      rule("a", bonus(5, "day"), prio(9, { categoryIds: ["fruit"] })),
      rule("b", bonus(20, "day"), prio(1)),
    ),
    ["gives-less-than-displaced a b (g)"],
  ],
  [
    "exclusive: 50 once before 20 for each new product",
    grouped(
      "exclusive",
      rule("a", bonus(50, "day"), prio(9, { categoryIds: ["dairy"] })),
      rule("b", bonus(20, "product"), prio(1, { productIds: ["apple", "pear", "plum"] })),
    ),
    ["gives-less-than-displaced a b (g)"],
  ],
];

describe("refused", () => {
  test.each(refused)("%s", (_, rules, findings) => {
    expect(found(rules)).toEqual(findings);
    expect(isRefused(checkRules(rules, CATEGORIES))).toBe(true);
  });
});
