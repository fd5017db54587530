/** The hot path of a file: one native connection whose statements are prepared once. The client
 *  prepares each statement anew on every call; measured, that was a third of a command's cost.
 *  Same native library as the client, so the two may share a file (docs/decisions/007). @module */
import Database from "libsql";
import { pragmas } from "./pragmas.ts";
import type { Batch } from "./writer.ts";

type Rows = Record<string, unknown>[];
type Prepared = { all(...args: string[]): Rows; run(...args: string[]): unknown };
type Connection = { exec(sql: string): void; prepare(sql: string): Prepared; close(): void };

/** Path of a `file:` URL as SQLite opens it. */
export const pathOf = (url: string): string => url.replace(/^file:(\/\/(?=\/))?/, "");

export const openFile = (url: string) => {
  let connection: Connection;
  let prepared = new Map<string, Prepared>();
  const open = (): void => {
    connection = new Database(pathOf(url), { timeout: 5000 }) as unknown as Connection;
    prepared = new Map();
    for (const pragma of pragmas) connection.prepare(pragma).all();
  };
  const statement = (sql: string): Prepared => {
    let found = prepared.get(sql);
    if (!found) {
      found = connection.prepare(sql);
      prepared.set(sql, found);
    }
    return found;
  };
  /** A full disk has SQLite roll back by itself; what it says to a second one hides why. */
  const rollBack = (): void => {
    try {
      connection.exec("rollback");
    } catch {
      // There is nothing left to roll back.
    }
  };
  open();
  return {
    /** Rows of each read. SQLite is synchronous here: nothing of ours comes in between. */
    read: (batch: Batch): Rows[] => batch.map(({ sql, args }) => statement(sql).all(...args)),
    /** One transaction, rolled back whole on the first refusal. */
    write: (batch: Batch): void => {
      connection.exec("begin immediate");
      try {
        for (const { sql, args } of batch) statement(sql).run(...args);
        connection.exec("commit");
      } catch (error) {
        rollBack();
        throw error;
      }
    },
    /** A handle that met BUSY is replaced, never used again (libsql-client-ts#352). */
    reopen: (): void => {
      connection.close();
      open();
    },
    close: (): void => connection.close(),
  };
};
