/** Doors of the console: sign-in, places, terminals, staff, keys, gifts, programme, members. @module */
import * as z from "zod/mini";
import { staffRoles } from "../access.ts";
import { endpoint } from "../endpoint.ts";
import { GiftKind } from "../gifts/endpoints.ts";
import {
  Explanation,
  HistoryPage,
  LotView,
  PersonName,
  Phone,
  PointsSummary,
} from "../members/member.ts";
import { PlainText } from "../plain-text.ts";
import { EarningRules } from "../points/earning-rules.ts";
import { Fen, Id, Instant, Points, PointsSigned } from "../schema.ts";

const Done = z.object({ done: z.literal(true) });
const Name = PlainText(60, 1);
const StaffRole = z.enum(staffRoles);
const Grant = z.object({
  role: StaffRole,
  brandId: z.nullable(Id("brand")),
  storeId: z.nullable(Id("store")),
});

export const ConsoleMe = z.object({
  staffId: Id("staff"),
  name: z.string(),
  login: z.string(),
  role: StaffRole,
  brandIds: z.nullable(z.array(Id("brand"))),
  storeIds: z.nullable(z.array(Id("store"))),
  hasPasskey: z.boolean(),
});
export type ConsoleMe = z.infer<typeof ConsoleMe>;

export const signInConsole = endpoint({
  id: "signInConsole",
  method: "POST",
  path: "/api/console/sign-in",
  who: "anyone",
  summary: "Sign-in with password and TOTP code, both at once; one answer for every mistake.",
  body: z.strictObject({
    login: z.string().check(z.maxLength(60)),
    password: z.string().check(z.minLength(1), z.maxLength(200)),
    totp: z.string().check(z.regex(/^\d{6}$/)),
  }),
  answer: ConsoleMe,
  problems: ["sign-in-wrong", "sign-in-locked"],
});
export const offerPasskey = endpoint({
  id: "offerPasskey",
  method: "POST",
  path: "/api/console/passkeys/offer",
  who: "anyone",
  summary: "Options for signing in with a passkey (WebAuthn).",
  answer: z.object({ challengeId: z.string(), options: z.record(z.string(), z.unknown()) }),
  problems: [],
});
export const signInPasskey = endpoint({
  id: "signInPasskey",
  method: "POST",
  path: "/api/console/passkeys/sign-in",
  who: "anyone",
  summary: "Signs in with a passkey.",
  body: z.strictObject({
    challengeId: z.string().check(z.maxLength(80)),
    response: z.record(z.string(), z.unknown()),
  }),
  answer: ConsoleMe,
  problems: ["sign-in-wrong", "sign-in-locked"],
});
export const startPasskey = endpoint({
  id: "startPasskey",
  method: "POST",
  path: "/api/console/passkeys/start",
  who: "console.enter",
  summary: "Options for adding a passkey to one's own sign-in.",
  answer: z.object({ challengeId: z.string(), options: z.record(z.string(), z.unknown()) }),
  problems: [],
});
export const keepPasskey = endpoint({
  id: "keepPasskey",
  method: "POST",
  path: "/api/console/passkeys",
  who: "console.enter",
  summary: "Keeps a new passkey.",
  body: z.strictObject({
    challengeId: z.string().check(z.maxLength(80)),
    label: Name,
    response: z.record(z.string(), z.unknown()),
  }),
  answer: Done,
  status: 201,
  problems: ["sign-in-wrong"],
});
export const signOutConsole = endpoint({
  id: "signOutConsole",
  method: "POST",
  path: "/api/console/sign-out",
  who: "console.enter",
  summary: "Ends the session.",
  answer: Done,
  problems: [],
});
export const showConsoleMe = endpoint({
  id: "showConsoleMe",
  method: "GET",
  path: "/api/console/me",
  who: "console.enter",
  summary: "Who is signed in, with role and scope.",
  answer: ConsoleMe,
  problems: [],
});
export const showOverview = endpoint({
  id: "showOverview",
  method: "GET",
  path: "/api/console/overview",
  who: "console.enter",
  summary: "The last 30 days in the caller's scope: sales, points, members, claims.",
  answer: z.object({
    days: z.array(z.object({
      day: z.string(),
      salesFen: Fen,
      sales: z.int(),
      issued: Points,
      redeemed: Points,
      newMembers: z.int(),
    })),
    outstanding: Points,
    members: z.int(),
    openClaims: z.int(),
    lapsing30: Points,
  }),
  problems: [],
});

