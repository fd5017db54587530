/** What is said of each line and what is remembered: in an order that hangs on nothing. */
import { expect, test } from "vitest";
import type { ProgrammeRules } from "../programme/rules.ts";
import { bonus, caps, double, rate, rule, withRules } from "./test-table.ts";
import { blankGround } from "./when.ts";
import { worthOf } from "./worth.ts";

const line = (n: number, amountFen: number, ...categoryIds: string[]) => ({
  n,
  productId: `goods-${n}`,
  categoryIds,
  quantityMilli: 1000,
  amountFen,
});
const worth = (rules: ProgrammeRules, lines: ReturnType<typeof line>[]) =>
  worthOf({ lines, rules, tierId: null, earnedAt: 0, ground: blankGround });

test("lines under different rates share what the sale earned, to the millionth, line by line", () => {
  const fruit = rule("fruit", rate(3), { categoryIds: ["fruit"] });
  const rules = { ...withRules(fruit), fenPerPoint: 7 };
  const lines = [line(1, 100, "fruit"), line(2, 50), line(3, 10, "fruit")];
  const { micro, reasons } = worth(rules, lines);
  // 110 / 3 + 50 / 7 points
  expect(micro).toBe(43_809_523);
  expect(reasons.filter(({ code }) => code === "line-share")).toEqual([
    { code: "line-share", n: 1, eligibleFen: 100, micro: 33_333_332 },
    { code: "line-share", n: 2, eligibleFen: 50, micro: 7_142_857 },
    { code: "line-share", n: 3, eligibleFen: 10, micro: 3_333_334 },
  ]);
});

test("what is remembered comes in the order of its keys, not of the rules", () => {
  const daily = caps(null, 1000);
  const rules = {
    ...withRules(
      rule("b-double", double, { caps: daily, priority: 9 }),
      rule("a-rate", rate(100), { caps: daily }),
      rule("c-daily", bonus(5, "day"), { caps: daily }),
    ),
    caps: daily,
  };
  const { given } = worth(rules, [line(1, 1000)]);
  expect(given).toEqual([
    { key: "*", micro: 25_000_000 },
    { key: "a-rate", micro: 10_000_000 },
    { key: "b-double", micro: 10_000_000 },
    { key: "c-daily", micro: 5_000_000 },
  ]);
});
