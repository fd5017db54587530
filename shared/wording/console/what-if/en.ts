import { formatsOf } from "../../format.ts";
import type { WhatIfWording } from "./zh.ts";

const f = formatsOf("en");
const many = (count: number, one: string, other: string) =>
  `${f.count(count)} ${f.plural(count, { one, other })}`;

/** English of replaying past sales. */
export const en: WhatIfWording = {
  title: "What if",
  lead: "Your own past sales through a draft, from the start: how many points more or fewer, " +
    "what they are worth, whom it touches. No account is moved.",
  newTitle: "New what-if",
  what: "Which rules",
  whatHint: "A draft is taken as it is now; changing it later does not change this result",
  none: "There is no draft and no version yet",
  draft: (name) => `Draft: ${name}`,
  version: (version) => `Version ${f.count(version)}`,
  from: "From",
  to: "Up to and including",
  periods: "Usual periods",
  lastMonth: "Last 30 days",
  lastQuarter: "Last 90 days",
  lastYear: "Last year",
  fromRule: "Choose a first day",
  toRule: "Not before the first day, not after today",
  start: "Start",
  runs: "Earlier what-ifs",
  runsNone: "Nothing was tried yet",
  runsNoneText: "Choose a draft and a period to see how it would have been.",
  draftRun: (name, revision) => `${name} (revision ${f.count(revision)})`,
  period: (from, to) => `${f.day(from)} to ${f.day(to)}`,
  asked: (name, at) => `${name}, ${f.dateTime(at)}`,
  states: {
    running: "Running",
    done: "Done",
    cancelled: "Cancelled",
    interrupted: "Interrupted",
    failed: "Not finished",
  },
  share: (percent) => `Running, ${f.share(percent)}`,
  progress: (done, all) => `${f.count(done)} of ${many(all, "account", "accounts")}`,
  replayed: (sales) => `${many(sales, "sale", "sales")} replayed`,
  running: "Replaying",
  runningText: "You can leave this page; the result stays.",
  cancel: "Cancel",
  stopped: {
    cancelled: "This what-if was cancelled and has no result.",
    interrupted: "The server stopped before this what-if was through: there is no result.",
    failed: "Something went wrong and there is no result. Try again; if it persists, ask support.",
  },
  again: "Again",
  compared: "Beside the rules in force at the time",
  inForce: "In force then",
  other: "These rules",
  difference: "Difference",
  same: "Both give exactly the same points in this period.",
  net: "Points, net",
  netHint: "Less returns in the period",
  value: "Worth",
  worth: (points, fen) => `At ${f.count(points)} points = ${f.moneyShort(fen)}`,
  liability: "Owed to members today",
  liabilityHint: "Points more or fewer that members would hold and that have not lapsed",
  debt: "Owed by members today",
  debtHint: "Points that were spent and would not have been there",
  issuedLine: (issued, back, open) =>
    `${f.count(issued)} issued, ${f.count(back)} taken back, ${f.count(open)} not lapsed today`,
  counted: (sales, members, returns) =>
    `${many(sales, "sale", "sales")} of ${many(members, "member", "members")}, ${
      many(returns, "return", "returns")
    }`,
  took: (ms) =>
    ms < 1000 ? "in less than a second" : `in ${many(Math.round(ms / 1000), "second", "seconds")}`,
  by: "Look at it by",
  byMonth: "Month",
  byStore: "Store",
  byTier: "Tier",
  byCategory: "Category",
  sales: "Sales",
  chart: "Less or more",
  rest: {
    byMonth: "Other",
    byStore: "Other",
    byTier: "No tier",
    byCategory: "Bonuses for whole sales, rounding, no category",
  },
  gain: (count) => `Would have more (${many(count, "member", "members")})`,
  loss: (count) => `Would have less (${many(count, "member", "members")})`,
  most: (count) => `The ${f.count(count)} most affected`,
  nobody: "Nobody",
  member: "Member",
  howTitle: "Where these figures come from",
  how: [
    "Both sides start alike and are replayed in the same order by the calculation that books sales.",
    "Tier, store and goods are those of the sale; birthday and first purchase as kept when it was " +
    "booked, else as of today; tags and category are those of today.",
    "Sales are replayed in the order they were booked; returns of sales before the period are left " +
    "out. So the rules in force may come to slightly other figures than the books.",
    "Only purchases count, not gifts for joining, birthdays or checking in. First purchases, " +
    "limits and fractions before the period are part of the start.",
  ],
};
