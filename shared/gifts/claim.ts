/** Whether a member can have a gift now and what it costs: one function for the list that says why
 *  not, for every preview and for the booking, so they cannot differ. @module */
import { type ClaimWay, type GiftKind, isCredited, isHook } from "./kinds.ts";
import { priceAt, type PriceGround, type PriceInForce, type PriceTerms } from "./price.ts";

/** What the rule needs to know of a gift. Instants are ms; null: no bound. */
export type GiftTerms = PriceTerms & {
  kind: GiftKind;
  state: "listed" | "hidden";
  /** Lowest tier level that may have it; 0: everybody. */
  tierLevelMin: number;
  /** Claims one member may have of it; null: as many as they like. */
  perMemberMax: number | null;
  /** The same for one day in the stores. */
  memberDayMax: number | null;
  /** Claims of all members together on one day in the stores. */
  dayMax: number | null;
  /** First instant at which it can be claimed. */
  opensAt: number | null;
  /** First instant at which it no longer can. */
  closesAt: number | null;
  /** When the event begins; then it is too late. */
  eventAt: number | null;
  byPickUp: boolean;
  byDelivery: boolean;
};

/** What the rule needs to know of the member, the store and what others have taken. */
export type ClaimGround = PriceGround & {
  /** The member's claims of this gift that are open or handed over. */
  claimsSoFar: number;
  /** Those of them made today. */
  claimsToday: number;
  /** Claims of it that all members made today, less what was given back. */
  takenToday: number;
  /** How often it can still be had at the store; null: there is no end to it. */
  stock: number | null;
  /** How it is to be received; null: the member has not said yet. */
  way: ClaimWay | null;
  /** Points the member can spend now. */
  spendable: number;
  /** Points the member owes. */
  debt: number;
};

/** The refusals in their order of precedence: what nobody can change first, what waiting changes
 *  next, what more shopping changes last. Each is a problem code with that problem's public
 *  fields. */
export const claimRefusals = [
  "gift-not-yet",
  "gift-closed",
  "gift-way",
  "gift-tier",
  "gift-limit",
  "gift-limit-today",
  "gift-gone",
  "gift-gone-today",
  "debt-open",
  "points-short",
] as const;
export type ClaimRefusal = typeof claimRefusals[number];

export type ClaimOutcome =
  | PriceInForce
  | { refused: ClaimRefusal; fields: Record<string, number | string | null> };

/** The price, or the first refusal that applies, in the order of `claimRefusals`. */
export function claim(gift: GiftTerms, ground: ClaimGround): ClaimOutcome {
  const price = priceAt(gift, ground);
  if (isHook(gift.kind)) return refuse("gift-not-yet", {});
  if (isClosed(gift, ground.now)) {
    const closesAt = earlier(gift.closesAt, gift.eventAt);
    return refuse("gift-closed", { opensAt: gift.opensAt, closesAt });
  }
  if (ground.way !== null && !canBeHad(gift, ground.way, price.moneyFen)) {
    return refuse("gift-way", { way: ground.way });
  }
  if (ground.tierLevel < gift.tierLevelMin) {
    return refuse("gift-tier", { tier: gift.tierLevelMin });
  }
  if (gift.perMemberMax !== null && ground.claimsSoFar >= gift.perMemberMax) {
    return refuse("gift-limit", { limit: gift.perMemberMax });
  }
  if (gift.memberDayMax !== null && ground.claimsToday >= gift.memberDayMax) {
    return refuse("gift-limit-today", { limit: gift.memberDayMax });
  }
  if (ground.stock !== null && ground.stock < 1) return refuse("gift-gone", {});
  if (gift.dayMax !== null && ground.takenToday >= gift.dayMax) {
    return refuse("gift-gone-today", { limit: gift.dayMax });
  }
  if (ground.debt > 0) return refuse("debt-open", { debt: ground.debt });
  if (ground.spendable < price.points) {
    return refuse("points-short", { spendable: ground.spendable, needed: price.points });
  }
  return price;
}

/** Can the gift be received this way at this price? Money is taken at the counter, so what costs
 *  money is not sent. */
export function canBeHad(
  gift: Pick<GiftTerms, "kind" | "byPickUp" | "byDelivery">,
  way: ClaimWay,
  moneyFen: number,
): boolean {
  if (way === "delivery") {
    return gift.byDelivery && moneyFen === 0 && (gift.kind === "goods" || gift.kind === "bundle");
  }
  return gift.byPickUp || isCredited(gift.kind);
}

function isClosed(gift: GiftTerms, now: number): boolean {
  if (gift.state !== "listed") return true;
  const closesAt = earlier(gift.closesAt, gift.eventAt);
  return (gift.opensAt !== null && now < gift.opensAt) || (closesAt !== null && now >= closesAt);
}

const earlier = (a: number | null, b: number | null): number | null =>
  a === null ? b : b === null ? a : Math.min(a, b);

function refuse(
  refused: ClaimRefusal,
  fields: Record<string, number | string | null>,
): ClaimOutcome {
  return { refused, fields };
}
