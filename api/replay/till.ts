/** The client's side of a replay: everything through the public API, as another till would. @module */
import { call, type CallInput, type Transport, Unreachable } from "../../shared/call.ts";
import type { AnswerOf, Endpoint } from "../../shared/endpoint.ts";
import { Problem } from "../../shared/problems.ts";

export type Till = <E extends Endpoint<string>>(
  e: E,
  input: CallInput<E>,
) => Promise<AnswerOf<E>>;

/** A till that keeps cookies and repeats with the same key what got no answer. */
export const openTill = (origin: string, client: Transport["client"], bearer?: string): Till => {
  const cookies = new Map<string, string>();
  const transport: Transport = {
    client,
    fetch: async (path, init) => {
      const answer = await fetch(origin + path, {
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
    for (let attempt = 0;; attempt++) {
      try {
        return await call(transport, e, input);
      } catch (error) {
        if (attempt >= 6 || !isPassing(error)) throw error;
        await new Promise((done) => setTimeout(done, 50 * 2 ** attempt));
      }
    }
  };
};

const isPassing = (error: unknown): boolean =>
  error instanceof Unreachable ||
  (error instanceof Problem && ["too-busy", "too-many", "still-running"].includes(error.code));

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
