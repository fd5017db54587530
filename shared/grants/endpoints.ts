/** Doors of the grants: what a member can earn without buying. @module */
import * as z from "zod/mini";
import { Birthday } from "../members/member.ts";
import { endpoint } from "../endpoint.ts";
import { BrowserMark, LinkCode, ReferralCode } from "./codes.ts";
import { Day, Fen, Id, Instant, Points } from "../schema.ts";

const RoundDay = z.object({
  day: Day,
  state: z.enum(["done", "today", "ahead"]),
  streak: z.int(),
  place: z.int(),
  points: Points,
  bonus: Points,
});

export const showEarn = endpoint({
  id: "showEarn",
  method: "GET",
  path: "/api/members/me/earn",
  who: "own.read",
  summary: "Ways to earn points without buying, and how far the member is with each.",
  answer: z.object({
    today: Day,
    /** Earned in these ways so far this month. */
    monthPoints: Points,
    checkIn: z.nullable(z.object({
      points: Points,
      streak: z.int(),
      doneToday: z.boolean(),
      round: z.array(RoundDay),
      /** Days of this and the last month with a check-in. */
      days: z.array(Day),
    })),
    surveys: z.array(z.object({
      id: Id("survey"),
      titleZh: z.string(),
      titleEn: z.string(),
      points: Points,
      questions: z.int(),
      closesAt: Instant,
      answered: z.boolean(),
    })),
    profile: z.nullable(z.object({
      points: Points,
      missing: z.array(z.enum(["name", "phone", "birthday", "sex"])),
      done: z.boolean(),
    })),
    referral: z.nullable(z.object({
      referrerPoints: Points,
      friendPoints: Points,
      minSaleFen: Fen,
      waitDays: z.int(),
      maxPerMonth: z.int(),
      paidThisMonth: z.int(),
      friends: z.array(z.object({
        nameMasked: z.string(),
        joinedAt: Instant,
        state: z.enum(["waits-for-purchase", "waits-until", "paid", "capped", "taken-back"]),
        /** When it is paid, or was. */
        at: z.nullable(Instant),
        points: Points,
      })),
    })),
    share: z.nullable(z.object({ points: Points, maxPerDay: z.int(), paidToday: z.int() })),
    birthday: z.nullable(z.object({
      points: Points,
      /** Next or current celebration; null when no birthday is known. */
      on: z.nullable(Day),
      when: z.enum(["day", "week", "month"]),
    })),
    festivals: z.array(z.object({ festivalId: z.string(), on: Day, points: Points })),
  }),
  problems: [],
});

const Granted = z.object({ points: Points, repaid: Points, spendable: Points });

export const checkIn = endpoint({
  id: "checkIn",
  method: "POST",
  path: "/api/members/me/check-ins",
  who: "own.change",
  summary: "Checks in for today (the stores' day); a second one of the day answers the first.",
  body: z.strictObject({}),
  answer: z.extend(Granted, {
    day: Day,
    streak: z.int(),
    bonus: Points,
    /** This day was checked in before; nothing was booked now. */
    again: z.boolean(),
  }),
  once: true,
  problems: ["grant-off"],
});

export const claimProfileGrant = endpoint({
  id: "claimProfileGrant",
  method: "POST",
  path: "/api/members/me/profile-grant",
  who: "own.change",
  summary: "Points for a complete profile, once per member.",
  body: z.strictObject({}),
  answer: z.extend(Granted, { again: z.boolean() }),
  once: true,
  problems: ["grant-off", "profile-incomplete"],
});

export const openReferral = endpoint({
  id: "openReferral",
  method: "PUT",
  path: "/api/members/me/referral",
  who: "own.change",
  summary: "The member's own invitation code; made when it is first asked for.",
  body: z.strictObject({ mark: BrowserMark }),
  answer: z.object({ code: ReferralCode }),
  problems: ["grant-off"],
});

export const showReferral = endpoint({
  id: "showReferral",
  method: "GET",
  path: "/api/referrals/:code",
  who: "anyone",
  summary: "Who invites with a code, and to what.",
  answer: z.object({
    brandId: Id("brand"),
    referrerNameMasked: z.string(),
    friendPoints: Points,
    minSaleFen: Fen,
    waitDays: z.int(),
  }),
  problems: ["referral-unknown", "too-many"],
});

export const shareItem = endpoint({
  id: "shareItem",
  method: "PUT",
  path: "/api/members/me/shares",
  who: "own.change",
  summary: "A link to share: a gift, or the brand's card.",
  body: z.strictObject({
    kind: z.enum(["gift", "card"]),
    /** The gift; left out for the card. */
    giftId: z.optional(Id("gift")),
    mark: BrowserMark,
  }),
  answer: z.object({ code: LinkCode }),
  problems: ["not-found"],
});

export const openShare = endpoint({
  id: "openShare",
  method: "POST",
  path: "/api/shares/:code/open",
  who: "anyone",
  summary: "Somebody opens a shared link; whoever shared it earns, unless it is themselves.",
  body: z.strictObject({ mark: BrowserMark }),
  answer: z.object({
    kind: z.enum(["gift", "card"]),
    giftId: z.nullable(Id("gift")),
    /** The gift as a visitor sees it. */
    nameZh: z.string(),
    nameEn: z.string(),
    points: z.nullable(Points),
    /** Path of the picture. */
    picture: z.nullable(z.string()),
    brandId: Id("brand"),
    sharerNameMasked: z.string(),
    /** Of the sharer, for whoever joins from here. */
    referralCode: z.nullable(ReferralCode),
  }),
  problems: ["not-found", "too-many"],
});

export const listBirthdays = endpoint({
  id: "listBirthdays",
  method: "GET",
  path: "/api/console/birthdays",
  who: "member.look-up",
  summary: "Who celebrates in the days ahead, today first; solar and lunar.",
  query: z.object({
    brandId: Id("brand"),
    days: z.optional(z.coerce.number().check(z.int(), z.gte(1), z.lte(31))),
  }),
  answer: z.object({
    days: z.array(z.object({
      on: Day,
      /** The first of them by the order they joined; `total` counts all. */
      members: z.array(z.object({
        memberId: Id("member"),
        nameMasked: z.string(),
        birthday: Birthday,
      })),
      total: z.int(),
    })),
  }),
  problems: ["not-found"],
});
