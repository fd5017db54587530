/** What a gift costs a member at an instant. @module */
import type { GiftPrice, TierPrice } from "./kinds.ts";

/** A cheaper price for a while. */
export type Flash = GiftPrice & {
  /** First instant at this price. */
  from: number;
  /** First instant that no longer is. */
  until: number;
  /** How many may go at this price; null: as many as there are. */
  pieces: number | null;
};

export type PriceTerms = GiftPrice & {
  tierPrices: readonly TierPrice[];
  flash: Flash | null;
};

export type PriceGround = {
  /** Level of the member's tier; 0 without one. */
  tierLevel: number;
  /** Claims that already went at the flash price. */
  flashTaken: number;
  now: number;
};

/** The price, and which of the three it is. */
export type PriceInForce = GiftPrice & { priced: "base" | "tier" | "flash" };

/** The price in force for a tier at an instant: that of the highest tier level reached, or the base;
 *  the flash price instead while it runs and pieces are left, unless the member's own price is no
 *  dearer in points and no dearer in money. */
export function priceAt(terms: PriceTerms, ground: PriceGround): PriceInForce {
  const own = ownPrice(terms, ground.tierLevel);
  const { flash } = terms;
  if (!flash || !flashRuns(flash, ground)) return own;
  const noDearer = own.points <= flash.points && own.moneyFen <= flash.moneyFen;
  return noDearer ? own : { points: flash.points, moneyFen: flash.moneyFen, priced: "flash" };
}

/** Is the flash price to be had now? */
export function flashRuns(flash: Flash, { flashTaken, now }: Omit<PriceGround, "tierLevel">) {
  return now >= flash.from && now < flash.until &&
    (flash.pieces === null || flashTaken < flash.pieces);
}

function ownPrice(terms: PriceTerms, tierLevel: number): PriceInForce {
  const reached = terms.tierPrices.filter((price) => price.level <= tierLevel);
  const best = reached.toSorted((a, b) => b.level - a.level)[0];
  return best
    ? { points: best.points, moneyFen: best.moneyFen, priced: "tier" }
    : { points: terms.points, moneyFen: terms.moneyFen, priced: "base" };
}
