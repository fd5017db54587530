/** The API as a table of answers, for looking at screens without a server. Typed by the same
 *  endpoints, and every answer goes through the endpoint's own schema. @module */
import * as z from "zod/mini";
import type { Transport, TransportAnswer } from "../../shared/call.ts";
import type { AnswerOf, BodyOf, Endpoint, Params, PathOf, QueryOf } from "../../shared/endpoint.ts";
import { Problem, problemBody } from "../../shared/problems.ts";

type Asked<E> = { params: Params<PathOf<E>>; body: BodyOf<E>; query: QueryOf<E> };

export interface Door {
  endpoint: Endpoint<string>;
  answer: (asked: { params: unknown; body: unknown; query: unknown }) => unknown;
}

/** A door and what it answers; it may throw a Problem. */
export const door = <E extends Endpoint<string>>(
  endpoint: E,
  answer: (asked: Asked<E>) => AnswerOf<E>,
): Door => ({ endpoint, answer: answer as Door["answer"] });

/** well: answers; slow: never; down: no network; broken: fails on its side. */
export type Mood = "well" | "slow" | "down" | "broken";

/** A transport over doors; the first door that fits is asked. */
export const benchTransport = (doors: readonly Door[], mood: () => Mood): Transport => ({
  client: "console",
  seen: { level: 0 },
  fetch: async (path, init) => {
    if (mood() === "slow") return await new Promise<TransportAnswer>(() => {});
    if (mood() === "down") throw new TypeError("Failed to fetch");
    if (mood() === "broken") return refusal(new Problem("internal"));
    const [pathname = "", search = ""] = path.split("?");
    for (const each of doors) {
      const params = each.endpoint.method === init.method && match(each.endpoint.path, pathname);
      if (!params) continue;
      const asked = {
        params,
        body: init.body ? JSON.parse(init.body) : undefined,
        query: Object.fromEntries(new URLSearchParams(search)),
      };
      try {
        const told = z.parse(each.endpoint.answer, each.answer(asked));
        return answerWith(each.endpoint.status ?? 200, told);
      } catch (error) {
        if (error instanceof Problem) return refusal(error);
        console.error(each.endpoint.id, error);
        throw error;
      }
    }
    return refusal(new Problem("not-found"));
  },
});

const match = (pattern: string, path: string): Record<string, string> | null => {
  const want = pattern.split("/");
  const have = path.split("/");
  if (want.length !== have.length) return null;
  const params: Record<string, string> = {};
  for (const [index, part] of want.entries()) {
    const value = decodeURIComponent(have[index] ?? "");
    if (part.startsWith(":")) params[part.slice(1)] = value;
    else if (part !== value) return null;
  }
  return params;
};

const answerWith = (status: number, body: unknown): TransportAnswer => ({
  status,
  headers: { get: () => null },
  text: () => Promise.resolve(JSON.stringify(body)),
});

const refusal = (problem: Problem): TransportAnswer =>
  answerWith(problem.status, problemBody(problem, "zh-CN", "req_7k2m9x"));
