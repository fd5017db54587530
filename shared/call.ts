/** The client's half of an Endpoint. `fetch` is handed in, so the same code runs in a page, a
 *  service worker, a terminal with signed requests and a test. @module */
import type { AnswerOf, BodyOf, Endpoint, Params, PathOf, QueryOf } from "./endpoint.ts";
import { isProblemCode, Problem, type ProblemFields } from "./problems.ts";

type AnyEndpoint = Endpoint<string>;
type Empty = Record<never, never>;

export type CallInput<E> =
  & (keyof Params<PathOf<E>> extends never ? Empty : { params: Params<PathOf<E>> })
  & (BodyOf<E> extends undefined ? Empty : { body: BodyOf<E> })
  & (QueryOf<E> extends undefined ? Empty : { query?: QueryOf<E> })
  & { key?: string; signal?: object };

export type Transport = {
  fetch: (path: string, init: {
    method: string;
    headers: Record<string, string>;
    body?: string;
    signal?: object;
  }) => Promise<TransportAnswer>;
  /** Which client speaks: sent as Jifu-Client, which a foreign page cannot add. */
  client: "pwa" | "kiosk" | "counter" | "console" | "pos";
  /** Highest level of the ledger this client has seen; keeps reads behind no write of its own. */
  seen?: { level: number };
};

export type TransportAnswer = {
  status: number;
  headers: { get(name: string): string | null };
  text(): Promise<string>;
};

/** The request never reached an answer: the outcome is unknown, repeat with the same key. */
export class Unreachable extends Error {
  constructor(cause: unknown) {
    super("The server could not be reached", { cause });
  }
}

const fill = (path: string, params: Record<string, string>): string =>
  path.replace(/:([a-zA-Z]+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ""));

const search = (query: Record<string, unknown> | undefined): string => {
  const pairs = Object.entries(query ?? {}).filter(([, v]) => v !== undefined && v !== null);
  if (pairs.length === 0) return "";
  return "?" +
    pairs.map(([k, v]) => `${encodeURIComponent(k)}=${encodeURIComponent(String(v))}`).join("&");
};

/** Calls an endpoint and answers its body.
 *  @throws Problem what the API refused, with its public fields
 *  @throws Unreachable no answer came: for a command, send it again with the same `key` */
export const call = async <E extends AnyEndpoint>(
  transport: Transport,
  e: E,
  input: CallInput<E>,
): Promise<AnswerOf<E>> => {
  const { params = {}, body, query, key, signal } = input as {
    params?: Record<string, string>;
    body?: unknown;
    query?: Record<string, unknown>;
    key?: string;
    signal?: object;
  };
  const headers: Record<string, string> = { "jifu-client": transport.client };
  if (body !== undefined || e.method !== "GET") headers["content-type"] = "application/json";
  if (key) headers["idempotency-key"] = key;
  if (transport.seen) headers["jifu-level"] = String(transport.seen.level);
  let answer: TransportAnswer;
  let text: string;
  try {
    answer = await transport.fetch(fill(e.path, params) + search(query), {
      method: e.method,
      headers,
      ...(e.method === "GET" ? {} : { body: JSON.stringify(body ?? {}) }),
      ...(signal ? { signal } : {}),
    });
    text = await answer.text();
  } catch (cause) {
    throw new Unreachable(cause);
  }
  const level = Number(answer.headers.get("jifu-level") ?? 0);
  if (transport.seen && level > transport.seen.level) transport.seen.level = level;
  if (answer.status >= 200 && answer.status < 300) {
    return bodyOf(text) as AnswerOf<E>;
  }
  throw problemFrom(answer.status, text);
};

/** A page where an answer should be is no answer: a network's own sign-in page speaks with 200. */
const bodyOf = (text: string): unknown => {
  try {
    return text ? JSON.parse(text) : undefined;
  } catch (cause) {
    throw new Unreachable(cause);
  }
};

/** What an answer that is none says: a refusal of ours, or nothing we know. */
export const problemFrom = (status: number, text: string): Error => {
  try {
    const { type, ...fields } = JSON.parse(text) as { type?: string } & ProblemFields;
    const code = type?.split("/").pop() ?? "";
    if (isProblemCode(code)) return new Problem(code, fields);
  } catch {
    // Not JSON: a proxy or a dying server spoke; the outcome is as unknown as with no answer.
  }
  return new Unreachable(`status ${status}`);
};
