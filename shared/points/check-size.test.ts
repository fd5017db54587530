import { describe, expect, test } from "vitest";
import type { ProgrammeRules } from "../programme/rules.ts";
import { accrue } from "./accrue.ts";
import { checkRules, isRefused } from "./check-rules.ts";
import { base, bonus, factor, fixed, group, rate, rule, withRules } from "./test-table.ts";

const large = (rules: ProgrammeRules) =>
  checkRules(rules).filter(({ code }) => code === "more-than-countable");
const hundredfold = Array.from(
  { length: 6 },
  (_, i) => rule(`m${i}`, factor(10_000), { groupId: `g${i}` }),
);
const groups = hundredfold.map((_, i) => group(`g${i}`, "best"));

describe("rules by which a large sale could not be counted are refused", () => {
  test.each<[string, ProgrammeRules, string[]]>([
    ["six hundredfold groups", { ...withRules(...hundredfold), groups }, ["m0"]],
    ["a million points for a fen", { ...base, fenPerPoint: 1, pointsPerStep: 1e6 }, []],
    ["a rate of a million for a fen", withRules(rule("r", rate(1, 1e6))), ["r"]],
    ["a thousand million a piece", withRules(rule("f", fixed(1e9))), ["f"]],
    ["a bonus of as much a piece", withRules(rule("b", bonus(1e9, "unit"))), ["b"]],
    ["a hundredfold tier at a point a fen", {
      ...base,
      fenPerPoint: 1,
      tierFactorPercent: { gold: 10_000 },
    }, []],
  ])("%s", (_, rules, ids) => {
    expect(large(rules)).toMatchObject([{ level: "refused", ruleIds: ids }]);
    expect(isRefused(checkRules(rules))).toBe(true);
  });
});

describe("what a house does is not", () => {
  test.each<[string, ProgrammeRules]>([
    ["ten points a yuan, tripled and doubled", {
      ...withRules(rule("m1", factor(200)), rule("m2", factor(300))),
      pointsPerStep: 100,
    }],
    [
      "a tenfold day in each month: never two at once",
      withRules(...Array.from({ length: 12 }, (_, i) =>
        rule(`m${i}`, factor(1000), {
          when: {
            from: `2027-${`${i + 1}`.padStart(2, "0")}-08`,
            to: `2027-${`${i + 1}`.padStart(2, "0")}-08`,
          },
        }))),
    ],
    [
      "a large bonus with a limit",
      withRules(
        rule("b", bonus(1e9, "unit"), { caps: { perSale: null, perDay: 500, perMember: null } }),
      ),
    ],
    ["everything under a limit over all", {
      ...withRules(rule("f", fixed(1e9))),
      caps: { perSale: null, perDay: 10_000, perMember: null },
    }],
  ])("%s", (_, rules) => expect(large(rules)).toEqual([]));
});

test("a sale under such rules, if they were kept before, is still reckoned", () => {
  const earned = accrue({
    lines: [{ n: 1, productId: null, categoryIds: [], quantityMilli: 3000, amountFen: 1e6 }],
    rules: { ...withRules(...hundredfold, rule("b", bonus(1e9, "unit"))), groups },
    ruleVersionId: "v",
    tierId: null,
    carryMicro: 999_999,
    earnedAt: Date.parse("2027-03-03T12:00:00+08:00"),
  });
  expect(earned.points).toBe(9_000_000_000);
});
