import { formatsOf } from "../../format.ts";
import type { ApprovalsWording } from "./zh.ts";

const f = formatsOf("en");

/** English of what waits for a second person. */
export const en: ApprovalsWording = {
  title: "Approvals",
  lead:
    "What is above a person's own limit takes effect when another person with the right approves it. Nobody approves their own request.",
  waiting: "Waiting",
  over: "Decided",
  show: "Show",
  noneTitle: "Nothing waits for approval",
  noneText: "What needs a second person appears here.",
  noneOver: "Nothing has been decided yet",
  kinds: {
    "points.adjust": "Points by hand",
    "rules.publish": "New earning rules",
    "validity.extend": "Make points good for longer",
  },
  states: {
    waiting: "Waiting",
    approved: "Approved",
    refused: "Refused",
    withdrawn: "Withdrawn",
    expired: "Expired",
  },
  asked: (name, at) => `Asked by ${name}, ${f.dateTime(at)}`,
  decided: (name, at) => `Decided by ${name}, ${f.dateTime(at)}`,
  until: (at) => `Open until ${f.dateTime(at)}`,
  reason: "Reason",
  decision: "Remark",
  would: "What approving does",
  tooFew: (before) => `Only ${f.count(before)} left, too few: refuse it, or have it withdrawn`,
  member: "Member",
  change: "Points",
  spendable: "Spendable points",
  fromTo: (before, after) => `${f.count(before)} → ${f.count(after)}`,
  repaid: (points) => `${f.count(points)} of them pay off a points debt`,
  approve: "Approve",
  refuse: "Refuse",
  withdraw: "Withdraw",
  approveTitle: "Approve this request?",
  approveText: "It takes effect at once and stands in the operation log.",
  refuseTitle: "Refuse this request?",
  refuseText: "Whoever asked sees your reason.",
  withdrawTitle: "Withdraw this request?",
  withdrawText: "It will not be carried out; it can be asked for again.",
  decisionReason: "Remark",
  decisionOffers: ["Receipt checked", "Confirmed with the store"],
  refuseOffers: ["Does not match the receipt", "Please say more"],
  reasonRule: "Write at least 2 characters",
  approved: "Approved, and in effect",
  refused: "Refused",
  withdrawn: "Withdrawn",
  verdicts: {
    own: "This is your own request; another person decides it",
    permission: "Your role cannot decide requests of this kind",
    limit: "This is above what you may approve",
    over: "",
    yes: "",
  },
  publication: {
    version: "Version",
    versionNo: (version) => `Version ${f.count(version)}`,
    from: "In force from",
    atOnce: "As soon as it is approved",
    draft: "Draft",
    repeats: "Takes up again",
    same: "Says exactly what holds now",
    against: "As things stand it would be refused",
    days: "Longer by",
    moreDays: (days) => `${f.count(days)} ${f.plural(days, { one: "day", other: "days" })}`,
    concerns: "Concerns",
    points: (points, accounts) =>
      `${f.count(points)} ${f.plural(points, { one: "point", other: "points" })} in ${
        f.count(accounts)
      } ${f.plural(accounts, { one: "account", other: "accounts" })}`,
  },
  count: (n) => `${f.count(n)} waiting for you`,
};
