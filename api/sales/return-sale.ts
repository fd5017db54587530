/** Returns all or part of a sale; points follow the return. @module */
import { refundMaxOf } from "../../shared/access.ts";
import { LATE_MAX_MS } from "../../shared/offline/late.ts";
import type { BodyOf } from "../../shared/endpoint.ts";
import { addDays, dayOf, endOfDay } from "../../shared/business-day.ts";
import { Problem } from "../../shared/problems.ts";
import type { ReturnReceipt, returnSale as door } from "../../shared/sales/endpoints.ts";
import { type Decision, settle } from "../db/settle.ts";
import type { Write } from "../db/statement.ts";
import type { Desk } from "../desk.ts";
import { parametersIn } from "../parameters/queries.ts";
import { findHoldings } from "../points/holdings.ts";
import { lotsOfSale, rulesOfSale } from "../points/queries.ts";
import type { Posting } from "../points/posting.ts";
import { raisedBySales } from "../tiers/lower-by-return.ts";
import { drawnForOffset, giveOffsetBack, offsetBackOf } from "./give-offset-back.ts";
import {
  insertReturn,
  insertReturnLine,
  lapsedOfSale,
  linesOfSale,
  returnsOfSale,
  saleById,
  type SaleHeadRow,
} from "./queries.ts";
import { occurredAt } from "./record-sale.ts";
import { type Part, partsOf } from "./return-parts.ts";
import { takePointsBack } from "./take-points-back.ts";
import type * as z from "zod/mini";

type Body = BodyOf<typeof door>;
type Receipt = z.infer<typeof ReturnReceipt>;
/** A till that was offline tells late, so what it says is judged; but no day that is said opens a
 *  window that had closed before those hours. That one counts from when the sale was told to us, so
 *  that history can be brought in with its returns.
 *  @throws Problem time-refused if before its sale, return-late (a brand may take returns only for so
 *  many days) */
const mustBeInTime = (desk: Desk, sale: SaleHeadRow, at: number, days: number | null): void => {
  if (at < sale.occurred_at) throw new Problem("time-refused");
  if (days === null) return;
  const end = (from: number) => endOfDay(addDays(dayOf(from), days));
  if (at > end(sale.occurred_at) || desk.now - LATE_MAX_MS > end(sale.recorded_at)) {
    throw new Problem("return-late", { days });
  }
};

/** @throws Problem not-found (also other stores' sales), time-refused, sale-returned,
 *  return-too-large, return-late, over-limit, in that order */
export const returnSale = async (
  desk: Desk,
  key: string,
  saleId: string,
  body: Body,
): Promise<Receipt> => {
  let memberId: string | null = null;
  const receipt = await settle(desk, key, { saleId, ...body }, async () => {
    const found = await readSold(desk, saleId);
    const { sale, before, holdings } = found;
    if (!sale || sale.store_id !== desk.actor.storeId) throw new Problem("not-found");
    // Said now, it is after its sale, even where the clock has been set back between the two.
    const at = body.occurredAt === undefined
      ? Math.max(desk.now, sale.occurred_at)
      : occurredAt(desk, body.occurredAt);
    const parts = partsOf(found.sold, body);
    const refundFen = parts.reduce((sum, part) => sum + part.amountFen - part.offsetFen, 0);
    mustBeInTime(desk, sale, at, found.parameters.returnWindowDays);
    const limit = refundMaxOf(desk.actor);
    if (limit !== null && refundFen > limit) throw new Problem("over-limit", { limit });
    memberId = holdings?.memberId ?? null;
    const offset = offsetBackOf(sale, parts, before);
    const reason = body.reason ?? "";
    return book(desk, { ...found, sale, at, parts, refundFen, offset, reason });
  });
  if (memberId) desk.nudge(memberId);
  return receipt;
};

