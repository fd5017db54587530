import { formatsOf } from "../../format.ts";
import type { PlanWording } from "./zh.ts";

const f = formatsOf("en");
const many = (count: number, one: string, other: string) =>
  `${f.count(count)} ${f.plural(count, { one, other })}`;

/** English of what the programme has given and cost. */
export const en: PlanWording = {
  title: "Plan figures",
  lead: "What each version has given: how much was spent, has lapsed, is still owed, in money.",
  none: "This brand has no rules yet",
  byMonth: "Given and used by month",
  monthText: "Given is what members got, used what they spent. The more of it is used, " +
    "the more the points are worth to them.",
  month: "Month",
  issued: "Given",
  redeemed: "Used",
  lapsed: "Lapsed",
  takenBack: "Taken back",
  burn: "Used of given",
  bars: "Given, used",
  deeds: "Actions",
  none0: "—",
  byVersion: "By version",
  version: "Version",
  versionNo: (version) => `Version ${f.count(version)}`,
  since: (at) => `from ${f.date(at)}`,
  noVersion: "By hand and imports",
  moved: "Sent on",
  open: "Open",
  openFen: "Owed",
  costFen: "Cost so far",
  worth: (points, fen) => `${f.count(points)} points = ${f.moneyShort(fen)}`,
  total: "Total",
  issuedTotal: "Given in all",
  openTotal: "Owed to members now",
  costTotal: "Used, in money",
  burnTotal: "Used of given in all",
  burnHint: "Used ÷ given less taken back",
  extend: "Good for longer",
  extendNamed: (version) => `Make points of version ${f.count(version)} good for longer`,
  extendTitle: (version) => `Make points of version ${f.count(version)} good for longer`,
  extendText: "Whatever members still have of this version and would lapse, lapses later. " +
    "Never earlier; somebody else has to approve it.",
  days: "How many days more",
  reason: "Reason",
  reasonRule: "Write at least 2 characters",
  offers: ["System was down", "Store was closed"],
  asked: "Sent: somebody else has to approve it",
  ask: "Ask for approval",
  extensions: "Approved extensions",
  extension: (version, days) => `Version ${f.count(version)}, ${many(days, "day", "days")} more`,
  extensionBy: (asked, approved, at) =>
    `Asked by ${asked}, approved by ${approved}, ${f.dateTime(at)}`,
  extended: (points, accounts) =>
    `${many(points, "point", "points")} in ${many(accounts, "account", "accounts")}`,
  working: "In progress",
  done: "Done",
};
