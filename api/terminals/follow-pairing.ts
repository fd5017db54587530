import { timingSafeEqual } from "node:crypto";
import type { followPairing as door } from "../../shared/terminals/endpoints.ts";
import type { AnswerOf } from "../../shared/endpoint.ts";
import { Problem } from "../../shared/problems.ts";
import { serverPublicKey } from "../access/server-key.ts";
import { hashToken } from "../access/tokens.ts";
import type { Desk } from "../desk.ts";
import { pairingById } from "./queries.ts";

/** An approval at the last second must still reach the device, also when an answer got lost. */
const graceMs = 10 * 60_000;

const isSame = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));

/** Whether a manager has approved. Neither key leaves its side: the device derives the shared one
 *  from the answer. @throws Problem pairing-over, also for a wrong secret */
export const followPairing = async (
  desk: Desk,
  pairingId: string,
  secret: string,
): Promise<AnswerOf<typeof door>> => {
  const [row] = await desk.db.read(pairingById, [pairingId]);
  if (!row || !isSame(row.secret_hash, hashToken(secret))) throw new Problem("pairing-over");
  if (row.terminal_id === null) {
    if (desk.now >= row.expires_at) throw new Problem("pairing-over");
    return { state: "waiting" };
  }
  if (desk.now >= row.expires_at + graceMs || row.terminal_state !== "active") {
    throw new Problem("pairing-over");
  }
  return {
    state: "approved",
    terminalId: row.terminal_id,
    serverPublicKey: serverPublicKey(desk.keys),
    salt: row.salt!,
  };
};
