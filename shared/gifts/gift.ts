/** A gift as members see it. @module */
import * as z from "zod/mini";
import { Fen, Id, Instant, Points } from "../schema.ts";
import { claimWays, giftKinds } from "./kinds.ts";

export const GiftKind = z.enum(giftKinds);
export const ClaimWay = z.enum(claimWays);

const price = { points: Points, moneyFen: Fen };

/** From this tier level on the gift costs this. */
export const TierPrice = z.object({ level: z.int().check(z.gte(1), z.lte(9)), ...price });

/** A shelf to browse; a menu is one of what a kitchen makes. */
export const ShelfView = z.object({
  id: Id("shelf"),
  nameZh: z.string(),
  nameEn: z.string(),
  kind: z.enum(["shelf", "menu"]),
});
export type ShelfView = z.infer<typeof ShelfView>;

/** A tier by its level, so that prices and conditions can be said by name. */
export const TierName = z.object({ level: z.int(), nameZh: z.string(), nameEn: z.string() });
export type TierName = z.infer<typeof TierName>;

export const GiftView = z.object({
  id: Id("gift"),
  kind: GiftKind,
  nameZh: z.string(),
  nameEn: z.string(),
  detailZh: z.string(),
  detailEn: z.string(),
  /** Path of the picture on our own origin. */
  picture: z.string(),
  /** The price in force now for who asks, and which one it is. */
  ...price,
  priced: z.enum(["base", "tier", "flash"]),
  /** The price without tier and flash. */
  base: z.object(price),
  tierPrices: z.array(TierPrice),
  /** A price for a while, running or to come; `left` null: as many as there are. */
  flash: z.nullable(z.object({
    ...price,
    from: Instant,
    until: Instant,
    left: z.nullable(z.int()),
  })),
  /** How many of it one claim is. */
  quantity: z.int(),
  marketFen: Fen,
  tierLevelMin: z.int(),
  perMemberMax: z.nullable(z.int()),
  memberDayMax: z.nullable(z.int()),
  dayMax: z.nullable(z.int()),
  opensAt: z.nullable(Instant),
  closesAt: z.nullable(Instant),
  claimDays: z.int(),
  shelfId: z.nullable(Id("shelf")),
  /** The house would like to see it go. */
  promoted: z.boolean(),
  byPickUp: z.boolean(),
  byDelivery: z.boolean(),
  event: z.nullable(z.object({
    at: Instant,
    venueZh: z.string(),
    venueEn: z.string(),
    places: z.int(),
  })),
  /** What a bundle is made of. */
  parts: z.array(z.object({
    giftId: Id("gift"),
    nameZh: z.string(),
    nameEn: z.string(),
    picture: z.string(),
    pieces: z.int(),
  })),
  payoutFen: z.nullable(Fen),
  /** How often it can still be had at the asked store (places, for an event); null: no end. */
  stock: z.nullable(z.int()),
  /** Why this member cannot have it now (a problem code), or null. */
  refused: z.nullable(z.string()),
  refusedFields: z.record(z.string(), z.unknown()),
});
export type GiftView = z.infer<typeof GiftView>;
