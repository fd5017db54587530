import type { AnswerOf, BodyOf } from "../../shared/endpoint.ts";
import type { handOverClaim as door } from "../../shared/gifts/endpoints.ts";
import { Problem } from "../../shared/problems.ts";
import type { Write } from "../db/statement.ts";
import { settle } from "../db/settle.ts";
import type { Desk } from "../desk.ts";
import { queueMessage } from "../push/queue-message.ts";
import { claimById, type ClaimViewRow, insertClaimEnd, insertPayment } from "./claim-queries.ts";
import { openClaimHere } from "./open-claim.ts";
import { claimView } from "./views.ts";

const messageLifeMs = 86_400_000;

/** Writes a claim off: the gift has been handed over, once, and what it costs besides points has
 *  been paid. @throws Problem not-found, claim-sent, claim-elsewhere, claim-used, claim-over,
 *  money-due when what was taken is not what is due */
export const handOverClaim = async (
  desk: Desk,
  key: string,
  claimId: string,
  { paid }: BodyOf<typeof door> = {},
): Promise<AnswerOf<typeof door>> => {
  let memberId: string | null = null;
  const answer = await settle(desk, key, { claimId, paid }, async () => {
    const rows = await desk.db.read(claimById, [claimId]);
    const row = openClaimHere(desk, rows[0]);
    if (row.money_fen !== (paid?.moneyFen ?? 0)) {
      throw new Problem("money-due", { moneyFen: row.money_fen });
    }
    memberId = row.member_id;
    const ended = { ended_as: "handed-over" as const, ended_at: desk.now };
    return {
      answer: {
        claim: claimView({ ...row, ...ended, paid_fen: row.money_fen }, desk.now),
      },
      writes: [
        ...(paid && paid.moneyFen > 0 ? [paymentRow(desk, row, paid)] : []),
        insertClaimEnd.row({
          claim_id: row.id,
          state: "handed-over",
          at: desk.now,
          store_id: desk.actor.storeId ?? null,
          terminal_id: desk.actor.terminalId ?? null,
          staff_id: desk.actor.staffId ?? null,
          journal_id: null,
        }),
        queueMessage(desk, {
          channel: "push",
          kind: "claim-handed-over",
          memberId: row.member_id,
          topic: row.id,
          language: row.member_language === "en" ? "en" : "zh-CN",
          fields: {
            giftNameZh: row.gift_zh,
            giftNameEn: row.gift_en,
            storeNameZh: row.store_zh,
            storeNameEn: row.store_en,
          },
          expiresAt: desk.now + messageLifeMs,
        }),
      ],
      touches: [row.id],
    };
  });
  if (memberId) desk.nudge(memberId);
  return answer;
};

const paymentRow = (
  desk: Desk,
  row: ClaimViewRow,
  paid: { moneyFen: number; tender: string },
): Write =>
  insertPayment.row({
    claim_id: row.id,
    money_fen: paid.moneyFen,
    tender: paid.tender,
    brand_id: row.brand_id,
    store_id: row.store_id,
    terminal_id: desk.actor.terminalId ?? null,
    staff_id: desk.actor.staffId ?? null,
    at: desk.now,
  });
