/** Before anything is read: more than this process gets done in time is refused at the door, in a
 *  fraction of what answering would cost (docs/decisions/034). Commands and reads have a gate each:
 *  a screen can still be looked at while the tills are many. What is not under /api/ is files.
 *  @module */
import { Problem, problemBody } from "../../shared/problems.ts";
import { TERMINAL_HEADER } from "../../shared/terminals/terminal-proof.ts";
import type { Connection, Handler } from "../listen.ts";
import type { Settings } from "../settings.ts";
import { addressOf } from "./address.ts";
import { openGate, type Pass, type Turned } from "./gate.ts";

/** As much of a name as tells callers apart. */
const nameMax = 160;

/** What a request holds; `again` asks for it anew. */
type Turn = { pass: Pass; again: () => Pass | Turned };

const turns = new WeakMap<Request, Turn>();

/** The caller of this request has been recognised; call it once identity is proved. */
export const recogniseCaller = (request: Request): void => turns.get(request)?.pass.recognise();

/** A body that is not there by then keeps nobody else waiting, ms. */
const bodyMs = 250;
const none: Pass = { leave: () => {}, recognise: () => {} };

/** Turns that wait for a body: those of this half of `bodyMs`, and of the one before. One clock for
 *  all of them, as a timer for each cost a thirtieth of a request. */
let waiting = new Set<Turn>();
let waitedHalf = new Set<Turn>();
let sweep: ReturnType<typeof setTimeout> | undefined;

const giveBackLate = (): void => {
  for (const turn of waitedHalf) {
    turn.pass.leave();
    turn.pass = none;
  }
  waitedHalf = waiting;
  waiting = new Set();
  sweep = waitedHalf.size > 0 ? setTimeout(giveBackLate, bodyMs / 2) : undefined;
};

/** Waits for a body. One that drips in gives its turn back and asks for another once it is whole: a
 *  few hundred lines on which nothing comes would else keep everybody out.
 *  @throws Problem too-busy, and what `read` refuses */
export const awaitBody = async <T>(request: Request, read: () => Promise<T>): Promise<T> => {
  const turn = turns.get(request);
  if (!turn) return await read();
  waiting.add(turn);
  sweep ??= setTimeout(giveBackLate, bodyMs / 2);
  try {
    const body = await read();
    if (turn.pass !== none) return body;
    const pass = turn.again();
    if ("retryAfterSeconds" in pass) throw busy(pass.retryAfterSeconds);
    turn.pass = pass;
    return body;
  } finally {
    waiting.delete(turn);
    waitedHalf.delete(turn);
  }
};

/** Whom a request says it is from: key, terminal, session, else the address. Not proved yet. */
const nameOf = (request: Request, env: unknown, trustProxy: boolean): string => {
  const { headers } = request;
  const said = headers.get("authorization") ?? headers.get(TERMINAL_HEADER) ??
    headers.get("cookie");
  if (said) return said.slice(0, nameMax);
  return addressOf(env, headers.get("x-forwarded-for") ?? undefined, trustProxy);
};

const isRead = (method: string): boolean => method === "GET" || method === "HEAD";

/** Bodies by language and seconds: a refusal must cost next to nothing. */
const bodies = new Map<string, string>();

const bodyOf = (language: "zh-CN" | "en", retryAfterSeconds: number): string => {
  const name = language + retryAfterSeconds;
  let body = bodies.get(name);
  if (body === undefined) {
    body = JSON.stringify(problemBody(busy(retryAfterSeconds), language, ""));
    bodies.set(name, body);
  }
  return body;
};

const busy = (retryAfterSeconds: number): Problem => new Problem("too-busy", { retryAfterSeconds });
const { status } = busy(1);

const refusal = (request: Request, retryAfterSeconds: number, now: number): Response => {
  const language = request.headers.get("accept-language")?.startsWith("en") ? "en" : "zh-CN";
  return new Response(bodyOf(language, retryAfterSeconds), {
    status,
    headers: {
      "content-type": "application/problem+json",
      "cache-control": "no-store",
      "retry-after": String(retryAfterSeconds),
      "jifu-time": String(now),
      "x-content-type-options": "nosniff",
    },
  });
};

/** Puts the gates before a handler. */
export const shedding = (
  inner: Handler,
  settings: Settings,
  clock: () => number = Date.now,
): Handler => {
  const time = { now: () => performance.now(), chance: Math.random };
  const commands = openGate(time);
  // Reads asked at one time are one statement: many more of them are done in the same time.
  const reads = openGate({ ...time, least: 128, first: 512, most: 2048 });
  const letIn = async (
    request: Request,
    connection: Connection,
    turn: Turn,
  ): Promise<Response> => {
    turns.set(request, turn);
    try {
      return await inner(request, connection);
    } finally {
      // Streams go on after this: they hold a connection, and take no turn at the writer.
      turn.pass.leave();
    }
  };
  // A refusal is answered at once and without a promise: under a flood that is most of what is done.
  return (request, connection) => {
    const url = request.url;
    const from = url.indexOf("/", url.indexOf("//") + 2);
    // Files, and what a supervisor asks to learn whether this process lives.
    if (!url.startsWith("/api/", from) || url.startsWith("/api/ready", from)) {
      return inner(request, connection);
    }
    const gate = isRead(request.method) ? reads : commands;
    const name = nameOf(request, connection, settings.trustProxy);
    const pass = gate.ask(name);
    if ("retryAfterSeconds" in pass) return refusal(request, pass.retryAfterSeconds, clock());
    return letIn(request, connection, { pass, again: () => gate.ask(name) });
  };
};
