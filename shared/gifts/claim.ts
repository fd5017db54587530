/** Whether a member can have a gift now: one function for the list that says why not and for the
 *  booking, so they cannot differ. @module */

/** What the rule needs to know of a gift. Instants are ms; null: no bound. */
export type GiftTerms = {
  state: "listed" | "hidden";
  /** Price in points. */
  points: number;
  /** Lowest tier level that may have it; 0: everybody. */
  tierLevelMin: number;
  /** Claims one member may have of it; null: as many as they like. */
  perMemberMax: number | null;
  /** First instant at which it can be claimed. */
  opensAt: number | null;
  /** First instant at which it no longer can. */
  closesAt: number | null;
};

/** What the rule needs to know of the member and the store. */
export type ClaimGround = {
  /** Level of the member's tier; 0 without one. */
  tierLevel: number;
  /** The member's claims of this gift that are open or handed over. */
  claimsSoFar: number;
  /** Pieces left at the store; null: a virtual gift, which never runs out. */
  stock: number | null;
  /** Points the member can spend now. */
  spendable: number;
  /** Points the member owes. */
  debt: number;
  now: number;
};

/** The refusals in their order of precedence: what nobody can change first, what more shopping
 *  changes last. Each is a problem code with that problem's public fields. */
export const claimRefusals = [
  "gift-closed",
  "gift-tier",
  "gift-limit",
  "gift-gone",
  "debt-open",
  "points-short",
] as const;
export type ClaimRefusal = typeof claimRefusals[number];

export type ClaimOutcome =
  | { points: number }
  | { refused: ClaimRefusal; fields: Record<string, number | null> };

/** The price in points, or the first refusal that applies, in the order of `claimRefusals`. */
export function claim(gift: GiftTerms, ground: ClaimGround): ClaimOutcome {
  if (isClosed(gift, ground.now)) {
    return refuse("gift-closed", { opensAt: gift.opensAt, closesAt: gift.closesAt });
  }
  if (ground.tierLevel < gift.tierLevelMin) {
    return refuse("gift-tier", { tier: gift.tierLevelMin });
  }
  if (gift.perMemberMax !== null && ground.claimsSoFar >= gift.perMemberMax) {
    return refuse("gift-limit", { limit: gift.perMemberMax });
  }
  if (ground.stock !== null && ground.stock < 1) return refuse("gift-gone", {});
  if (ground.debt > 0) return refuse("debt-open", { debt: ground.debt });
  if (ground.spendable < gift.points) {
    return refuse("points-short", { spendable: ground.spendable, needed: gift.points });
  }
  return { points: gift.points };
}

function isClosed(gift: GiftTerms, now: number): boolean {
  if (gift.state !== "listed") return true;
  return (gift.opensAt !== null && now < gift.opensAt) ||
    (gift.closesAt !== null && now >= gift.closesAt);
}

function refuse(refused: ClaimRefusal, fields: Record<string, number | null>): ClaimOutcome {
  return { refused, fields };
}
