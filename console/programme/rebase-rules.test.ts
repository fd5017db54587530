import { expect, test } from "vitest";
import type { ProgrammeRules } from "../../shared/programme/rules.ts";
import { firstRules } from "./parts.ts";
import { rebaseRules } from "./rebase-rules.ts";
import { ruleFromTemplate } from "./templates.ts";

const rule = (id: string) => ruleFromTemplate("member-day", id, "2026-11-22");
const base: ProgrammeRules = { ...firstRules, rules: [rule("a"), rule("b")] };

test("what each of us changed is there afterwards", () => {
  const mine: ProgrammeRules = {
    ...base,
    fenPerPoint: 500,
    rules: [rule("a"), rule("b"), rule("c")],
  };
  const theirs: ProgrammeRules = { ...base, pendingDays: 7, rules: [{ ...rule("a"), on: false }] };
  const { merged, conflicts } = rebaseRules(base, mine, theirs);
  expect(merged).toEqual({
    ...base,
    fenPerPoint: 500,
    pendingDays: 7,
    rules: [{ ...rule("a"), on: false }, rule("c")],
  });
  expect(conflicts).toEqual([]);
});

test("what both changed differently is a conflict, and mine is kept", () => {
  const mine: ProgrammeRules = { ...base, rules: [{ ...rule("a"), priority: 1 }, rule("b")] };
  const theirs: ProgrammeRules = { ...base, rules: [{ ...rule("a"), priority: 2 }, rule("b")] };
  const { merged, conflicts } = rebaseRules(base, mine, theirs);
  expect(merged).toEqual(mine);
  expect(conflicts).toEqual(["rule:a"]);
});
