/** Opens the house: secret, database, schema. Used by the server and by every tool that works on
 *  the same data. @module */

import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import { createChance } from "./access/chance.ts";
import { makeKeys } from "./access/keys.ts";
import { pathOfDatabase, readRootSecret } from "./access/root-secret.ts";
import {
  asCannotStart,
  confirmWal,
  refuseDamagedPages,
  refuseLoss,
  refuseWrongBalances,
} from "./check-house.ts";
import { migrate, pendingMigrations } from "./db/migrate.ts";
import { noAnswerIn } from "./db/line.ts";
import { type Db, openDb } from "./db/open.ts";
import type { House } from "./desk.ts";
import { createNudge } from "./push/nudge.ts";
import { CannotStart, type Settings } from "./settings.ts";

/** Applies migrations where this process may: on its own file always, on a server only when the
 *  database is empty and a demo is wanted.
 *  @throws CannotStart if a server's database is behind this version */
const bringUpToDate = async (db: Db, settings: Settings, now: number): Promise<void> => {
  const pending = await pendingMigrations(db);
  if (db.file || pending.length === 0) {
    await migrate(db, now);
    return;
  }
  const empty = !(await db.execute("select 1 as n from sqlite_master where name = 'brand'")).length;
  if (empty && settings.demo && !settings.writerUrl) {
    await migrate(db, now);
    return;
  }
  throw new CannotStart(
    `the database is behind by ${pending.length}: ${pending.join(", ")}\n  Run: deno task migrate`,
  );
};

/** The folder of the file; where this process may not look, opening the file will tell. */
const makeFolder = async (folder: string): Promise<void> => {
  await mkdir(folder, { recursive: true }).catch(() => {});
};

const openDatabase = async (settings: Settings): Promise<Db> => {
  const { url } = settings.database;
  try {
    if (url.startsWith("file:")) await makeFolder(dirname(pathOfDatabase(url)));
    return await openDb(settings.database);
  } catch (error) {
    throw asCannotStart(url, error) ??
      new CannotStart(`the database ${url} cannot be opened (${(error as Error).message})`);
  }
};

/** @param look false for tools that are to say themselves what is wrong with a file
 *  @throws CannotStart with one clear sentence */
export const openHouse = async (settings: Settings, { look = true } = {}): Promise<House> => {
  const db = await openDatabase(settings);
  try {
    const root = await readRootSecret(settings);
    const { url } = settings.database;
    if (!settings.writerUrl) await confirmWal(db);
    if (look) await refuseDamagedPages(db, url);
    if (look && !settings.writerUrl) await refuseLoss(db, url);
    await bringUpToDate(db, settings, Date.now());
    if (look) await refuseWrongBalances(db, url);
    return {
      db,
      settings,
      keys: makeKeys(root),
      clock: () => Date.now(),
      chance: createChance(),
      nudge: createNudge(),
    };
  } catch (error) {
    db.close();
    const why = asCannotStart(settings.database.url, error);
    if (why || !noAnswerIn(error)) throw why ?? error;
    const { url } = settings.database;
    throw new CannotStart(`the database ${url} gives no answer\n  ${(error as Error).message}`);
  }
};
