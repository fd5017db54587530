/** Doors of the gifts: what can be had, claiming, handing over. @module */
import * as z from "zod/mini";
import { endpoint } from "../endpoint.ts";
import { Pin, PointsSummary } from "../members/member.ts";
import { Fen, Id, Points } from "../schema.ts";
import { claimRefusals } from "./claim.ts";
import { ClaimView, Tender } from "./claim-view.ts";
import { GiftView, ShelfView, TierName } from "./gift.ts";
import { AddressInput } from "./order.ts";

export { ClaimView, GiftView };
export { GiftKind } from "./gift.ts";

const claimProblems = claimRefusals;

/** The price the member agreed to; another one now is refused. */
const agreed = { points: z.optional(Points), moneyFen: z.optional(Fen) };
const wall = z.object({
  gifts: z.array(GiftView),
  shelves: z.array(ShelfView),
  tiers: z.array(TierName),
});

export const listGifts = endpoint({
  id: "listGifts",
  method: "GET",
  path: "/api/gifts",
  who: "gift.read",
  summary: "Gifts at the caller's store; with a scan, why the member cannot have one.",
  query: z.object({ scanId: z.optional(Id("scan")) }),
  answer: wall,
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
    ...agreed,
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
  summary: "Writes a claim off: the gift has been handed over, and paid where money was due. Once.",
  body: z.strictObject({
    /** What was taken for a gift that costs money besides points. */
    paid: z.optional(z.strictObject({ moneyFen: Fen, tender: Tender })),
  }),
  answer: z.object({ claim: ClaimView }),
  once: true,
  problems: [
    "not-found",
    "claim-elsewhere",
    "claim-used",
    "claim-over",
    "claim-sent",
    "money-due",
  ],
});

export const cancelClaim = endpoint({
  id: "cancelClaim",
  method: "POST",
  path: "/api/claims/:claim/cancel",
  who: "claim.cancel",
  summary: "Cancels an open claim: points go back to their own lots, the gift to the shelf.",
  answer: z.object({ claim: ClaimView }),
  once: true,
  problems: ["not-found", "claim-elsewhere", "claim-used", "claim-over", "claim-sent"],
});

export const listMyGifts = endpoint({
  id: "listMyGifts",
  method: "GET",
  path: "/api/members/me/gifts",
  who: "own.read",
  summary: "Gifts for the signed-in member at a store.",
  query: z.object({ storeId: Id("store") }),
  answer: wall,
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
    /** Where to send it; without one it is fetched at the store. */
    address: z.optional(AddressInput),
    ...agreed,
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
  problems: ["not-found", "claim-used", "claim-over", "order-moved"],
});

export const showMyAddress = endpoint({
  id: "showMyAddress",
  method: "GET",
  path: "/api/members/me/address",
  who: "own.read",
  summary: "The address that the signed-in member had a gift sent to last.",
  answer: z.object({ address: z.nullable(AddressInput) }),
  problems: [],
});

export const showMyOrder = endpoint({
  id: "showMyOrder",
  method: "GET",
  path: "/api/members/me/claims/:claim/address",
  who: "own.read",
  summary: "Where a gift of one's own is sent to.",
  answer: z.object({ address: AddressInput }),
  problems: ["not-found"],
});

export const receiveMyOrder = endpoint({
  id: "receiveMyOrder",
  method: "POST",
  path: "/api/members/me/claims/:claim/received",
  who: "own.claim",
  summary: "The parcel has come.",
  answer: z.object({ claim: ClaimView }),
  once: true,
  problems: ["not-found", "order-moved"],
});
