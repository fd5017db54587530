import { lang } from "../../shared/ui/index.ts";
import { call, type CallInput, type Transport } from "../../shared/call.ts";
import type { AnswerOf, Endpoint } from "../../shared/endpoint.ts";
import { Problem } from "../../shared/problems.ts";
import { learnTime } from "./clock.ts";

const transport: Transport = {
  client: "pwa",
  seen: { level: 0 },
  fetch: async (path, init) => {
    const askedAt = Date.now();
    const answer = await fetch(path, {
      ...(init as RequestInit),
      headers: { ...init.headers, "accept-language": lang.value },
      credentials: "same-origin",
    });
    // The header has whole seconds; half a second is the fair guess.
    const said = Date.parse(answer.headers.get("date") ?? "");
    if (!Number.isNaN(said)) learnTime(said + 500, askedAt, Date.now());
    return answer;
  },
};

/** Called when the server no longer knows this phone. */
let onSignedOut: () => void = () => {};

/** Sets what happens when any call finds out that the member is signed out. */
export function whenSignedOut(act: () => void): void {
  onSignedOut = act;
}

/** Counts the sign-ins: what was asked before the last one says nothing of who is signed in now. */
let signIns = 0;

/** Somebody has just signed in. */
export function signedIn(): void {
  signIns++;
}

/** Calls an endpoint as the phone. @throws Problem, Unreachable */
export async function ask<E extends Endpoint<string>>(
  endpoint: E,
  input: CallInput<E>,
): Promise<AnswerOf<E>> {
  const mine = signIns;
  try {
    return await call(transport, endpoint, input);
  } catch (error) {
    const ended = error instanceof Problem && error.code === "signed-out";
    if (ended && mine === signIns) onSignedOut();
    throw error;
  }
}
