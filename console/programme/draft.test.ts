import { expect, test } from "vitest";
import * as z from "zod/mini";
import { EarningRules } from "../../shared/points/earning-rules.ts";
import type { TierRow } from "../use-programme.ts";
import { draftFrom, firstRules, rulesFrom } from "./draft.ts";

const tiers = ["tie_silver", "tie_gold"].map((id, level): TierRow => ({
  id,
  level,
  nameZh: id,
  nameEn: id,
  colour: "#999999",
  thresholdFen: level * 100_000,
}));

const rules: EarningRules = {
  ...firstRules,
  fenPerPoint: 1050,
  minSaleFen: 2000,
  tierFactorPercent: { tie_gold: 125 },
  excludedCategoryIds: ["cat_wine"],
  pendingDays: 7,
};

test.each<EarningRules["validity"]>([
  { kind: "never" },
  { kind: "months", months: 18 },
  { kind: "quarter-end", quarters: 2 },
  { kind: "year-end", years: 1 },
  { kind: "fixed-day", month: 3, day: 31 },
])("what was typed is what was published, with validity %o", (validity) => {
  const published = { ...rules, validity };
  expect(z.parse(EarningRules, rulesFrom(draftFrom(published, tiers)))).toEqual(published);
});

test.each([
  ["fenPerPoint", "0"],
  ["fenPerPoint", "ten"],
  ["pointsPerStep", "1.5"],
  ["minSaleFen", "-1"],
  ["months", "0"],
  ["pendingDays", "400"],
])("%s of %s is refused", (name, typed) => {
  const draft = { ...draftFrom(rules, tiers), [name]: typed };
  expect(z.safeParse(EarningRules, rulesFrom(draft)).success).toBe(false);
});

test("a factor that is no number is refused, not taken for once", () => {
  const draft = { ...draftFrom(rules, tiers), tierFactorPercent: { tie_gold: "much" } };
  expect(z.safeParse(EarningRules, rulesFrom(draft)).success).toBe(false);
});
