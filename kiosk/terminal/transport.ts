/** The way from a terminal to the server. @module */
import type { Transport, TransportAnswer } from "../../shared/call.ts";
import { serverNow, setServerTime } from "./clock.ts";
import type { Credential, TerminalKind } from "./credential.ts";
import { prove } from "./prove.ts";

/** Without an answer after this long the outcome counts as unknown. */
const TIMEOUT_MS = 12_000;
/** A clock further off than this is set right and the request signed again. */
const CLOCK_OFF_MS = 20_000;

type Init = Parameters<Transport["fetch"]>[1];

/** Requests of a device that has no credential yet: pairing. */
export const openTransport = (kind: TerminalKind): Transport => ({
  client: kind,
  fetch: (path, init) => send(path, init),
});

/** Requests that carry the terminal's proof. */
export const signedTransport = (credential: Credential): Transport => ({
  client: credential.kind,
  seen: { level: 0 },
  fetch: async (path, init) => {
    const askedAt = Date.now();
    const answer = await sendSigned(credential, path, init);
    const wasOff = learnTime(answer, askedAt);
    // A till whose clock is wrong learns the time from the refusal and may knock once more.
    return answer.status === 401 && wasOff ? sendSigned(credential, path, init) : answer;
  },
});

async function sendSigned(credential: Credential, path: string, init: Init) {
  const request = { method: init.method, pathWithQuery: path, body: init.body ?? "" };
  const proof = await prove(credential, request, serverNow());
  return send(path, { ...init, headers: { ...init.headers, ...proof } });
}

/** Takes the server's time from an answer; true if the clock was so far off that proofs fail. */
function learnTime(answer: TransportAnswer, askedAt: number): boolean {
  const at = Number(answer.headers.get("jifu-time"));
  if (!(at > 0)) return false;
  const off = Math.abs(at - serverNow()) > CLOCK_OFF_MS;
  setServerTime(at, askedAt);
  return off;
}

async function send(path: string, init: Init): Promise<TransportAnswer> {
  const timeout = AbortSignal.timeout(TIMEOUT_MS);
  const signal = init.signal ? AbortSignal.any([init.signal as AbortSignal, timeout]) : timeout;
  return await fetch(path, {
    method: init.method,
    headers: init.headers,
    ...(init.body === undefined ? {} : { body: init.body }),
    signal,
    cache: "no-store",
    credentials: "same-origin",
    redirect: "error",
  });
}
