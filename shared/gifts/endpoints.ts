/** Doors of the gifts: what can be had, claiming, handing over. @module */
import * as z from "zod/mini";
import { endpoint } from "../endpoint.ts";
import { Pin, PointsSummary } from "../members/member.ts";
import { Fen, Id, Instant, Points } from "../schema.ts";

export const GiftKind = z.enum(["goods", "service", "virtual"]);

export const GiftView = z.object({
  id: Id("gift"),
  kind: GiftKind,
  nameZh: z.string(),
  nameEn: z.string(),
  detailZh: z.string(),
  detailEn: z.string(),
  /** Path of the picture on our own origin. */
  picture: z.string(),
  points: Points,
  marketFen: Fen,
  tierLevelMin: z.int(),
  perMemberMax: z.nullable(z.int()),
  opensAt: z.nullable(Instant),
  closesAt: z.nullable(Instant),
  claimDays: z.int(),
  /** Pieces left at the asked store; null for virtual gifts. */
  stock: z.nullable(z.int()),
  /** Why this member cannot have it now (a problem code), or null. */
  refused: z.nullable(z.string()),
  refusedFields: z.record(z.string(), z.unknown()),
});
export type GiftView = z.infer<typeof GiftView>;

export const ClaimView = z.object({
  claimId: Id("claim"),
  /** 20 digits, also as QR: 92 + 16 + check. */
  code: z.string(),
  state: z.enum(["open", "handed-over", "cancelled", "lapsed"]),
  gift: z.object({
    id: Id("gift"),
    nameZh: z.string(),
    nameEn: z.string(),
    picture: z.string(),
    kind: GiftKind,
  }),
  points: Points,
  storeId: Id("store"),
  storeNameZh: z.string(),
  storeNameEn: z.string(),
  claimedAt: Instant,
  expiresAt: Instant,
  endedAt: z.nullable(Instant),
});
export type ClaimView = z.infer<typeof ClaimView>;

const claimProblems = [
  "gift-closed",
  "gift-tier",
  "gift-limit",
  "gift-gone",
  "points-short",
  "debt-open",
] as const;

export const listGifts = endpoint({
  id: "listGifts",
  method: "GET",
  path: "/api/gifts",
  who: "gift.read",
  summary: "Gifts at the caller's store; with a scan, why the member cannot have one.",
  query: z.object({ scanId: z.optional(Id("scan")) }),
  answer: z.object({ gifts: z.array(GiftView) }),
  problems: ["scan-expired"],
});

export const claimGift = endpoint({
  id: "claimGift",
  method: "POST",
  path: "/api/claims",
  who: "gift.claim",
  summary: "Exchanges the scanned member's points for one gift at the caller's store.",
  body: z.strictObject({
    scanId: Id("scan"),
    giftId: Id("gift"),
    /** The price the member agreed to; another one now is refused. */
    points: z.optional(Points),
  }),
  answer: z.object({ claim: ClaimView, points: PointsSummary }),
  status: 201,
  once: true,
  problems: [
    "scan-expired",
    "scan-used",
    "scan-earn-only",
    "member-frozen",
    "not-found",
    "changed-meanwhile",
    ...claimProblems,
  ],
});

export const findClaim = endpoint({
  id: "findClaim",
  method: "POST",
  path: "/api/claims/look-up",
  who: "claim.look-up",
  summary: "Looks a claim up by its code.",
  body: z.strictObject({ code: z.string().check(z.maxLength(64)) }),
  answer: z.object({ claim: ClaimView, memberNameMasked: z.string(), here: z.boolean() }),
  problems: ["code-malformed", "not-found"],
});

export const handOverClaim = endpoint({
  id: "handOverClaim",
  method: "POST",
  path: "/api/claims/:claim/hand-over",
  who: "claim.hand-over",
  summary: "Writes a claim off: the gift has been handed over. Once.",
  answer: z.object({ claim: ClaimView }),
  once: true,
  problems: ["not-found", "claim-elsewhere", "claim-used", "claim-over"],
});

export const cancelClaim = endpoint({
  id: "cancelClaim",
  method: "POST",
  path: "/api/claims/:claim/cancel",
  who: "claim.cancel",
  summary: "Cancels an open claim: points go back to their own lots, the gift to the shelf.",
  answer: z.object({ claim: ClaimView }),
  once: true,
  problems: ["not-found", "claim-elsewhere", "claim-used", "claim-over"],
});

export const listMyGifts = endpoint({
  id: "listMyGifts",
  method: "GET",
  path: "/api/members/me/gifts",
  who: "own.read",
  summary: "Gifts for the signed-in member at a store.",
  query: z.object({ storeId: Id("store") }),
  answer: z.object({ gifts: z.array(GiftView) }),
  problems: ["not-found"],
});

export const listMyClaims = endpoint({
  id: "listMyClaims",
  method: "GET",
  path: "/api/members/me/claims",
  who: "own.read",
  summary: "Claims of the signed-in member, newest first.",
  answer: z.object({ claims: z.array(ClaimView) }),
  problems: [],
});

export const claimMyGift = endpoint({
  id: "claimMyGift",
  method: "POST",
  path: "/api/members/me/claims",
  who: "own.claim",
  summary: "Claims a gift from the phone, to be picked up at a store. Asks the PIN.",
  body: z.strictObject({
    giftId: Id("gift"),
    storeId: Id("store"),
    pin: Pin,
    /** The price the member agreed to; another one now is refused. */
    points: z.optional(Points),
  }),
  answer: z.object({ claim: ClaimView, points: PointsSummary }),
  status: 201,
  once: true,
  problems: [
    "pin-missing",
    "pin-wrong",
    "pin-locked",
    "member-frozen",
    "not-found",
    "changed-meanwhile",
    ...claimProblems,
  ],
});

export const cancelMyClaim = endpoint({
  id: "cancelMyClaim",
  method: "POST",
  path: "/api/members/me/claims/:claim/cancel",
  who: "own.claim",
  summary: "Cancels an open claim of one's own.",
  answer: z.object({ claim: ClaimView, points: PointsSummary }),
  once: true,
  problems: ["not-found", "claim-used", "claim-over"],
});
