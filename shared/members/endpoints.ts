/** Doors of the member: signing in, the own account, devices, and enrolment by staff. @module */
import * as z from "zod/mini";
import { endpoint } from "../endpoint.ts";
import { Id, Instant } from "../schema.ts";
import {
  Birthday,
  Explanation,
  HistoryPage,
  HistoryQuery,
  Language,
  LotView,
  MemberProfile,
  OneTimeCode,
  PersonName,
  Phone,
  Pin,
  PointsSummary,
  Sex,
} from "./member.ts";

export * from "./enrol-doors.ts";

const Done = z.object({ done: z.literal(true) });

export const listBrands = endpoint({
  id: "listBrands",
  method: "GET",
  path: "/api/brands",
  who: "anyone",
  summary: "Brands of this chain with their open stores, for enrolment and the gift pages.",
  answer: z.object({
    brands: z.array(z.object({
      id: Id("brand"),
      nameZh: z.string(),
      nameEn: z.string(),
      colour: z.string(),
      stores: z.array(z.object({
        id: Id("store"),
        nameZh: z.string(),
        nameEn: z.string(),
        city: z.string(),
        address: z.string(),
      })),
    })),
    /** Show where sent messages can be read (demo only). */
    demo: z.boolean(),
  }),
  problems: [],
});

export const askMemberCode = endpoint({
  id: "askMemberCode",
  method: "POST",
  path: "/api/members/codes",
  who: "anyone",
  summary: "Sends a one-time code to a phone; the answer is the same for known and unknown ones.",
  body: z.strictObject({ brandId: Id("brand"), phone: Phone, language: Language }),
  answer: z.object({
    requestId: Id("otp"),
    resendAfterSeconds: z.int(),
    expiresInSeconds: z.int(),
  }),
  problems: ["not-found", "phone-refused", "too-many"],
});

export const signInMember = endpoint({
  id: "signInMember",
  method: "POST",
  path: "/api/members/sign-in",
  who: "anyone",
  summary: "Trades a one-time code for a session, or where nobody has the phone for a token.",
  body: z.strictObject({
    requestId: Id("otp"),
    code: OneTimeCode,
    deviceLabel: z.string().check(z.maxLength(60)),
    /** On the fourth phone: the device to sign out. */
    replaceDevice: z.optional(Id("device")),
    /** Made by the phone for this sign-in: after a lost answer the same request with the same one
     *  gives it the same session, for ten minutes. */
    repeat: z.optional(z.string().check(z.regex(/^[\w-]{16,64}$/))),
  }),
  answer: z.discriminatedUnion("state", [
    z.object({ state: z.literal("signed-in"), member: MemberProfile }),
    z.object({ state: z.literal("new"), enrolToken: z.string() }),
    z.object({
      state: z.literal("devices-full"),
      /** Same code may be used once more with replaceDevice. */
      devices: z.array(z.object({ id: Id("device"), label: z.string(), seenAt: Instant })),
    }),
  ]),
  problems: ["code-wrong", "code-expired", "member-frozen", "too-many"],
});

export const signOutMember = endpoint({
  id: "signOutMember",
  method: "POST",
  path: "/api/members/me/sign-out",
  who: "own.read",
  summary: "Signs this phone out and ends its e-card.",
  answer: Done,
  problems: [],
});

export const showMe = endpoint({
  id: "showMe",
  method: "GET",
  path: "/api/members/me",
  who: "own.read",
  summary: "The signed-in member with points and tier.",
  answer: z.object({ member: MemberProfile, points: PointsSummary, serverTime: Instant }),
  problems: [],
});

export const changeMe = endpoint({
  id: "changeMe",
  method: "PATCH",
  path: "/api/members/me",
  who: "own.change",
  summary: "Changes name, birthday, sex or language.",
  body: z.strictObject({
    name: z.optional(PersonName),
    birthday: z.optional(z.nullable(Birthday)),
    sex: z.optional(z.nullable(Sex)),
    language: z.optional(Language),
  }),
  answer: z.object({ member: MemberProfile }),
  problems: ["birthday-kept"],
});

export const setMyPin = endpoint({
  id: "setMyPin",
  method: "POST",
  path: "/api/members/me/pin",
  who: "own.change",
  summary: "Sets the spending PIN; asks the old one, or a sign-in of the last ten minutes.",
  body: z.strictObject({ pin: Pin, currentPin: z.optional(Pin) }),
  answer: Done,
  problems: ["pin-weak", "pin-wrong", "pin-locked", "sign-in-again"],
});

export const listMyDevices = endpoint({
  id: "listMyDevices",
  method: "GET",
  path: "/api/members/me/devices",
  who: "own.read",
  summary: "Phones signed in to this membership.",
  answer: z.object({
    devices: z.array(z.object({
      id: Id("device"),
      label: z.string(),
      createdAt: Instant,
      seenAt: Instant,
      here: z.boolean(),
    })),
    max: z.int(),
  }),
  problems: [],
});

export const revokeMyDevice = endpoint({
  id: "revokeMyDevice",
  method: "POST",
  path: "/api/members/me/devices/:device/revoke",
  who: "own.change",
  summary: "Signs another phone out; its e-card stops at once.",
  answer: Done,
  problems: ["not-found"],
});

export const listMyLots = endpoint({
  id: "listMyLots",
  method: "GET",
  path: "/api/members/me/lots",
  who: "own.read",
  summary: "Every lot with something left, first to lapse first.",
  answer: z.object({ lots: z.array(LotView) }),
  problems: [],
});

export const listMyHistory = endpoint({
  id: "listMyHistory",
  method: "GET",
  path: "/api/members/me/history",
  who: "own.read",
  summary: "Entries of the points account, newest first.",
  query: HistoryQuery,
  answer: HistoryPage,
  problems: [],
});

export const explainMyEntry = endpoint({
  id: "explainMyEntry",
  method: "GET",
  path: "/api/members/me/history/:journal",
  who: "own.read",
  summary: "One entry opened: lines, rule, arithmetic, lots.",
  answer: Explanation,
  problems: ["not-found"],
});

/** Server-sent events: `points` with a PointsSummary each time the account moves. Not JSON. */
export const watchMe = endpoint({
  id: "watchMe",
  method: "GET",
  path: "/api/members/me/events",
  who: "own.read",
  summary: "Server-sent events: `points` and `claims` whenever something changed.",
  answer: z.string(),
  problems: [],
});
