import type { MembersWording } from "./zh.ts";

/** English of the list of members. */
export const en: MembersWording = {
  title: "Members",
  lead: "Find by phone, its last digits, card or name; newest members first.",
  search: "Search",
  searchHint: "Phone, last 4 digits, card number or name",
  tier: "Tier",
  allTiers: "All tiers",
  member: "Member",
  phone: "Phone",
  points: "Points",
  joined: "Joined",
  state: "State",
  states: { active: "Active", frozen: "Frozen", closed: "Closed" },
  noPhone: "No phone",
  noneTitle: "No members yet",
  noneText: "Members who enrol by phone or at the counter appear here.",
  notFound: (text) => `Nothing found for "${text}"`,
  notFoundText: "Try the whole phone number, its last 4 digits, or the card number.",
};
