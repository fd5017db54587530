/** A gift of points that is not taken goes back: declined, cancelled, or waited for in vain. @module */
import type { AnswerOf } from "../../shared/endpoint.ts";
import { restore } from "../../shared/points/draw-back.ts";
import type { Reason } from "../../shared/points/reason.ts";
import { Problem } from "../../shared/problems.ts";
import type * as doors from "../../shared/transfers/endpoints.ts";
import { settle } from "../db/settle.ts";
import { type Desk, openDesk, programme } from "../desk.ts";
import { findHoldings } from "../points/holdings.ts";
import { startPosting } from "../points/posting.ts";
import { tiersOfBrand } from "../points/show-points.ts";
import { summaryAfter } from "../points/summary-after.ts";
import { ownMember } from "./own-account.ts";
import { overdueTransfers, passedLots, transferById, type TransferRow } from "./queries.ts";
import { endRow, mustWait } from "./waiting-transfer.ts";

/** The receiver does not want it. @throws Problem not-found, transfer-over */
export const declineTransfer = async (
  desk: Desk,
  key: string,
  transferId: string,
): Promise<{ done: true }> => {
  let from = "";
  await settle(desk, key, { transferId }, async () => {
    const [[row], { member, index }, sender] = await Promise.all([
      desk.db.read(transferById, [transferId]),
      ownMember(desk),
      readSender(desk, transferId),
    ]);
    const mine = row && row.brand_id === member.brand_id && row.phone_index !== null &&
      row.phone_index === index;
    if (!mine) throw new Problem("not-found");
    mustWait(desk, row);
    from = row.from_member;
    const { writes, touches } = giveBack(desk, row, sender, "declined");
    return { answer: { done: true }, writes, touches };
  });
  if (from) desk.nudge(from);
  return { done: true };
};

/** The sender takes back what nobody has taken. @throws Problem not-found, transfer-over */
export const cancelTransfer = async (
  desk: Desk,
  key: string,
  transferId: string,
): Promise<AnswerOf<typeof doors.cancelTransfer>> => {
  const answer = await settle(desk, key, { transferId }, async () => {
    const [[row], sender, tiers] = await Promise.all([
      desk.db.read(transferById, [transferId]),
      readSender(desk, transferId),
      tiersOfBrand(desk, transferId),
    ]);
    if (!row || row.from_member !== desk.actor.memberId) throw new Problem("not-found");
    mustWait(desk, row);
    const { writes, touches, posting, holdings } = giveBack(desk, row, sender, "cancelled");
    return {
      answer: { points: summaryAfter(desk, holdings, posting, tiers) },
      writes,
      touches,
    };
  });
  desk.nudge(desk.actor.memberId!);
  return answer;
};

/** The sweep for gifts nobody took. Running it twice adds nothing. @returns how many went back
 *  @throws nothing of its own; one that stays too busy is left for the next run */
export const lapseTransfers = async (desk: Desk): Promise<number> => {
  let ended = 0;
  for (;;) {
    const due = await desk.db.read(overdueTransfers, [desk.now]);
    const results = await Promise.all(
      due.map((row) => lapseTransfer(desk, row.transfer_id).catch(() => 0)),
    );
    const done = results.reduce((sum, n) => sum + n, 0);
    ended += done;
    if (done === 0) return ended;
  }
};

const lapseTransfer = async (desk: Desk, transferId: string): Promise<number> => {
  const own = openDesk(desk, programme, { now: desk.now });
  const { from } = await settle<{ from: string | null }>(
    own,
    `lapse-transfer:${transferId}`,
    { transferId },
    async () => {
      const [[row], sender] = await Promise.all([
        own.db.read(transferById, [transferId]),
        readSender(own, transferId),
      ]);
      if (!row || row.ended_as !== null || row.expires_at > own.now) {
        return { answer: { from: null }, writes: [], touches: [] };
      }
      const { writes, touches } = giveBack(own, row, sender, "lapsed");
      return { answer: { from: row.from_member }, writes, touches };
    },
  );
  if (from === null) return 0;
  desk.nudge(from);
  return 1;
};

type Sender = Awaited<ReturnType<typeof readSender>>;

/** The account that a transfer came from, and the lots it carries; null for an unknown transfer. */
const readSender = async (desk: Desk, transferId: string) => {
  const [holdings, passed] = await Promise.all([
    findHoldings(desk, transferId),
    desk.db.read(passedLots, [transferId]),
  ]);
  return holdings && { holdings, passed };
};

/** The points return to their own lots with their dates; what lapsed on the way lapses again. */
const giveBack = (
  desk: Desk,
  row: TransferRow,
  sender: Sender,
  state: "declined" | "cancelled" | "lapsed",
) => {
  if (!sender) throw new Problem("not-found");
  const { holdings, passed } = sender;
  const back = restore(
    passed.map((lot) => ({ id: lot.lot_id, lapsesAt: lot.lapses_at })),
    passed.map((lot) => ({ lotId: lot.lot_id, amount: lot.amount })),
    desk.now,
  );
  const posting = startPosting(desk, holdings, {
    kind: "transfer-back",
    cause: { kind: "transfer-end", id: row.id },
    storeId: null,
    occurredAt: desk.now,
    explanation: {
      title: row.phone_tail === null ? row.note : `*${row.phone_tail}`,
      reasons: back.map((b): Reason => ({
        code: "restored",
        lotId: b.lotId,
        points: b.amount,
        lapsesAt: b.lapsesAt,
        lapsed: b.lapsed,
      })),
    },
    reverses: row.journal_id,
  });
  const opens = new Map(passed.map((lot) => [lot.lot_id, lot.available_at]));
  posting.restore(
    back.map((b) => ({
      lotId: b.lotId,
      amount: b.amount,
      availableAt: opens.get(b.lotId)!,
      lapsesAt: b.lapsesAt,
    })),
    `transferred@${holdings.brandId}`,
  );
  const gone = back.filter((b) => b.lapsed);
  if (gone.length) posting.draw(gone, `lapsed@${holdings.brandId}`);
  posting.repayDebt();
  return {
    posting,
    holdings,
    touches: [...posting.touches, row.id],
    writes: [...posting.writes(), endRow(desk, row, state, posting, null)],
  };
};
