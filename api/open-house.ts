/** Opens the house: secret, database, schema. Used by the server and by every tool that books
 *  on the same data. @module */

import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import { createChance } from "./access/chance.ts";
import { findSealed, keepKeyCheck, refuseOtherKey } from "./access/key-check.ts";
import { type Keys, makeKeys } from "./access/keys.ts";
import {
  findRootSecret,
  makeRootSecret,
  pathOfDatabase,
  secretMissing,
} from "./access/root-secret.ts";
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

/** Opens what is there, or an empty database.
 *  @throws CannotStart with one clear sentence */
export const openDatabase = async (settings: Settings): Promise<Db> => {
  const { url } = settings.database;
  try {
    return await openDb(settings.database);
  } catch (error) {
    throw asCannotStart(url, error) ??
      new CannotStart(`the database ${url} cannot be opened (${(error as Error).message})`);
  }
};

/** The keys of this database, made where nothing was sealed yet. Changes nothing in it.
 *  @returns them, and whether the database is still to keep what later starts try them on
 *  @throws CannotStart where they are missing, or belong to another database */
const keysOf = async (
  db: Db,
  settings: Settings,
  found: Uint8Array | null,
): Promise<{ keys: Keys; unchecked: boolean }> => {
  const sealed = await findSealed(db);
  // Another process may have made the secret since we looked.
  const secret = found ??
    (sealed ? await findRootSecret(settings) : await makeRootSecret(settings));
  if (!secret) throw secretMissing(settings);
  const keys = makeKeys(secret);
  if (sealed) refuseOtherKey(settings.database.url, keys, sealed);
  return { keys, unchecked: !sealed?.isCheck };
};

/** @throws CannotStart with one clear sentence */
export const openHouse = async (settings: Settings): Promise<House> => {
  const { url } = settings.database;
  const secret = await findRootSecret(settings);
  if (url.startsWith("file:")) await makeFolder(dirname(pathOfDatabase(url)));
  const db = await openDatabase(settings);
  try {
    const writes = !settings.writerUrl;
    if (writes) await confirmWal(db);
    await refuseDamagedPages(db, url);
    if (writes) await refuseLoss(db, url);
    const { keys, unchecked } = await keysOf(db, settings, secret);
    await bringUpToDate(db, settings, Date.now());
    if (writes && unchecked) await keepKeyCheck(db, url, keys, Date.now());
    await refuseWrongBalances(db, url);
    return {
      db,
      settings,
      keys,
      clock: () => Date.now(),
      chance: createChance(),
      nudge: createNudge(),
    };
  } catch (error) {
    db.close();
    const why = asCannotStart(url, error);
    if (why || !noAnswerIn(error)) throw why ?? error;
    throw new CannotStart(`the database ${url} gives no answer\n  ${(error as Error).message}`);
  }
};
