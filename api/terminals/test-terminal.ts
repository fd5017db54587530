/** A device for tests: it makes its own key, shows a code, waits for the approval and signs what it
 *  sends, as the kiosk's page does. @module */
import { fromBase64url, toBase64url } from "../../shared/base64url.ts";
import { CARD_KEY_PAIR, CARD_KEY_USAGES } from "../../shared/cards/card-key.ts";
import { approvePairing } from "../../shared/console/endpoints.ts";
import { followPairing, startPairing } from "../../shared/terminals/endpoints.ts";
import { deriveTerminalKey, proveRequest } from "../../shared/terminals/terminal-proof.ts";
import type { Caller, TestHouse } from "../test-house.ts";

const encode = (text: string) => new TextEncoder().encode(text);

export type Device = {
  pair: CryptoKeyPair;
  pairing: { pairingId: string; code: string; secret: string; expiresAt: number };
};

/** A new device that shows its code. */
export const showCode = async (
  house: TestHouse,
  kind: "kiosk" | "counter",
): Promise<Device> => {
  const pair = await crypto.subtle.generateKey(CARD_KEY_PAIR, false, CARD_KEY_USAGES);
  const raw = await crypto.subtle.exportKey("raw", pair.publicKey);
  const publicKey = toBase64url(new Uint8Array(raw));
  const body = { kind, label: "收银台 iPad", publicKey };
  const pairing = await house.ask(startPairing, { body }, { client: kind });
  return { pair, pairing };
};

/** Asks whether the device was approved, derives the key and answers how it calls from now on. */
export const follow = async (
  house: TestHouse,
  kind: "kiosk" | "counter",
  { pair, pairing: { pairingId, secret } }: Device,
): Promise<Caller & { terminalId: string }> => {
  const answer = await house.ask(
    followPairing,
    { params: { pairing: pairingId }, body: { secret } },
    { client: kind },
  );
  if (answer.state !== "approved") throw new Error("The pairing still waits");
  const { terminalId } = answer;
  const server = await crypto.subtle.importKey(
    "raw",
    fromBase64url(answer.serverPublicKey),
    CARD_KEY_PAIR,
    true,
    [],
  );
  const salt = fromBase64url(answer.salt);
  const key = await deriveTerminalKey(crypto.subtle, pair.privateKey, server, salt, terminalId);
  return {
    terminalId,
    client: kind,
    cookies: new Map(),
    sign: (method, pathWithQuery, body) =>
      proveRequest(
        crypto.subtle,
        key,
        terminalId,
        { method, pathWithQuery, body },
        encode,
        house.clock.now,
      ),
  };
};

/** A terminal at a store, let in by somebody of the console. */
export const pairTerminal = async (
  house: TestHouse,
  kind: "kiosk" | "counter",
  storeId: string,
  manager: Caller,
): Promise<Caller & { terminalId: string }> => {
  const device = await showCode(house, kind);
  const { pairingId, code } = device.pairing;
  await house.ask(approvePairing, {
    params: { pairing: pairingId },
    body: { code, storeId, label: "1 号台" },
  }, manager);
  return follow(house, kind, device);
};
