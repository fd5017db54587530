/** `deno task verify`: proves the ledger of DATABASE_URL, and makes or changes nothing. Exit 1 if
 *  anything does not hold, or there is no ledger to prove. @module */
import { stat } from "node:fs/promises";
import { pathOfDatabase } from "../access/root-secret.ts";
import { asCannotStart } from "../check-house.ts";
import { pendingMigrations } from "../db/migrate.ts";
import type { Db } from "../db/open.ts";
import { openDatabase } from "../open-house.ts";
import { settingsHere } from "../main.ts";
import { CannotStart, type Settings } from "../settings.ts";
import { printProof } from "./print-proof.ts";
import { verifyLedger } from "./verify.ts";

/** Opening would make the file. @throws CannotStart */
const mustBeThere = async ({ database: { url } }: Settings): Promise<void> => {
  if (!url.startsWith("file:")) return;
  const file = await stat(pathOfDatabase(url)).catch(() => null);
  if (!file) throw new CannotStart(`there is no database at ${pathOfDatabase(url)}`);
  if (file.size === 0) throw holdsNothing(url);
};

const holdsNothing = (url: string): CannotStart =>
  new CannotStart(`the database ${url} is empty, there is no ledger in it`);

/** What is proven is the ledger as this version writes it. @throws CannotStart */
const mustBeUpToDate = async (db: Db, { database: { url } }: Settings): Promise<void> => {
  const pending = await pendingMigrations(db);
  if (pending.length === 0) return;
  const tables = await db.execute("select 1 as n from sqlite_master where name = 'journal'");
  if (tables.length === 0) throw holdsNothing(url);
  throw new CannotStart(
    `the database ${url} is behind by ${pending.length}: ${pending.join(", ")}\n` +
      "  Run: deno task migrate",
  );
};

/** @returns whether everything holds */
const verify = async (settings: Settings): Promise<boolean> => {
  await mustBeThere(settings);
  const db = await openDatabase(settings);
  try {
    await mustBeUpToDate(db, settings);
    const proof = await verifyLedger(db, Date.now());
    printProof(proof);
    return proof.findings.length === 0;
  } catch (error) {
    throw asCannotStart(settings.database.url, error) ?? error;
  } finally {
    db.close();
  }
};

const run = async (): Promise<boolean> => {
  try {
    return await verify(settingsHere());
  } catch (error) {
    const { why, message } = error as CannotStart;
    console.error(`Not verified: ${why ?? message}`);
    return false;
  }
};

Deno.exit(await run() ? 0 : 1);
