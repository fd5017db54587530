import type { AnswerOf } from "../../shared/endpoint.ts";
import type { handOverClaim as door } from "../../shared/gifts/endpoints.ts";
import { settle } from "../db/settle.ts";
import type { Desk } from "../desk.ts";
import { queueMessage } from "../push/queue-message.ts";
import { claimById, insertClaimEnd } from "./claim-queries.ts";
import { openClaimHere } from "./open-claim.ts";
import { claimView } from "./views.ts";

const messageLifeMs = 86_400_000;

/** Writes a claim off: the gift has been handed over, once.
 *  @throws Problem not-found, claim-elsewhere, claim-used, claim-over */
export const handOverClaim = async (
  desk: Desk,
  key: string,
  claimId: string,
): Promise<AnswerOf<typeof door>> => {
  let memberId: string | null = null;
  const answer = await settle(desk, key, { claimId }, async () => {
    const rows = await desk.db.read(claimById, [claimId]);
    const row = openClaimHere(desk, rows[0]);
    memberId = row.member_id;
    return {
      answer: {
        claim: claimView({ ...row, ended_as: "handed-over", ended_at: desk.now }, desk.now),
      },
      writes: [
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
