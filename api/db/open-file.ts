/** The hot path of a file: one native connection that reads and one that writes, both with their
 *  statements prepared once (docs/decisions/007), of the same native library as the client, so that
 *  all may share a file. Groups are written on a thread of that library while this one reads and
 *  decides for the next group (docs/decisions/030). @module */
import Database from "libsql";
import AsyncDatabase from "libsql/promise";
import { pragmas } from "./pragmas.ts";
import { createPrograms } from "./group-program.ts";
import type { Batch } from "./writer.ts";

type Rows = Record<string, unknown>[];
type Reading = { all(...args: string[]): Rows };
/** `run` works here and now, `all` on a thread of the library. */
type Writing = { run(...args: string[]): unknown; all(...args: string[]): Promise<Rows> };
type Reader = { prepare(sql: string): Reading; close(): void };
type Writer = {
  exec(sql: string): Promise<void>;
  prepare(sql: string): Promise<Writing>;
  close(): void;
};

/** Path of a `file:` URL as SQLite opens it. */
export const pathOf = (url: string): string => url.replace(/^file:(\/\/(?=\/))?/, "");

const openReader = (path: string) => {
  const connection = new Database(path, { timeout: 5000 }) as unknown as Reader;
  for (const pragma of pragmas) connection.prepare(pragma).all();
  const prepared = new Map<string, Reading>();
  return {
    run: (sql: string, args: string[] = []): Rows => {
      let statement = prepared.get(sql);
      if (!statement) {
        statement = connection.prepare(sql);
        prepared.set(sql, statement);
      }
      return statement.all(...args);
    },
    close: () => connection.close(),
  };
};

/** Groups from this size are written elsewhere; a smaller one is done before a thread has woken,
 *  all but its commit, which waits for the disk. */
const elsewhereFrom = 3;

const openWriter = (path: string) => {
  const connection = new AsyncDatabase(path, { timeout: 5000 }) as unknown as Writer;
  const prepared = new Map<string, Writing>();
  const ready = (async () => {
    for (const pragma of pragmas) await connection.exec(pragma);
  })();
  // Whoever writes first hears of it.
  ready.catch(() => {});
  const statement = async (sql: string): Promise<Writing> => {
    let found = prepared.get(sql);
    if (!found) {
      found = await connection.prepare(sql);
      prepared.set(sql, found);
    }
    return found;
  };
  const programOf = createPrograms<Writing>(connection);
  const write = async (batch: Batch, units: number): Promise<void> => {
    await ready;
    const program = await programOf(batch);
    if (program) return void (await program.all(...batch.map(({ args }) => args[0]!)));
    const run = units >= elsewhereFrom
      ? async (s: Writing, args: string[]) => void (await s.all(...args))
      : (s: Writing, args: string[]) => void s.run(...args);
    const begin = await statement("begin immediate");
    const statements: Writing[] = [];
    for (const { sql } of batch) statements.push(prepared.get(sql) ?? await statement(sql));
    const commit = await statement("commit");
    await run(begin, []);
    try {
      for (const [i, { args }] of batch.entries()) await run(statements[i]!, args);
      await commit.all();
    } catch (error) {
      // A full disk has SQLite roll back by itself; what it says to a second one hides why.
      await connection.exec("rollback").catch(() => {});
      throw error;
    }
  };
  return { write, close: () => connection.close() };
};

export const openFile = (url: string) => {
  const path = pathOf(url);
  let reader = openReader(path);
  let writer = openWriter(path);
  let flying = 0;
  let last: Promise<void> = Promise.resolve();
  return {
    /** Rows of each read, all of one state of the database. */
    read: (batch: Batch): Rows[] => {
      const all = () => batch.map(({ sql, args }) => reader.run(sql, args));
      if (!flying || batch.length < 2) return all();
      // A commit may land between two of our reads.
      reader.run("begin");
      try {
        return all();
      } finally {
        reader.run("commit");
      }
    },
    /** One transaction, rolled back whole on the first refusal; one after the other.
     *  @param units how many commands it carries */
    write: (batch: Batch, units: number): Promise<void> => {
      flying++;
      const mine = last.then(() => writer.write(batch, units)).finally(() => flying--);
      last = mine.catch(() => {});
      return mine;
    },
    /** No write is in flight: whoever writes through another connection of this process waits for
     *  this first, else it would stop the very loop that the write in flight needs to end. */
    landed: async (): Promise<void> => {
      while (flying > 0) await last;
    },
    /** A handle that met BUSY is replaced, never used again (libsql-client-ts#352). */
    reopen: (): void => {
      reader.close();
      writer.close();
      reader = openReader(path);
      writer = openWriter(path);
    },
    close: (): void => {
      reader.close();
      writer.close();
    },
  };
};
