import type { startPairing as door } from "../../shared/terminals/endpoints.ts";
import type { AnswerOf, BodyOf } from "../../shared/endpoint.ts";
import { limits } from "../access/limit-table.ts";
import { agreedKey } from "../access/server-key.ts";
import { hashToken, newToken } from "../access/tokens.ts";
import { Collision } from "../db/collision.ts";
import type { Desk } from "../desk.ts";
import { takeTry } from "../http/limits.ts";
import { forgetPairings, insertPairing } from "./queries.ts";

/** Letters of a pairing code (RFC 8628, section 6.1): no vowels, so no words; nothing to confuse. */
export const codeLetters = "BCDFGHJKLMNPQRSTVWXZ";
const codeLength = 8;
const lifeMs = 10 * 60_000;

const newCode = (desk: Desk): string => {
  let code = "";
  while (code.length < codeLength) {
    // 240 is the largest multiple of 20 in a byte: what lies above would favour the first letters.
    for (const byte of desk.chance(codeLength)) {
      if (byte < 240 && code.length < codeLength) code += codeLetters[byte % 20];
    }
  }
  return code;
};

/** The code a new device shows until a manager approves it; ten minutes, once.
 *  @throws Problem too-many, input-invalid if the key is no point of P-256 */
export const startPairing = async (
  desk: Desk,
  input: BodyOf<typeof door>,
): Promise<AnswerOf<typeof door>> => {
  // A key that cannot be agreed on would only show after the approval.
  agreedKey(desk.keys, input.publicKey, "AAAAAAAAAAAAAAAAAAAAAA", new Uint8Array());
  await takeTry(desk, `pairing/${desk.address}`, limits.pairingPerAddress);
  const pairingId = desk.id("pairing");
  const secret = newToken(desk);
  const expiresAt = desk.now + lifeMs;
  for (let attempt = 0;; attempt++) {
    const code = newCode(desk);
    try {
      await desk.db.write([
        forgetPairings.row({ expired_before: desk.now }),
        insertPairing.row({
          id: pairingId,
          code,
          secret_hash: hashToken(secret),
          kind: input.kind,
          label: input.label,
          public_key: input.publicKey,
          expires_at: expiresAt,
          created_at: desk.now,
        }),
      ]);
      return { pairingId, code, secret, expiresAt };
    } catch (error) {
      // The code is shown by another device at this moment: one chance in 20^8 per open pairing.
      if (!(error instanceof Collision) || attempt >= 3) throw error;
    }
  }
};
