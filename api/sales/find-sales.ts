/** Sales of a store, and one sale with what is left to return. @module */
import type * as z from "zod/mini";
import { maskName } from "../../shared/cards/mask.ts";
import type { AnswerOf, QueryOf } from "../../shared/endpoint.ts";
import { offsetOf } from "../../shared/points/offset.ts";
import { Problem } from "../../shared/problems.ts";
import type { findSales as findDoor, SaleView } from "../../shared/sales/endpoints.ts";
import { maskedPhoneOf } from "../access/phone.ts";
import { ownScan, scanById } from "../cards/queries.ts";
import type { Desk } from "../desk.ts";
import type { ReadStatement } from "../db/statement.ts";
import { linesBefore, returnsBefore, salesBefore, type SalesWanted } from "./page-queries.ts";
import {
  linesOfSale,
  type ReturnFoundRow,
  returnsOfSale,
  saleById,
  type SaleHeadRow,
  type SoldLineRow,
} from "./queries.ts";
import { isOwn } from "./why-sale.ts";

type View = z.infer<typeof SaleView>;

/** What was sold and what came back. */
type Parts = [lines: SoldLineRow[], returns: ReturnFoundRow[]];

const viewOf = (
  desk: Desk,
  sale: SaleHeadRow,
  [lines, returns]: Parts,
): View => {
  return {
    saleId: sale.id,
    orderNo: sale.order_no,
    storeId: sale.store_id,
    totalFen: sale.total_fen,
    returnedFen: lines.reduce((sum, l) => sum + l.returned_fen, 0),
    occurredAt: sale.occurred_at,
    points: sale.points,
    offset: sale.offset_points > 0 ? { points: sale.offset_points, fen: sale.offset_fen } : null,
    memberNameMasked: sale.member_name === null ? null : maskName(sale.member_name),
    memberPhoneMasked: sale.member_id === null
      ? null
      : maskedPhoneOf(desk.keys, { id: sale.member_id, phone_cipher: sale.phone_cipher }),
    lines: lines.map((l) => ({
      n: l.line_n,
      name: l.name,
      quantityMilli: l.quantity_milli,
      amountFen: l.amount_fen,
      leftMilli: l.quantity_milli - l.returned_milli,
      leftFen: l.amount_fen - l.returned_fen,
      offsetFen: l.offset_fen,
      leftOffsetFen: l.offset_fen - offsetOf(l.offset_fen, l.amount_fen, l.returned_fen),
    })),
    returns: returns.map((r) => ({
      returnId: r.id,
      at: r.occurred_at,
      refundFen: r.refund_fen,
      pointsTaken: r.points_taken,
      pointsOwed: r.points_owed,
    })),
  };
};

const of = (sale: SaleHeadRow) => (part: { sale_id: string }) => part.sale_id === sale.id;

/** Newest first, within the caller's store. Whose sales they are is told for a scan of this very till
 *  that has not run out. @throws Problem scan-expired */
export const findSales = async (
  desk: Desk,
  query: QueryOf<typeof findDoor>,
): Promise<AnswerOf<typeof findDoor>> => {
  const { storeId } = desk.actor;
  if (!storeId) return { sales: [], nextBefore: null };
  const limit = query.limit ?? 20;
  const scanId = query.scanId ?? null;
  const before = query.before ?? Number.MAX_SAFE_INTEGER;
  const wanted: SalesWanted = [storeId, query.orderNo?.trim() || null, scanId, before];
  // A copy may not have the scan yet.
  const look = <Row>(statement: ReadStatement<SalesWanted, Row>): Promise<Row[]> =>
    scanId ? desk.db.read(statement, wanted) : desk.db.readSeen(statement, wanted, desk.seen);
  const [scans, rows, lines, returns] = await Promise.all([
    scanId ? desk.db.read(scanById, [scanId]) : [],
    look(salesBefore),
    look(linesBefore),
    look(returnsBefore),
  ]);
  if (scanId) ownScan(desk, scans[0]);
  const page = rows.slice(0, limit);
  return {
    sales: page.map((sale) =>
      viewOf(desk, sale, [lines.filter(of(sale)), returns.filter(of(sale))])
    ),
    nextBefore: rows.length > limit ? page.at(-1)!.occurred_at : null,
  };
};

/** @throws Problem not-found, also for a sale out of scope */
export const showSale = async (desk: Desk, saleId: string): Promise<View> => {
  const [[sale], ...parts] = await Promise.all([
    desk.db.readSeen(saleById, [saleId], desk.seen),
    desk.db.readSeen(linesOfSale, [saleId], desk.seen),
    desk.db.readSeen(returnsOfSale, [saleId], desk.seen),
  ]);
  if (!sale || !isOwn(desk, sale)) throw new Problem("not-found");
  return viewOf(desk, sale, parts);
};
