/** Why a sale earned what it earned, for those who sell. @module */
import { inScope } from "../../shared/access.ts";
import type { AnswerOf } from "../../shared/endpoint.ts";
import { Problem } from "../../shared/problems.ts";
import type { whySale as door } from "../../shared/sales/endpoints.ts";
import type { Desk } from "../desk.ts";
import { explain } from "../points/show-points.ts";
import { saleById, type SaleHeadRow } from "./queries.ts";

/** @throws Problem not-found, also for a sale out of scope */
export const whySale = async (desk: Desk, saleId: string): Promise<AnswerOf<typeof door>> => {
  const [sale] = await desk.db.readSeen(saleById, [saleId], desk.seen);
  if (!sale || !isOwn(desk, sale)) throw new Problem("not-found");
  if (!sale.account_id || !sale.journal_id) {
    const nobody = { points: 0, rulesVersion: null, rulesEffectiveFrom: null };
    return { ...nobody, reasons: [{ code: "no-member" }], missed: [], lots: [], offset: [] };
  }
  const [why, paid] = await Promise.all([
    explain(desk, sale.account_id, sale.journal_id),
    sale.offset_journal_id ? explain(desk, sale.account_id, sale.offset_journal_id) : null,
  ]);
  return {
    points: sale.points,
    rulesVersion: why.rulesVersion,
    rulesEffectiveFrom: why.rulesEffectiveFrom,
    reasons: why.reasons,
    missed: why.missed ?? [],
    lots: why.lots.map(({ amount, lapsesAt }) => ({ amount, lapsesAt })),
    offset: paid?.reasons ?? [],
  };
};

/** A till sees its store's sales, the office those in its scope. */
export const isOwn = ({ actor }: Desk, sale: SaleHeadRow): boolean =>
  actor.storeId
    ? sale.store_id === actor.storeId
    : inScope(actor.scope, sale.brand_id, sale.store_id);
