/** The server's half of the key agreement with phones and terminals. Its private key is derived from
 *  the root secret, so there is nothing to store and nothing to leak with the database. @module */
import { createECDH, type ECDH, hkdfSync } from "node:crypto";
import { Problem } from "../../shared/problems.ts";
import type { Keys } from "./keys.ts";

/** Names the private key that a card or terminal was enrolled with; a new root gets a new name. */
export const serverKeyId = "s1";

/** Order of the group P-256 (SEC 2, section 2.4.2): a private key is 1 to n - 1. */
const order = BigInt("0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551");

type ServerKey = { ecdh: ECDH; publicKey: string };
const made = new WeakMap<Keys, ServerKey>();

const serverKey = (keys: Keys): ServerKey => {
  const known = made.get(keys);
  if (known) return known;
  const ecdh = createECDH("prime256v1");
  for (let i = 0;; i++) {
    const scalar = Buffer.from(keys.derive(`server-key/${serverKeyId}/${i}`));
    const value = BigInt(`0x${scalar.toString("hex")}`);
    // Out of range about once in 2^32: then the next derivation serves.
    if (value < 1n || value >= order) continue;
    ecdh.setPrivateKey(scalar);
    break;
  }
  const key = { ecdh, publicKey: ecdh.getPublicKey().toString("base64url") };
  made.set(keys, key);
  return key;
};

/** The server's public key: uncompressed P-256 point, base64url. */
export const serverPublicKey = (keys: Keys): string => serverKey(keys).publicKey;

/** The 32-byte HMAC key shared with a peer; equal to what shared/cards/card-key.ts and
 *  shared/terminals/terminal-proof.ts derive on the other side.
 *  @param publicKey the peer's uncompressed point, base64url
 *  @param salt base64url
 *  @throws Problem input-invalid if the point is not on the curve */
export const agreedKey = (
  keys: Keys,
  publicKey: string,
  salt: string,
  info: Uint8Array,
): Uint8Array => {
  let secret: Uint8Array;
  try {
    secret = serverKey(keys).ecdh.computeSecret(Buffer.from(publicKey, "base64url"));
  } catch {
    throw new Problem("input-invalid", {
      errors: [{ pointer: "/publicKey", detail: "not a point of P-256" }],
    });
  }
  return new Uint8Array(hkdfSync("sha256", secret, Buffer.from(salt, "base64url"), info, 32));
};
