import { type EarningRules, factorPercent } from "../../points/earning-rules.ts";
import type { Validity } from "../../points/validity.ts";
import { formatsOf } from "../format.ts";
import type { RuleLine, RuleNames, RulesWording } from "./zh.ts";

const f = formatsOf("en");

const points = (count: number) =>
  `${f.count(count)} ${f.plural(count, { one: "point", other: "points" })}`;

/** English of the rules. */
export const en: RulesWording = {
  lines: (rules, names) => lines(rules, names),
  sentence: (rules, names) => `${lines(rules, names).map((line) => line.text).join("; ")}.`,
  validity: (policy) => validity(policy),
};

function lines(rules: EarningRules, names: RuleNames): RuleLine[] {
  const factors = names.tiers.map((tier) => ({ ...tier, percent: factorPercent(rules, tier.id) }));
  const told: RuleLine[] = [{
    key: "base",
    text: `Members earn ${points(rules.pointsPerStep)} for every ${
      f.moneyShort(rules.fenPerPoint)
    }`,
  }];
  for (const tier of factors.filter((each) => each.percent !== 100)) {
    told.push({
      key: `tier:${tier.id}`,
      text: tier.percent === 0
        ? `${tier.name} earns nothing`
        : `${tier.name} earns ${tier.percent / 100} times as much`,
    });
  }
  if (rules.minSaleFen > 0) {
    told.push({
      key: "minimum",
      text: `sales below ${f.moneyShort(rules.minSaleFen)} earn nothing`,
    });
  }
  if (rules.excludedCategoryIds.length > 0) {
    const excluded = rules.excludedCategoryIds.map(names.category);
    told.push({ key: "excluded", text: `not for ${excluded.join(", ")}` });
  }
  told.push({
    key: "remainder",
    text: rules.carryRemainder
      ? "fractions of a point are kept for next time"
      : "fractions of a point are dropped",
  });
  if (rules.pendingDays > 0) {
    const days = f.plural(rules.pendingDays, { one: "day", other: "days" });
    told.push({
      key: "pending",
      text: `points can be spent from ${f.count(rules.pendingDays)} ${days} after the sale`,
    });
  }
  told.push({ key: "validity", text: `points ${validity(rules.validity)}` });
  if (rules.signUpPoints > 0) {
    told.push({ key: "sign-up", text: `new members get ${points(rules.signUpPoints)}` });
  }
  return told;
}

function validity(policy: Validity): string {
  switch (policy.kind) {
    case "never":
      return "never lapse";
    case "months":
      return `lapse ${f.count(policy.months)} ${
        f.plural(policy.months, { one: "month", other: "months" })
      } after earning`;
    case "quarter-end":
      return policy.quarters === 0
        ? "lapse at the end of the quarter"
        : `lapse at the end of quarter ${f.count(policy.quarters)} after earning`;
    case "year-end":
      return policy.years === 0
        ? "lapse at the end of the year"
        : policy.years === 1
        ? "lapse at the end of the next year"
        : `lapse at the end of year ${f.count(policy.years)} after earning`;
    case "fixed-day": {
      const day = f.monthDay(Date.parse(`2000-${two(policy.month)}-${two(policy.day)}T04:00:00Z`));
      return `lapse every year on ${day}`;
    }
  }
}

const two = (part: number) => String(part).padStart(2, "0");
