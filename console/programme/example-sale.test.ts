import { expect, test } from "vitest";
import { startOfDay } from "../../shared/business-day.ts";
import type { EarningRule } from "../../shared/points/earning-rules.ts";
import { earned, groundFor, saleFor } from "./example-sale.ts";
import { firstRules } from "./parts.ts";
import { ruleFromTemplate, templateIds } from "./templates.ts";

const at = startOfDay("2026-11-22") + 9 * 3_600_000;

test.each(templateIds)("the example of %s shows what the rule does", (template) => {
  const bare = ruleFromTemplate(template, "rule-1", "2026-11-22");
  const rule: EarningRule = template === "new-product"
    ? { ...bare, lines: { productIds: ["prd_1"] } }
    : bare;
  const sale = saleFor(rule, at, []);
  const ground = groundFor(rule, true);
  const rules = { ...firstRules, rules: [rule] };
  const outcome = earned(rules, sale, ground, [], () => null);
  expect(outcome.missed).toEqual([]);
  expect(outcome.reasons.some((each) => "ruleId" in each && each.ruleId === "rule-1")).toBe(true);
});

test("a member who does not fit earns as usual", () => {
  const rule = ruleFromTemplate("birthday", "rule-1", "2026-11-22");
  const rules = { ...firstRules, rules: [rule] };
  const points = (fits: boolean) =>
    earned(rules, saleFor(rule, at, []), groundFor(rule, fits), [], () => null).points;
  expect([points(true), points(false)]).toEqual([257, 128]);
});
