import type { When } from "../../points/when.ts";
import { formatsOf } from "../format.ts";
import { conditions as when, points } from "../rules/en-when.ts";
import { type Missed, type MissedWords, onlyTiers, sayMissed } from "./missed.ts";

const f = formatsOf("en");
const nobody = onlyTiers([], String);

const general: MissedWords["general"] = {
  from: "it has not started yet",
  to: "it is over",
  festivals: "it is not that festival",
  weekdays: "it is not that weekday",
  monthDays: "it is not that day of the month",
  hours: "it is not that time of day",
  storeIds: "this store does not take part",
  tierIds: "it is for other tiers",
  memberCategoryIds: "it is for other member categories",
  tags: "it is for another group of members",
  birthday: "it is not the birthday",
  firstPurchase: "it is not the first purchase",
  balanceAtMost: "the member has more points than it is for",
  minSaleFen: "the purchase is too small for it",
  lines: "none of these goods take part",
  once: "it has been given already",
};

/** Why a rule did not count. */
export const whyMissed = (reason: Missed, tier: (id: string) => string): string =>
  sayMissed(reason, {
    general,
    special: {
      from: (from) => `it starts on ${f.day(from)}`,
      to: (to) => `it ended on ${f.day(to)}`,
      festivals: (wanted, { next }) => {
        const said = when.festivals(wanted as NonNullable<When["festivals"]>, nobody, {});
        if (!next) return `it is only ${said}`;
        const days = next.from === next.to
          ? `on ${f.day(next.from)}`
          : `from ${f.day(next.from)} to ${f.day(next.to)}`;
        return `it is only ${said}, next ${days}`;
      },
      weekdays: (days) => `it is only ${when.weekdays(days, nobody, {})}`,
      monthDays: (days) => `it is only ${when.monthDays(days, nobody, {})}`,
      hours: (windows) => `it is only ${when.hours(windows, nobody, {})}`,
      tierIds: (ids) => `it is only ${when.tierIds(ids, onlyTiers(ids, tier), {})}`,
      birthday: (window) => `it is not ${when.birthday(window, nobody, {})}`,
      balanceAtMost: (most, { had }) =>
        had === undefined
          ? `it is only ${when.balanceAtMost(most, nobody, {})}`
          : `there are ${points(had)} on the account, more than ${f.count(most)}`,
      minSaleFen: (least, { had }) =>
        had === undefined
          ? `it is only ${when.minSaleFen(least, nobody, {})}`
          : `${f.money(had)} counts, ${f.money(least - had)} short of ${f.moneyShort(least)}`,
    },
  });
