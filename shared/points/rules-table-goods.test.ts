import { describe } from "vitest";
import { buy, double, fixed, rate, rule, runTable, spend, withRules } from "./test-table.ts";

const fruit = withRules(rule("f", rate(100), { categoryIds: ["fruit"] }));
const fresh = withRules(rule("f", rate(500), { categoryIds: ["fresh"] }));
const wine = withRules(rule("w", rate(10_000), { categoryIds: ["wine"] }));
const services = withRules(rule("s", rate(200), { categoryIds: ["services"] }));
const apples = withRules(
  rule("f", rate(100), { categoryIds: ["fruit"], priority: 5 }),
  rule("a", fixed(8), { productIds: ["apple"], priority: 10 }),
);
const perKilo = withRules(rule("a", fixed(4), { productIds: ["apple"] }));
const both = withRules(rule("x", rate(100), { categoryIds: ["dairy"], productIds: ["apple"] }));

describe("rates of goods", () => {
  runTable([
    [
      "a category",
      fruit,
      { basket: [buy("apple", 30), buy("milk", 50)] },
      30 + 5,
      "base-rate rule-rate",
    ],
    ["a category, none of it there", fruit, { basket: [buy("milk", 50)] }, 5, "base-rate !lines"],
    [
      "a category above",
      fresh,
      { basket: [buy("apple", 30), buy("milk", 50), buy("red", 100)] },
      6 + 10 + 10,
      "base-rate rule-rate",
    ],
    ["a category that earns little", wine, { basket: [buy("red", 300)] }, 3, "rule-rate"],
    ["a service", services, { basket: [buy("wash", 50)] }, 25, "rule-rate"],
    [
      "a product goes before its category",
      apples,
      { basket: [buy("apple", 30, 2)] },
      8 * 2,
      "rule-fixed rule-outdone",
    ],
    [
      "a product and others of its category",
      apples,
      { basket: [buy("apple", 30, 2), buy("pear", 12)] },
      16 + 12,
      "rule-fixed rule-rate",
    ],
    ["fixed, whatever it costs", perKilo, { basket: [buy("apple", 0.01)] }, 4, "rule-fixed"],
    ["fixed, by weight", perKilo, { basket: [buy("apple", 20, 1.5)] }, 6, "rule-fixed"],
    [
      "fixed, a part of a kilogram",
      perKilo,
      { basket: [buy("apple", 5, 0.35)] },
      1,
      "rule-fixed",
      400_000,
    ],
    [
      "fixed, but given away",
      perKilo,
      { basket: [buy("apple", 0), buy("milk", 10)] },
      1,
      "base-rate !lines",
    ],
    [
      "fixed, with the tier",
      perKilo,
      { basket: [buy("apple", 9, 2)], tier: "gold" },
      8 * 1.5,
      "rule-fixed tier-factor",
    ],
    [
      "a category or a product",
      both,
      { basket: [buy("apple", 10), buy("milk", 10), buy("pear", 10)] },
      10 + 10 + 1,
      "base-rate rule-rate",
    ],
    ["a quick amount has no goods", fruit, spend(30), 3, "base-rate !lines"],
    [
      "a factor for a category",
      withRules(rule("d", double, { categoryIds: ["fruit"] })),
      { basket: [buy("apple", 30), buy("milk", 50)] },
      3 * 2 + 5,
      "base-rate rule-factor",
    ],
    [
      "a factor for a product",
      withRules(rule("d", double, { productIds: ["pear"] })),
      { basket: [buy("apple", 30), buy("pear", 50)] },
      3 + 5 * 2,
      "base-rate rule-factor",
    ],
  ]);
});
