import { expect, test } from "vitest";
import type { EarningRule } from "../../shared/points/earning-rules.ts";
import type { ProgrammeRules } from "../../shared/programme/rules.ts";
import { firstRules } from "./parts.ts";
import {
  freePriority,
  groupsFor,
  moveGroup,
  stackOf,
  swapPriorities,
  withoutGroup,
} from "./stacking.ts";
import { newGroup, ruleFromTemplate, type TemplateId } from "./templates.ts";

const rule = (template: TemplateId, id: string, part: Partial<EarningRule> = {}): EarningRule => ({
  ...ruleFromTemplate(template, id, "2026-11-22"),
  ...part,
});
const rules: ProgrammeRules = {
  ...firstRules,
  groups: [newGroup("days", 1), newGroup("extra", 2)],
  rules: [
    rule("member-day", "wednesday", { groupId: "days", priority: 10 }),
    rule("festival", "moon", { groupId: "days", priority: 20 }),
    rule("birthday", "birthday"),
    rule("new-product", "new", { groupId: "extra" }),
    rule("category", "fruit", { priority: 5 }),
    rule("brackets", "brackets", { priority: 9 }),
  ],
};
const picture = (of: ProgrammeRules) =>
  stackOf(of).map(({ groups }) =>
    groups.map(({ group, rules }) => `${group?.id ?? "-"}: ${rules.map((r) => r.id).join(" ")}`)
  );

test("three stages, groups in their order, rules by priority", () => {
  expect(picture(rules)).toEqual([
    ["-: brackets", "-: fruit"],
    ["days: moon wednesday", "-: birthday"],
    ["extra: new"],
  ]);
});

test("rules side by side change places, groups too", () => {
  expect(picture(swapPriorities(rules, "moon", "wednesday"))[1]![0]).toBe("days: wednesday moon");
  expect(moveGroup(rules, "extra", -1).groups?.map((g) => g.id)).toEqual(["extra", "days"]);
  expect(moveGroup(rules, "days", -1)).toBe(rules);
});

test("factors and bonuses are not offered each other's groups", () => {
  expect(groupsFor(rules, "birthday", "multiplier").map((g) => g.id)).toEqual(["days"]);
  expect(groupsFor(rules, "another", "bonus").map((g) => g.id)).toEqual(["extra"]);
  expect(groupsFor(rules, "new", "multiplier").map((g) => g.id)).toEqual(["days", "extra"]);
});

test("a new rule gets a priority of its own", () => {
  expect(freePriority(rules, { kind: "multiplier", percent: 200 }, 10)).toBe(11);
  expect(freePriority(rules, { kind: "bonus", points: 1, once: "day" }, 10)).toBe(10);
});

test("without its group a rule stands alone", () => {
  expect(picture(withoutGroup(rules, "days"))[1]).toEqual([
    "-: birthday",
    "-: moon",
    "-: wednesday",
  ]);
});
