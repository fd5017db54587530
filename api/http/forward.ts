/** Many processes, one writer: a process with WRITER_URL answers safe methods itself and hands every
 *  other request over whole, with its body, cookies, proof and idempotency key, to the process
 *  beside the primary. One hop per command, and one batch in flight in total (a libSQL server stops
 *  for good under several writers). @module */
import type { Context, Hono } from "hono";
import { Problem } from "../../shared/problems.ts";
import type { Settings } from "../settings.ts";
import { addressOf, hostOf } from "./address.ts";
import { bodyLimit, readBody } from "./body.ts";
import { awaitBody } from "./overload.ts";
import type { Env } from "./door.ts";

/** Longer than any command may take; an answer after that is as unknown as none. */
const timeoutMs = 15_000;
const forwardedHeader = "jifu-forwarded";

/** Belong to one connection, or are computed anew (RFC 9110 7.6.1). */
const hopHeaders = [
  "connection",
  "keep-alive",
  "proxy-authenticate",
  "proxy-authorization",
  "proxy-connection",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
  "host",
  "content-length",
  "accept-encoding",
  "expect",
];

const away = (): Problem => new Problem("writer-away", { retryAfterSeconds: 2 });

const logged = (what: string, error?: unknown): void =>
  console.error(
    JSON.stringify({
      level: "error",
      what,
      error: error === undefined ? undefined : String((error as Error).cause ?? error),
    }),
  );

const headersFor = (c: Context<Env>, settings: Settings): Headers => {
  const headers = new Headers(c.req.raw.headers);
  for (const name of hopHeaders) headers.delete(name);
  const address = addressOf(c.env, c.req.header("x-forwarded-for"), settings.trustProxy);
  headers.set("x-forwarded-for", address);
  // The writer compares the browser's origin with the host that the browser asked.
  const host = hostOf((name) => c.req.header(name), settings.trustProxy);
  if (host) headers.set("x-forwarded-host", host);
  headers.set(forwardedHeader, "1");
  return headers;
};

const answerFrom = async (answer: Response): Promise<Response> => {
  const headers = new Headers(answer.headers);
  for (const name of [...hopHeaders, "content-encoding"]) headers.delete(name);
  // Whole before it goes on: a writer that dies in the middle of an answer gave none.
  const body = await answer.arrayBuffer();
  return new Response(body.byteLength ? body : null, { status: answer.status, headers });
};

const handOver = async (c: Context<Env>, writerUrl: string, settings: Settings) => {
  const url = new URL(c.req.url);
  const limit = bodyLimit(c.req.method, url.pathname);
  const body = await awaitBody(c.req.raw, () => readBody(c.req.raw, limit));
  try {
    const answer = await fetch(new URL(url.pathname + url.search, writerUrl), {
      method: c.req.method,
      headers: headersFor(c, settings),
      ...(body ? { body } : {}),
      redirect: "manual",
      signal: AbortSignal.timeout(timeoutMs),
    });
    return await answerFrom(answer);
  } catch (error) {
    logged("writer-away", error);
    throw away();
  }
};

/** Mounts the hand-over; call it before any step that reads the body. Does nothing where this
 *  process is the writer. Refuses with `writer-away` where the writer gives no answer: the outcome
 *  is then unknown, and the same key asks for it again. */
export const forwardUnsafe = (app: Hono<Env>, settings: Settings): void => {
  const { writerUrl } = settings;
  if (!writerUrl) return;
  app.use("/api/*", async (c, next) => {
    if (c.req.method === "GET" || c.req.method === "HEAD") return await next();
    if (c.req.header(forwardedHeader)) {
      logged("WRITER_URL leads to a process that forwards too");
      throw away();
    }
    return await handOver(c, writerUrl, settings);
  });
};
