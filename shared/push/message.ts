/** Messages that leave the house: their kinds, what each carries, and which choice switches it.
 *  @module */
import type { NoticeKind } from "./endpoints.ts";

/** A name in both languages of the house; the member's language picks. */
type StoreName = { storeNameZh: string; storeNameEn: string };
type GiftName = { giftNameZh: string; giftNameEn: string };
/** Set where the gift was not chosen but given. */
type Given = { occasion?: "birthday" };

/** What a message of each kind carries. Points are whole points, times ms since epoch. */
export type MessageFields = {
  /** One-time code by SMS. The code is never stored in clear. */
  "otp": { code: string; minutes: number; brandNameZh?: string; brandNameEn?: string };
  /** Somebody left the number at a kiosk to join; whoever has it confirms in the e-card. */
  "join-asked": { brandNameZh: string; brandNameEn: string };
  /** Another phone signed in to the membership. */
  "device-added": { label: string; at: number };
  /** `points` earned with one sale, sign-up or gift; `balance` spendable afterwards. */
  "points-earned": { points: number; balance: number } & Partial<StoreName>;
  /** `points` (0 or more) taken back by a return; `debt` is what is left to pay off. */
  "points-returned": { points: number; balance: number; debt?: number } & Partial<StoreName>;
  "claim-made": { points: number; expiresAt: number } & GiftName & StoreName & Given;
  "claim-handed-over": GiftName & Partial<StoreName> & Given;
  /** A gift is to be sent; it left the house. The carrier by its key in shared/gifts/order.ts. */
  "order-placed": { points: number } & GiftName;
  "order-shipped": { carrier: string; tracking: string } & GiftName;
  "event-booked": { at: number; venueZh: string; venueEn: string } & GiftName;
  /** `points` went back to the member. */
  "claim-lapsed": { points: number } & GiftName;
  "claim-cancelled": { points: number } & GiftName;
  /** `points` of which the first no longer count from `lapsesAt` on, the last from
   *  `lapsesLastAt` on (the same unless said). */
  "lapse-soon": { points: number; lapsesAt: number; lapsesLastAt?: number };
  /** The day's root over all changed account heads, to be kept outside. */
  "seal": { day: string; root: string; heads: number };
  /** Points added (> 0) or deducted (< 0) by hand. */
  "adjustment": { points: number; balance: number; reason: string };
  /** Points given without a purchase (< 0: taken back); the title says what for. */
  "grant": { points: number; balance: number; titleZh: string; titleEn: string };
};
export type MessageKind = keyof MessageFields;
export type MessageChannel = "push" | "sms" | "email";

/** The member's choice that switches a kind; null: the message always goes. */
export const choiceOf: Record<MessageKind, NoticeKind | null> = {
  "otp": null,
  "join-asked": null,
  "device-added": null,
  "points-earned": "points",
  "points-returned": "points",
  "claim-made": "claims",
  "claim-handed-over": "claims",
  "order-placed": "claims",
  "order-shipped": "claims",
  "event-booked": "claims",
  "claim-lapsed": "claims",
  "claim-cancelled": "claims",
  "lapse-soon": "lapse",
  "seal": null,
  "adjustment": "points",
  "grant": "points",
};

/** Kinds whose fields are a secret: stored encrypted, wiped once sent. */
export const secretKinds: ReadonlySet<MessageKind> = new Set<MessageKind>(["otp"]);

/** Kinds that go to many members at once: sent when nothing for one person waits. */
export const bulkKinds: ReadonlySet<MessageKind> = new Set<MessageKind>(["lapse-soon", "grant"]);
