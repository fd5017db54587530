import { describe, expect, test } from "vitest";
import * as z from "zod/mini";
import { EarningRule, type Gives } from "../../shared/points/earning-rules.ts";
import { defaultGrantRules, noGrants } from "../../shared/grants/grant-rules.ts";
import { OffsetRules } from "../../shared/points/offset-rules.ts";
import { ProgrammeRules } from "../../shared/programme/rules.ts";
import type { When } from "../../shared/points/when.ts";
import type { TierRow } from "../use-programme.ts";
import {
  baseDraft,
  baseFrom,
  type BasePart,
  firstOffset,
  firstRules,
  grantsDraft,
  grantsFrom,
  type GrantsPart,
  offsetDraft,
  offsetFrom,
  ruleDraft,
  ruleFrom,
  validityDraft,
  validityFrom,
  withBase,
  withGrants,
} from "./parts.ts";
import { withValue } from "./path.ts";
import { minutesOf } from "./typed.ts";

const tiers = ["tie_silver", "tie_gold"].map((id, level): TierRow => ({
  id,
  level,
  nameZh: id,
  nameEn: id,
  colour: "#999999",
  thresholdFen: level * 100_000,
}));

const plain: EarningRule = {
  id: "member-day",
  nameZh: "会员日",
  nameEn: "Member day",
  on: true,
  when: {},
  lines: {},
  gives: { kind: "multiplier", percent: 200 },
  priority: 10,
  groupId: null,
  caps: null,
};

const gives: Gives[] = [
  { kind: "rate", fenPerPoint: 1_050, pointsPerStep: 3 },
  {
    kind: "brackets",
    mode: "marginal",
    steps: [
      { fromFen: 0, fenPerPoint: 1_000, pointsPerStep: 1 },
      { fromFen: 20_000, fenPerPoint: 500, pointsPerStep: 1 },
    ],
  },
  { kind: "fixed", pointsPerUnit: 8 },
  { kind: "multiplier", percent: 125 },
  { kind: "bonus", points: 50, once: "unit" },
  { kind: "bonus", points: 50, once: "day" },
  { kind: "bonus", points: 50, once: "member" },
  { kind: "bonus", points: 50, once: "product" },
];

const whens: When[] = [
  { tierIds: ["tie_gold"], tags: ["母婴"], memberCategoryIds: ["mct_staff"], storeIds: ["sto_1"] },
  { minSaleFen: 20_050, balanceAtMost: 0 },
  { firstPurchase: true },
  { birthday: "month" },
  { festivals: { ids: ["mid-autumn", "qixi"], daysBefore: 3, daysAfter: 0 } },
  { weekdays: [3], monthDays: [8, 18, 28] },
  { hours: [{ from: 540, to: 690 }, { from: 1_320, to: 120 }, { from: 0, to: 1440 }] },
  { from: "2026-12-01", to: "2026-12-31" },
];

const readBack = (rule: EarningRule) => z.parse(EarningRule, ruleFrom(ruleDraft(rule)));

describe("a rule that was typed is the rule that is published", () => {
  test.each(gives)("gives %j", (each) => {
    expect(readBack({ ...plain, gives: each })).toEqual({ ...plain, gives: each });
  });
  test.each(whens)("when %j", (when) => {
    expect(readBack({ ...plain, when })).toEqual({ ...plain, when });
  });
  test("its lines, limits and group", () => {
    const rule: EarningRule = {
      ...plain,
      on: false,
      lines: { categoryIds: ["cat_fruit"], productIds: ["prd_1", "prd_2"] },
      caps: { perSale: 100, perDay: null, perMember: 2_000 },
      groupId: "festivals",
    };
    expect(readBack(rule)).toEqual(rule);
  });
  test("a limit, a category or a product taken out again is none", () => {
    const draft = ruleDraft(plain);
    const emptied = { ...draft, lines: { categoryIds: [], productIds: [] } };
    expect(z.parse(EarningRule, ruleFrom(emptied))).toEqual(plain);
  });
});

