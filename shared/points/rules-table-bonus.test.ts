import { describe } from "vitest";
import { bonus, buy, double, rule, runTable, spend, withRules } from "./test-table.ts";

const firstOf = withRules(rule("n", bonus(50, "product"), { productIds: ["apple", "milk"] }));
const welcome = withRules(rule("w", bonus(100, "member"), { when: { firstPurchase: true } }));
const firstDouble = withRules(rule("d", double, { when: { firstPurchase: true } }));
const given = (...keys: string[]) => ({
  tally: { day: {}, ever: Object.fromEntries(keys.map((key) => [key, 50_000_000])) },
});

describe("first purchases", () => {
  runTable([
    ["of a new product", firstOf, { basket: [buy("apple", 30)] }, 3 + 50, "base-rate rule-bonus"],
    [
      "of a product bought before",
      firstOf,
      { basket: [buy("apple", 30)], member: given("n/apple") },
      3,
      "base-rate !once",
    ],
    [
      "of one new product and one bought before",
      firstOf,
      { basket: [buy("apple", 30), buy("milk", 20)], member: given("n/apple") },
      5 + 50,
      "base-rate rule-bonus",
    ],
    [
      "of two new products",
      firstOf,
      { basket: [buy("apple", 30), buy("milk", 20)] },
      5 + 100,
      "base-rate rule-bonus",
    ],
    [
      "of two lines of one product",
      firstOf,
      { basket: [buy("apple", 30), buy("apple", 20)] },
      5 + 50,
      "base-rate rule-bonus",
    ],
    ["of five pieces", firstOf, { basket: [buy("apple", 30, 5)] }, 3 + 50, "base-rate rule-bonus"],
    ["of another product", firstOf, { basket: [buy("pear", 30)] }, 3, "base-rate !lines"],
    [
      "of a product given away",
      firstOf,
      { basket: [buy("apple", 0), buy("pear", 10)] },
      1,
      "base-rate !lines",
    ],
    [
      "ever",
      welcome,
      spend(30, { member: { firstPurchase: true } }),
      3 + 100,
      "base-rate rule-bonus",
    ],
    ["ever, the second", welcome, spend(30), 3, "base-rate !firstPurchase"],
    [
      "ever, a factor",
      firstDouble,
      spend(30, { member: { firstPurchase: true } }),
      6,
      "base-rate rule-factor",
    ],
    [
      "ever, below the smallest sale",
      { ...welcome, minSaleFen: 5000 },
      spend(30, { member: { firstPurchase: true } }),
      0,
      "below-minimum",
    ],
  ]);
});

const eachUnit = withRules(rule("u", bonus(2, "unit"), { categoryIds: ["dairy"] }));
const daily = withRules(rule("v", bonus(5, "day")));
const onceEver = withRules(rule("m", bonus(30, "member"), { categoryIds: ["dairy"] }));
const today = (key: string) => ({
  tally: { day: { [key]: 5_000_000 }, ever: { [key]: 5_000_000 } },
});

describe("bonuses", () => {
  runTable([
    ["a piece", eachUnit, { basket: [buy("milk", 10, 3)] }, 1 + 6, "base-rate rule-bonus"],
    [
      "a piece, of two lines",
      eachUnit,
      { basket: [buy("milk", 10, 3), buy("milk", 10, 0.5)] },
      2 + 7,
      "base-rate rule-bonus",
    ],
    [
      "a piece, not multiplied",
      { ...eachUnit, rules: [...eachUnit.rules!, rule("d", double)] },
      { basket: [buy("milk", 10, 3)] },
      2 + 6,
      "base-rate rule-factor rule-bonus",
    ],
    ["a day", daily, spend(10), 1 + 5, "base-rate rule-bonus"],
    ["a day, the second time", daily, spend(10, { member: today("v") }), 1, "base-rate !once"],
    ["a day, the next day", daily, spend(10, { member: given("v") }), 6, "base-rate rule-bonus"],
    ["once ever", onceEver, { basket: [buy("milk", 10)] }, 31, "base-rate rule-bonus"],
    [
      "once ever, again",
      onceEver,
      { basket: [buy("milk", 10)], member: given("m") },
      1,
      "base-rate !once",
    ],
  ]);
});
