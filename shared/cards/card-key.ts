import { macDigits, messageBytes } from "./ecard.ts";

/** The pair that a phone (non-extractable) and the server make for the key agreement. */
export const CARD_KEY_PAIR = { name: "ECDH", namedCurve: "P-256" } as const;
/** Usages of the private halves; the public halves have none. */
export const CARD_KEY_USAGES: ["deriveBits"] = ["deriveBits"];
/** Bytes of salt that the server draws for each credential. */
export const CARD_SALT_BYTES = 16;

const HMAC = { name: "HMAC", hash: "SHA-256", length: 256 } as const;

type Bytes = Uint8Array<ArrayBuffer>;

/**
 * The part of Web Crypto's SubtleCrypto that the card needs; `K` is the caller's CryptoKey. Written
 * out because shared code is compiled without the DOM's types.
 */
export interface CardCrypto<K> {
  deriveBits(
    algorithm: { name: string; public: K },
    baseKey: K,
    length: number,
  ): Promise<ArrayBuffer>;
  importKey(
    format: "raw",
    keyData: ArrayBuffer,
    algorithm: "HKDF",
    extractable: boolean,
    usages: ["deriveKey"],
  ): Promise<K>;
  deriveKey(
    algorithm: { name: "HKDF"; hash: "SHA-256"; salt: Bytes; info: Bytes },
    baseKey: K,
    derivedKeyType: typeof HMAC,
    extractable: boolean,
    usages: ["sign"],
  ): Promise<K>;
  sign(algorithm: "HMAC", key: K, data: Bytes): Promise<ArrayBuffer>;
}

/**
 * The card's key, the same on both ends: HKDF-SHA256 (RFC 5869) over the ECDH P-256 secret, with
 * the credential's salt and info "ecard/v1|" + handle. It signs and can never be exported.
 */
export async function deriveCardKey<K>(
  subtle: CardCrypto<K>,
  privateKey: K,
  peerPublicKey: K,
  salt: Bytes,
  handle: string,
): Promise<K> {
  if (salt.length !== CARD_SALT_BYTES) throw new RangeError("a card's salt has 16 bytes");
  const agreement = { name: "ECDH", public: peerPublicKey };
  const secret = await subtle.deriveBits(agreement, privateKey, 256);
  const base = await subtle.importKey("raw", secret, "HKDF", false, ["deriveKey"]);
  const hkdf = { name: "HKDF", hash: "SHA-256", salt, info: keyInfo(handle) } as const;
  return subtle.deriveKey(hkdf, base, HMAC, false, ["sign"]);
}

/** The nine MAC digits of a code. */
export async function signStep<K>(
  subtle: Pick<CardCrypto<K>, "sign">,
  key: K,
  handle: string,
  step: number,
  refresh: number,
): Promise<string> {
  const hmac = await subtle.sign("HMAC", key, messageBytes(handle, step, refresh));
  return macDigits(new Uint8Array(hmac));
}

/** The HKDF info of a credential, in ASCII. */
export function keyInfo(handle: string): Bytes {
  if (!/^\d{10}$/.test(handle)) throw new RangeError("a handle has ten digits");
  return Uint8Array.from(`ecard/v1|${handle}`, (letter) => letter.charCodeAt(0));
}
