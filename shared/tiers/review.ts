/** The review of a tier that is held: kept, given grace, or one step down. @module */
import { addDays, type Day } from "../business-day.ts";
import { reviewOn, type TierPolicy } from "./policy.ts";
import { type Tier, tierBelow } from "./tier.ts";

type Step = Pick<Tier, "id" | "level" | "threshold">;

export interface Reviewed<T extends Step> {
  tiers: readonly T[];
  held: T;
  /** The day the review falls on, as promised when the tier was reached. */
  dueOn: Day;
  /** The last day of grace, where it is running. */
  graceUntil: Day | null;
  /** What counts for the review (fen or points), up to and with today. */
  counted: number;
  policy: TierPolicy;
  today: Day;
}

export type ReviewOutcome<T extends Step> =
  /** Nothing is due today. */
  | { do: "wait" }
  | { do: "keep"; reviewOn: Day | null }
  /** Missed, but it can still be kept through this day. */
  | { do: "grace"; until: Day }
  /** One step down; null review: the entry tier is not reviewed. */
  | { do: "lower"; to: T; reviewOn: Day | null };

/** What a review says today. The review day itself and the whole last day of grace still count for
 *  the member: the judgement falls on the day after. Never more than one step down. */
export const reviewTier = <T extends Step>(r: Reviewed<T>): ReviewOutcome<T> => {
  const last = r.graceUntil ?? r.dueOn;
  if (r.today <= last) return { do: "wait" };
  const next = reviewOn(r.policy.review, r.today);
  const below = tierBelow(r.tiers, r.held);
  if (r.counted >= r.held.threshold || !below) return { do: "keep", reviewOn: next };
  const until = addDays(r.dueOn, r.policy.graceDays);
  if (r.graceUntil === null && r.today <= until) return { do: "grace", until };
  return { do: "lower", to: below, reviewOn: tierBelow(r.tiers, below) ? next : null };
};
