/** Doors of points that members pass on: the phone's and the counter's. @module */
import * as z from "zod/mini";
import { endpoint } from "../endpoint.ts";
import { Phone, Pin, PointsSummary } from "../members/member.ts";
import { PlainText } from "../plain-text.ts";
import { Id, Instant, Points } from "../schema.ts";

const Amount = z.int().check(z.gte(1), z.lte(1e9));

export const TransferState = z.enum(["waiting", "accepted", "declined", "cancelled", "lapsed"]);

/** A gift as its sender sees it. */
export const SentGift = z.object({
  id: Id("transfer"),
  points: Points,
  /** The last four digits of the phone it is for; null: for whoever has the code. */
  phoneTail: z.nullable(z.string()),
  /** While it is waiting, and only for its sender. */
  code: z.nullable(z.string()),
  note: z.string(),
  state: TransferState,
  sentAt: Instant,
  expiresAt: Instant,
  endedAt: z.nullable(Instant),
});
export type SentGift = z.infer<typeof SentGift>;

/** A gift as its receiver sees it. */
export const ReceivedGift = z.object({
  id: Id("transfer"),
  points: Points,
  fromMasked: z.string(),
  note: z.string(),
  state: z.enum(["waiting", "accepted"]),
  sentAt: Instant,
  expiresAt: Instant,
  /** When the first of the points lapse; they keep the dates they had. */
  lapsesNextAt: z.nullable(Instant),
});
export type ReceivedGift = z.infer<typeof ReceivedGift>;

export const listMyTransfers = endpoint({
  id: "listMyTransfers",
  method: "GET",
  path: "/api/members/me/transfers",
  who: "own.read",
  summary: "Points sent and received, those waiting first, and what may still be sent.",
  answer: z.object({
    enabled: z.boolean(),
    least: Points,
    /** The most that may be sent now, by gift, day and month. */
    left: Points,
    perDay: Points,
    perMonth: Points,
    acceptDays: z.int(),
    sent: z.array(SentGift),
    received: z.array(ReceivedGift),
  }),
  problems: [],
});

export const sendPoints = endpoint({
  id: "sendPoints",
  method: "POST",
  path: "/api/members/me/transfers",
  who: "own.claim",
  summary:
    "Sends points to a phone or to whoever has the code answered; known and unknown phones " +
    "are answered alike.",
  body: z.strictObject({
    to: z.discriminatedUnion("by", [
      z.strictObject({ by: z.literal("phone"), phone: Phone }),
      z.strictObject({ by: z.literal("code") }),
    ]),
    points: Amount,
    note: PlainText(40, 0),
    pin: Pin,
  }),
  answer: z.object({ gift: SentGift, points: PointsSummary }),
  status: 201,
  once: true,
  problems: [
    "pin-missing",
    "pin-wrong",
    "pin-locked",
    "member-frozen",
    "transfer-off",
    "transfer-self",
    "transfer-limit",
    "debt-open",
    "points-short",
  ],
});

const Ended = z.object({ points: PointsSummary });

export const acceptTransfer = endpoint({
  id: "acceptTransfer",
  method: "POST",
  path: "/api/members/me/transfers/:transfer/accept",
  who: "own.claim",
  summary: "Takes points that wait for the member's own phone.",
  answer: Ended,
  once: true,
  problems: ["not-found", "member-frozen", "transfer-self", "transfer-over"],
});

export const acceptTransferByCode = endpoint({
  id: "acceptTransferByCode",
  method: "POST",
  path: "/api/members/me/transfers/accept",
  who: "own.claim",
  summary: "Takes points by the code that a friend passed on; few tries.",
  body: z.strictObject({ code: z.string().check(z.minLength(1), z.maxLength(40)) }),
  answer: z.object({ points: PointsSummary, received: Points, fromMasked: z.string() }),
  once: true,
  problems: ["not-found", "member-frozen", "transfer-self", "transfer-over", "too-many"],
});

export const declineTransfer = endpoint({
  id: "declineTransfer",
  method: "POST",
  path: "/api/members/me/transfers/:transfer/decline",
  who: "own.claim",
  summary: "Does not take points that wait for the member's phone; they go back to their lots.",
  answer: z.object({ done: z.literal(true) }),
  once: true,
  problems: ["not-found", "transfer-over"],
});

export const cancelTransfer = endpoint({
  id: "cancelTransfer",
  method: "POST",
  path: "/api/members/me/transfers/:transfer/cancel",
  who: "own.claim",
  summary: "Takes back points that nobody has accepted yet.",
  answer: Ended,
  once: true,
  problems: ["not-found", "transfer-over"],
});

export const showStoreBudget = endpoint({
  id: "showStoreBudget",
  method: "GET",
  path: "/api/store-budget",
  who: "budget.take",
  summary: "What the caller's store has of its own points.",
  answer: z.object({ remaining: Points }),
  problems: [],
});

export const topUpByScan = endpoint({
  id: "topUpByScan",
  method: "POST",
  path: "/api/scans/:scan/top-up",
  who: "budget.use",
  summary: "The store gives the scanned member points from its own budget, with a reason.",
  body: z.strictObject({
    points: Amount,
    reason: z.string().check(z.trim(), z.minLength(2), z.maxLength(120)),
  }),
  answer: z.object({ points: PointsSummary, remaining: Points }),
  status: 201,
  once: true,
  problems: ["scan-expired", "scan-used", "member-frozen", "budget-short", "over-limit"],
});

export const giveBackByScan = endpoint({
  id: "giveBackByScan",
  method: "POST",
  path: "/api/scans/:scan/give-back",
  who: "budget.take",
  summary: "The scanned member gives points back to the store; asks a scan that may spend.",
  body: z.strictObject({ points: Amount }),
  answer: z.object({ points: PointsSummary, remaining: Points }),
  status: 201,
  once: true,
  problems: [
    "scan-expired",
    "scan-used",
    "scan-earn-only",
    "member-frozen",
    "debt-open",
    "points-short",
  ],
});
