/** The points of a store: set by head office, given to members, given back by them. @module */
import { maskName } from "../../shared/cards/mask.ts";
import type * as office from "../../shared/console/transfer-doors.ts";
import { inScope } from "../../shared/access.ts";
import type { AnswerOf, BodyOf } from "../../shared/endpoint.ts";
import { amountMax } from "../../shared/money.ts";
import { Problem } from "../../shared/problems.ts";
import { mustReach } from "../access/within.ts";
import { auditRow } from "../audit/queries.ts";
import { settle } from "../db/settle.ts";
import type { Desk } from "../desk.ts";
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

/** Adds to a store's points or takes from them. @throws Problem amount-invalid, not-found, budget-short */
export const setBudget = (
  desk: Desk,
  key: string,
  storeId: string,
  { points, reason }: BodyOf<typeof office.setBudget>,
): Promise<AnswerOf<typeof office.setBudget>> => {
  if (points === 0) throw new Problem("amount-invalid");
  return settle(desk, key, { storeId, points, reason }, async () => {
    const store = await storeInScope(desk, storeId);
    const remaining = store.remaining + points;
    if (remaining > amountMax) throw new Problem("amount-invalid");
    if (remaining < 0) throw new Problem("budget-short", { left: store.remaining });
    return {
      answer: { remaining },
      touches: [`budget ${storeId}`],
      writes: [
        insertBudgetMove.row({
          id: desk.id("budgetMove"),
          store_id: storeId,
          brand_id: store.brand_id,
          kind: "set",
          points,
          account_id: null,
          journal_id: null,
          reason,
          staff_id: desk.actor.staffId ?? null,
          at: desk.now,
        }),
        auditRow(desk, {
          action: "budget.set",
          subject: storeId,
          before: { remaining: store.remaining },
          after: { remaining, points, reason },
          brandId: store.brand_id,
          storeId,
        }),
      ],
    };
  });
};
