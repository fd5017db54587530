import type { GrantRules } from "../../grants/grant-rules.ts";
import type { Validity } from "../../points/validity.ts";
import { en as calendar } from "../calendar/en.ts";
import { formatsOf } from "../format.ts";
import { and, listed, points } from "./en-when.ts";
import type { RulePhrases } from "./phrases.ts";

const f = formatsOf("en");
const ways = { offset: "points", coupon: "coupons", storedValue: "stored value" };
const times = (count: number): string =>
  count === 1 ? "once" : count === 2 ? "twice" : `${f.count(count)} times`;

type ProgrammePart = Pick<
  RulePhrases,
  "base" | "validity" | "grants" | "festivalGrant" | "offset"
>;

/** The words of everything but the single rules. */
export const programmePart: ProgrammePart = {
  base: {
    rate: (fen, count) => `Members earn ${points(count)} for every ${f.moneyShort(fen)}`,
    tier: (name, percent) =>
      percent === 0 ? `${name} earns nothing` : `${name} earns ${percent / 100} times as much`,
    minimum: (fen) => `sales below ${f.moneyShort(fen)} earn nothing`,
    counts: (not) =>
      not.length === 0
        ? "what is paid with points, coupons or stored value earns too"
        : `what is paid with ${and(not.map((way) => ways[way]))} earns nothing`,
    excluded: (categories) => `not for ${categories.join(", ")}`,
    excludedProducts: (products) => `not for ${listed(products, "some products")}`,
    allCaps: (caps) => `${caps} altogether`,
    remainder: (carried) =>
      carried ? "fractions of a point are kept for next time" : "fractions of a point are dropped",
    pending: (days) =>
      `points can be spent from ${f.count(days)} ${
        f.plural(days, { one: "day", other: "days" })
      } after the sale`,
    validity: (policy) => `points ${policy}`,
    signUp: (count) => `new members get ${points(count)}`,
  },
  validity,
  grants: {
    birthday: ({ points: count, when, paid }) =>
      paid === "visit"
        ? `${points(count)} for a purchase ${windows[when]}`
        : `${points(count)} ${windows[when]}`,
    referral: (grant) => referral(grant),
    share: ({ points: count, maxPerDay }) =>
      `${points(count)} when somebody opens a shared link, at most ${times(maxPerDay)} a day`,
    checkIn: ({ points: count, streaks }) => {
      const more = [...streaks].sort((a, b) => a.days - b.days)
        .map((each) => `, ${f.count(each.points)} more after ${each.days} days in a row`);
      return `${points(count)} for each day's check-in${more.join("")}`;
    },
    profile: ({ points: count }) => `${points(count)} for a complete profile`,
    recharge: ({ fenPerPoint, pointsPerStep }) =>
      `${points(pointsPerStep)} for every ${f.moneyShort(fenPerPoint)} recharged`,
  },
  festivalGrant: ({ festivalId, points: count }) =>
    `${points(count)} for every member on ${calendar.festivals[festivalId]}`,
  offset: {
    worth: (count, fen) => `${points(count)} pay ${f.moneyShort(fen)} at the till`,
    other: (who, count, fen) =>
      `${who || "for some members"} ${points(count)} pay ${f.moneyShort(fen)}`,
    minimum: (fen) => `points pay from a sale of ${f.moneyShort(fen)} on`,
    share: (percent) => `points pay at most ${percent}% of the amount`,
    perSale: (count) => `at most ${points(count)} are used in a sale`,
    perDay: (count) => `at most ${points(count)} are used in a day`,
    steps: (count) => `points are used in steps of ${f.count(count)}`,
    excluded: (categories) => `points do not pay for ${categories.join(", ")}`,
    window: (when) => when ? `points pay only ${when}` : "",
  },
};

const windows = {
  day: "on the birthday",
  week: "in the week of the birthday",
  month: "in the month of the birthday",
};

function referral(
  { referrerPoints, friendPoints, minSaleFen, waitDays, maxPerMonth }: NonNullable<
    GrantRules["referral"]
  >,
): string {
  const first = minSaleFen > 0
    ? `a first purchase of at least ${f.moneyShort(minSaleFen)}`
    : "the first purchase";
  const wait = waitDays > 0
    ? ` that is not returned within ${f.count(waitDays)} ${
      f.plural(waitDays, { one: "day", other: "days" })
    }`
    : "";
  return `for a friend brought along ${points(referrerPoints)}, and ${points(friendPoints)} for ` +
    `the friend, after ${first}${wait}, at most ${times(maxPerMonth)} a month`;
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
