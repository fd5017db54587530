/** The review of tiers that are held: kept, given grace, or one step down, each day anew for those
 *  whose day has come. Running it twice adds nothing. @module */
import { type Day, dayOf } from "../../shared/business-day.ts";
import { reviewFrom, reviewOn, TierReview } from "../../shared/tiers/policy.ts";
import { reviewTier } from "../../shared/tiers/review.ts";
import type { Tier } from "../../shared/tiers/tier.ts";
import { type Decision, settle } from "../db/settle.ts";
import { type Desk, openDesk, programme } from "../desk.ts";
import { tiersOfBrand } from "../points/show-points.ts";
import { policyIn } from "./ladder.ts";
import { holdTier, insertTierChange } from "./queries.ts";
import { holdsDue, holdsMissing, reviewGround } from "./review-queries.ts";
import { policyOf } from "./settings-queries.ts";
import { raiseTier } from "./tier-rows.ts";

const groupMax = 200;

/** Reviews everybody whose day has passed. @returns how many were decided
 *  @throws nothing of its own; an account that stays too busy is left for the next run */
export const reviewTiers = async (desk: Desk): Promise<number> => {
  await enterHolds(desk);
  const today = dayOf(desk.now);
  let decided = 0;
  for (;;) {
    const due = await desk.db.read(holdsDue, [today, groupMax]);
    if (due.length === 0) return decided;
    const results = await Promise.all(
      due.map((row) => reviewOne(desk, row.loyalty_id, today).catch(() => 0)),
    );
    const done = results.reduce((sum, n) => sum + n, 0);
    decided += done;
    if (done === 0) return decided;
  }
};

/** Who held a tier before reviews were set is reviewed from when they reached it, but not before
 *  one full day has passed under the new rule. */
const enterHolds = async (desk: Desk): Promise<void> => {
  const today = dayOf(desk.now);
  for (;;) {
    const missing = await desk.db.read(holdsMissing, [groupMax]);
    if (missing.length === 0) return;
    await desk.db.write(missing.map((row) => {
      const on = reviewOn(TierReview.parse(JSON.parse(row.review)), dayOf(row.since));
      return holdTier.row({
        loyalty_id: row.loyalty_id,
        brand_id: row.brand_id,
        tier_id: row.tier_id,
        review_on: on !== null && on < today ? today : on,
        grace_until: null,
        how: "entered",
        since: desk.now,
      });
    }));
  }
};

const reviewOne = async (desk: Desk, loyaltyId: string, today: Day): Promise<number> => {
  const own = openDesk(desk, programme, { now: desk.now });
  let memberId: string | null = null;
  await settle(own, `review-tier:${loyaltyId}:${today}`, { loyaltyId }, async () => {
    const decided = await decide(own, loyaltyId, today);
    memberId = decided.memberId;
    return decided;
  });
  if (memberId === null) return 0;
  desk.nudge(memberId);
  return 1;
};

type Decided = Decision<{ outcome: string }> & { memberId: string | null };

const decide = async (desk: Desk, loyaltyId: string, today: Day): Promise<Decided> => {
  const [ground] = await desk.db.read(reviewGround, [
    loyaltyId,
    reviewFrom("months", today),
    reviewFrom("year", today),
  ]);
  const nothing = { answer: { outcome: "wait" }, writes: [], touches: [], memberId: null };
  if (!ground || ground.review_on === null) return nothing;
  const [tiers, [policy]] = await Promise.all([
    tiersOfBrand(desk, ground.brand_id),
    desk.db.read(policyOf, [ground.brand_id]),
  ]);
  const held = tiers.find((tier) => tier.id === ground.tier_id);
  if (!held) return nothing;
  const outcome = reviewTier<Tier>({
    tiers,
    held,
    dueOn: ground.review_on,
    graceUntil: ground.grace_until,
    counted: ground.counted,
    policy: policyIn(policy),
    today,
  });
  if (outcome.do === "wait") return nothing;
  const to = outcome.do === "lower" ? outcome.to : held;
  const review = outcome.do === "grace" ? ground.review_on : outcome.reviewOn;
  const how = ({ keep: "kept", grace: "grace", lower: "lowered" } as const)[outcome.do];
  return {
    memberId: ground.member_id,
    answer: { outcome: how },
    touches: [loyaltyId],
    writes: [
      ...(to === held
        ? []
        : [raiseTier.row({ id: loyaltyId, tier_id: to.id, tier_since: desk.now })]),
      holdTier.row({
        loyalty_id: loyaltyId,
        brand_id: ground.brand_id,
        tier_id: to.id,
        review_on: review,
        grace_until: outcome.do === "grace" ? outcome.until : null,
        how: how === "lowered" ? "lowered" : "kept",
        since: desk.now,
      }),
      insertTierChange.row({
        id: desk.id("tierChange"),
        loyalty_id: loyaltyId,
        brand_id: ground.brand_id,
        from_tier: held.id,
        to_tier: to.id,
        how,
        counted: ground.counted,
        review_on: review,
        cause_id: `${how}:${ground.review_on}`,
        at: desk.now,
      }),
    ],
  };
};
