/** The only module that knows @libsql/client. One handle for a file (SQLite is synchronous here),
 *  a pool for a server; one writer in front of it, one reader beside it. @module */
import { type Client, createClient, type InArgs } from "@libsql/client";
import { drizzle } from "drizzle-orm/libsql";
import { openFile } from "./open-file.ts";
import { pragmas } from "./pragmas.ts";
import { createReader } from "./reader.ts";
import type { ReadStatement, Write } from "./statement.ts";
import { type Batch, createWriter } from "./writer.ts";

export type DbSettings = {
  /** file:… or libsql:, http:, https:, ws:, wss: */
  url: string;
  authToken?: string;
  /** A read replica; reads that must show a later level than it has go to the primary. */
  replicaUrl?: string;
  timeoutMs?: number;
};

const timed = (timeoutMs: number): typeof fetch => (input, init) =>
  fetch(input, { ...init, signal: AbortSignal.timeout(timeoutMs) });

const connect = (url: string, settings: DbSettings): Client =>
  url.startsWith("file:") ? createClient({ url, concurrency: 1, timeout: 5000 }) : createClient({
    url,
    authToken: settings.authToken,
    concurrency: 32,
    fetch: timed(settings.timeoutMs ?? 5000),
  });

const rowsOf = async (client: Client, batch: Batch): Promise<Record<string, unknown>[][]> => {
  const results = await client.batch(batch.map((s) => ({ sql: s.sql, args: s.args })), "read");
  return results.map((r) => r.rows as unknown as Record<string, unknown>[]);
};

/** Opens the database and asserts what the ledger needs of it.
 *  @throws Error with one clear sentence if the file is not usable */
export const openDb = async (settings: DbSettings) => {
  const file = settings.url.startsWith("file:");
  const client = connect(settings.url, settings);
  const replica = settings.replicaUrl ? connect(settings.replicaUrl, settings) : null;
  const prepare = async () => {
    for (const pragma of pragmas) await client.execute(pragma);
  };
  if (file) await prepare();
  const hot = file ? openFile(settings.url) : null;

  const readBatch = async (batch: Batch, level: number) => {
    if (!replica) return rowsOf(client, batch);
    // The replica answers only if it has caught up with what this caller has already seen.
    const [tide, ...rest] = await rowsOf(replica, [
      { sql: "select level from tide", args: [] },
      ...batch,
    ]);
    return Number(tide?.[0]?.level ?? -1) >= level ? rest : rowsOf(client, batch);
  };

  let tide = 0;
  const writeBatch = async (batch: Batch): Promise<void> => {
    if (hot) return hot.write(batch);
    const results = await client.batch(batch.map((s) => ({ sql: s.sql, args: s.args })), "write");
    tide = Number(results.at(-1)?.rows[0]?.level ?? tide);
  };
  const writer = createWriter(writeBatch, {
    reopen: () => Promise.resolve(hot?.reopen()),
    ...(file ? {} : { last: "update tide set level = level + 1 returning level" }),
  });
  const primary = createReader((batch) =>
    hot ? Promise.resolve(hot.read(batch)) : rowsOf(client, batch)
  );
  const nearest = replica ? createReader(readBatch) : primary;

  return {
    file,
    /** Reads from the primary: what a command decides on. */
    read: <Args extends readonly unknown[], Row>(
      statement: ReadStatement<Args, Row>,
      args: Args,
    ): Promise<Row[]> => primary.read(statement, args),
    /** Reads from the nearest copy that shows at least `seen`: what a screen asks for. */
    readSeen: <Args extends readonly unknown[], Row>(
      statement: ReadStatement<Args, Row>,
      args: Args,
      seen: number,
    ): Promise<Row[]> => nearest.read(statement, args, seen),
    /** Writes one unit, all or nothing; see writer.ts. */
    write: (writes: Write[], touches?: readonly string[]): Promise<void> =>
      writer.write(writes, touches),
    waiting: writer.waiting,
    /** Level of the last write of this process; 0 on a file, where nothing lags. */
    level: (): number => tide,
    /** Drizzle for lists and reports: built queries, typed by tables.ts. Never for writes. */
    cold: drizzle(client),
    /** One statement outside every group: migrations, checks, tools. */
    execute: async (sql: string, args: InArgs = []): Promise<Record<string, unknown>[]> =>
      (await client.execute({ sql, args })).rows as unknown as Record<string, unknown>[],
    /** One atomic batch of plain statements: migrations. */
    batch: async (statements: { sql: string; args?: InArgs }[]): Promise<void> => {
      await client.batch(statements.map((s) => ({ sql: s.sql, args: s.args ?? [] })), "write");
    },
    close: (): void => {
      hot?.close();
      client.close();
      replica?.close();
    },
  };
};

export type Db = Awaited<ReturnType<typeof openDb>>;
