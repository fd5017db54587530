/** What the demo's members may send each other, and the points its stores have to give. @module */
import type { Write } from "../db/statement.ts";
import { insertBudgetMove } from "../transfers/budget-queries.ts";
import { putTransferPolicy } from "../transfers/queries.ts";
import { hexin, muchen, stores } from "./places.ts";

/** Hexin lets members send more than the bakery does; each store has a month's points. */
export const transferSettings = (at: number): Write[] => [
  ...([[hexin, 1_000, 2_000, 5_000, 7], [muchen, 100, 200, 500, 3]] as const).map(
    ([brand_id, per_gift, per_day, per_month, accept_days]) =>
      putTransferPolicy.row({
        brand_id,
        enabled: 1,
        least: 10,
        per_gift,
        per_day,
        per_month,
        accept_days,
        revision: 1,
        changed_at: at,
        changed_by: "stf_lu_xiaoman",
      }),
  ),
  ...stores.map((store) =>
    insertBudgetMove.row({
      id: `bud_demo_${store.id.slice(4)}`,
      store_id: store.id,
      brand_id: store.brandId,
      kind: "set",
      points: store.brandId === hexin ? 10_000 : 2_000,
      account_id: null,
      journal_id: null,
      reason: "月度预算",
      staff_id: "stf_lu_xiaoman",
      at,
      day_most: null,
    })
  ),
];
