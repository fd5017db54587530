/** The points of a store: set by head office, given to members, given back by them. @module */
import { maskName } from "../../shared/cards/mask.ts";
import type * as office from "../../shared/console/transfer-doors.ts";
import { inScope } from "../../shared/access.ts";
import type { AnswerOf } from "../../shared/endpoint.ts";
import { approveMost } from "../../shared/approvals/approval.ts";
import { Problem } from "../../shared/problems.ts";
import { askApproval } from "../approvals/queries.ts";
import { type Decision, settle } from "../db/settle.ts";
import type { Desk } from "../desk.ts";
import { aloneIn } from "./alone.ts";
import { type Setting, settingRows, storeInScope } from "./approved-budget.ts";
import { budgetMovesOf, budgetsOf } from "./budget-queries.ts";

const monthMs = 30 * 86_400_000;
const pageMax = 50;

export const listBudgets = async (
  desk: Desk,
): Promise<AnswerOf<typeof office.listBudgets>> => {
  const { scope } = desk.actor;
  const rows = await desk.db.read(budgetsOf, [scope.brandIds, desk.now - monthMs]);
  return {
    budgets: rows.filter((row) => inScope(scope, row.brand_id, row.store_id)).map((row) => ({
      storeId: row.store_id,
      brandId: row.brand_id,
      nameZh: row.name_zh,
      nameEn: row.name_en,
      remaining: row.remaining,
      given30: row.given,
      back30: row.back,
    })),
  };
};

/** @throws Problem not-found */
export const listBudgetMoves = async (
  desk: Desk,
  storeId: string,
  before: number | undefined,
): Promise<AnswerOf<typeof office.listBudgetMoves>> => {
  await storeInScope(desk, storeId);
  const rows = await desk.db.read(budgetMovesOf, [storeId, before ?? Number.MAX_SAFE_INTEGER]);
  const page = rows.slice(0, pageMax);
  return {
    moves: page.map((row) => ({
      id: row.id,
      kind: row.kind,
      points: row.points,
      memberId: row.member_id,
      memberMasked: row.member_name === null ? null : maskName(row.member_name),
      reason: row.reason,
      byName: row.by_name,
      at: row.at,
    })),
    nextBefore: rows.length > pageMax ? page.at(-1)!.at : null,
  };
};

type Answer = AnswerOf<typeof office.setBudget>;

/** Adds to a store's points or takes from them; above what the person may do alone, in one go or on
 *  one day, it waits for a second person.
 *  @throws Problem amount-invalid, over-limit, not-found, budget-short */
export const setBudget = (
  desk: Desk,
  key: string,
  storeId: string,
  { points, reason }: Setting,
): Promise<Answer> => {
  if (points === 0) throw new Problem("amount-invalid");
  if (Math.abs(points) > approveMost) throw new Problem("over-limit", { limit: approveMost });
  return settle(desk, key, { storeId, points, reason }, async (): Promise<Decision<Answer>> => {
    const store = await storeInScope(desk, storeId);
    const { most, dayMost } = await aloneIn(desk, "set", store.brand_id);
    const { remaining, writes } = settingRows(desk, store, { points, reason }, dayMost);
    const touches = [`budget ${storeId}`];
    if (Math.abs(points) <= most) {
      return { answer: { remaining, approvalId: null }, touches, writes };
    }
    const asked = await askApproval(desk, {
      kind: "budget.set",
      subject: storeId,
      brandId: store.brand_id,
      storeId,
      asked: { points, reason },
      amount: Math.abs(points),
      reason,
    });
    return {
      answer: { remaining: store.remaining, approvalId: asked.approvalId },
      touches,
      writes: asked.writes,
    };
  });
};
