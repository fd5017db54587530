import { formatsOf } from "../../format.ts";
import type { OverviewWording } from "./zh.ts";

const f = formatsOf("en");

/** English of the console's overview. */
export const en: OverviewWording = {
  title: "Overview",
  lead: (place, from, to) => `${place} · ${f.day(from)} to ${f.day(to)}`,
  sales: "Sales",
  salesCount: (count) => `${f.count(count)} ${f.plural(count, { one: "sale", other: "sales" })}`,
  issued: "Points issued",
  redeemed: "Points spent",
  newMembers: "New members",
  perDay: (count) => `${count} a day`,
  netIssued: (count) => `${count} a day, less what returns took back`,
  trend: (share) =>
    share === 0
      ? "Last 7 days as the 7 before"
      : `Last 7 days ${share > 0 ? "up" : "down"} ${f.share(Math.abs(share))} on the 7 before`,
  noTrend: "Nothing to compare with in the 7 days before",
  now: "Right now",
  outstanding: "Outstanding points",
  outstandingHint: "What members can still spend",
  lapsing: "Lapsing in 30 days",
  lapsingShare: (share) => `${f.share(share)} of what is outstanding`,
  members: "Members",
  openClaims: "Open claims",
  openClaimsHint: "Redeemed, not yet collected",
  salesChart: "Sales per day",
  flowChart: "Points per day: issued and spent",
  membersChart: "New members per day",
  day: "Day",
  perSale: (fen) => `${fen} per sale`,
  redeemRate: (share) => `${f.share(share)} of what was issued, less what was given back`,
  tasks: "Often needed",
  taskMember: "Find a member",
  taskPairing: "Approve a new terminal",
  taskRules: "Adjust the earning rules",
  taskGift: "Put a gift on offer",
  emptyTitle: "No sales in the last 30 days",
  emptyText: "Once a terminal is paired and a cashier signed in, the first sale appears here.",
};
