/** A store gives a member points from its own budget, at the counter or in the console. @module */
import type * as office from "../../shared/console/transfer-doors.ts";
import type { AnswerOf, BodyOf } from "../../shared/endpoint.ts";
import { lapsesAt } from "../../shared/points/validity.ts";
import { Problem } from "../../shared/problems.ts";
import type * as doors from "../../shared/transfers/endpoints.ts";
import { auditRow } from "../audit/queries.ts";
import { ownScan, scanById } from "../cards/queries.ts";
import { memberInScope } from "../console/member-in-scope.ts";
import { type Decision, settle } from "../db/settle.ts";
import type { Desk } from "../desk.ts";
import { findHoldings, type Holdings, readHoldings } from "../points/holdings.ts";
import { startPosting } from "../points/posting.ts";
import { rulesAt, type RulesRow } from "../points/queries.ts";
import { parsedRules } from "../points/rules.ts";
import { tiersOfBrand } from "../points/show-points.ts";
import { summaryAfter } from "../points/summary-after.ts";
import { aloneIn } from "./alone.ts";
import { budgetOf, insertBudgetMove } from "./budget-queries.ts";
import { storeInScope } from "./approved-budget.ts";

type Answer = AnswerOf<typeof doors.topUpByScan>;
type Wish = { storeId: string; points: number; reason: string };

/** @throws Problem scan-expired, scan-used, not-found, member-frozen, budget-short, over-limit */
export const topUpByScan = async (
  desk: Desk,
  key: string,
  scanId: string,
  body: BodyOf<typeof doors.topUpByScan>,
): Promise<Answer> => {
  const { storeId } = desk.actor;
  if (!storeId) throw new Problem("not-found");
  let memberId = "";
  const answer = await settle(desk, key, { scanId, ...body }, async () => {
    const [scans, holdings, [budget]] = await Promise.all([
      desk.db.read(scanById, [scanId]),
      findHoldings(desk, scanId),
      desk.db.read(budgetOf, [storeId]),
    ]);
    const scan = ownScan(desk, scans[0]);
    if (scan.used_by !== null) throw new Problem("scan-used");
    if (!holdings || holdings.brandId !== desk.actor.brandId || !budget) {
      throw new Problem("not-found");
    }
    memberId = holdings.memberId;
    return give(desk, holdings, { storeId, ...body }, budget.remaining);
  });
  if (memberId) desk.nudge(memberId);
  return answer;
};

/** @throws Problem not-found, member-frozen, budget-short, over-limit */
export const topUpMember = async (
  desk: Desk,
  key: string,
  memberId: string,
  wish: BodyOf<typeof office.topUpMember>,
): Promise<Answer> => {
  const answer = await settle(desk, key, { memberId, ...wish }, async () => {
    const [member, store] = await Promise.all([
      memberInScope(desk, memberId),
      storeInScope(desk, wish.storeId),
    ]);
    if (member.brand_id !== store.brand_id || store.state !== "open") {
      throw new Problem("not-found");
    }
    return give(desk, await readHoldings(desk, member.account_id), wish, store.remaining);
  });
  desk.nudge(memberId);
  return answer;
};

/** Given points lapse like points earned now, and pay off a debt first. */
const give = async (
  desk: Desk,
  holdings: Holdings,
  { storeId, points, reason }: Wish,
  budget: number,
): Promise<Decision<Answer>> => {
  if (holdings.memberState !== "active") throw new Problem("member-frozen");
  if (points > budget) throw new Problem("budget-short", { left: budget });
  const [{ most, dayMost }, [rules], tiers] = await Promise.all([
    aloneIn(desk, "top-up", holdings.brandId),
    desk.db.read(rulesAt, [holdings.brandId, desk.now]),
    tiersOfBrand(desk, holdings.brandId),
  ]);
  if (!rules) throw new Problem("not-found");
  if (points > most) throw new Problem("over-limit", { limit: most });
  const { id, posting } = issue(desk, holdings, { storeId, points, reason }, rules);
  return {
    answer: {
      points: summaryAfter(desk, holdings, posting, tiers),
      remaining: budget - points,
    },
    writes: [
      ...posting.writes(),
      insertBudgetMove.row({
        id,
        store_id: storeId,
        brand_id: holdings.brandId,
        kind: "top-up",
        points: -points,
        account_id: holdings.loyaltyId,
        journal_id: posting.journalId,
        reason,
        staff_id: desk.actor.staffId ?? null,
        at: desk.now,
        day_most: dayMost,
      }),
      auditRow(desk, {
        action: "points.topped-up",
        subject: holdings.memberId,
        after: { points, reason, storeId, journalId: posting.journalId },
        brandId: holdings.brandId,
        storeId,
      }),
    ],
    touches: [...posting.touches, `budget ${storeId}`],
  };
};

const issue = (
  desk: Desk,
  holdings: Holdings,
  { storeId, points, reason }: Wish,
  rules: RulesRow,
) => {
  const until = lapsesAt(parsedRules(rules).validity, desk.now);
  const repaid = Math.min(holdings.debt.balance, points);
  const id = desk.id("budgetMove");
  const posting = startPosting(desk, holdings, {
    kind: "transfer-in",
    cause: { kind: "store-top-up", id },
    storeId,
    occurredAt: desk.now,
    explanation: {
      title: reason,
      reasons: [
        { code: "lapses-at", at: until },
        ...(repaid > 0 ? [{ code: "debt-repaid", points: repaid }] : []),
      ],
    },
  });
  posting.issue(points, {
    contra: `store-budget@${storeId}`,
    availableAt: desk.now,
    lapsesAt: until,
    rulesId: rules.id,
  });
  posting.repayDebt();
  return { id, posting };
};
