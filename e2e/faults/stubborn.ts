/** A client as it should be: it repeats with the same key until it has an answer that settles the
 *  matter. @module */
import { call, type CallInput, type Transport, Unreachable } from "../../shared/call.ts";
import type { AnswerOf, Endpoint } from "../../shared/endpoint.ts";
import { Problem, standingOf } from "../../shared/problems.ts";
import type { Credentials } from "./money-chain.ts";
import { soak } from "./tried.ts";

/** A till gives up one try after that and sends again. In a long run under which the machine has
 *  other work it waits longer, as real ones do. */
const tryMs = soak ? 10_000 : 2_000;
/** No command takes longer in the end. */
const insistMs = soak ? 3_600_000 : 60_000;

/** What the tries of all stubborn clients came to. */
export type Tries = {
  tries: number;
  /** Commands that were settled. */
  settled: number;
  /** No answer at all. */
  unanswered: number;
  /** Refusals that only said "not now", by code. */
  notNow: Record<string, number>;
  /** 503 and 429 without Retry-After; must stay 0. */
  withoutRetryAfter: number;
  /** 500 and other answers of the server that are none of ours; must stay empty. */
  broken: string[];
  /** Longest wait for one answer, ms. */
  longestMs: number;
};

export const noTries = (): Tries => ({
  tries: 0,
  settled: 0,
  unanswered: 0,
  notNow: {},
  withoutRetryAfter: 0,
  broken: [],
  longestMs: 0,
});

const sleep = (ms: number) => new Promise((done) => setTimeout(done, ms));

export const transportTo = (
  url: () => string,
  { client, headers }: Credentials,
  noted: Tries,
  patienceMs = tryMs,
): Transport => ({
  client,
  seen: { level: 0 },
  fetch: async (path, init) => {
    noted.tries++;
    const from = performance.now();
    const answer = await fetch(url() + path, {
      method: init.method,
      headers: { ...init.headers, ...headers },
      ...(init.body === undefined ? {} : { body: init.body }),
      signal: AbortSignal.timeout(patienceMs),
    });
    const text = await answer.text();
    noted.longestMs = Math.max(noted.longestMs, performance.now() - from);
    const wait = answer.status === 503 || answer.status === 429;
    if (wait && !answer.headers.get("retry-after")) noted.withoutRetryAfter++;
    if (answer.status >= 500 && !wait) noted.broken.push(`${answer.status} ${path} ${text}`);
    return { status: answer.status, headers: answer.headers, text: () => Promise.resolve(text) };
  },
});

/** Calls until the matter is settled. @throws Problem a refusal that stands */
export const insist = async <E extends Endpoint<string>>(
  transport: Transport,
  endpoint: E,
  input: CallInput<E>,
  noted: Tries,
  patienceMs = insistMs,
): Promise<AnswerOf<E>> => {
  const until = performance.now() + patienceMs;
  for (;;) {
    try {
      const answer = await call(transport, endpoint, input);
      noted.settled++;
      return answer;
    } catch (error) {
      const passing = error instanceof Problem && standingOf(error.code) === "passing";
      if (!passing && !(error instanceof Unreachable)) throw error;
      if (performance.now() > until) throw error;
      if (!passing) noted.unanswered++;
      else noted.notNow[error.code] = (noted.notNow[error.code] ?? 0) + 1;
      await sleep(passing ? 100 : 20);
    }
  }
};
