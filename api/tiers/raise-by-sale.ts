import { dayOf } from "../../shared/business-day.ts";
import { reviewOn, TierReview } from "../../shared/tiers/policy.ts";
import { tierRaised } from "../../shared/tiers/tier.ts";
import type { Write } from "../db/statement.ts";
import type { Desk } from "../desk.ts";
import type { Holdings } from "../points/holdings.ts";
import { holdTier, insertTierChange } from "./queries.ts";
import { raiseTier, type Standing } from "./tier-rows.ts";

/** The review that a tier reached today is promised; null: never. */
export const firstReview = (standing: Pick<Standing, "review">, now: number): string | null =>
  standing.review === null
    ? null
    : reviewOn(TierReview.parse(JSON.parse(standing.review)), dayOf(now));

/** The tier that a sale lifts a member to, at once, with the rows that say so; null: none.
 *  @param tiers of the brand, a JSON array of [id, level, threshold] (see placeOfSale)
 *  @param sale what it counts: fen or points, as the policy asks, if its day is in the window */
export const raiseBySale = (
  desk: Desk,
  holdings: Holdings,
  tiers: string,
  sale: { id: string; at: number; fen: number; points: number },
): { tierId: string; writes: Write[] } | null => {
  const { standing, loyaltyId, brandId, tierId: held } = holdings;
  const own = standing.basis === "points" ? sale.points : sale.fen;
  const counted = standing.counted + (dayOf(sale.at) >= standing.from ? own : 0);
  const steps = (JSON.parse(tiers) as [string, number, number][])
    .map(([id, level, threshold]) => ({ id, level, threshold }));
  const due = tierRaised(steps, held, counted);
  if (!due) return null;
  const review = firstReview(standing, desk.now);
  return {
    tierId: due.id,
    writes: [
      raiseTier.row({ id: loyaltyId, tier_id: due.id, tier_since: desk.now }),
      holdTier.row({
        loyalty_id: loyaltyId,
        brand_id: brandId,
        tier_id: due.id,
        review_on: review,
        grace_until: null,
        how: "reached",
        since: desk.now,
      }),
      insertTierChange.row({
        id: desk.id("tierChange"),
        loyalty_id: loyaltyId,
        brand_id: brandId,
        from_tier: held,
        to_tier: due.id,
        how: "reached",
        counted,
        review_on: review,
        cause_id: sale.id,
        at: desk.now,
      }),
    ],
  };
};
