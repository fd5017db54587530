import { formatsOf } from "../format.ts";
import { and, conditions, listed, points } from "./en-when.ts";
import type { RulePhrases } from "./phrases.ts";

const f = formatsOf("en");

const ratio = ({ fenPerPoint, pointsPerStep }: { fenPerPoint: number; pointsPerStep: number }) =>
  `${points(pointsPerStep)} for every ${f.moneyShort(fenPerPoint)}`;

type RulePart = Pick<
  RulePhrases,
  | "comma"
  | "semicolon"
  | "stop"
  | "colon"
  | "start"
  | "off"
  | "conditions"
  | "gives"
  | "goods"
  | "caps"
  | "groupModes"
>;

/** The words of one rule. */
export const rulePart: RulePart = {
  comma: ", ",
  semicolon: "; ",
  stop: ".",
  colon: ": ",
  start: (text) => text.charAt(0).toUpperCase() + text.slice(1),
  off: " (switched off)",
  conditions,
  goods: (categories, products) => {
    if (categories.count + products.count === 0) return "all goods";
    return and([
      ...(categories.count > 0 ? [listed(categories, "some categories")] : []),
      ...(products.count > 0 ? [listed(products, "some products")] : []),
    ]);
  },
  gives: {
    rate: (rate, goods) => `${ratio(rate)} of ${goods}`,
    brackets: ({ mode, steps }, goods) => {
      const told = steps.map((step, i) =>
        i === 0 ? ratio(step) : `from ${f.moneyShort(step.fromFen)} ${ratio(step)}`
      );
      const how = mode === "whole"
        ? "the bracket reached counts for the whole amount"
        : "each part counts in its own bracket";
      return `on ${goods} ${told.join(", ")}${steps.length > 1 ? ` (${how})` : ""}`;
    },
    fixed: ({ pointsPerUnit }, goods) =>
      `${points(pointsPerUnit)} for each piece (or kilogram) of ${goods}`,
    multiplier: ({ percent }, goods) => {
      const much = percent === 0
        ? "no points"
        : percent === 200
        ? "double points"
        : `${percent / 100} times the points`;
      return `${much} on ${goods}`;
    },
    bonus: ({ points: count, once }, goods) =>
      ({
        unit: `${points(count)} more for each piece (or kilogram) of ${goods}`,
        day: `${points(count)} more once a day for buying ${goods}`,
        member: `${points(count)} more for buying ${goods}, once for each member`,
        product: `${points(count)} more for the first purchase of ${goods}, once for each product`,
      })[once],
  },
  caps: {
    perSale: (count) => `at most ${points(count)} a sale`,
    perDay: (count) => `at most ${points(count)} a day`,
    perMember: (count) => `at most ${points(count)} for each member in all`,
  },
  groupModes: {
    exclusive: (group, rules) => `${group}: of ${and(rules)} the first that applies counts`,
    best: (group, rules) => `${group}: of ${and(rules)} the best counts`,
    add: (group, rules) => `${group}: ${and(rules)} add up`,
  },
};
