/** Doors of the console: members. @module */
import * as z from "zod/mini";
import { endpoint } from "../endpoint.ts";
import {
  Birthday,
  Explanation,
  HistoryPage,
  LotView,
  PersonName,
  Phone,
  PointsSummary,
} from "../members/member.ts";
import { PlainText } from "../plain-text.ts";
import { Id, Instant, Points, PointsSigned } from "../schema.ts";
import { AuditRow } from "./log-doors.ts";
import { Done } from "./parts.ts";

export const MemberRow = z.object({
  id: Id("member"),
  brandId: Id("brand"),
  nameMasked: z.string(),
  phoneMasked: z.nullable(z.string()),
  tierNameZh: z.string(),
  tierNameEn: z.string(),
  tierColour: z.string(),
  balance: Points,
  joinedAt: Instant,
  state: z.string(),
  /** What another system calls the member. */
  externalRef: z.nullable(z.string()),
});
export const searchMembers = endpoint({
  id: "searchMembers",
  method: "POST",
  path: "/api/console/members/search",
  who: "member.look-up",
  summary:
    "Members by phone, phone tail, card number, name or another system's number; POST keeps them out of logs.",
  body: z.strictObject({
    text: z.string().check(z.maxLength(64)),
    brandId: z.optional(Id("brand")),
    tierId: z.optional(Id("tier")),
    after: z.optional(z.string().check(z.maxLength(64))),
    limit: z.optional(z.int().check(z.gte(1), z.lte(100))),
  }),
  answer: z.object({ members: z.array(MemberRow), nextAfter: z.nullable(z.string()) }),
  problems: [],
});
export const showMember = endpoint({
  id: "showMember",
  method: "GET",
  path: "/api/console/members/:member",
  who: "member.look-up",
  summary: "A member: profile (masked), points, lots, cards and devices.",
  answer: z.object({
    id: Id("member"),
    brandId: Id("brand"),
    nameMasked: z.string(),
    phoneMasked: z.nullable(z.string()),
    birthday: z.nullable(z.string()),
    joinedAt: Instant,
    source: z.string(),
    state: z.string(),
    /** Why, since when and by whom, of a frozen member; from the log. */
    frozen: z.nullable(z.object({ reason: z.string(), at: Instant, by: z.string() })),
    externalRef: z.nullable(z.string()),
    points: PointsSummary,
    lots: z.array(LotView),
    cards: z.array(z.object({
      id: Id("card"),
      medium: z.enum(["plastic", "ecard"]),
      numberMasked: z.string(),
      state: z.string(),
      issuedAt: Instant,
    })),
    devices: z.array(z.object({ id: Id("device"), label: z.string(), seenAt: Instant })),
    /** In its own calendar. */
    birthdayCalendar: z.enum(["solar", "lunar", "lunar-leap"]),
    /** Those that a screening keeps are not taken away by hand. */
    tags: z.array(z.object({ id: Id("tag"), name: z.string(), screened: z.boolean() })),
    /** Adjustments of this member that wait for a second person. */
    waiting: z.array(z.object({ id: Id("approval"), points: PointsSigned, askedAt: Instant })),
  }),
  problems: ["not-found"],
});
export const showMemberRecord = endpoint({
  id: "showMemberRecord",
  method: "GET",
  path: "/api/console/members/:member/record",
  who: "member.look-up",
  summary: "What a member redeemed, and what was changed about them by whom; newest first.",
  answer: z.object({
    claims: z.array(z.object({
      id: Id("claim"),
      giftZh: z.string(),
      giftEn: z.string(),
      points: Points,
      claimedAt: Instant,
      storeId: Id("store"),
      /** open, handed-over, cancelled, lapsed; of a parcel how far it is. */
      state: z.string(),
    })),
    changes: z.array(AuditRow),
  }),
  problems: ["not-found"],
});
export const changeMember = endpoint({
  id: "changeMember",
  method: "PUT",
  path: "/api/console/members/:member",
  who: "member.change",
  summary: "Corrects a member's name or birthday, with a reason; what is not given stays.",
  body: z.strictObject({
    name: z.optional(PersonName),
    birthday: z.optional(z.nullable(Birthday)),
    reason: PlainText(120, 2),
  }),
  answer: Done,
  problems: ["not-found"],
});
export const showMemberHistory = endpoint({
  id: "showMemberHistory",
  method: "GET",
  path: "/api/console/members/:member/history",
  who: "member.look-up",
  summary: "Entries of a member's points account, newest first.",
  query: z.object({
    before: z.optional(z.coerce.number().check(z.int(), z.gte(1))),
    limit: z.optional(z.coerce.number().check(z.int(), z.gte(1), z.lte(100))),
  }),
  answer: HistoryPage,
  problems: ["not-found"],
});
export const explainMemberEntry = endpoint({
  id: "explainMemberEntry",
  method: "GET",
  path: "/api/console/members/:member/history/:journal",
  who: "member.look-up",
  summary: "One entry opened: lines, rule, arithmetic, lots.",
  answer: Explanation,
  problems: ["not-found"],
});
export const revealPhone = endpoint({
  id: "revealPhone",
  method: "POST",
  path: "/api/console/members/:member/reveal",
  who: "member.reveal",
  summary: "Shows a member's full name and phone; logged and limited.",
  body: z.strictObject({ reason: z.string().check(z.trim(), z.minLength(2), z.maxLength(120)) }),
  answer: z.object({ name: z.string(), phone: z.nullable(z.string()) }),
  problems: ["not-found", "too-many"],
});
export const changeMemberPhone = endpoint({
  id: "changeMemberPhone",
  method: "POST",
  path: "/api/console/members/:member/phone",
  who: "member.change",
  summary: "Corrects a member's phone; every phone is signed out.",
  body: z.strictObject({
    phone: Phone,
    reason: z.string().check(z.minLength(2), z.maxLength(120)),
  }),
  answer: Done,
  problems: ["not-found", "member-exists"],
});
export const changeMemberState = endpoint({
  id: "changeMemberState",
  method: "POST",
  path: "/api/console/members/:member/state",
  who: "member.freeze",
  summary: "Freezes a member, or lets them go on: nothing is scanned, earned or spent meanwhile.",
  body: z.strictObject({ state: z.enum(["active", "frozen"]), reason: PlainText(120, 2) }),
  answer: Done,
  problems: ["not-found", "changed-meanwhile"],
});
export const adjustPoints = endpoint({
  id: "adjustPoints",
  method: "POST",
  path: "/api/console/members/:member/adjustments",
  who: "member.adjust",
  summary:
    "Adds or deducts points by hand, with a reason; above the person's limit it waits for a second.",
  body: z.strictObject({
    points: PointsSigned,
    reason: z.string().check(z.trim(), z.minLength(2), z.maxLength(200)),
  }),
  answer: z.object({
    points: PointsSummary,
    /** Null while it waits for a second person. */
    journalId: z.nullable(Id("journal")),
    /** The request that waits for a second person; null: booked. */
    approvalId: z.nullable(Id("approval")),
  }),
  status: 201,
  once: true,
  problems: ["not-found", "over-limit", "points-short", "amount-invalid"],
});
