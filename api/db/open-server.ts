/** The hot path of a libSQL server: reads of the primary or a copy, one write batch at a time, every
 *  call with a time by which it is answered or given up. @module */
import { type Client, createClient, type InArgs } from "@libsql/client";
import { createLine } from "./line.ts";
import type { DbSettings } from "./open.ts";
import { createStreams, type Streams } from "./streams.ts";
import { createTide, readTide } from "./tide.ts";
import type { Batch } from "./writer.ts";

type Rows = Record<string, unknown>[];
type Plain = { sql: string; args?: InArgs };

/** How long a copy may take before the primary is asked. */
const copyMs = 1_000;
/** Migrations, seals, proofs: outside of every request. */
const toolMs = 60_000;

const timed = (ms: number): typeof fetch => (input, init) =>
  fetch(input, { ...init, signal: AbortSignal.timeout(ms) });

const rowsOf = async (client: Client, batch: readonly Plain[], mode: "read" | "write") => {
  const results = await client.batch(batch.map(({ sql, args = [] }) => ({ sql, args })), mode);
  return results.map((r) => r.rows as unknown as Rows);
};

/** Opens nothing yet: the first call does. */
export const openServer = (settings: DbSettings) => {
  const { url, authToken, replicaUrl, timeoutMs = 5_000 } = settings;
  const clients: (Client | Streams)[] = [];
  const connect = (to: string, ms: number, concurrency = 32): Client => {
    const client = createClient({ url: to, authToken, concurrency, fetch: timed(ms) });
    clients.push(client);
    return client;
  };
  const stream = (to: string, ms: number, most = 32): Streams => {
    const streams = createStreams(to, authToken, timed(ms), most);
    clients.push(streams);
    return streams;
  };
  // A write never waits behind reads that stand still, nor does the question whether all is well.
  const [reads, writes] = [stream(url, timeoutMs), stream(url, timeoutMs, 1)];
  const [lists, tools, asks] = [
    connect(url, timeoutMs),
    connect(url, toolMs),
    connect(url, timeoutMs, 4),
  ];
  const line = createLine("database", () => asks.execute("select 1"));
  const copy = replicaUrl ? stream(replicaUrl, copyMs) : null;
  const copyLine = createLine(
    "replica",
    () => copy!.batch([{ sql: "select 1", args: [] }], "read"),
  );
  const tide = createTide();

  const readPrimary = async (batch: Batch): Promise<Rows[]> => {
    const [level, ...rest] = await line.twice(
      timeoutMs,
      () => reads.batch([readTide, ...batch], "read"),
    );
    tide.note(level);
    return rest;
  };

  /** Rows of a copy that shows at least `least`; null if there is none, for whatever reason. */
  const readCopy = async (batch: Batch, least: number): Promise<Rows[] | null> => {
    if (!copy || !copyLine.isHere()) return null;
    try {
      const ask = () => copy.batch([readTide, ...batch], "read");
      const [level, ...rest] = await copyLine.once(copyMs, ask);
      return Number(level?.[0]?.level ?? -1) >= least ? rest : null;
    } catch {
      return null; // Gone, or an empty one that fills itself anew: the primary knows.
    }
  };

  return {
    tide,
    readPrimary,
    /** Rows of the nearest copy that has caught up with what this caller has already seen. */
    readNearest: async (batch: Batch, seen: number): Promise<Rows[]> =>
      await readCopy(batch, tide.atLeast(seen)) ?? await readPrimary(batch),
    /** One atomic batch. @throws NoAnswer, and what the database says */
    write: async (batch: Batch): Promise<void> => {
      const results = await line.once(timeoutMs, () => writes.batch(batch, "write"));
      tide.note(results[0]);
    },
    /** The level as it is now. */
    findTide: async (): Promise<void> => {
      const [level] = await line.twice(timeoutMs, () => reads.batch([readTide], "read"));
      tide.set(level);
    },
    /** For drizzle: lists and reports. */
    cold: {
      execute: (stmt: Plain) => line.twice(timeoutMs, () => lists.execute(stmt as { sql: string })),
    } as unknown as Client,
    /** For tools. */
    execute: (sql: string, args: InArgs): Promise<Rows> =>
      line.once(toolMs, async () => (await tools.execute({ sql, args })).rows as unknown as Rows),
    batch: async (statements: readonly Plain[]): Promise<void> => {
      await line.once(toolMs, () => rowsOf(tools, statements, "write"));
    },
    close: (): void => {
      line.close();
      copyLine.close();
      for (const client of clients) client.close();
    },
  };
};

export type Server = ReturnType<typeof openServer>;
