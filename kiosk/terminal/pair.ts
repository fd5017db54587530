/** Pairing: the device makes a key pair, shows a code, a manager approves it, both ends derive the
 *  same key. The private half cannot be exported. @module */
import { toBase64url } from "../../shared/base64url.ts";
import { Problem } from "../../shared/problems.ts";
import { followPairing, startPairing } from "../../shared/terminals/endpoints.ts";
import { ask, connect } from "./ask.ts";
import type { PairingKept, TerminalKind } from "./credential.ts";
import { drop, keep, recall } from "./database.ts";
import { deriveKey } from "./prove.ts";
import { begin } from "./standing.ts";
import { openTransport } from "./transport.ts";

const PAIR = { name: "ECDH", namedCurve: "P-256" } as const;

/** A pairing under way from before a restart, unless its code is over. */
export async function pairingUnderWay(now: number): Promise<PairingKept | null> {
  const kept = await recall("pairing");
  if (kept && kept.expiresAt > now) {
    connect(openTransport(kept.kind));
    return kept;
  }
  await drop("pairing");
  return null;
}

/** Asks the server for a code.
 *  @throws Problem
 *  @throws Unreachable */
export async function askForCode(kind: TerminalKind, label: string): Promise<PairingKept> {
  connect(openTransport(kind));
  const pair = await crypto.subtle.generateKey(PAIR, false, ["deriveBits"]);
  const raw = new Uint8Array(await crypto.subtle.exportKey("raw", pair.publicKey));
  const asked = await ask(startPairing, {
    body: { kind, label, publicKey: toBase64url(raw) },
  });
  const { pairingId, code, secret, expiresAt } = asked;
  const { privateKey } = pair;
  const pairing = { kind, label, pairingId, code, secret, expiresAt, privateKey };
  await keep("pairing", pairing);
  return pairing;
}

/** Asks once whether the code was approved; if so the terminal starts to work.
 *  @throws Problem pairing-over
 *  @throws Unreachable */
export async function followCode(pairing: PairingKept): Promise<"waiting" | "approved"> {
  const { pairingId, secret, kind, label, privateKey } = pairing;
  const answer = await ask(followPairing, { params: { pairing: pairingId }, body: { secret } });
  if (answer.state === "waiting") return "waiting";
  const { terminalId, serverPublicKey, salt } = answer;
  const key = await deriveKey(privateKey, serverPublicKey, salt, terminalId);
  const credential = { terminalId, kind, label, key };
  await keep("credential", credential);
  await drop("pairing");
  await begin(credential);
  return "approved";
}

/** Is the code no longer any good? */
export const isOver = (error: unknown): boolean =>
  error instanceof Problem && error.code === "pairing-over";