// places
export const StoreRow = z.object({
  id: Id("store"),
  brandId: Id("brand"),
  code: z.string(),
  nameZh: z.string(),
  nameEn: z.string(),
  city: z.string(),
  address: z.string(),
  phone: z.string(),
  state: z.enum(["open", "closed"]),
  terminals: z.int(),
  staff: z.int(),
});
export const BrandRow = z.object({
  id: Id("brand"),
  nameZh: z.string(),
  nameEn: z.string(),
  colour: z.string(),
});
export const listPlaces = endpoint({
  id: "listPlaces",
  method: "GET",
  path: "/api/console/places",
  who: "place.read",
  summary: "Brands and stores in scope.",
  answer: z.object({ brands: z.array(BrandRow), stores: z.array(StoreRow) }),
  problems: [],
});
export const addBrand = endpoint({
  id: "addBrand",
  method: "POST",
  path: "/api/console/brands",
  who: "place.manage",
  summary: "Adds a brand with its programme (rules version 1) and one tier.",
  body: z.strictObject({
    nameZh: Name,
    nameEn: Name,
    colour: z.string().check(z.regex(/^#[0-9a-f]{6}$/)),
    rules: EarningRules,
    rulesEffectiveFrom: z.optional(Instant),
  }),
  answer: z.object({ brandId: Id("brand"), rulesId: Id("rules") }),
  status: 201,
  once: true,
  problems: ["name-taken"],
});
const storeFields = {
  code: z.string().check(z.regex(/^[A-Za-z0-9-]{1,20}$/)),
  nameZh: Name,
  nameEn: Name,
  city: PlainText(40),
  address: PlainText(120),
  phone: PlainText(30),
};
export const addStore = endpoint({
  id: "addStore",
  method: "POST",
  path: "/api/console/stores",
  who: "place.manage",
  summary: "Adds a store.",
  body: z.strictObject({ brandId: Id("brand"), ...storeFields }),
  answer: z.object({ storeId: Id("store") }),
  status: 201,
  once: true,
  problems: ["name-taken", "not-found"],
});
export const changeStore = endpoint({
  id: "changeStore",
  method: "PUT",
  path: "/api/console/stores/:store",
  who: "place.manage",
  summary: "Changes a store.",
  body: z.strictObject({ ...storeFields, state: z.enum(["open", "closed"]) }),
  answer: Done,
  problems: ["name-taken", "not-found"],
});

// terminals
export const TerminalRow = z.object({
  id: Id("terminal"),
  storeId: Id("store"),
  kind: z.enum(["kiosk", "counter"]),
  label: z.string(),
  state: z.enum(["active", "revoked"]),
  approvedBy: z.nullable(z.string()),
  approvedAt: Instant,
  lastSeenAt: z.nullable(Instant),
});
export const listTerminals = endpoint({
  id: "listTerminals",
  method: "GET",
  path: "/api/console/terminals",
  who: "terminal.read",
  summary: "Terminals in scope.",
  answer: z.object({ terminals: z.array(TerminalRow) }),
  problems: [],
});
export const findPairing = endpoint({
  id: "findPairing",
  method: "POST",
  path: "/api/console/pairings/look-up",
  who: "terminal.approve",
  summary: "What device shows this pairing code.",
  body: z.strictObject({ code: z.string().check(z.maxLength(12)) }),
  answer: z.object({
    pairingId: Id("pairing"),
    kind: z.enum(["kiosk", "counter"]),
    label: z.string(),
    expiresAt: Instant,
  }),
  problems: ["pairing-over", "too-many"],
});
export const approvePairing = endpoint({
  id: "approvePairing",
  method: "POST",
  path: "/api/console/pairings/:pairing/approve",
  who: "terminal.approve",
  summary: "Approves a pairing for a store.",
  body: z.strictObject({
    code: z.string().check(z.maxLength(12)),
    storeId: Id("store"),
    label: Name,
  }),
  answer: z.object({ terminalId: Id("terminal") }),
  status: 201,
  problems: ["pairing-over", "not-found"],
});
export const revokeTerminal = endpoint({
  id: "revokeTerminal",
  method: "POST",
  path: "/api/console/terminals/:terminal/revoke",
  who: "terminal.approve",
  summary: "Revokes a terminal; its next request is refused.",
  answer: Done,
  problems: ["not-found"],
});

// staff
export const StaffRow = z.object({
  id: Id("staff"),
  login: z.string(),
  name: z.string(),
  state: z.enum(["active", "disabled"]),
  hasPin: z.boolean(),
  hasPassword: z.boolean(),
  grants: z.array(Grant),
});
export const listStaff = endpoint({
  id: "listStaff",
  method: "GET",
  path: "/api/console/staff",
  who: "staff.read",
  summary: "Staff in scope.",
  answer: z.object({ staff: z.array(StaffRow) }),
  problems: [],
});
export const addStaff = endpoint({
  id: "addStaff",
  method: "POST",
  path: "/api/console/staff",
  who: "staff.manage",
  summary: "Adds a person with one role at one place; a manager only cashiers of the own store.",
  body: z.strictObject({
    login: z.string().check(z.regex(/^[a-z0-9._-]{3,40}$/)),
    name: PersonName,
    grant: z.strictObject({
      role: StaffRole,
      brandId: z.nullable(Id("brand")),
      storeId: z.nullable(Id("store")),
    }),
    pin: z.optional(z.string().check(z.regex(/^\d{4,8}$/))),
    password: z.optional(z.string().check(z.minLength(12), z.maxLength(200))),
  }),
  answer: z.object({
    staffId: Id("staff"),
    /** otpauth URI, shown once, when a password was set. */
    totpUri: z.nullable(z.string()),
  }),
  status: 201,
  once: true,
  problems: ["name-taken", "not-found", "pin-weak"],
});
export const setStaffPin = endpoint({
  id: "setStaffPin",
  method: "POST",
  path: "/api/console/staff/:staff/pin",
  who: "staff.manage",
  summary: "Sets a person's counter PIN and ends their counter sessions.",
  body: z.strictObject({ pin: z.string().check(z.regex(/^\d{4,8}$/)) }),
  answer: Done,
  problems: ["not-found", "pin-weak"],
});
export const changeStaffState = endpoint({
  id: "changeStaffState",
  method: "POST",
  path: "/api/console/staff/:staff/state",
  who: "staff.manage",
  summary: "Disables or enables a person; disabling ends every session at once.",
  body: z.strictObject({ state: z.enum(["active", "disabled"]) }),
  answer: Done,
  problems: ["not-found"],
});

export const changeStaffGrants = endpoint({
  id: "changeStaffGrants",
  method: "PUT",
  path: "/api/console/staff/:staff/grants",
  who: "staff.manage",
  summary: "Sets what a person may do and where; takes effect with their next request.",
  body: z.strictObject({
    grants: z.array(z.strictObject(Grant.shape)).check(z.maxLength(20)),
  }),
  answer: Done,
  problems: ["not-found", "changed-meanwhile"],
});
export const resetStaffSignIn = endpoint({
  id: "resetStaffSignIn",
  method: "POST",
  path: "/api/console/staff/:staff/sign-in",
  who: "staff.manage",
  summary: "Gives a person a new password and second factor; their sessions and passkeys end.",
  body: z.strictObject({ password: z.string().check(z.minLength(12), z.maxLength(200)) }),
  answer: z.object({
    /** otpauth URI, shown once. */
    totpUri: z.string(),
  }),
  once: true,
  problems: ["not-found"],
});

// API keys
export const listKeys = endpoint({
  id: "listKeys",
  method: "GET",
  path: "/api/console/keys",
  who: "key.manage",
  summary: "API keys of other tills and systems.",
  answer: z.object({
    keys: z.array(z.object({
      id: Id("apiKey"),
      label: z.string(),
      role: z.enum(["pos", "integration"]),
      brandId: z.nullable(Id("brand")),
      storeId: z.nullable(Id("store")),
      state: z.string(),
      createdAt: Instant,
      lastUsedAt: z.nullable(Instant),
    })),
  }),
  problems: [],
});
export const addKey = endpoint({
  id: "addKey",
  method: "POST",
  path: "/api/console/keys",
  who: "key.manage",
  summary: "Makes an API key; the secret is shown once.",
  body: z.strictObject({
    label: Name,
    role: z.enum(["pos", "integration"]),
    brandId: z.nullable(Id("brand")),
    storeId: z.nullable(Id("store")),
  }),
  answer: z.object({ keyId: Id("apiKey"), secret: z.string() }),
  status: 201,
  once: true,
  problems: ["not-found"],
});
export const revokeKey = endpoint({
  id: "revokeKey",
  method: "POST",
  path: "/api/console/keys/:key/revoke",
  who: "key.manage",
  summary: "Revokes a key at once.",
  answer: Done,
  problems: ["not-found"],
});

// programme
export const RulesVersion = z.object({
  id: Id("rules"),
  brandId: Id("brand"),
  version: z.int(),
  effectiveFrom: Instant,
  publishedAt: Instant,
  publishedBy: z.nullable(z.string()),
  body: EarningRules,
});
export const showProgramme = endpoint({
  id: "showProgramme",
  method: "GET",
  path: "/api/console/programme",
  who: "programme.read",
  summary: "Rule versions and tiers of a brand, newest version first, with its categories.",
  query: z.object({ brandId: Id("brand") }),
  answer: z.object({
    versions: z.array(RulesVersion),
    tiers: z.array(z.object({
      id: Id("tier"),
      level: z.int(),
      nameZh: z.string(),
      nameEn: z.string(),
      colour: z.string(),
      thresholdFen: Fen,
    })),
    categories: z.array(z.object({
      id: Id("category"),
      parentId: z.nullable(Id("category")),
      nameZh: z.string(),
      nameEn: z.string(),
    })),
  }),
  problems: ["not-found"],
});
export const publishRules = endpoint({
  id: "publishRules",
  method: "POST",
  path: "/api/console/programme",
  who: "programme.publish",
  summary: "Publishes a new rule version from an instant on; points already earned keep theirs.",
  body: z.strictObject({
    brandId: Id("brand"),
    /** The version the editor started from; another one since then is a conflict. */
    basedOnVersion: z.int(),
    effectiveFrom: Instant,
    body: EarningRules,
  }),
  answer: z.object({ rulesId: Id("rules"), version: z.int() }),
  status: 201,
  once: true,
  problems: ["not-found", "changed-meanwhile", "time-refused"],
});

// gifts
const giftFields = {
  code: z.string().check(z.regex(/^[A-Za-z0-9-]{1,32}$/)),
  nameZh: Name,
  nameEn: Name,
  detailZh: z.string().check(z.maxLength(400)),
  detailEn: z.string().check(z.maxLength(400)),
  picture: z.string().check(z.regex(/^\/pictures\/[\w-]+\.svg$/)),
  kind: GiftKind,
  points: z.int().check(z.gte(1), z.lte(100_000_000)),
  marketFen: Fen,
  tierLevelMin: z.int().check(z.gte(0), z.lte(9)),
  perMemberMax: z.nullable(z.int().check(z.gte(1), z.lte(1000))),
  opensAt: z.nullable(Instant),
  closesAt: z.nullable(Instant),
  claimDays: z.int().check(z.gte(1), z.lte(365)),
  state: z.enum(["listed", "hidden"]),
};
export const GiftInput = z.strictObject(giftFields);
export const GiftRow = z.object({
  id: Id("gift"),
  brandId: Id("brand"),
  revision: z.int(),
  ...giftFields,
  stocks: z.array(z.object({ storeId: Id("store"), remaining: z.int() })),
  claims30: z.int(),
});
export const listConsoleGifts = endpoint({
  id: "listConsoleGifts",
  method: "GET",
  path: "/api/console/gifts",
  who: "gift.see",
  summary: "Gifts in scope with stock per store.",
  answer: z.object({ gifts: z.array(GiftRow), pictures: z.array(z.string()) }),
  problems: [],
});
export const addGift = endpoint({
  id: "addGift",
  method: "POST",
  path: "/api/console/gifts",
  who: "gift.manage",
  summary: "Adds a gift.",
  body: z.strictObject({ brandId: Id("brand"), ...giftFields }),
  answer: z.object({ giftId: Id("gift") }),
  status: 201,
  once: true,
  problems: ["name-taken", "not-found"],
});
export const changeGift = endpoint({
  id: "changeGift",
  method: "PUT",
  path: "/api/console/gifts/:gift",
  who: "gift.manage",
  summary: "Changes a gift; refused if somebody else changed it meanwhile.",
  body: z.strictObject({ revision: z.int(), ...giftFields }),
  answer: Done,
  problems: ["name-taken", "not-found", "changed-meanwhile"],
});
export const moveGiftStock = endpoint({
  id: "moveGiftStock",
  method: "POST",
  path: "/api/console/gifts/:gift/stock",
  who: "gift.manage",
  summary: "Adds to or takes from the stock of a gift at a store.",
  body: z.strictObject({
    storeId: Id("store"),
    amount: z.int().check(z.gte(-100_000), z.lte(100_000)),
  }),
  answer: z.object({ remaining: z.int() }),
  once: true,
  problems: ["not-found", "gift-gone"],
});

// members
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
});
export const searchMembers = endpoint({
  id: "searchMembers",
  method: "POST",
  path: "/api/console/members/search",
  who: "member.look-up",
  summary: "Members by phone, phone tail, card number or name; POST keeps them out of logs.",
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
  }),
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
export const adjustPoints = endpoint({
  id: "adjustPoints",
  method: "POST",
  path: "/api/console/members/:member/adjustments",
  who: "member.adjust",
  summary: "Adds or deducts points by hand, with a reason, within the limit of the role.",
  body: z.strictObject({
    points: PointsSigned,
    reason: z.string().check(z.trim(), z.minLength(2), z.maxLength(200)),
  }),
  answer: z.object({ points: PointsSummary, journalId: Id("journal") }),
  status: 201,
  once: true,
  problems: ["not-found", "over-limit", "points-short", "amount-invalid"],
});

