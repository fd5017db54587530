import type * as doors from "../../shared/console/endpoints.ts";
import type { AnswerOf, BodyOf } from "../../shared/endpoint.ts";
import { Problem } from "../../shared/problems.ts";
import { limits } from "../access/limit-table.ts";
import { mustReach } from "../access/within.ts";
import { serverKeyId } from "../access/server-key.ts";
import { auditRow } from "../audit/queries.ts";
import { Collision } from "../db/collision.ts";
import type { Desk } from "../desk.ts";
import { takeTry } from "../http/limits.ts";
import { storeById } from "../stores/queries.ts";
import { approve, insertTerminal, pairingByCode, pairingById } from "./queries.ts";

/** A code as people type it: with or without the dash, in small letters. */
const plainCode = (typed: string): string => typed.replace(/[\s-]/g, "").toUpperCase();

/** What device shows this code. @throws Problem pairing-over, too-many */
export const findPairing = async (
  desk: Desk,
  typed: string,
): Promise<AnswerOf<typeof doors.findPairing>> => {
  await takeTry(desk, `pairing-look-up/${desk.actor.id}`, limits.pairingLookUp);
  const [row] = await desk.db.read(pairingByCode, [plainCode(typed)]);
  if (!row || desk.now >= row.expires_at) throw new Problem("pairing-over");
  return { pairingId: row.id, kind: row.kind, label: row.label, expiresAt: row.expires_at };
};

/** Lets a device in at a store. Asked again by the same person for the same store after a lost answer,
 *  it answers the same terminal. @throws Problem pairing-over, not-found */
export const approvePairing = async (
  desk: Desk,
  pairingId: string,
  input: BodyOf<typeof doors.approvePairing>,
): Promise<AnswerOf<typeof doors.approvePairing>> => {
  await takeTry(desk, `pairing-look-up/${desk.actor.id}`, limits.pairingLookUp);
  const [[row], [store]] = await Promise.all([
    desk.db.read(pairingById, [pairingId]),
    desk.db.read(storeById, [input.storeId]),
  ]);
  if (!store) throw new Problem("not-found");
  mustReach(desk, store.brand_id, store.id);
  if (!row || row.code !== plainCode(input.code)) throw new Problem("pairing-over");
  if (row.terminal_id && row.store_id === store.id && row.approved_by === desk.actor.id) {
    return { terminalId: row.terminal_id };
  }
  if (row.terminal_id || desk.now >= row.expires_at) throw new Problem("pairing-over");
  const terminalId = desk.id("terminal");
  const place = { brandId: store.brand_id, storeId: store.id };
  try {
    await desk.db.write([
      insertTerminal.row({
        id: terminalId,
        store_id: store.id,
        brand_id: store.brand_id,
        kind: row.kind,
        label: input.label,
        public_key: row.public_key,
        salt: Buffer.from(desk.chance(16)).toString("base64url"),
        key_id: serverKeyId,
        approved_by: desk.actor.id,
        approved_at: desk.now,
      }),
      approve.row({ id: pairingId, terminal_id: terminalId }),
      auditRow(desk, {
        action: "terminal.approved",
        subject: terminalId,
        after: { kind: row.kind, label: input.label, device: row.label },
        ...place,
      }),
    ], [pairingId]);
  } catch (error) {
    if (error instanceof Collision) throw new Problem("pairing-over");
    throw error;
  }
  return { terminalId };
};
