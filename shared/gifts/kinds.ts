/** What gifts there are and how they are received: words and their meaning, without schemas, for
 *  screens that check no shapes. @module */

/** What a gift is. A coupon, stored value and cash can be set up and not be claimed yet. */
export const giftKinds = [
  "goods",
  "service",
  "event",
  "bundle",
  "virtual",
  "coupon",
  "stored-value",
  "cash",
] as const;
export type GiftKind = typeof giftKinds[number];

/** Kinds that wait for what later brings coupons and stored value into the house. */
export const isHook = (kind: GiftKind): boolean =>
  kind === "coupon" || kind === "stored-value" || kind === "cash";
/** Kinds that stand on the shelves of the stores. */
export const hasStock = (kind: GiftKind): boolean => kind === "goods" || kind === "service";
/** Kinds that nobody has to fetch. */
export const isCredited = (kind: GiftKind): boolean => kind === "virtual" || isHook(kind);

/** Kinds that can be promised as a present, year after year: no event, whose day goes by. */
export const canBeGiven = (kind: GiftKind): boolean =>
  hasStock(kind) || kind === "bundle" || kind === "virtual";

/** How the member gets it: fetched with a code (what is virtual: at once), or sent home. */
export const claimWays = ["pick-up", "delivery"] as const;
export type ClaimWay = typeof claimWays[number];

/** Points, and money (fen) that is paid at the counter. */
export type GiftPrice = { points: number; moneyFen: number };
/** From this tier level on the gift costs this. */
export type TierPrice = GiftPrice & { level: number };
