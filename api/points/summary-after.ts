import type { PointsSummary } from "../../shared/members/member.ts";
import { hasLapsed, pending, spendable } from "../../shared/points/lot.ts";
import type { Tier } from "../../shared/tiers/tier.ts";
import type { Desk } from "../desk.ts";
import type { Holdings } from "./holdings.ts";
import type { Posting } from "./posting.ts";
import { soonMs, summarise } from "./show-points.ts";

/** The summary as a posting leaves the account, for the answer that is booked with it. Equal to
 *  what summaryOf reads afterwards. The tier is the one held before. */
export const summaryAfter = (
  desk: Desk,
  holdings: Holdings,
  posting: Posting,
  tiers: Tier[],
): PointsSummary => {
  const { now } = desk;
  const lots = posting.lots();
  const lapsing = lots.filter((l) => l.lapsesAt !== null && !hasLapsed(l, now));
  const soon = lapsing.filter((l) => l.lapsesAt! <= now + soonMs);
  return summarise({
    loyalty_id: holdings.loyaltyId,
    brand_id: holdings.brandId,
    member_id: holdings.memberId,
    tier_id: holdings.tierId,
    carry: posting.carry(),
    standing: holdings.standing,
    debt: posting.debt(),
    spendable: spendable(lots, now),
    pending: pending(lots, now),
    soon: soon.reduce((sum, l) => sum + l.remaining, 0),
    next_at: lapsing.length ? Math.min(...lapsing.map((l) => l.lapsesAt!)) : null,
  }, tiers);
};
