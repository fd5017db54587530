/** The client's side of a replay: everything through the public API, as another till would. @module */
import { call, type CallInput, type Transport, Unreachable } from "../../shared/call.ts";
import type { AnswerOf, Endpoint } from "../../shared/endpoint.ts";
import { Problem, standingOf } from "../../shared/problems.ts";

export type Till = <E extends Endpoint<string>>(
  e: E,
  input: CallInput<E>,
) => Promise<AnswerOf<E>>;

/** Sends a request to the API: over the network, or straight into it. */
export type Send = (
  path: string,
  init: { method: string; headers: Record<string, string>; body?: string },
) => Promise<Response>;

export const sendTo = (origin: string): Send => (path, init) => fetch(origin + path, init);

/** How long a command that gets no answer, or "not now", is sent again. */
const patienceMs = 60_000;

/** A till that keeps cookies and repeats with the same key what got no answer. */
export const openTill = (send: Send, client: Transport["client"], bearer?: string): Till => {
  const cookies = new Map<string, string>();
  const transport: Transport = {
    client,
    fetch: async (path, init) => {
      const answer = await send(path, {
        method: init.method,
        headers: {
          ...init.headers,
          ...(bearer ? { authorization: `Bearer ${bearer}` } : {}),
          ...(cookies.size ? { cookie: [...cookies].map(([k, v]) => `${k}=${v}`).join("; ") } : {}),
        },
        ...(init.body === undefined ? {} : { body: init.body }),
      });
      for (const line of answer.headers.getSetCookie()) {
        const [name, value] = line.split(";")[0]!.split("=");
        cookies.set(name!, value!);
      }
      return answer;
    },
  };
  return async (e, input) => {
    const until = Date.now() + patienceMs;
    for (let attempt = 0;; attempt++) {
      try {
        return await call(transport, e, input);
      } catch (error) {
        const wait = waitMs(error, attempt);
        if (wait === null || Date.now() + wait > until) throw error;
        await new Promise((done) => setTimeout(done, wait));
      }
    }
  };
};

/** When to send again; null: never, it was answered. */
const waitMs = (error: unknown, attempt: number): number | null => {
  const own = Math.min(2000, 50 * 2 ** attempt);
  if (error instanceof Unreachable) return own;
  if (!(error instanceof Problem) || standingOf(error.code) !== "passing") return null;
  const { retryAfterSeconds } = error.fields;
  return typeof retryAfterSeconds === "number" ? Math.max(own, retryAfterSeconds * 1000) : own;
};

/** Runs `work` over all items, at most `width` at a time, in order of start. */
export const inParallel = async <T>(
  items: readonly T[],
  width: number,
  work: (item: T, index: number) => Promise<void>,
): Promise<void> => {
  let next = 0;
  await Promise.all(Array.from({ length: Math.min(width, items.length) }, async () => {
    while (next < items.length) {
      const index = next++;
      await work(items[index]!, index);
    }
  }));
};
