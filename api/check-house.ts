/** What is looked at before a file is served, so that nobody is shown a balance that was never
 *  booked: what is damaged is not started on (docs/decisions/031). @module */
import { checkedMost, checkPages, sizeOf } from "./db/check-file.ts";
import { checkText } from "./db/check-text.ts";
import { lastPathOf, missingLast } from "./db/last-journal.ts";
import { troubleOf } from "./db/disk.ts";
import type { Db } from "./db/open.ts";
import { checkBalances } from "./points/check-balances.ts";
import { CannotStart, diskInDoubt } from "./settings.ts";

const verifySaysMore = "; deno task verify says what else does not hold";

/** @param more what else can be done where the file can at least be opened */
const damaged = (url: string, found: readonly string[], more = ""): CannotStart =>
  new CannotStart(
    `the database ${url} is damaged, nothing is served from it\n${
      found.map((line) => `  ${line}`).join("\n")
    }\n  Keep a copy of it as it is and put back the newest backup${more}.`,
  );

const sentences = {
  unsaved: "cannot be written: is its folder there, the disk full, or read-only?",
  unopened:
    "cannot be opened: it must be a file, not a folder, in a folder that is there and may " +
    "be written\n  The server writes under data/ only.",
  unsure: "cannot be trusted: its disk does not confirm what is written, or does not give it back",
} as const;

/** SQLITE_CANTOPEN, as the library words it. */
const unopened = /unable to open.*\b14\b|CANTOPEN|unable to open database file/is;

/** An error of SQLite as a sentence for whoever starts the product; null if it is none. */
export const asCannotStart = (url: string, error: unknown): CannotStart | null => {
  const trouble = troubleOf(error);
  if (!trouble) return null;
  const { message } = (error as Error).cause as Error ?? error;
  if (trouble === "damaged") return damaged(url, [message]);
  if (unopened.test(message)) return new CannotStart(`the database ${url} ${sentences.unopened}`);
  const code = trouble === "unsure" ? diskInDoubt : 1;
  return new CannotStart(`the database ${url} ${sentences[trouble]} (${message})`, code);
};

/** @throws CannotStart where pages of the file do not fit together: before anything is changed */
export const refuseDamagedPages = async (db: Db, url: string): Promise<void> => {
  if (!db.file || await sizeOf(db) > checkedMost) return;
  const pages = await checkPages(db);
  const found = pages.length ? pages : await checkText(db);
  if (found.length) throw damaged(url, found, verifySaysMore);
};

/** @throws CannotStart where something is missing that was acknowledged */
export const refuseLoss = async (db: Db, url: string): Promise<void> => {
  const missing = db.file ? await missingLast(db, url) : null;
  if (!missing) return;
  throw new CannotStart(
    `the database ${url} lacks what was booked last (${missing})\n` +
      "  Its write-ahead log was cut off or damaged, or an older copy was put in its place.\n" +
      "  Keep a copy of it as it is and put back the newest backup. If this is the copy to go on\n" +
      `  with, remove ${lastPathOf(url)} and start again.`,
  );
};

/** @throws CannotStart where a balance is not what was booked */
export const refuseWrongBalances = async (db: Db, url: string): Promise<void> => {
  if (!db.file) return;
  const found = await checkBalances(db, await sizeOf(db) <= checkedMost);
  if (found.length) throw damaged(url, found, verifySaysMore);
};

/** What a process before this one wrote, and a disk may not have confirmed to it, is written into
 *  the file itself and confirmed before anybody is answered from it. */
export const confirmWal = async (db: Db): Promise<void> => {
  if (db.file) await db.execute("pragma wal_checkpoint(truncate)");
};
