import { describe } from "vitest";
import {
  base,
  brackets,
  buy,
  double,
  factor,
  type Row,
  rule,
  runTable,
  spend,
  withRules,
} from "./test-table.ts";

const ratio = (fenPerPoint: number, pointsPerStep: number) => ({
  ...base,
  fenPerPoint,
  pointsPerStep,
});

describe("ratios", () => {
  runTable([
    ["1 per 1", ratio(100, 1), spend(88), 88],
    ["1 per 1, half a yuan is kept", ratio(100, 1), spend(88.5), 88, "base-rate", 500_000],
    ["10 per 100", ratio(10_000, 10), spend(100), 10],
    ["10 per 100, part of a step", ratio(10_000, 10), spend(155), 15, "base-rate", 500_000],
    ["10 per 100, just below a point", ratio(10_000, 10), spend(99.99), 9],
    ["1 per 10", ratio(1000, 1), spend(10), 1],
    ["1 per 10, a fen short", ratio(1000, 1), spend(9.99), 0, "base-rate", 999_000],
    ["1 per 10, more", ratio(1000, 1), spend(128.5), 12, "base-rate", 850_000],
    ["1 per 100", ratio(10_000, 1), spend(100), 1],
    ["1 per 100, a fen short", ratio(10_000, 1), spend(99.99), 0],
    ["1 per 100, more", ratio(10_000, 1), spend(399), 3],
    ["1 per 3: a third is cut at a millionth", ratio(300, 1), spend(10), 3, "base-rate", 333_333],
    ["3 per 7", ratio(700, 3), spend(100), 42],
    ["a fen", ratio(1000, 1), spend(0.01), 0, "base-rate", 1_000],
    ["nothing", ratio(1000, 1), spend(0), 0, "nothing-eligible"],
  ]);
});

const from20 = { ...base, minSaleFen: 2000 };
const doubleFrom200 = withRules(rule("d", double, { when: { minSaleFen: 20_000 } }));

describe("minimum sale", () => {
  runTable([
    ["below", from20, spend(19.99), 0, "below-minimum"],
    ["at it", from20, spend(20), 2],
    ["above", from20, spend(20.01), 2],
    ["several lines together", from20, { basket: [buy("apple", 12), buy("milk", 8)] }, 2],
    [
      "excluded goods do not help",
      from20,
      { basket: [buy("apple", 15), buy("smokes", 50)] },
      0,
      "line-excluded below-minimum",
    ],
    [
      "what a coupon paid does not help",
      from20,
      { basket: [buy("apple", 25, 1, { couponFen: 501 })] },
      0,
      "base-reduced below-minimum",
    ],
    ["of a rule: below", doubleFrom200, spend(199.99), 19, "base-rate !minSaleFen"],
    ["of a rule: at it", doubleFrom200, spend(200), 20 * 2, "base-rate rule-factor"],
    [
      "of a rule: stored value helps",
      doubleFrom200,
      { basket: [buy("apple", 200, 1, { storedValueFen: 20_000 })] },
      40,
      "base-rate rule-factor",
    ],
    [
      "of a rule: points paid do not help",
      doubleFrom200,
      { basket: [buy("apple", 200, 1, { offsetFen: 1000 })] },
      19,
      "base-reduced base-rate !minSaleFen",
    ],
  ]);
});

const whole = withRules(rule("b", brackets("whole", [0, 10], [100, 5], [500, 2])));
const marginal = withRules(rule("b", brackets("marginal", [0, 10], [100, 5], [500, 2])));
const fruitOnly = withRules(
  rule("b", brackets("whole", [0, 10], [100, 5]), { categoryIds: ["fruit"] }),
);
const falling = withRules(rule("b", brackets("whole", [0, 1], [1000, 10])));
const one = "rule-bracket";

describe("brackets", () => {
  runTable([
    ["whole: first", whole, spend(50), 5, one],
    ["whole: a fen below the second", whole, spend(99.99), 9, one, 999_000],
    ["whole: at the second", whole, spend(100), 100 / 5, one],
    ["whole: inside the second", whole, spend(130), 26, one],
    ["whole: a fen below the third", whole, spend(499.99), 99, one, 998_000],
    ["whole: at the third", whole, spend(500), 500 / 2, one],
    ["marginal: first", marginal, spend(50), 5, one],
    ["marginal: at the second nothing changes yet", marginal, spend(100), 10, one],
    ["marginal: inside the second", marginal, spend(150), 10 + 50 / 5, `${one} ${one}`],
    ["marginal: at the third", marginal, spend(500), 10 + 400 / 5, `${one} ${one}`],
    ["marginal: above", marginal, spend(600), 10 + 80 + 100 / 2, `${one} ${one} ${one}`],
    ["marginal: a yuan above", marginal, spend(501), 90, `${one} ${one} ${one}`, 500_000],
    [
      "only of the lines it covers",
      fruitOnly,
      { basket: [buy("apple", 120), buy("milk", 30)] },
      120 / 5 + 30 / 10,
      `base-rate ${one}`,
    ],
    [
      "other goods reach no bracket",
      fruitOnly,
      { basket: [buy("apple", 90), buy("milk", 30)] },
      9 + 3,
      `base-rate ${one}`,
    ],
    [
      "lines add up to a bracket",
      fruitOnly,
      { basket: [buy("apple", 60), buy("pear", 60)] },
      24,
      one,
    ],
    ["falling: below", falling, spend(999), 999, one],
    ["falling: at it, less", falling, spend(1000), 100, one],
    ["with the tier", whole, spend(100, { tier: "gold" }), 20 * 1.5, `${one} tier-factor`],
    [
      "with a factor",
      { ...whole, rules: [...whole.rules!, rule("d", double)] },
      spend(500),
      500,
      `${one} rule-factor`,
    ],
  ]);
});

