/** Points that had paid for what is returned go back to their own lots, with their dates. @module */
import { restore } from "../../shared/points/draw-back.ts";
import { pointsBack } from "../../shared/points/offset.ts";
import type { Reason } from "../../shared/points/reason.ts";
import { reading } from "../db/statement.ts";
import type { Desk } from "../desk.ts";
import type { Holdings } from "../points/holdings.ts";
import { type Posting, startPosting } from "../points/posting.ts";
import type { SaleHeadRow } from "./queries.ts";
import type { Part } from "./return-parts.ts";

export type OffsetDrawnRow = {
  lot_id: string;
  drawn: number;
  /** What earlier returns gave back. */
  back: number;
  lapses_at: number | null;
  available_at: number;
};

/** In the order in which they were drawn. */
export const drawnForOffset = reading<[saleId: string], OffsetDrawnRow>(
  "lots that paid for a sale",
  `select j.key as n, u.lot_id,
     -sum(case when x.id = s.offset_journal_id then u.amount else 0 end) as drawn,
     sum(case when x.id = s.offset_journal_id then 0 else u.amount end) as back,
     t.lapses_at, t.available_at
   from json_each(?1) j join sale s on s.id = j.value->>0
   join journal x on x.id = s.offset_journal_id or x.reverses = s.offset_journal_id
   join entry e on e.journal_id = x.id and e.unit = 'points' and e.contra like 'redeemed@%'
   join lot_use u on u.account_id = e.account_id and u.seq = e.seq join lot t on t.id = u.lot_id
   group by j.key, u.lot_id
   order by j.key, t.lapses_at is null, t.lapses_at, t.available_at, t.id`,
);

type Before = { offset_points: number; offset_fen: number };

export type OffsetBack = {
  points: number;
  fen: number;
  posting: Posting;
};

/** How many points go back with what is returned now: with all of it all of them, whatever the parts
 *  were. */
export const offsetBackOf = (
  sale: Pick<SaleHeadRow, "offset_points" | "offset_fen">,
  parts: readonly Part[],
  before: readonly Before[],
): { points: number; fen: number } => {
  const fen = parts.reduce((sum, part) => sum + part.offsetFen, 0);
  const fenBefore = before.reduce((sum, r) => sum + r.offset_fen, 0);
  const pointsBefore = before.reduce((sum, r) => sum + r.offset_points, 0);
  const points = pointsBack(sale.offset_points, sale.offset_fen, fenBefore + fen) - pointsBefore;
  return { points, fen };
};

/** The posting that gives them back; a lot that lapsed meanwhile lapses again at once, and what is
 *  alive pays off an open debt first. */
export const giveOffsetBack = (
  desk: Desk,
  returnId: string,
  at: number,
  sale: SaleHeadRow,
  holdings: Holdings,
  drawn: readonly OffsetDrawnRow[],
  { points, fen }: { points: number; fen: number },
): Posting => {
  const dates = new Map(drawn.map((d) => [d.lot_id, d]));
  const back = restore(
    drawn.map((d) => ({ id: d.lot_id, lapsesAt: d.lapses_at })),
    drawn.map((d) => ({ lotId: d.lot_id, amount: d.drawn })),
    desk.now,
    points,
    drawn.map((d) => ({ lotId: d.lot_id, amount: d.back })),
  );
  const alive = back.filter((b) => !b.lapsed).reduce((sum, b) => sum + b.amount, 0);
  const repaid = Math.min(alive, holdings.debt.balance);
  const reasons: Reason[] = [
    { code: "offset-returned", points, fen },
    ...back.map((b) => ({
      code: "restored" as const,
      lotId: b.lotId,
      points: b.amount,
      lapsesAt: b.lapsesAt,
      lapsed: b.lapsed,
    })),
    ...(repaid > 0 ? [{ code: "debt-repaid" as const, points: repaid }] : []),
  ];
  const posting = startPosting(desk, holdings, {
    kind: "offset-back",
    cause: { kind: "offset-back", id: returnId },
    storeId: sale.store_id,
    occurredAt: at,
    explanation: { orderNo: sale.order_no, reasons },
    reverses: sale.offset_journal_id,
  });
  posting.restore(
    back.map((b) => ({
      lotId: b.lotId,
      amount: b.amount,
      availableAt: dates.get(b.lotId)!.available_at,
      lapsesAt: b.lapsesAt,
    })),
    `redeemed@${sale.store_id}`,
  );
  const gone = back.filter((b) => b.lapsed);
  if (gone.length) posting.draw(gone, `lapsed@${holdings.brandId}`);
  posting.repayDebt();
  return posting;
};
