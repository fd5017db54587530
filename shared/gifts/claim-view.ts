/** A claim as phone, kiosk and counter see it. @module */
import * as z from "zod/mini";
import { Fen, Id, Instant, Points } from "../schema.ts";
import { ClaimWay, GiftKind } from "./gift.ts";
import { OrderView } from "./order.ts";

/** How money is taken at the counter. */
export const Tender = z.enum(["cash", "card", "mobile"]);
export type Tender = z.infer<typeof Tender>;

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
  quantity: z.int(),
  points: Points,
  /** Money that goes with the points, and how much of it has been paid. */
  moneyFen: Fen,
  paidFen: Fen,
  way: ClaimWay,
  /** When and where, for an event. */
  event: z.nullable(z.object({ at: Instant, venueZh: z.string(), venueEn: z.string() })),
  /** How far it is, when it is sent. */
  order: z.nullable(OrderView),
  storeId: Id("store"),
  storeNameZh: z.string(),
  storeNameEn: z.string(),
  claimedAt: Instant,
  expiresAt: Instant,
  endedAt: z.nullable(Instant),
});
export type ClaimView = z.infer<typeof ClaimView>;