const goldDouble = withRules(rule("d", double, { when: { tierIds: ["gold", "diamond"] } }));
const tags = withRules(rule("d", double, { when: { tags: ["parents", "nearby"] } }));
const companies = withRules(rule("d", double, { when: { memberCategoryIds: ["companies"] } }));
const stores = withRules(rule("d", double, { when: { storeIds: ["east", "west"] } }));
const poor = withRules(rule("d", double, { when: { balanceAtMost: 100 } }));
const held = "base-rate rule-factor";

const member: Row[] = [
  ["tier factor", base, spend(100, { tier: "gold" }), 15, "base-rate tier-factor"],
  ["tier factor, other tier", base, spend(100, { tier: "silver" }), 12, "base-rate tier-factor"],
  ["tier not named", base, spend(100, { tier: "bronze" }), 10],
  ["no tier", base, spend(100), 10],
  ["tier that earns nothing", base, spend(100, { tier: "barred" }), 0, "base-rate tier-factor"],
  [
    "tier factor keeps the fraction",
    base,
    spend(115, { tier: "silver" }),
    13,
    "base-rate tier-factor",
    800_000,
  ],
  [
    "rule for a tier",
    goldDouble,
    spend(100, { tier: "gold" }),
    15 * 2,
    "base-rate tier-factor rule-factor",
  ],
  [
    "rule for another tier",
    goldDouble,
    spend(100, { tier: "silver" }),
    12,
    "base-rate tier-factor !tierIds",
  ],
  ["rule for a tier, none there", goldDouble, spend(100), 10, "base-rate !tierIds"],
  ["one of the tags", tags, spend(100, { member: { tags: ["nearby", "new"] } }), 20, held],
  ["none of the tags", tags, spend(100, { member: { tags: ["new"] } }), 10, "base-rate !tags"],
  ["no tags", tags, spend(100), 10, "base-rate !tags"],
  [
    "member category",
    companies,
    spend(100, { member: { memberCategoryId: "companies" } }),
    20,
    held,
  ],
  [
    "another member category",
    companies,
    spend(100, { member: { memberCategoryId: "staff" } }),
    10,
    "base-rate !memberCategoryIds",
  ],
  ["no member category", companies, spend(100), 10, "base-rate !memberCategoryIds"],
  ["store", stores, spend(100, { member: { storeId: "west" } }), 20, held],
  [
    "another store",
    stores,
    spend(100, { member: { storeId: "north" } }),
    10,
    "base-rate !storeIds",
  ],
  ["no store", stores, spend(100), 10, "base-rate !storeIds"],
  ["balance at the limit", poor, spend(100, { member: { balance: 100 } }), 20, held],
  [
    "balance above it",
    poor,
    spend(100, { member: { balance: 101 } }),
    10,
    "base-rate !balanceAtMost",
  ],
  [
    "half for a store",
    withRules(rule("h", factor(50), { when: { storeIds: ["east"] } })),
    spend(100, { member: { storeId: "east" } }),
    5,
    held,
  ],
  ["nothing on a factor of 0", withRules(rule("z", factor(0))), spend(100), 0, held],
  ["a rule that is off", withRules(rule("d", double, { on: false })), spend(100), 10],
  [
    "the first failing condition is told",
    withRules(rule("d", double, {
      when: { tierIds: ["gold"], weekdays: [3], minSaleFen: 1 },
    })),
    spend(100),
    10,
    "base-rate !weekdays",
  ],
  [
    "all conditions hold",
    withRules(rule("d", double, {
      when: { tierIds: ["gold"], weekdays: [2], minSaleFen: 1, tags: ["nearby"] },
    })),
    spend(100, { tier: "gold", member: { tags: ["nearby"] } }),
    15 * 2,
    "base-rate tier-factor rule-factor",
  ],
];

describe("who and where", () => runTable(member));
