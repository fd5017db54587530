/** The points of a store: set by head office, given to members, given back by them. @module */
import { maskName } from "../../shared/cards/mask.ts";
import type * as office from "../../shared/console/transfer-doors.ts";
import { inScope } from "../../shared/access.ts";
import type { AnswerOf, BodyOf } from "../../shared/endpoint.ts";
import { amountMax } from "../../shared/money.ts";
import { approveMost } from "../../shared/approvals/approval.ts";
import { Problem } from "../../shared/problems.ts";
import { mustReach } from "../access/within.ts";
import type { Approvable } from "../approvals/approvables.ts";
import { askApproval } from "../approvals/queries.ts";
import { auditRow } from "../audit/queries.ts";
import { type Decision, settle } from "../db/settle.ts";
import type { Write } from "../db/statement.ts";
import type { Desk } from "../desk.ts";
import { aloneIn } from "./alone.ts";
import { budgetMovesOf, budgetOf, budgetsOf, insertBudgetMove } from "./budget-queries.ts";

const monthMs = 30 * 86_400_000;
const pageMax = 50;

/** A store in scope with what it has. @throws Problem not-found */
export const storeInScope = async (desk: Desk, storeId: string) => {
  const [store] = await desk.db.read(budgetOf, [storeId]);
  if (!store) throw new Problem("not-found");
  mustReach(desk, store.brand_id, store.store_id);
  return store;
};

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

type Budget = Awaited<ReturnType<typeof storeInScope>>;
type Answer = AnswerOf<typeof office.setBudget>;
type Setting = BodyOf<typeof office.setBudget>;

/** The rows of a setting. @param dayMost null: a second person approved it
 *  @throws Problem amount-invalid, budget-short */
const settingRows = (
  desk: Desk,
  store: Budget,
  { points, reason }: Setting,
  dayMost: number | null,
): { remaining: number; writes: Write[] } => {
  const remaining = store.remaining + points;
  if (remaining > amountMax) throw new Problem("amount-invalid");
  if (remaining < 0) throw new Problem("budget-short", { left: store.remaining });
  const { store_id, brand_id } = store;
  return {
    remaining,
    writes: [
      insertBudgetMove.row({
        id: desk.id("budgetMove"),
        store_id,
        brand_id,
        kind: "set",
        points,
        account_id: null,
        journal_id: null,
        reason,
        staff_id: desk.actor.staffId ?? null,
        at: desk.now,
        day_most: dayMost,
      }),
      auditRow(desk, {
        action: "budget.set",
        subject: store_id,
        before: { remaining: store.remaining },
        after: { remaining, points, reason },
        brandId: brand_id,
        storeId: store_id,
      }),
    ],
  };
};

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

/** What a second person's yes moves; it counts for that person's day. */
export const approvedBudget: Approvable = {
  carryOut: async (desk, { subject, asked }) => ({
    writes: settingRows(
      desk,
      await storeInScope(desk, subject),
      JSON.parse(asked) as Setting,
      null,
    ).writes,
    touches: [`budget ${subject}`],
  }),
  effect: async (desk, { subject, asked }) => {
    const { points } = JSON.parse(asked) as Setting;
    const { remaining } = await storeInScope(desk, subject);
    return { storeId: subject, points, remaining: remaining + points };
  },
};
