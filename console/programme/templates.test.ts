import { expect, test } from "vitest";
import * as z from "zod/mini";
import { EarningRule } from "../../shared/points/earning-rules.ts";
import { ruleDraft, ruleFrom } from "./parts.ts";
import { copyOf, ruleFromTemplate, templateIds } from "./templates.ts";

test.each(templateIds)("%s is a whole rule, and survives being typed", (template) => {
  const rule = ruleFromTemplate(template, "rule-1", "2026-11-22");
  expect(z.parse(EarningRule, rule)).toEqual(rule);
  expect(z.parse(EarningRule, ruleFrom(ruleDraft(rule)))).toEqual(rule);
});

test("a copy has an id of its own, is off, and its name still fits", () => {
  const rule = { ...ruleFromTemplate("festival", "rule-1", "2026-11-22"), nameZh: "双".repeat(40) };
  const copy = copyOf(rule, "rule-2");
  expect(z.parse(EarningRule, copy)).toMatchObject({ id: "rule-2", on: false });
});
