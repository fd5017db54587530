import { describe } from "vitest";
import { buy, caps, double, rate, rule, runTable, spend, triple, withRules } from "./test-table.ts";

/** Given before, in points: on this day and ever, or ever alone. */
const today = (given: Record<string, number>) => ({
  tally: { day: micro(given), ever: micro(given) },
});
const ever = (given: Record<string, number>) => ({ tally: { day: {}, ever: micro(given) } });
const micro = (given: Record<string, number>) =>
  Object.fromEntries(Object.entries(given).map(([key, points]) => [key, points * 1_000_000]));
const f = "base-rate rule-factor";
const cut = "base-rate capped rule-factor";

const sale = withRules(rule("d", double, { caps: caps(500) }));
const day = withRules(rule("d", double, { caps: caps(null, 500) }));
const member = withRules(rule("d", double, { caps: caps(null, null, 500) }));
const all3 = withRules(rule("d", double, { caps: caps(100, 150, 180) }));

describe("a limit of what a factor adds", () => {
  runTable([
    ["a sale: below", sale, spend(4990), 499 * 2, f],
    ["a sale: at it", sale, spend(5000), 500 * 2, f],
    ["a sale: a point above", sale, spend(5010), 501 + 500, cut],
    ["a sale: far above", sale, spend(20_000), 2000 + 500, cut],
    [
      "a sale: the next one has its own",
      sale,
      spend(5010, { member: today({ d: 500 }) }),
      1001,
      cut,
    ],
    ["a day: alone", day, spend(6000), 600 + 500, cut],
    ["a day: some given before", day, spend(6000, { member: today({ d: 400 }) }), 600 + 100, cut],
    ["a day: all given before", day, spend(6000, { member: today({ d: 500 }) }), 600, cut],
    [
      "a day: more than all given before",
      day,
      spend(6000, { member: today({ d: 700 }) }),
      600,
      cut,
    ],
    ["a day: given yesterday", day, spend(3000, { member: ever({ d: 500 }) }), 600, f],
    ["a member: given before", member, spend(3000, { member: ever({ d: 450 }) }), 300 + 50, cut],
    ["a member: all given", member, spend(3000, { member: ever({ d: 500 }) }), 300, cut],
    ["all three: the sale's", all3, spend(3000), 300 + 100, cut],
    [
      "all three: the day's",
      all3,
      spend(3000, { member: today({ d: 80 }) }),
      300 + 70,
      "base-rate capped capped rule-factor",
    ],
    [
      "all three: the member's",
      all3,
      spend(3000, { member: ever({ d: 170 }) }),
      300 + 10,
      "base-rate capped capped rule-factor",
    ],
    [
      "the tier's part is not cut",
      sale,
      spend(8000, { tier: "gold" }),
      1200 + 500,
      "base-rate tier-factor capped rule-factor",
    ],
    ["a fraction of a point is left", day, spend(15, { member: today({ d: 499.5 }) }), 2, cut, 0],
    [
      "no limit in any scope",
      withRules(rule("d", double, { caps: caps(null) })),
      spend(6000),
      1200,
      f,
    ],
  ]);
});

const together = withRules(
  rule("a", double, { caps: caps(null, 100) }),
  rule("b", triple, { caps: caps(null, 500) }),
);
const halfLimited = withRules(rule("a", double, { caps: caps(null, 100) }), rule("b", triple));
const limitedRate = withRules(
  rule("r", rate(100), { categoryIds: ["fruit"], caps: caps(null, 100) }),
);
const rateAndDouble = withRules(...limitedRate.rules!, rule("d", double));
const rateAndLimited = withRules(
  ...limitedRate.rules!,
  rule("d", double, { caps: caps(null, 500) }),
);

describe("limits together", () => {
  runTable([
    ["two factors with limits add up", together, spend(500), 50 + 50 + 100, `${f} rule-factor`],
    [
      "each is cut for itself",
      together,
      spend(3000),
      300 + 100 + 500,
      "base-rate capped rule-factor capped rule-factor",
    ],
    [
      "one with a limit comes after one without",
      halfLimited,
      spend(200),
      20 * 3 + 60,
      `${f} rule-factor`,
    ],
    [
      "and is not multiplied",
      halfLimited,
      spend(1000),
      100 * 3 + 100,
      "base-rate rule-factor capped rule-factor",
    ],
    [
      "a rate with a limit",
      limitedRate,
      { basket: [buy("apple", 150), buy("milk", 50)] },
      100 + 5,
      "base-rate rule-rate capped",
    ],
    ["a rate with a limit, below it", limitedRate, { basket: [buy("apple", 90)] }, 90, "rule-rate"],
    [
      "a rate with a limit, some given",
      limitedRate,
      { basket: [buy("apple", 90)], member: today({ r: 30 }) },
      70,
      "rule-rate capped",
    ],
    [
      "a rate with a limit, and the tier",
      limitedRate,
      { basket: [buy("apple", 80)], tier: "gold" },
      100,
      "rule-rate tier-factor capped",
    ],
    [
      "a factor stays within the rate's limit",
      rateAndDouble,
      { basket: [buy("apple", 80), buy("milk", 50)] },
      100 + 10,
      "base-rate rule-rate rule-factor capped",
    ],
    [
      "a factor with a limit comes on top of it",
      rateAndLimited,
      { basket: [buy("apple", 80), buy("milk", 50)] },
      80 + 5 + 80 + 5,
      "base-rate rule-rate rule-factor",
    ],
    [
      "as much as it would on what the rate left",
      rateAndLimited,
      { basket: [buy("apple", 300)] },
      100 + 100,
      "rule-rate capped rule-factor",
    ],
  ]);
});
