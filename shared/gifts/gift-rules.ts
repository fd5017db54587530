/** What must hold between the fields of a gift as head office sets it up. @module */
import { type GiftKind, type GiftPrice, hasStock, isCredited, type TierPrice } from "./kinds.ts";
import type { Flash } from "./price.ts";

/** The fields that the rules look at; NaN stands for a number that is not one yet. */
export type GiftSetUp = GiftPrice & {
  kind: GiftKind;
  quantity: number;
  tierPrices: readonly TierPrice[];
  flash: Flash | null;
  opensAt: number | null;
  closesAt: number | null;
  event: { at: number; places: number } | null;
  parts: readonly { giftId: string; pieces: number }[];
  byPickUp: boolean;
  byDelivery: boolean;
  payoutFen: number | null;
  couponCode: string | null;
};

export const giftBreaches = [
  "window-turned",
  "flash-turned",
  "flash-not-cheaper",
  "tier-twice",
  "event-missing",
  "parts-few",
  "parts-elsewhere",
  "quantity-one",
  "way-none",
  "delivery-kind",
  "delivery-money",
  "payout-missing",
  "coupon-missing",
] as const;
export type GiftBreach = typeof giftBreaches[number];
type Found = { field: keyof GiftSetUp; breach: GiftBreach };

/** Everything that does not fit together; empty is right. The API refuses what is named here, and
 *  the form says it while one types. */
export function breachesOf(gift: GiftSetUp): Found[] {
  return [...windowBreaches(gift), ...kindBreaches(gift), ...wayBreaches(gift)];
}

function windowBreaches(gift: GiftSetUp): Found[] {
  const { flash, opensAt, closesAt, tierPrices } = gift;
  const found: Found[] = [];
  if (opensAt !== null && closesAt !== null && closesAt <= opensAt) {
    found.push({ field: "closesAt", breach: "window-turned" });
  }
  if (flash && flash.until <= flash.from) found.push({ field: "flash", breach: "flash-turned" });
  if (
    flash && (flash.points > gift.points || flash.moneyFen > gift.moneyFen || same(flash, gift))
  ) {
    found.push({ field: "flash", breach: "flash-not-cheaper" });
  }
  if (new Set(tierPrices.map((price) => price.level)).size < tierPrices.length) {
    found.push({ field: "tierPrices", breach: "tier-twice" });
  }
  return found;
}

function kindBreaches(gift: GiftSetUp): Found[] {
  const { kind, event, parts } = gift;
  const found: Found[] = [];
  if ((kind === "event") !== (event !== null)) {
    found.push({ field: "event", breach: "event-missing" });
  }
  const pieces = parts.reduce((sum, part) => sum + part.pieces, 0);
  if (kind === "bundle" && pieces < 2) found.push({ field: "parts", breach: "parts-few" });
  if (kind !== "bundle" && parts.length > 0) {
    found.push({ field: "parts", breach: "parts-elsewhere" });
  }
  if (!hasStock(kind) && kind !== "virtual" && gift.quantity !== 1) {
    found.push({ field: "quantity", breach: "quantity-one" });
  }
  if ((kind === "cash" || kind === "stored-value") && gift.payoutFen === null) {
    found.push({ field: "payoutFen", breach: "payout-missing" });
  }
  if (kind === "coupon" && !gift.couponCode) {
    found.push({ field: "couponCode", breach: "coupon-missing" });
  }
  return found;
}

function wayBreaches(gift: GiftSetUp): Found[] {
  const found: Found[] = [];
  const sent = gift.kind === "goods" || gift.kind === "bundle";
  if (!gift.byPickUp && !gift.byDelivery && !isCredited(gift.kind)) {
    found.push({ field: "byPickUp", breach: "way-none" });
  }
  if (gift.byDelivery && !sent) found.push({ field: "byDelivery", breach: "delivery-kind" });
  // Money is taken at the counter, and nobody stands there when a parcel is sent.
  if (gift.byDelivery && !gift.byPickUp && costsMoney(gift)) {
    found.push({ field: "byDelivery", breach: "delivery-money" });
  }
  return found;
}

const same = (a: GiftPrice, b: GiftPrice): boolean =>
  a.points === b.points && a.moneyFen === b.moneyFen;

const costsMoney = (gift: GiftSetUp): boolean =>
  [gift, ...gift.tierPrices, ...(gift.flash ? [gift.flash] : [])]
    .some((price) => price.moneyFen > 0);
