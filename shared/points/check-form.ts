/** Each rule, group and limit looked at alone. @module */
import { isDay } from "../business-day.ts";
import type { ProgrammeRules } from "../programme/rules.ts";
import { type Caps, type EarningRule, stageOf } from "./earning-rules.ts";
import { type Finding, refused, warning } from "./finding.ts";
import { daysOf } from "./overlap.ts";
import type { When } from "./when.ts";

export function checkForm(rules: ProgrammeRules): Finding[] {
  const list = rules.rules ?? [];
  const found: Finding[] = [
    ...twice(list.map(({ id }) => id)).map((id) => refused("rule-twice", [id])),
    ...twice((rules.groups ?? []).map(({ id }) => id))
      .map((groupId) => refused("group-twice", [], { groupId })),
    ...groupsOf(rules),
    ...list.flatMap((rule) => oneRule(rule, rules)),
    ...offsetOf(rules),
  ];
  if (contradict(rules.caps)) found.push(refused("caps-contradict", [], { part: "base" }));
  const { validity } = rules;
  if (validity.kind === "fixed-day") {
    const { month, day } = validity;
    const two = (part: number) => String(part).padStart(2, "0");
    // A leap year: 29 February is a day.
    if (!isDay(`2024-${two(month)}-${two(day)}`)) {
      found.push(warning("validity-day", [], { part: "base" }));
    }
  }
  return found;
}

const twice = <T>(all: readonly T[]): T[] => [
  ...new Set(all.filter((each, i) => all.indexOf(each) !== i)),
];

function groupsOf(rules: ProgrammeRules): Finding[] {
  const list = rules.rules ?? [];
  const known = new Set((rules.groups ?? []).map(({ id }) => id));
  const found: Finding[] = list
    .filter(({ groupId }) => groupId !== null && !known.has(groupId))
    .map(({ id, groupId }) => refused("group-unknown", [id], { groupId: groupId! }));
  for (const { id: groupId, mode } of rules.groups ?? []) {
    const of = list.filter((rule) => rule.groupId === groupId);
    const ids = of.map(({ id }) => id);
    const stages = new Set(of.map(({ gives }) => stageOf(gives)));
    const units = of.filter(({ gives }) => gives.kind === "bonus" && gives.once === "unit");
    if (stages.has("rate")) found.push(refused("group-of-rates", ids, { groupId }));
    else if (stages.size > 1) found.push(refused("group-mixed", ids, { groupId }));
    if (mode !== "add" && units.length > 0) {
      found.push(refused("unit-bonus-in-group", units.map(({ id }) => id), { groupId }));
    }
    if (of.length === 0) found.push(warning("group-empty", [], { groupId }));
  }
  return found;
}

function oneRule(rule: EarningRule, rules: ProgrammeRules): Finding[] {
  const { gives, caps, lines } = rule;
  const ids = [rule.id];
  const found = whenOf(rule.when).map((code) => refused(code, ids));
  if (contradict(caps)) found.push(refused("caps-contradict", ids));
  if (gives.kind === "brackets") {
    const { steps } = gives;
    if (steps[0]!.fromFen !== 0) found.push(refused("brackets-start", ids));
    if (steps.some((step, i) => i > 0 && step.fromFen <= steps[i - 1]!.fromFen)) {
      found.push(refused("brackets-order", ids));
    }
  }
  if (gives.kind === "multiplier") {
    if (gives.percent <= 100 && limits(caps)) found.push(refused("cap-on-reduction", ids));
    if (gives.percent === 100) found.push(warning("no-effect", ids));
  }
  if (gives.kind === "bonus" && gives.once === "product" && !lines.productIds) {
    if (!lines.categoryIds) found.push(refused("product-bonus-unscoped", ids));
  }
  if (found.length === 0 && neverHolds(rule.when)) found.push(warning("never-holds", ids));
  const { productIds = [], categoryIds = [] } = lines;
  const outside = [
    ...productIds.map((id) => rules.excludedProductIds?.includes(id) ?? false),
    ...categoryIds.map((id) => rules.excludedCategoryIds.includes(id)),
  ];
  if (outside.length > 0 && outside.every(Boolean)) found.push(warning("covers-excluded", ids));
  if (!rule.on) found.push(warning("rule-off", ids));
  return found;
}

type Calendar = Pick<When, "hours" | "from" | "to" | "weekdays" | "monthDays">;

/** What no calendar can mean. */
function whenOf(
  { hours, from, to, weekdays, monthDays }: Calendar,
): ("hours-empty" | "period-reversed" | "days-twice")[] {
  const codes: ReturnType<typeof whenOf> = [];
  if (hours?.some((window) => window.from % 1440 === window.to % 1440 && !isWhole(window))) {
    codes.push("hours-empty");
  }
  if (from && to && from > to) codes.push("period-reversed");
  if (twice(weekdays ?? []).length + twice(monthDays ?? []).length > 0) codes.push("days-twice");
  return codes;
}

const isWhole = ({ from, to }: { from: number; to: number }): boolean => from === 0 && to === 1440;

const neverHolds = (when: When): boolean => daysOf(when)?.size === 0;

export const limits = (caps: Caps | null | undefined): boolean =>
  caps != null && Object.values(caps).some((most) => most !== null);

/** A smaller span may not allow more than a larger one. */
function contradict(caps: Caps | null | undefined): boolean {
  if (!caps) return false;
  const rising = [caps.perSale, caps.perDay, caps.perMember].filter((most) => most !== null);
  return rising.some((most, i) => i > 0 && most < rising[i - 1]!);
}

function offsetOf({ offset }: ProgrammeRules): Finding[] {
  if (!offset) return [];
  const part = { part: "offset" as const };
  const found = whenOf(offset.window ?? {}).map((code) => refused(code, [], part));
  const { maxPoints, maxPointsPerDay, stepPoints, others } = offset;
  if ([maxPoints, maxPointsPerDay].some((most) => most !== null && most < stepPoints)) {
    found.push(refused("offset-steps-over-limit", [], part));
  }
  if (
    others.some(({ tierIds, memberCategoryIds, tags }) => !tierIds && !memberCategoryIds && !tags)
  ) {
    found.push(refused("offset-for-nobody", [], part));
  }
  return found;
}
