/** A house without its doors, for tests below HTTP: a real database (a file copied from a once-migrated
 *  template, or a namespace of a real libSQL server), a clock that the test turns, chance. @module */
import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { copyFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { createChance } from "./access/chance.ts";
import { makeKeys } from "./access/keys.ts";
import { migrate } from "./db/migrate.ts";
import { openDb } from "./db/open.ts";
import type { House } from "./desk.ts";
import { createNudge } from "./push/nudge.ts";
import { readSettings } from "./settings.ts";
import { makeFresh, testServer } from "./test-server.ts";

/** 2026-06-15 10:00 in Shanghai, a Monday. */
export const monday = Date.UTC(2026, 5, 15, 2, 0, 0);

let template: Promise<string> | null = null;

/** One migrated file per test process, copied for each house; HOUSE_TEMPLATE names one for them all,
 *  which the first makes. */
const makeTemplate = async (): Promise<string> => {
  const shared = process.env.HOUSE_TEMPLATE;
  if (shared && existsSync(shared)) return shared;
  const folder = await mkdtemp(join(tmpdir(), "jifu-template-"));
  const path = join(folder, "template.db");
  const db = await openDb({ url: `file:${path}` });
  await migrate(db, monday);
  await db.execute("pragma wal_checkpoint(truncate)");
  db.close();
  if (!shared) return path;
  await copyFile(path, shared);
  return shared;
};

export type BareHouse = {
  house: House;
  /** Turns the clock. */
  clock: { now: number };
  /** Path of the database file; "" on a server. */
  path: string;
  close: () => Promise<void>;
};

export const openBareHouse = async (
  environment: Record<string, string> = {},
): Promise<BareHouse> => {
  const server = testServer();
  let path = "";
  let url: string;
  if (server) {
    url = server.url;
    await makeFresh(server, monday);
  } else {
    template ??= makeTemplate();
    const folder = await mkdtemp(join(tmpdir(), "jifu-house-"));
    path = join(folder, "jifu.db");
    await copyFile(await template, path);
    url = `file:${path}`;
  }
  const settings = readSettings({
    DATABASE_URL: url,
    DEMO: "0",
    ...(server?.replicaUrl ? { DATABASE_REPLICA_URL: server.replicaUrl } : {}),
    ...environment,
  });
  const db = await openDb(settings.database);
  const clock = { now: monday };
  const house: House = {
    db,
    settings,
    keys: makeKeys(new Uint8Array(32).fill(7)),
    clock: () => clock.now,
    chance: createChance(),
    nudge: createNudge(),
  };
  return {
    house,
    clock,
    path,
    close: async () => {
      db.close();
      if (path) await rm(join(path, ".."), { recursive: true, force: true });
    },
  };
};

/** An idempotency key for a test. */
export const newKey = (): string => randomBytes(12).toString("base64url");
