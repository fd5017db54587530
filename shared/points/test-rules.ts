/** Rules, goods, members and sales for property tests: small ranges, so that rules meet, limits are
 *  reached and brackets crossed. @module */
import * as fc from "fast-check";
import type { ProgrammeRules } from "../programme/rules.ts";
import type { EarningLine } from "./earning-line.ts";
import type { Caps, EarningRule, Gives, RuleGroup } from "./earning-rules.ts";
import type { When } from "./when.ts";
import { blankGround, type EarningGround } from "./when.ts";

/** Half past ten on the Wednesday that is Mid-Autumn of 2027. */
export const AT = Date.parse("2027-09-15T10:30:00+08:00");
export const CATEGORIES = [
  { id: "food", parentId: null },
  { id: "fruit", parentId: "food" },
  { id: "dairy", parentId: "food" },
  { id: "wine", parentId: null },
];
const above: Record<string, string[]> = {
  fruit: ["fruit", "food"],
  dairy: ["dairy", "food"],
  wine: ["wine"],
};
export const PRODUCTS = ["apple", "pear", "milk", "red", "card"];
const categoryOf: Record<string, string> = {
  apple: "fruit",
  pear: "fruit",
  milk: "dairy",
  red: "wine",
};

/** Lines of known goods; free ones and those paid in part with points among them. */
export const anyLines = fc.array(
  fc.record({
    productId: fc.constantFrom("apple", "pear", "milk", "red"),
    quantityMilli: fc.constantFrom(1000, 1000, 2000, 3000, 350),
    amountFen: fc.oneof(fc.nat(400), fc.nat(3000), fc.constantFrom(0, 1000, 2000, 5000)),
    offsetPart: fc.constantFrom(0, 0, 0, 0.5, 1),
    giftCard: fc.constantFrom(false, false, false, true),
  }),
  { minLength: 1, maxLength: 5 },
).map((lines) =>
  lines.map(({ offsetPart, giftCard, ...each }, i): EarningLine => ({
    ...each,
    n: i + 1,
    categoryIds: above[categoryOf[each.productId]!]!,
    offsetFen: Math.floor(each.amountFen * offsetPart),
    ...(giftCard && i === 4 ? { giftCard } : {}),
  }))
);

const steady = fc.constantFrom<When>(
  {},
  {},
  { tierIds: ["gold"] },
  { storeIds: ["east", "west"] },
  { tags: ["parents"] },
  { weekdays: [3] },
  { weekdays: [4, 6] },
  { hours: [{ from: 600, to: 660 }] },
  { festivals: { ids: ["mid-autumn"], daysBefore: 1, daysAfter: 0 } },
);
/** Conditions that may hold for a sale and not for its parts. */
const sensitive = fc.constantFrom<When>(
  {},
  {},
  {},
  { minSaleFen: 500 },
  { minSaleFen: 2000 },
  { minSaleFen: 4000 },
  { firstPurchase: true },
  { balanceAtMost: 0 },
  { balanceAtMost: 5 },
);
const when = fc.tuple(steady, sensitive).map(([a, b]): When => ({ ...a, ...b }));

const scope = fc.oneof(
  { weight: 3, arbitrary: fc.constant({}) },
  fc.constantFrom<EarningRule["lines"]>(
    { categoryIds: ["food"] },
    { categoryIds: ["fruit"] },
    { categoryIds: ["dairy", "wine"] },
    { productIds: ["apple"] },
    { productIds: ["milk", "red"] },
    { productIds: ["apple", "milk"], categoryIds: ["wine"] },
  ),
);

const rising = [
  { fromFen: 0, fenPerPoint: 1000, pointsPerStep: 1 },
  { fromFen: 1000, fenPerPoint: 700, pointsPerStep: 2 },
  { fromFen: 3000, fenPerPoint: 100, pointsPerStep: 1 },
];
const rates: fc.Arbitrary<Gives> = fc.oneof(
  fc.record({
    kind: fc.constant("rate" as const),
    fenPerPoint: fc.constantFrom(100, 300, 700, 1000),
    pointsPerStep: fc.constantFrom(1, 2, 10),
  }),
  fc.record({
    kind: fc.constant("brackets" as const),
    mode: fc.constantFrom("whole" as const, "marginal" as const),
    steps: fc.constantFrom(rising, rising.slice(0, 2), rising.slice(0, 1)),
  }),
  fc.record({ kind: fc.constant("fixed" as const), pointsPerUnit: fc.constantFrom(1, 4) }),
);
const factors: fc.Arbitrary<Gives> = fc.record({
  kind: fc.constant("multiplier" as const),
  percent: fc.constantFrom(0, 50, 110, 133, 150, 200, 300),
});
const bonuses: fc.Arbitrary<Gives> = fc.record({
  kind: fc.constant("bonus" as const),
  points: fc.constantFrom(1, 5, 7, 20),
  once: fc.constantFrom("unit" as const, "day" as const, "member" as const, "product" as const),
});
/** What a set of rules is about: all sorts, or many of one stage, so that they meet. */
const themes = fc.constantFrom(
  fc.oneof(rates, factors, bonuses),
  rates,
  factors,
  bonuses,
  fc.oneof(rates, factors),
);
const homes = fc.constantFrom<(string | null)[]>(
  [null, "g-first", "g-best", "g-add"],
  ["g-first", "g-first", null],
  ["g-best", "g-best", null],
);

