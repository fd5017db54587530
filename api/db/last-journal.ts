/** Beside the file stands which journal was acknowledged last. A write-ahead log that lost its end,
 *  or an older copy in the file's place, is sound in itself: only this tells that something is
 *  missing (docs/decisions/031). @module */
import { closeSync, openSync, readFileSync, writeSync } from "node:fs";
import { pathOf } from "./open-file.ts";
import type { Db } from "./open.ts";
import type { Batch } from "./writer.ts";

/** Where it is kept. */
export const lastPathOf = (url: string): string => `${pathOf(url)}.last`;

/** Id of the last journal in a batch. Within a JSON text a quote is never bare, so this is the
 *  beginning of a row and no words of somebody's. */
const lastIn = (batch: Batch): string | null => {
  const text = batch.find(({ sql }) => sql.startsWith("insert into journal "))?.args[0];
  const at = text?.lastIndexOf('["jrn_') ?? -1;
  return at < 0 ? null : text!.slice(at + 2, text!.indexOf('"', at + 2));
};

/** Notes what was acknowledged. Not synced: a process that is killed loses nothing of it, and after a
 *  power cut it names an earlier journal, which is there too. Where it cannot be kept, nothing is. */
export const keepLast = (url: string) => {
  let file: number | null | undefined;
  const open = (): number | null => {
    try {
      return openSync(lastPathOf(url), "w", 0o600);
    } catch {
      return null; // No leave to write there: the file is served without.
    }
  };
  return {
    note: (batch: Batch): void => {
      const id = lastIn(batch);
      if (id === null) return;
      file ??= open();
      try {
        if (file !== null) writeSync(file, `${id}\n`, 0);
      } catch {
        // A full disk: what stands there is still true.
      }
    },
    close: (): void => {
      if (file) closeSync(file);
      file = null;
    },
  };
};

/** @returns the journal that was acknowledged and is not there, or null */
export const missingLast = async (db: Db, url: string): Promise<string | null> => {
  let id: string;
  try {
    id = readFileSync(lastPathOf(url), "utf8").trim();
  } catch {
    return null;
  }
  if (!/^jrn_\w+$/.test(id)) return null;
  // A file that was cut to nothing opens as a new and empty database.
  const tables = await db.execute("select 1 from sqlite_master where name = 'journal'");
  if (tables.length === 0) return id;
  const found = await db.execute("select 1 from journal where id = ?", [id]);
  return found.length ? null : id;
};