test.each<[string, unknown]>([
  ["gives.percent", "twice"],
  ["priority", ""],
  ["when.minSaleFen", ""],
  ["when.minSaleFen", "0"],
  ["when.hours", [{ from: "9", to: "12:00" }]],
  ["when.from", "2026-02-30"],
  ["when.weekdays", []],
  ["caps.perDay", "1.5"],
  ["nameZh", " "],
])("%s as %j is refused", (path, value) => {
  const draft = withValue(ruleDraft(plain), path, value);
  expect(z.safeParse(EarningRule, ruleFrom(draft)).success).toBe(false);
});

test("times of day are typed with a colon of either width", () => {
  expect(["9:05", "09：05", "24:00"].map(minutesOf)).toEqual([545, 545, 1440]);
  expect(["24:01", "25:00", "9", "9:5", ""].map(minutesOf)).toEqual([NaN, NaN, NaN, NaN, NaN]);
});

const body: ProgrammeRules = {
  ...firstRules,
  fenPerPoint: 1_050,
  minSaleFen: 2_000,
  tierFactorPercent: { tie_gold: 125 },
  excludedCategoryIds: ["cat_wine"],
  pendingDays: 7,
};

describe("the base", () => {
  const readBase = (rules: ProgrammeRules) =>
    z.parse(ProgrammeRules, withBase(rules, baseFrom(baseDraft(rules, tiers)) as BasePart));
  test.each<[string, ProgrammeRules]>([
    ["as it usually is", body],
    ["that names what counts", {
      ...body,
      base: { offset: true, coupon: true, storedValue: false },
    }],
    ["with products and limits", {
      ...body,
      excludedProductIds: ["prd_1"],
      caps: { perSale: null, perDay: 500, perMember: null },
    }],
  ])("%s", (_, rules) => expect(readBase(rules)).toEqual(rules));
  test("a factor that is no number is refused, not taken for once", () => {
    const draft = { ...baseDraft(body, tiers), tierFactorPercent: { tie_gold: "much" } };
    const rules = withBase(body, baseFrom(draft) as BasePart);
    expect(z.safeParse(ProgrammeRules, rules).success).toBe(false);
  });
});

test.each<ProgrammeRules["validity"]>([
  { kind: "never" },
  { kind: "months", months: 18 },
  { kind: "quarter-end", quarters: 2 },
  { kind: "year-end", years: 1 },
  { kind: "fixed-day", month: 3, day: 31 },
])("validity %o", (validity) => {
  expect(validityFrom(validityDraft({ ...body, validity })))
    .toEqual({ validity, pendingDays: 7 });
});

describe("paying with points", () => {
  const full: OffsetRules = {
    ...firstOffset,
    others: [{ tierIds: ["tie_gold"], points: 100, fen: 1_000 }],
    minSaleFen: 20_000,
    maxPoints: 5_000,
    maxPointsPerDay: 8_000,
    stepPoints: 100,
    excludedCategoryIds: ["cat_wine"],
    window: { weekdays: [3], hours: [{ from: 600, to: 1_200 }], from: "2026-12-01" },
  };
  test.each<[string, OffsetRules | null]>([["off", null], ["plain", firstOffset], ["full", full]])(
    "%s",
    (_, offset) => {
      expect(
        z.parse(ProgrammeRules, {
          ...body,
          ...offsetFrom(offsetDraft({ ...body, offset })) as object,
        }),
      )
        .toEqual({ ...body, offset });
    },
  );
});

describe("grants", () => {
  const readGrants = (rules: ProgrammeRules) =>
    z.parse(ProgrammeRules, withGrants(rules, grantsFrom(grantsDraft(rules)) as GrantsPart));
  test.each<[string, ProgrammeRules]>([
    ["none", body],
    ["all of them", {
      ...body,
      signUpPoints: 88,
      grants: { ...defaultGrantRules, recharge: { fenPerPoint: 1_000, pointsPerStep: 1 } },
    }],
    ["one of them", {
      ...body,
      grants: { ...noGrants, birthday: { points: 66, when: "month", paid: "visit" } },
    }],
  ])("%s", (_, rules) => expect(readGrants(rules)).toEqual(rules));
});
