/** A house for tests: a real database (a file copied from a once-migrated template, or a namespace
 *  of a real libSQL server), a clock that the test turns, chance that can be repeated. @module */
import { randomBytes } from "node:crypto";
import { copyFile, mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Hono } from "hono";
import type { AnswerOf, Endpoint } from "../shared/endpoint.ts";
import { call, type CallInput, type Transport } from "../shared/call.ts";
import { createChance } from "./access/chance.ts";
import { makeKeys } from "./access/keys.ts";
import { createApp } from "./app.ts";
import { migrate } from "./db/migrate.ts";
import { type Db, openDb } from "./db/open.ts";
import type { House } from "./desk.ts";
import type { Env } from "./http/door.ts";
import { createNudge } from "./push/nudge.ts";
import { readSettings } from "./settings.ts";
import { makeFresh, shownAtOnce, testServer } from "./test-server.ts";

/** 2026-06-15 10:00 in Shanghai, a Monday. */
export const monday = Date.UTC(2026, 5, 15, 2, 0, 0);

let template: Promise<string> | null = null;

/** One migrated file per test process, copied for each house. */
const makeTemplate = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), "jifu-template-"));
  const path = join(folder, "template.db");
  const db = await openDb({ url: `file:${path}` });
  await migrate(db, monday);
  await db.execute("pragma wal_checkpoint(truncate)");
  db.close();
  return path;
};

export type TestHouse = {
  house: House;
  app: Hono<Env>;
  /** Turns the clock. */
  clock: { now: number };
  /** Path of the database file; "" on a server. */
  path: string;
  /** Calls an endpoint as somebody; see Caller. Throws Problem on a refusal. */
  ask: <E extends Endpoint<string>>(e: E, input: CallInput<E>, as?: Caller) => Promise<AnswerOf<E>>;
  /** A raw request, for what `call` would never send. */
  raw: (path: string, init?: RequestInit) => Promise<Response>;
  close: () => Promise<void>;
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
  const server = testServer();
  let path = "";
  let url: string;
  if (server) {
    url = server.url;
    await makeFresh(server, monday);
  } else {
    template ??= makeTemplate();
    const folder = await mkdtemp(join(tmpdir(), "jifu-house-"));
    path = join(folder, "jifu.db");
    await mkdir(folder, { recursive: true });
    await copyFile(await template, path);
    url = `file:${path}`;
  }
  const settings = readSettings({
    DATABASE_URL: url,
    DEMO: "0",
    ...(server?.replicaUrl ? { DATABASE_REPLICA_URL: server.replicaUrl } : {}),
    ...environment,
  });
  const opened = await openDb(settings.database);
  const db = server?.replicaUrl ? shownAtOnce(opened, server.replicaUrl) : opened;
  const clock = { now: monday };
  const house: House = {
    db,
    settings,
    keys: makeKeys(new Uint8Array(32).fill(7)),
    clock: () => clock.now,
    chance: createChance(),
    nudge: createNudge(),
  };
  const app = createApp(house);
  const raw = async (at: string, init: RequestInit = {}): Promise<Response> =>
    await app.request(at, init);
  return {
    house,
    app,
    clock,
    path,
    raw,
    ask: (e, input, as = { client: "pwa" }) => call(transportOf(app, db, as), e, input),
    close: async () => {
      db.close();
      if (path) await rm(join(path, ".."), { recursive: true, force: true });
    },
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

/** An idempotency key for a test. */
export const newKey = (): string => randomBytes(12).toString("base64url");
