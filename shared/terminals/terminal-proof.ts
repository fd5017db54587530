/** The proof that a request comes from a paired terminal: an HMAC over the request, with a key that
 *  both sides agreed on by ECDH and that never leaves the terminal. A copied cookie is worth nothing
 *  without it. @module */
import { fromBase64url, toBase64url } from "../base64url.ts";
import { CARD_SALT_BYTES, type CardCrypto } from "../cards/card-key.ts";

/** Seconds that a proof may be early or late. */
export const PROOF_WINDOW_SECONDS = 120;
/** Headers of a signed request. */
export const TERMINAL_HEADER = "jifu-terminal";
export const PROOF_HEADER = "jifu-proof";
/** Who the screen says is working. The session may be somebody else's, left open for a queue: then
 *  nobody is signed in. */
export const WORKING_HEADER = "jifu-working";

const HMAC = { name: "HMAC", hash: "SHA-256", length: 256 } as const;

type Bytes = Uint8Array<ArrayBuffer>;

/** The part of Web Crypto's SubtleCrypto that a terminal needs. */
export interface TerminalCrypto<K> extends CardCrypto<K> {
  digest(algorithm: "SHA-256", data: Bytes): Promise<ArrayBuffer>;
}

/** The HKDF info of a terminal's key, in ASCII. */
export const terminalKeyInfo = (terminalId: string): Bytes => ascii(`terminal/v1|${terminalId}`);

/** What is signed: version, method, path with query, seconds since 1970, SHA-256 of the body (hex),
 *  one per line. */
export const proofMessage = (
  method: string,
  pathWithQuery: string,
  atSeconds: number,
  bodySha256Hex: string,
): string => `JT1\n${method.toUpperCase()}\n${pathWithQuery}\n${atSeconds}\n${bodySha256Hex}`;

/** The terminal's key, the same on both ends: HKDF-SHA256 over the ECDH P-256 secret, with the
 *  terminal's salt. It signs and can never be exported. */
export const deriveTerminalKey = async <K>(
  subtle: TerminalCrypto<K>,
  privateKey: K,
  peerPublicKey: K,
  salt: Bytes,
  terminalId: string,
): Promise<K> => {
  if (salt.length !== CARD_SALT_BYTES) throw new RangeError("a terminal's salt has 16 bytes");
  const secret = await subtle.deriveBits({ name: "ECDH", public: peerPublicKey }, privateKey, 256);
  const base = await subtle.importKey("raw", secret, "HKDF", false, ["deriveKey"]);
  const hkdf = { name: "HKDF", hash: "SHA-256", salt, info: terminalKeyInfo(terminalId) } as const;
  return subtle.deriveKey(hkdf, base, HMAC, false, ["sign"]);
};

/** The headers that prove one request. `body` is the text that is sent, "" for none.
 *  @param now milliseconds, best corrected by the server's clock */
export const proveRequest = async <K>(
  subtle: TerminalCrypto<K>,
  key: K,
  terminalId: string,
  request: { method: string; pathWithQuery: string; body: string },
  encode: (text: string) => Bytes,
  now: number,
): Promise<Record<string, string>> => {
  const at = Math.floor(now / 1000);
  const digest = await subtle.digest("SHA-256", encode(request.body));
  const message = proofMessage(request.method, request.pathWithQuery, at, hex(digest));
  const hmac = await subtle.sign("HMAC", key, encode(message));
  return {
    [TERMINAL_HEADER]: terminalId,
    [PROOF_HEADER]: `${at}.${toBase64url(new Uint8Array(hmac))}`,
  };
};

/** A proof header taken apart; null if it is none. */
export const parseProof = (header: string): { at: number; hmac: Bytes } | null => {
  const parts = /^(\d{10})\.([\w-]{43})$/.exec(header);
  return parts ? { at: Number(parts[1]), hmac: fromBase64url(parts[2]!) } : null;
};

const hex = (bytes: ArrayBuffer): string =>
  Array.from(new Uint8Array(bytes), (b) => b.toString(16).padStart(2, "0")).join("");

const ascii = (text: string): Bytes => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
