import { and } from "./en-when.ts";
import type { FindingNames, RulePhrases } from "./phrases.ts";

const quoted = (name: string): string => `“${name}”`;
const first = ({ rules }: FindingNames): string => quoted(rules[0] ?? "");
const others = ({ rules }: FindingNames): string => and(rules.slice(1).map(quoted));
const where = ({ group }: FindingNames): string => group ? `In the group ${quoted(group)}: ` : "";
const subject = (names: FindingNames, part: string | undefined): string =>
  names.rules.length > 0
    ? first(names)
    : part === "offset"
    ? "Paying with points"
    : "All rules together";

/** What is wrong with rules, and what to do. */
export const findings: RulePhrases["findings"] = {
  "rule-twice": (names) => `The rule id ${names.rules[0] ?? ""} is used twice: remove one of them`,
  "group-twice": ({ group }) => `The group id ${group} is used twice: remove one of them`,
  "group-unknown": (names) =>
    `${first(names)} is in the group ${quoted(names.group)}, which does not exist: choose another`,
  "group-mixed": ({ group }) =>
    `The group ${quoted(group)} has multipliers and bonuses: make two groups of it`,
  "group-of-rates": ({ group }) =>
    `The group ${quoted(group)} has a rate; each line has one rate anyway: take it out`,
  "priority-tie": (names) =>
    `${where(names)}${first(names)} and ${others(names)} can apply at once with equal priority: ` +
    "say which goes first",
  "brackets-start": (names) => `The first bracket of ${first(names)} must start at ¥0`,
  "brackets-order": (names) => `The brackets of ${first(names)} must rise, each once`,
  "product-bonus-unscoped": (names) =>
    `${first(names)} is for the first purchase of products: choose products or categories`,
  "unit-bonus-in-group": (names) =>
    `${first(names)} gives for each piece and cannot be in ${
      quoted(names.group)
    }, of which one counts`,
  "hours-empty": (names, { part }) =>
    `The hours of ${subject(names, part)} end as they begin: it would never apply`,
  "period-reversed": (names, { part }) => `${subject(names, part)} ends before it begins`,
  "days-twice": (names, { part }) => `${subject(names, part)} names a day twice`,
  "caps-contradict": (names, { part }) =>
    `The limits of ${
      subject(names, part)
    } contradict each other: a sale may not allow more than a day, nor a day more than a member`,
  "cap-on-reduction": (names) => `${first(names)} adds no points: take its limit away`,
  "gives-less-than-displaced": (names) =>
    names.rules.length > 1
      ? `${where(names)}${first(names)} depends on the whole sale, and may give less than ${
        others(names)
      } that it replaces: a sale in parts would earn more. Let it give more, or go after them`
      : `${first(names)} depends on the whole sale, and may give less than the base rate: a sale ` +
        "in parts would earn more. Let it give more and take its limit away, or make it a multiplier",
  "reduces-when-split": (names) =>
    `${first(names)} takes points away on a condition of the whole sale: a sale in parts would ` +
    "earn more. Take away its minimum, first purchase or balance",
  "more-than-countable": (names) =>
    "A large sale could earn more than 9,000,000,000 points, which cannot be counted" +
    `${names.rules.length > 0 ? `, above all by ${first(names)}` : ""}. Lower rates, factors or ` +
    "bonuses, or set a limit over all rules",
  "limited-in-exclusive-group": (names) =>
    `${where(names)}of ${first(names)} and ${others(names)} only one counts, and with its limit ` +
    "the whole sale may earn less than its parts. Take the limit away, or take it out of the group",
  "offset-steps-over-limit": () =>
    "Paying with points: the limit is smaller than one step, so no points could be used",
  "offset-for-nobody": () =>
    "Paying with points: a worth of its own names no members. Choose tiers, categories or tags",
  "split-earns-more-by-cap": (names, { part }) =>
    `${subject(names, part)} has a limit for each sale: whoever pays in several sales can earn ` +
    "more. If that is not meant, set a limit for each day",
  "split-earns-more-by-bracket": (names) =>
    `${first(names)} earns less in a higher bracket: whoever pays in several sales can earn more`,
  "split-earns-more-by-cut": (names) =>
    `${first(names)} takes from what rules with a limit give: whoever pays in several sales can ` +
    "earn a little more",
  "never-holds": (names) => `The dates of ${first(names)} never come together: it will not apply`,
  "never-counts": (names) =>
    `${where(names)}${first(names)} never counts: ${others(names)} always goes first`,
  "never-both": (names) =>
    `${where(names)}${first(names)} and ${others(names)} never apply at once, so nothing adds up`,
  "covers-excluded": (names) => `None of the goods of ${first(names)} earn: it will not apply`,
  "no-effect": (names) => `${first(names)} multiplies by 1, which changes nothing`,
  "group-empty": ({ group }) => `The group ${quoted(group)} has no rules`,
  "best-but-limited": (names) =>
    `${where(names)}${first(names)} is the larger factor and goes first, but with its limit may ` +
    `give less than ${others(names)}`,
  "validity-day": () =>
    "The day on which points lapse is not in every year: then it is the last of its month",
  "rule-off": (names) => `${first(names)} is switched off`,
};
