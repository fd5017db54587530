/** Checks a terminal's proof over one request. @module */
import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import {
  parseProof,
  PROOF_WINDOW_SECONDS,
  proofMessage,
  terminalKeyInfo,
} from "../../shared/terminals/terminal-proof.ts";
import { agreedKey } from "./server-key.ts";
import type { Keys } from "./keys.ts";
import type { TerminalRow } from "./queries.ts";

export type SignedRequest = {
  method: string;
  pathWithQuery: string;
  body: string;
  proof: string;
  now: number;
};

/** Keys of terminals seen lately: agreeing on one takes 0.8 ms. */
const agreed = new WeakMap<Keys, Map<string, Uint8Array>>();
const agreedMax = 2_000;

const keyOf = (keys: Keys, terminal: TerminalRow): Uint8Array => {
  const mine = agreed.get(keys) ?? new Map<string, Uint8Array>();
  agreed.set(keys, mine);
  const name = `${terminal.id} ${terminal.salt}`;
  const found = mine.get(name);
  if (found) return found;
  const key = agreedKey(keys, terminal.public_key, terminal.salt, terminalKeyInfo(terminal.id));
  if (mine.size >= agreedMax) mine.clear();
  mine.set(name, key);
  return key;
};

/** True if the proof was made for this request, by this terminal, within two minutes of now. */
export const proofHolds = (keys: Keys, terminal: TerminalRow, request: SignedRequest): boolean => {
  const proof = parseProof(request.proof);
  if (!proof || Math.abs(request.now / 1000 - proof.at) > PROOF_WINDOW_SECONDS) return false;
  const digest = createHash("sha256").update(request.body).digest("hex");
  const message = proofMessage(request.method, request.pathWithQuery, proof.at, digest);
  const expected = createHmac("sha256", keyOf(keys, terminal)).update(message).digest();
  return timingSafeEqual(expected, proof.hmac);
};
