/** What setting a store's points moves: the rows of it, and a second person's yes. @module */
import type * as office from "../../shared/console/transfer-doors.ts";
import type { BodyOf } from "../../shared/endpoint.ts";
import { amountMax } from "../../shared/money.ts";
import { Problem } from "../../shared/problems.ts";
import { mustReach } from "../access/within.ts";
import type { Approvable } from "../approvals/approvables.ts";
import { auditRow } from "../audit/queries.ts";
import type { Write } from "../db/statement.ts";
import type { Desk } from "../desk.ts";
import { budgetOf, insertBudgetMove } from "./budget-queries.ts";

/** A store in scope with what it has. @throws Problem not-found */
export const storeInScope = async (desk: Desk, storeId: string) => {
  const [store] = await desk.db.read(budgetOf, [storeId]);
  if (!store) throw new Problem("not-found");
  mustReach(desk, store.brand_id, store.store_id);
  return store;
};

type Budget = Awaited<ReturnType<typeof storeInScope>>;
export type Setting = BodyOf<typeof office.setBudget>;

/** The rows of a setting. @param dayMost null: a second person approved it
 *  @throws Problem amount-invalid, budget-short */
export const settingRows = (
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