export const listAudit = endpoint({
  id: "listAudit",
  method: "GET",
  path: "/api/console/audit",
  who: "log.read",
  summary: "Operation log, newest first.",
  query: z.object({
    before: z.optional(z.string().check(z.maxLength(64))),
    limit: z.optional(z.coerce.number().check(z.int(), z.gte(1), z.lte(100))),
  }),
  answer: z.object({
    rows: z.array(z.object({
      id: Id("audit"),
      at: Instant,
      actorName: z.string(),
      actorRole: z.string(),
      action: z.string(),
      subject: z.string(),
      before: z.nullable(z.string()),
      after: z.nullable(z.string()),
    })),
    nextBefore: z.nullable(z.string()),
  }),
  problems: [],
});

/** Demo only: what was sent. In production the door is not there. */
export const listOutbox = endpoint({
  id: "listOutbox",
  method: "GET",
  path: "/api/outbox",
  who: "anyone",
  summary: "Demo only: messages sent lately, newest first.",
  answer: z.object({
    messages: z.array(z.object({
      id: Id("message"),
      channel: z.enum(["push", "sms", "email"]),
      to: z.string(),
      title: z.string(),
      text: z.string(),
      state: z.string(),
      at: Instant,
    })),
  }),
  problems: ["not-found"],
});