/** Rising, as limits must be. */
export const caps = (perSale: boolean): fc.Arbitrary<Caps> =>
  fc.tuple(fc.constantFrom(1, 2, 6), fc.constantFrom(0, 1, 10), fc.constantFrom(0, 5)).chain(
    ([a, b, c]) =>
      fc.record({
        perSale: fc.constantFrom(null, perSale ? a : null),
        perDay: fc.constantFrom(null, a + b),
        perMember: fc.constantFrom(null, a + b + c),
      }),
  );

const rule = (perSale: boolean, gives: fc.Arbitrary<Gives>, home: (string | null)[]) =>
  fc.record({
    on: fc.constantFrom(true, true, true, true, true, true, true, false),
    when,
    lines: scope,
    gives,
    groupId: fc.constantFrom(...home),
    caps: fc.oneof(fc.constant(null), fc.constant(null), caps(perSale)),
  });
const someRules = (perSale: boolean) =>
  fc.tuple(themes, homes).chain(([gives, home]) =>
    fc.array(rule(perSale, gives, home), { maxLength: 6 })
  );

const groups: RuleGroup[] = [
  { id: "g-first", nameZh: "择先", nameEn: "First", mode: "exclusive" },
  { id: "g-best", nameZh: "择优", nameEn: "Best", mode: "best" },
  { id: "g-add", nameZh: "叠加", nameEn: "Add", mode: "add" },
];
const stageGroups = (stage: string): RuleGroup[] =>
  groups.map((group) => ({ ...group, id: `${group.id}-${stage}` }));

/** With a name and a priority of its own; most of what would be refused at once is not tried. */
function sensible(
  rule: Pick<EarningRule, "on" | "when" | "lines" | "gives" | "groupId" | "caps">,
  i: number,
  priority: number,
): EarningRule {
  const { gives, groupId } = rule;
  const once = gives.kind === "bonus" ? gives.once : null;
  const stage = gives.kind === "multiplier" ? "factor" : gives.kind === "bonus" ? "bonus" : "";
  const reduces = gives.kind === "multiplier" && gives.percent < 100;
  const { minSaleFen: _a, firstPurchase: _b, balanceAtMost: _c, ...steadily } = rule.when;
  const everything = Object.keys(rule.lines).length === 0;
  return {
    ...rule,
    id: `r${i}`,
    nameZh: `规则${i}`,
    nameEn: `Rule ${i}`,
    when: reduces || gives.kind === "fixed" ? steadily : rule.when,
    lines: once === "product" && everything ? { categoryIds: ["food"] } : rule.lines,
    priority,
    groupId: stage && groupId && once !== "unit" ? `${groupId}-${stage}` : null,
    caps: reduces ? null : rule.caps,
  };
}

/** Rules of all kinds, with priorities of their own. */
export const anyRules = (perSale: boolean): fc.Arbitrary<ProgrammeRules> =>
  fc.record({
    rules: someRules(perSale),
    shift: fc.nat(30),
    fenPerPoint: fc.constantFrom(100, 300, 1000),
    minSaleFen: fc.constantFrom(0, 0, 0, 700),
    carryRemainder: fc.boolean(),
    caps: fc.oneof(fc.constant(null), fc.constant(null), caps(perSale)),
    base: fc.constantFrom(undefined, { offset: true, coupon: false, storedValue: true }),
    excludedCategoryIds: fc.constantFrom<string[]>([], [], [], ["wine"]),
  }).map(({ rules, shift, base, ...more }): ProgrammeRules => ({
    ...more,
    ...(base ? { base } : {}),
    v: 1,
    pointsPerStep: 1,
    tierFactorPercent: { gold: 150 },
    validity: { kind: "never" },
    pendingDays: 0,
    signUpPoints: 0,
    groups: [...stageGroups("factor"), ...stageGroups("bonus")],
    rules: rules.map((each, i) => sensible(each, i, ((i + 1) * 7 + shift) % 31)),
  }));

/** A member before the sale; something may have been given already. */
export const anyGround = fc.record({
  tags: fc.constantFrom(["parents"], []),
  firstPurchase: fc.boolean(),
  balance: fc.constantFrom(0, 3, 100),
  before: fc.dictionary(
    fc.constantFrom("*", "r0", "r1", "r2", "group:g-best-bonus", "group:g-first-bonus", "r1/apple"),
    fc.constantFrom(500_000, 1_000_000, 3_333_333),
    { maxKeys: 3 },
  ),
}).map(({ before, ...more }): EarningGround => ({
  ...blankGround,
  ...more,
  storeId: "east",
  tally: { day: before, ever: before },
}));
export const anyTier = fc.constantFrom(null, "gold");
export const anyCarry = fc.constantFrom(0, 0, 333_333, 999_999);
