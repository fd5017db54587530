/** Lists that leave the house as files, and what each asks for besides the right to export. @module */
import type { Permission } from "../access.ts";

export const exportLists = [
  "members",
  "stores",
  "terminals",
  "staff",
  "gifts",
  "orders",
  "log",
  "plan",
] as const;
export type ExportList = typeof exportLists[number];

export const exportNeeds: Record<ExportList, Permission> = {
  members: "member.look-up",
  stores: "place.read",
  terminals: "terminal.read",
  staff: "staff.read",
  gifts: "gift.see",
  orders: "order.see",
  log: "log.read",
  plan: "programme.try",
};

/** Most rows of one file; more needs a narrower filter. */
export const exportRowMax = 200_000;
