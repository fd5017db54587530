/** The key an e-card signs with: agreed on at enrolment, kept sealed, compared in constant time.
 *  @module */
import { createHmac } from "node:crypto";
import { keyInfo } from "../../shared/cards/card-key.ts";
import { macDigits, messageBytes } from "../../shared/cards/ecard.ts";
import type { Keys } from "../access/keys.ts";
import { agreedKey } from "../access/server-key.ts";

const place = (cardId: string): string => `card/key/${cardId}`;

/** The key agreed on with a phone, sealed for one card.
 *  @throws Problem input-invalid if the phone's public key is no point of the curve */
export const sealCardKey = (
  keys: Keys,
  cardId: string,
  handle: string,
  publicKey: string,
  salt: string,
): string => {
  const key = agreedKey(keys, publicKey, salt, keyInfo(handle));
  return keys.seal(place(cardId), Buffer.from(key).toString("base64url"));
};

/** A card that nobody has: what an unknown handle is checked against, so that it takes as long. */
const decoys = new WeakMap<Keys, string>();
const decoyId = "decoy";
const decoy = (keys: Keys): string => {
  const found = decoys.get(keys);
  if (found) return found;
  const key = Buffer.from(keys.derive("card/decoy")).toString("base64url");
  const made = keys.seal(place(decoyId), key);
  decoys.set(keys, made);
  return made;
};

/** Computes the nine digits of a card's code for any step; of a decoy's for an unknown card. */
export const macOf = (
  keys: Keys,
  card: { id: string; key_cipher: string | null } | undefined,
  handle: string,
  refresh: number,
): (step: number) => Promise<string> => {
  const known = card?.key_cipher ? card : undefined;
  const sealed = known?.key_cipher ?? decoy(keys);
  const key = Buffer.from(keys.open(place(known?.id ?? decoyId), sealed), "base64url");
  return (step) => {
    const hmac = createHmac("sha256", key).update(messageBytes(handle, step, refresh)).digest();
    return Promise.resolve(macDigits(new Uint8Array(hmac)));
  };
};
