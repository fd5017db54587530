/** A house for tests, with its doors: a real database, a clock that the test turns, chance that can be
 *  repeated (test-bare-house.ts), and callers with their cookies and headers. @module */
import type { Hono } from "hono";
import type { AnswerOf, Endpoint } from "../shared/endpoint.ts";
import { call, type CallInput, type Transport } from "../shared/call.ts";
import { createApp } from "./app.ts";
import type { Db } from "./db/open.ts";
import type { Env } from "./http/door.ts";
import { type BareHouse, monday, newKey, openBareHouse } from "./test-bare-house.ts";

export { monday, newKey };

export type TestHouse = BareHouse & {
  app: Hono<Env>;
  /** Calls an endpoint as somebody; see Caller. Throws Problem on a refusal. */
  ask: <E extends Endpoint<string>>(e: E, input: CallInput<E>, as?: Caller) => Promise<AnswerOf<E>>;
  /** A raw request, for what `call` would never send. */
  raw: (path: string, init?: RequestInit) => Promise<Response>;
};

/** Who calls: which client, with which cookies or headers. Cookies set by answers are kept here. */
export type Caller = {
  client: Transport["client"];
  cookies?: Map<string, string>;
  headers?: Record<string, string>;
  /** Signs or changes the headers of one request (terminal proof). */
  sign?: (method: string, path: string, body: string) => Promise<Record<string, string>>;
};

export const openTestHouse = async (
  environment: Record<string, string> = {},
): Promise<TestHouse> => {
  const bare = await openBareHouse(environment);
  const app = createApp(bare.house);
  const { db } = bare.house;
  return {
    ...bare,
    app,
    raw: async (at, init = {}) => await app.request(at, init),
    ask: (e, input, as = { client: "pwa" }) => call(transportOf(app, db, as), e, input),
  };
};

const transportOf = (app: Hono<Env>, db: Db, as: Caller): Transport => ({
  client: as.client,
  // Every caller of a test has seen what the test has written, whoever wrote it.
  seen: { level: db.level() },
  fetch: async (path, init) => {
    const headers = new Headers({ ...init.headers, ...as.headers });
    if (as.cookies?.size) {
      headers.set("cookie", [...as.cookies].map(([k, v]) => `${k}=${v}`).join("; "));
    }
    const signed = await as.sign?.(init.method, path, init.body ?? "");
    for (const [k, v] of Object.entries(signed ?? {})) headers.set(k, v);
    const answer = await app.request(path, {
      method: init.method,
      headers,
      ...(init.body === undefined ? {} : { body: init.body }),
    });
    for (const line of answer.headers.getSetCookie()) {
      const [pair] = line.split(";");
      const at = pair!.indexOf("=");
      as.cookies ??= new Map();
      const value = pair!.slice(at + 1);
      if (value) as.cookies.set(pair!.slice(0, at), value);
      else as.cookies.delete(pair!.slice(0, at));
    }
    return answer;
  },
});
