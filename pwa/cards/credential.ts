import {
  CARD_KEY_PAIR,
  CARD_KEY_USAGES,
  type CardCrypto,
  deriveCardKey,
} from "../../shared/cards/card-key.ts";
import { enrolEcard } from "../../shared/cards/endpoints.ts";
import { ask } from "../shell/api.ts";
import { learnTime } from "../shell/clock.ts";
import { keep, type Kept, recall } from "../shell/kept.ts";

/** This phone's card: a name for the key, and a key that signs and cannot be read. */
export type Credential = Kept["credential"];

/** Web Crypto as the shared code sees it. */
export const cardCrypto = crypto.subtle as unknown as CardCrypto<CryptoKey>;

/** The card kept on this phone for this sign-in, or null. Needs no network. */
export async function recallCredential(deviceId: string): Promise<Credential | null> {
  const kept = await recall("credential");
  return kept?.value.deviceId === deviceId ? kept.value : null;
}

const enrolling = new Map<string, Promise<Credential>>();

/** Gets this phone its card; whoever asks while that is under way waits for the same one, as each new
 *  card ends the one before. @throws Problem, Unreachable */
export function enrolCredential(deviceId: string): Promise<Credential> {
  const running = enrolling.get(deviceId);
  if (running) return running;
  const made = enrol(deviceId).finally(() => enrolling.delete(deviceId));
  enrolling.set(deviceId, made);
  return made;
}

/**
 * Both sides make a key pair and derive the same key, no secret travels
 * and the phone's halves cannot be exported.
 */
async function enrol(deviceId: string): Promise<Credential> {
  const pair = await crypto.subtle.generateKey(CARD_KEY_PAIR, false, CARD_KEY_USAGES);
  const point = new Uint8Array(await crypto.subtle.exportKey("raw", pair.publicKey));
  const askedAt = Date.now();
  const answer = await ask(enrolEcard, { body: { publicKey: toBase64Url(point) } });
  learnTime(answer.serverTime, askedAt, Date.now());
  const serverKey = await crypto.subtle.importKey(
    "raw",
    fromBase64Url(answer.serverPublicKey),
    CARD_KEY_PAIR,
    false,
    [],
  );
  const { handle } = answer;
  const salt = fromBase64Url(answer.salt);
  const key = await deriveCardKey(cardCrypto, pair.privateKey, serverKey, salt, handle);
  const credential = { handle, key, deviceId };
  await keep("credential", credential);
  return credential;
}

function toBase64Url(bytes: Uint8Array): string {
  const text = btoa(String.fromCharCode(...bytes));
  return text.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  const plain = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(plain, (letter) => letter.charCodeAt(0));
}
