/** The terminal's key on this device: derived once, used for each request, never readable.
 *  @module */
import { fromBase64url } from "../../shared/base64url.ts";
import { deriveTerminalKey, proveRequest } from "../../shared/terminals/terminal-proof.ts";
import type { Credential } from "./credential.ts";

const encoder = new TextEncoder();
const encode = (text: string) => encoder.encode(text);

/** The headers that prove a request comes from this terminal, at an instant of the server's clock. */
export const prove = (
  credential: Credential,
  request: { method: string; pathWithQuery: string; body: string },
  now: number,
): Promise<Record<string, string>> =>
  proveRequest(crypto.subtle, credential.key, credential.terminalId, request, encode, now);

/** The key from what an approved pairing answers. */
export async function deriveKey(
  privateKey: CryptoKey,
  serverPublicKey: string,
  salt: string,
  terminalId: string,
): Promise<CryptoKey> {
  const curve = { name: "ECDH", namedCurve: "P-256" } as const;
  const raw = fromBase64url(serverPublicKey);
  const peer = await crypto.subtle.importKey("raw", raw, curve, false, []);
  return deriveTerminalKey(crypto.subtle, privateKey, peer, fromBase64url(salt), terminalId);
}
