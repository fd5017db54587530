/** The database behind one door: a file or a server; one writer in front of it, one reader beside it.
 *  Only here, in open-file.ts and in open-server.ts is @libsql/client known. @module */
import { type Client, createClient, type InArgs } from "@libsql/client";
import { drizzle } from "drizzle-orm/libsql";
import { type Disk, type DiskState, watchDisk, watched } from "./disk.ts";
import { keepLast } from "./last-journal.ts";
import { openFile } from "./open-file.ts";
import { openServer } from "./open-server.ts";
import { pragmas } from "./pragmas.ts";
import { createReader, type RunReads } from "./reader.ts";
import type { ReadStatement, Write } from "./statement.ts";
import { createWriter, type RunBatch, type WriterOptions } from "./writer.ts";

export type DbSettings = {
  /** file:… or libsql:, http:, https:, ws:, wss: */
  url: string;
  authToken?: string;
  /** A read replica; reads that must show a later level than it has go to the primary. */
  replicaUrl?: string;
  /** By when every call to a server is answered or given up. */
  timeoutMs?: number;
};

/** What a file and a server have in common. */
type Backend = {
  readPrimary: RunReads;
  readNearest: RunReads | null;
  write: RunBatch;
  writing: WriterOptions;
  level: () => number;
  cold: Client;
  execute: (sql: string, args: InArgs) => Promise<Record<string, unknown>[]>;
  batch: (statements: { sql: string; args?: InArgs }[]) => Promise<void>;
  /** Null: a server looks after its own. */
  disk: Disk | null;
  close: () => void;
};

/** Reads are synchronous here; groups are written on a thread of the library. */
const fileBackend = async ({ url }: DbSettings): Promise<Backend> => {
  const direct = createClient({ url, concurrency: 1, timeout: 5000 });
  try {
    for (const pragma of pragmas) await direct.execute(pragma);
  } catch (error) {
    direct.close();
    throw error;
  }
  const hot = openFile(url);
  const disk = watchDisk((sql) => hot.write([{ sql, args: [] }], 1));
  const client = watched(direct, disk);
  const last = keepLast(url);
  return {
    disk,
    readPrimary: async (batch) => disk.reading(() => hot.read(batch)),
    readNearest: null,
    write: async (batch, units) => {
      await disk.writing(() => hot.write(batch, units));
      last.note(batch);
    },
    writing: { reopen: () => Promise.resolve(hot.reopen()) },
    level: () => 0,
    cold: client,
    execute: async (sql, args) => {
      await hot.landed();
      return (await client.execute({ sql, args })).rows as unknown as Record<string, unknown>[];
    },
    batch: async (statements) => {
      await hot.landed();
      await client.batch(statements.map((s) => ({ sql: s.sql, args: s.args ?? [] })), "write");
    },
    close: () => {
      last.close();
      hot.close();
      client.close();
    },
  };
};

const serverBackend = (settings: DbSettings): Backend => {
  const server = openServer(settings);
  const { tide, readPrimary, findTide } = server;
  return {
    ...server,
    disk: null,
    readNearest: settings.replicaUrl ? server.readNearest : null,
    readPrimary: (batch) => readPrimary(batch),
    writing: {
      first: async () => {
        if (!tide.isKnown()) await findTide();
        return tide.raise();
      },
      findFirst: findTide,
    },
    level: tide.level,
  };
};

/** Opens the database and asserts what the ledger needs of it.
 *  @throws Error with one clear sentence if the file is not usable */
export const openDb = async (settings: DbSettings) => {
  const file = settings.url.startsWith("file:");
  const backend = file ? await fileBackend(settings) : serverBackend(settings);
  const writer = createWriter(backend.write, backend.writing);
  const primary = createReader(backend.readPrimary);
  const nearest = backend.readNearest ? createReader(backend.readNearest) : primary;

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
    /** True while a batch that got no answer may still be carried out. */
    inDoubt: writer.inDoubt,
    /** Highest level that this process has seen; 0 on a file, where nothing lags. */
    level: backend.level,
    /** Drizzle for lists and reports: built queries, typed by tables.ts. Never for writes. */
    cold: drizzle(backend.cold),
    /** One statement outside every group: migrations, checks, tools. */
    execute: (sql: string, args: InArgs = []): Promise<Record<string, unknown>[]> =>
      backend.execute(sql, args),
    /** One atomic batch of plain statements: migrations. */
    batch: backend.batch,
    /** How the disk under the file is doing; a server looks after its own. */
    disk: (): DiskState => backend.disk?.state() ?? "sound",
    /** Tries the disk again where it refused a write. @throws Problem disk-full, data-damaged */
    tryDisk: async (now: number): Promise<void> => await backend.disk?.tryAgain(now),
    /** Told when the disk did not confirm a write: whoever runs the process ends it. */
    whenUnsure: (tell: (why: string) => void): void => backend.disk?.whenUnsure(tell),
    close: backend.close,
  };
};

export type Db = Awaited<ReturnType<typeof openDb>>;
