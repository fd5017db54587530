import type { AnswerOf, BodyOf } from "../../shared/endpoint.ts";
import { spend, spendable } from "../../shared/points/lot.ts";
import { Problem } from "../../shared/problems.ts";
import type { giveBackByScan as door } from "../../shared/transfers/endpoints.ts";
import { ownScan, scanById } from "../cards/queries.ts";
import { settle } from "../db/settle.ts";
import type { Desk } from "../desk.ts";
import { findHoldings, type Holdings } from "../points/holdings.ts";
import { startPosting } from "../points/posting.ts";
import { tiersOfBrand } from "../points/show-points.ts";
import { summaryAfter } from "../points/summary-after.ts";
import { budgetOf, insertBudgetMove } from "./budget-queries.ts";

/** The scanned member gives points back to the caller's store.
 *  @throws Problem scan-expired, scan-used, scan-earn-only, not-found, member-frozen, debt-open,
 *  points-short */
export const giveBackByScan = async (
  desk: Desk,
  key: string,
  scanId: string,
  { points }: BodyOf<typeof door>,
): Promise<AnswerOf<typeof door>> => {
  const { storeId, brandId } = desk.actor;
  if (!storeId || !brandId) throw new Problem("not-found");
  let memberId = "";
  const answer = await settle(desk, key, { scanId, points }, async () => {
    const [scans, holdings, [budget], tiers] = await Promise.all([
      desk.db.read(scanById, [scanId]),
      findHoldings(desk, scanId),
      desk.db.read(budgetOf, [storeId]),
      tiersOfBrand(desk, brandId),
    ]);
    const scan = ownScan(desk, scans[0]);
    if (scan.used_by !== null) throw new Problem("scan-used");
    if (scan.rights !== "spend") throw new Problem("scan-earn-only");
    if (!holdings || holdings.brandId !== brandId || !budget) throw new Problem("not-found");
    memberId = holdings.memberId;
    const { id, posting } = draw(desk, holdings, storeId, points);
    return {
      answer: {
        points: summaryAfter(desk, holdings, posting, tiers),
        remaining: budget.remaining + points,
      },
      writes: [
        ...posting.writes(),
        insertBudgetMove.row({
          id,
          store_id: storeId,
          brand_id: brandId,
          kind: "give-back",
          points,
          account_id: holdings.loyaltyId,
          journal_id: posting.journalId,
          reason: "",
          staff_id: desk.actor.staffId ?? null,
          at: desk.now,
          day_most: null,
        }),
      ],
      touches: [...posting.touches, `budget ${storeId}`],
    };
  });
  if (memberId) desk.nudge(memberId);
  return answer;
};

/** @throws Problem member-frozen, debt-open, points-short */
const draw = (desk: Desk, holdings: Holdings, storeId: string, points: number) => {
  if (holdings.memberState !== "active") throw new Problem("member-frozen");
  if (holdings.debt.balance > 0) throw new Problem("debt-open", { debt: holdings.debt.balance });
  const drawn = spend(holdings.lots, points, desk.now);
  if ("refused" in drawn) {
    const have = spendable(holdings.lots, desk.now);
    throw new Problem("points-short", { spendable: have, needed: points });
  }
  const id = desk.id("budgetMove");
  const posting = startPosting(desk, holdings, {
    kind: "transfer-out",
    cause: { kind: "store-give-back", id },
    storeId,
    occurredAt: desk.now,
    explanation: { title: "", reasons: [] },
  });
  posting.draw(drawn.uses, `store-budget@${storeId}`);
  return { id, posting };
};
