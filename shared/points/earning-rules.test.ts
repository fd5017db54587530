import { describe, expect, test } from "vitest";
import { EarningRules, factorPercent } from "./earning-rules.ts";

const RULES: EarningRules = {
  v: 1,
  fenPerPoint: 10_000,
  pointsPerStep: 10,
  minSaleFen: 0,
  tierFactorPercent: { "tier-gold": 150, "tier-none": 0 },
  excludedCategoryIds: ["cat-tobacco"],
  carryRemainder: true,
  validity: { kind: "months", months: 12 },
  pendingDays: 7,
  signUpPoints: 100,
};

test("rules in the right shape are kept as they are", () => {
  expect(EarningRules.parse(RULES)).toEqual(RULES);
});

describe("rules in the wrong shape are refused", () => {
  test.each([
    ["v", 2],
    ["fenPerPoint", 0],
    ["fenPerPoint", 12.5],
    ["fenPerPoint", 1e15],
    ["pointsPerStep", 0],
    ["pointsPerStep", -1],
    ["minSaleFen", -1],
    ["tierFactorPercent", { "tier-gold": 1.5 }],
    ["tierFactorPercent", { "tier-gold": -100 }],
    ["tierFactorPercent", { "": 100 }],
    ["excludedCategoryIds", [""]],
    ["excludedCategoryIds", "cat-tobacco"],
    ["carryRemainder", 1],
    ["validity", { kind: "months", months: 0 }],
    ["pendingDays", -1],
    ["pendingDays", 367],
    ["signUpPoints", -1],
    ["roundUp", true],
  ])("%s: %j", (key, value) => {
    expect(EarningRules.safeParse({ ...RULES, [key]: value }).success).toBe(false);
  });

  test.each(Object.keys(RULES))("without %s", (key) => {
    const part: Record<string, unknown> = { ...RULES };
    delete part[key];
    expect(EarningRules.safeParse(part).success).toBe(false);
  });
});

test.each([
  ["tier-gold", 150],
  ["tier-none", 0],
  ["tier-silver", 100],
  // Names that every object has are no tiers.
  ["constructor", 100],
  ["__proto__", 100],
  [null, 100],
])("tier %s earns %i percent", (tierId, percent) => {
  expect(factorPercent(RULES, tierId)).toBe(percent);
});
