/** Cancelling an open claim, by the store that holds the gift or by the member. @module */
import type { AnswerOf } from "../../shared/endpoint.ts";
import type { cancelClaim as door, cancelMyClaim as myDoor } from "../../shared/gifts/endpoints.ts";
import { Problem } from "../../shared/problems.ts";
import { settle } from "../db/settle.ts";
import type { Desk } from "../desk.ts";
import { tiersOf } from "../points/queries.ts";
import { tierOf } from "../points/show-points.ts";
import { summaryAfter } from "../points/summary-after.ts";
import type { ClaimViewRow } from "./claim-queries.ts";
import { openClaim, openClaimHere } from "./open-claim.ts";
import { readClaimed, releaseClaim } from "./release-claim.ts";
import { afterStep, claimView } from "./views.ts";

const cancelled = (row: ClaimViewRow, now: number) =>
  claimView({
    ...row,
    ...(row.order_state === null ? {} : afterStep(row, "cancelled", now)),
    ended_as: "cancelled",
    ended_at: now,
  }, now);

/** @throws Problem not-found, claim-sent, claim-elsewhere, claim-used, claim-over */
export const cancelClaim = async (
  desk: Desk,
  key: string,
  claimId: string,
): Promise<AnswerOf<typeof door>> => {
  let memberId: string | null = null;
  const answer = await settle(desk, key, { claimId }, async () => {
    const claimed = await readClaimed(desk, claimId);
    openClaimHere(desk, claimed.row);
    memberId = claimed.row.member_id;
    const { writes, touches } = releaseClaim(desk, claimed, "cancelled");
    return { answer: { claim: cancelled(claimed.row, desk.now) }, writes, touches };
  });
  if (memberId) desk.nudge(memberId);
  return answer;
};

/** @throws Problem not-found (another member's too), claim-used, claim-over, order-moved */
export const cancelMyClaim = async (
  desk: Desk,
  key: string,
  claimId: string,
): Promise<AnswerOf<typeof myDoor>> => {
  const { memberId, brandId } = desk.actor;
  if (!memberId || !brandId) throw new Problem("not-found");
  const answer = await settle(desk, key, { claimId }, async () => {
    const [claimed, tiers] = await Promise.all([
      readClaimed(desk, claimId),
      desk.db.read(tiersOf, [brandId]),
    ]);
    if (claimed.row.member_id !== memberId) throw new Problem("not-found");
    openClaim(desk, claimed.row);
    // Once it is being packed, the house decides.
    const { order_state: order } = claimed.row;
    if (order !== null && order !== "placed") throw new Problem("order-moved", { state: order });
    const { writes, touches, posting } = releaseClaim(desk, claimed, "cancelled");
    return {
      answer: {
        claim: cancelled(claimed.row, desk.now),
        points: summaryAfter(desk, claimed.holdings, posting, tiers.map(tierOf)),
      },
      writes,
      touches,
    };
  });
  desk.nudge(memberId);
  return answer;
};
