import { describe } from "vitest";
import type { RuleGroup } from "./earning-rules.ts";
import {
  brackets,
  buy,
  double,
  factor,
  fixed,
  group,
  rate,
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

/** Double and triple in a group of this kind. */
const two = (mode: RuleGroup["mode"], first: "double" | "triple" = "double") => ({
  ...withRules(
    rule("a", double, { groupId: "g", priority: first === "double" ? 9 : 1 }),
    rule("b", triple, { groupId: "g", priority: 5 }),
  ),
  groups: [group("g", mode)],
});
const scopedBest = {
  ...withRules(
    rule("a", double, { groupId: "g", priority: 1 }),
    rule("b", triple, { groupId: "g", priority: 2, categoryIds: ["fruit"] }),
  ),
  groups: [group("g", "best")],
};

describe("factors together", () => {
  runTable([
    [
      "on their own they multiply",
      withRules(rule("a", double), rule("b", triple)),
      spend(100),
      10 * 2 * 3,
      `${f} rule-factor`,
    ],
    [
      "with the tier",
      withRules(rule("a", double)),
      spend(100, { tier: "gold" }),
      15 * 2,
      "base-rate tier-factor rule-factor",
    ],
    [
      "exclusive: the higher priority",
      two("exclusive"),
      spend(100),
      20,
      "base-rate rule-outdone rule-factor",
    ],
    [
      "exclusive: the other way round",
      two("exclusive", "triple"),
      spend(100),
      30,
      "base-rate rule-outdone rule-factor",
    ],
    ["best: the larger", two("best"), spend(100), 30, "base-rate rule-outdone rule-factor"],
    ["add: the surpluses", two("add"), spend(100), 10 * (1 + 1 + 2), `${f} rule-factor`],
    [
      "two groups multiply",
      {
        ...withRules(
          rule("a", double, { groupId: "g" }),
          rule("b", triple, { groupId: "g" }),
          rule("c", factor(150), { groupId: "h" }),
        ),
        groups: [group("g", "add"), group("h", "best")],
      },
      spend(100),
      10 * 4 * 1.5,
      `${f} rule-factor rule-factor`,
    ],
    [
      "best, line by line",
      scopedBest,
      { basket: [buy("apple", 100), buy("milk", 100)] },
      30 + 20,
      `${f} rule-factor`,
    ],
    [
      "best, only the outdone one left",
      scopedBest,
      { basket: [buy("milk", 100)] },
      20,
      `${f} !lines`,
    ],
    [
      "exclusive, the first does not hold",
      {
        ...withRules(
          rule("a", triple, { ...festive, groupId: "g", priority: 9 }),
          rule("b", double, { groupId: "g", priority: 5 }),
        ),
        groups: [group("g", "exclusive")],
      },
      spend(100),
      20,
      `${f} !festivals`,
    ],
    [
      "add takes away at most everything",
      {
        ...withRules(
          rule("a", factor(0), { groupId: "g" }),
          rule("b", factor(50), { groupId: "g" }),
        ),
        groups: [group("g", "add")],
      },
      spend(100),
      0,
      `${f} rule-factor`,
    ],
    [
      "half and double",
      withRules(rule("a", factor(50)), rule("b", double)),
      spend(100),
      10,
      `${f} rule-factor`,
    ],
  ]);
});

const rates = (...priorities: number[]) =>
  withRules(
    rule("a", rate(500), { categoryIds: ["fresh"], priority: priorities[0]! }),
    rule("b", rate(100), { categoryIds: ["fruit"], priority: priorities[1]! }),
  );

describe("rates together", () => {
  runTable([
    [
      "the higher priority takes the line",
      rates(9, 1),
      { basket: [buy("apple", 50)] },
      10,
      "rule-rate rule-outdone",
    ],
    [
      "the other way round",
      rates(1, 9),
      { basket: [buy("apple", 50)] },
      50,
      "rule-rate rule-outdone",
    ],
    [
      "each its own lines",
      rates(1, 9),
      { basket: [buy("apple", 50), buy("milk", 50)] },
      50 + 10,
      "rule-rate rule-rate",
    ],
    [
      "one that does not hold leaves the line",
      withRules(
        rule("a", rate(100), { ...festive, priority: 9 }),
        rule("b", rate(500), { priority: 1 }),
      ),
      spend(50),
      10,
      "rule-rate !festivals",
    ],
    [
      "brackets of what is left",
      withRules(
        rule("a", fixed(3), { productIds: ["apple"], priority: 9 }),
        rule("b", brackets("whole", [0, 10], [100, 5])),
      ),
      { basket: [buy("apple", 80), buy("milk", 90)] },
      3 + 9,
      "rule-fixed rule-bracket",
    ],
    [
      "a rate with a factor",
      withRules(
        rule("a", rate(100), { categoryIds: ["fruit"] }),
        rule("d", double, festive),
      ),
      { basket: [buy("apple", 50), buy("milk", 50)], at: midAutumn },
      100 + 10,
      "base-rate rule-rate rule-factor",
    ],
  ]);
});
