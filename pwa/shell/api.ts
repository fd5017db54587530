import { lang } from "../../shared/ui/index.ts";
import { call, type CallInput, type Transport, Unreachable } from "../../shared/call.ts";
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

/** Calls an endpoint as the phone. @throws Problem, Unreachable */
export async function ask<E extends Endpoint<string>>(
  endpoint: E,
  input: CallInput<E>,
): Promise<AnswerOf<E>> {
  try {
    return await call(transport, endpoint, input);
  } catch (error) {
    if (error instanceof Problem && error.code === "signed-out") onSignedOut();
    throw error;
  }
}

/** A failure as screens need it. */
export interface Trouble {
  /** No answer came: the network or the server is away. */
  offline: boolean;
  /** The catalogue's code, when the server refused. */
  code: string | null;
  fields: Record<string, unknown>;
  /** Request id that support can look up. */
  reference: string | null;
}

/** What went wrong, whatever was thrown. */
export function troubleOf(error: unknown): Trouble {
  if (error instanceof Problem) {
    const reference = typeof error.fields.instance === "string" ? error.fields.instance : null;
    return { offline: false, code: error.code, fields: error.fields, reference };
  }
  const offline = error instanceof Unreachable;
  if (!offline) console.error(error);
  return { offline, code: null, fields: {}, reference: null };
}