/** All that a return is decided from, in one batch. */
const readSold = async (desk: Desk, saleId: string) => {
  const [[sale], sold, before, holdings, ownLots, [lapsed], [rules], drawn, parameters, [raised]] =
    await Promise.all([
      desk.db.read(saleById, [saleId]),
      desk.db.read(linesOfSale, [saleId]),
      desk.db.read(returnsOfSale, [saleId]),
      findHoldings(desk, saleId),
      desk.db.read(lotsOfSale, [saleId]),
      desk.db.read(lapsedOfSale, [saleId]),
      desk.db.read(rulesOfSale, [saleId]),
      desk.db.read(drawnForOffset, [saleId]),
      parametersIn(desk, desk.actor.brandId ?? ""),
      desk.db.read(raisedBySales, [saleId]),
    ]);
  return {
    sale,
    sold,
    before,
    holdings,
    ownLots,
    lapsed: lapsed?.lapsed ?? 0,
    rules,
    drawn,
    parameters,
    raised,
  };
};

type Returning = Omit<Awaited<ReturnType<typeof readSold>>, "sale"> & {
  sale: SaleHeadRow;
  at: number;
  parts: Part[];
  refundFen: number;
  offset: { points: number; fen: number };
  reason: string;
};

/** The return stands; points that paid go back first, then what was earned is taken. */
const book = (desk: Desk, r: Returning): Decision<Receipt> => {
  const { sale, parts, refundFen, at, offset, holdings } = r;
  const returnId = desk.id("saleReturn");
  const given = holdings && offset.points > 0
    ? giveOffsetBack(desk, returnId, at, sale, holdings, r.drawn, offset)
    : null;
  const back = holdings && takePointsBack(desk, {
    ...r,
    returnId,
    holdings: given?.after() ?? holdings,
    rules: r.rules!,
    offsetPoints: offset.points,
  });
  return {
    answer: {
      returnId,
      saleId: sale.id,
      orderNo: sale.order_no,
      refundFen,
      offset: sale.offset_points > 0 ? offset : null,
      occurredAt: at,
      storeNameZh: sale.store_zh,
      storeNameEn: sale.store_en,
      points: back ? back.receipt : null,
      lines: parts.map(({ offsetFen: _, ...line }) => line),
      reasons: back ? back.reasons : [{ code: "no-member" }],
    },
    writes: returnRows(desk, { ...r, returnId, n: r.before.length + 1, given }, back),
    touches: [sale.id, ...(holdings ? [holdings.loyaltyId] : [])],
  };
};

type Return = {
  returnId: string;
  at: number;
  sale: SaleHeadRow;
  parts: readonly Part[];
  n: number;
  refundFen: number;
  reason: string;
  offset: { points: number; fen: number };
  given: Posting | null;
};

const returnRows = (
  desk: Desk,
  r: Return,
  back: ReturnType<typeof takePointsBack> | null,
): Write[] => [
  insertReturn.row({
    id: r.returnId,
    sale_id: r.sale.id,
    store_id: r.sale.store_id,
    n: r.n,
    refund_fen: r.refundFen,
    reason: r.reason,
    points_taken: back ? back.receipt.taken : 0,
    points_owed: back ? back.receipt.owed : 0,
    points_forgiven: back ? back.forgiven : 0,
    points_granted: back ? back.receipt.granted : 0,
    offset_points: r.offset.points,
    offset_fen: r.offset.fen,
    offset_journal_id: r.given?.journalId ?? null,
    journal_id: back ? back.journalId : null,
    terminal_id: desk.actor.terminalId ?? null,
    staff_id: desk.actor.staffId ?? null,
    api_key_id: desk.actor.apiKeyId ?? null,
    occurred_at: r.at,
    recorded_at: desk.now,
  }),
  ...r.parts.map((part) =>
    insertReturnLine.row({
      return_id: r.returnId,
      sale_id: r.sale.id,
      n: part.n,
      quantity_milli: part.quantityMilli,
      amount_fen: part.amountFen,
    })
  ),
  ...(r.given ? r.given.writes() : []),
  ...(back ? back.writes : []),
];
