/** The way from a terminal to the server. @module */
import type { Transport, TransportAnswer } from "../../shared/call.ts";
import { serverNow } from "./clock.ts";
import type { Credential, TerminalKind } from "./credential.ts";
import { prove } from "./prove.ts";

/** Without an answer after this long the outcome counts as unknown. */
const TIMEOUT_MS = 12_000;

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
    const proof = await prove(credential, init.method, path, init.body ?? "", serverNow());
    return send(path, { ...init, headers: { ...init.headers, ...proof } });
  },
});

async function send(
  path: string,
  init: { method: string; headers: Record<string, string>; body?: string; signal?: object },
): Promise<TransportAnswer> {
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
