/** Taking a claim back, whoever asks: the points return to their own lots with their dates, the
 *  gift to the shelf. A lot that lapsed meanwhile lapses again at once, and what is left pays off
 *  an open debt first. @module */
import { restore } from "../../shared/points/draw-back.ts";
import type { Reason } from "../../shared/points/reason.ts";
import { Problem } from "../../shared/problems.ts";
import type { Write } from "../db/statement.ts";
import type { Desk } from "../desk.ts";
import { findHoldings, type Holdings } from "../points/holdings.ts";
import { type Posting, startPosting } from "../points/posting.ts";
import { queueMessage } from "../push/queue-message.ts";
import {
  claimById,
  type ClaimViewRow,
  drawnForClaim,
  type DrawnRow,
  insertClaimEnd,
} from "./claim-queries.ts";
import { orderStep } from "./place-order.ts";
import { giveBackRows } from "./taking.ts";

const messageLifeMs = 7 * 86_400_000;

/** What a release is decided from. */
export type Claimed = { row: ClaimViewRow; holdings: Holdings; drawn: DrawnRow[] };

/** Reads a claim with the account and the lots it was paid from. @throws Problem not-found */
export const readClaimed = async (desk: Desk, claimId: string): Promise<Claimed> => {
  const [[row], holdings, drawn] = await Promise.all([
    desk.db.read(claimById, [claimId]),
    findHoldings(desk, claimId),
    desk.db.read(drawnForClaim, [claimId]),
  ]);
  if (!row || !holdings) throw new Problem("not-found");
  return { row, holdings, drawn };
};

/** Rows that end a claim and give back what it took. */
export const releaseClaim = (
  desk: Desk,
  { row, holdings, drawn }: Claimed,
  state: "cancelled" | "lapsed",
  { note = "", step = "cancelled", writtenOff = false }: {
    note?: string;
    /** How the order ends: before it left, or come back from its way. */
    step?: "cancelled" | "returned";
    /** The pieces are lost or damaged and do not go back to the shelf. */
    writtenOff?: boolean;
  } = {},
): { posting: Posting; writes: Write[]; touches: string[] } => {
  const posting = giveBack(desk, row, holdings, drawn);
  return {
    posting,
    touches: [...posting.touches, row.id],
    writes: [
      ...posting.writes(),
      insertClaimEnd.row({
        claim_id: row.id,
        state,
        at: desk.now,
        store_id: desk.actor.storeId ?? null,
        terminal_id: desk.actor.terminalId ?? null,
        staff_id: desk.actor.staffId ?? null,
        journal_id: posting.journalId,
      }),
      ...giveBackRows(row, desk.now, writtenOff),
      ...(row.order_state === null ? [] : [orderStep(desk, row.id, step, { note })]),
      queueMessage(desk, {
        channel: "push",
        kind: state === "lapsed" ? "claim-lapsed" : "claim-cancelled",
        memberId: row.member_id,
        topic: row.id,
        language: holdings.language,
        fields: { points: row.points, giftNameZh: row.gift_zh, giftNameEn: row.gift_en },
        expiresAt: desk.now + messageLifeMs,
      }),
    ],
  };
};

const giveBack = (
  desk: Desk,
  row: ClaimViewRow,
  holdings: Holdings,
  drawn: readonly DrawnRow[],
): Posting => {
  const dates = new Map(drawn.map((d) => [d.lot_id, d]));
  const back = restore(
    drawn.map((d) => ({ id: d.lot_id, lapsesAt: d.lapses_at })),
    drawn.map((d) => ({ lotId: d.lot_id, amount: d.drawn })),
    desk.now,
  );
  const alive = back.filter((b) => !b.lapsed).reduce((sum, b) => sum + b.amount, 0);
  const repaid = Math.min(alive + spendableBefore(holdings, desk.now), holdings.debt.balance);
  const reasons: Reason[] = [
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
    kind: "release",
    cause: { kind: "claim-end", id: row.id },
    storeId: row.store_id,
    occurredAt: desk.now,
    explanation: { title: row.gift_zh, titleEn: row.gift_en, giftId: row.gift_id, reasons },
    reverses: row.journal_id,
  });
  posting.restore(
    back.map((b) => ({
      lotId: b.lotId,
      amount: b.amount,
      availableAt: dates.get(b.lotId)!.available_at,
      lapsesAt: b.lapsesAt,
    })),
    `redeemed@${row.store_id}`,
  );
  const gone = back.filter((b) => b.lapsed);
  if (gone.length) posting.draw(gone, `lapsed@${holdings.brandId}`);
  posting.repayDebt();
  return posting;
};

/** repayDebt pays from whatever has not lapsed, pending points included. */
const spendableBefore = (holdings: Holdings, now: number): number =>
  holdings.lots.filter((l) => l.lapsesAt === null || now < l.lapsesAt)
    .reduce((sum, l) => sum + l.remaining, 0);
