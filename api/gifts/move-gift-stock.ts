import { inScope } from "../../shared/access.ts";
import { dayOf } from "../../shared/business-day.ts";
import type { moveGiftStock as door } from "../../shared/console/endpoints.ts";
import type { AnswerOf, BodyOf } from "../../shared/endpoint.ts";
import { hasStock } from "../../shared/gifts/kinds.ts";
import { Problem } from "../../shared/problems.ts";
import { auditRow } from "../audit/queries.ts";
import { settle } from "../db/settle.ts";
import type { Desk } from "../desk.ts";
import { storeById } from "../stores/queries.ts";
import { kindOf } from "./gift-row.ts";
import { giftAtStore, insertStockMove } from "./queries.ts";

const invalid = (pointer: string, detail: string): Problem =>
  new Problem("input-invalid", { errors: [{ pointer, detail }] });

/** Adds pieces of a gift to a store's shelf or takes some away.
 *  @throws Problem not-found (gift or store out of scope, or of another brand), input-invalid for 0
 *  and for what stands on no shelf, gift-gone when fewer are left than are to be taken */
export const moveGiftStock = (
  desk: Desk,
  key: string,
  giftId: string,
  { storeId, amount }: BodyOf<typeof door>,
): Promise<AnswerOf<typeof door>> =>
  settle(desk, key, { giftId, storeId, amount }, async () => {
    const [[gift], [store]] = await Promise.all([
      desk.db.read(giftAtStore, [giftId, storeId, dayOf(desk.now)]),
      desk.db.read(storeById, [storeId]),
    ]);
    if (!gift || !store || store.brand_id !== gift.brand_id) throw new Problem("not-found");
    if (!inScope(desk.actor.scope, gift.brand_id, storeId)) throw new Problem("not-found");
    if (amount === 0) throw invalid("/amount", "must not be 0");
    if (!hasStock(kindOf(gift))) throw invalid("", "only goods and services have stock");
    const remaining = gift.pieces + amount;
    if (remaining < 0) throw new Problem("gift-gone");
    return {
      answer: { remaining },
      touches: [`${giftId}@${storeId}`],
      writes: [
        insertStockMove.row({
          gift_id: giftId,
          store_id: storeId,
          cause: "moved",
          cause_id: desk.id("stockMove"),
          amount,
          at: desk.now,
        }),
        auditRow(desk, {
          action: "gift.stock-moved",
          subject: giftId,
          before: { remaining: gift.pieces },
          after: { remaining, amount },
          brandId: gift.brand_id,
          storeId,
        }),
      ],
    };
  });
