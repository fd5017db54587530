/** The one database of a test server (see e2e/libsql-server.ts), emptied for each test house: suites
 *  run one after the other there. @module */
import { migrate } from "./db/migrate.ts";
import { type Db, openDb } from "./db/open.ts";

/** Given by the suite that runs the API tests on a real libSQL server. */
export const testServer = (): { url: string; replicaUrl: string } | null => {
  const url = process.env.TEST_DATABASE_URL;
  return url ? { url, replicaUrl: process.env.TEST_REPLICA_URL ?? "" } : null;
};

const levelOf = async (db: Db): Promise<number> => {
  try {
    return Number((await db.execute("select level from tide"))[0]?.level ?? 0);
  } catch {
    return 0; // No such table: nothing was ever here.
  }
};

const dropAll = async (db: Db): Promise<void> => {
  const rows = await db.execute(
    "select type, name from sqlite_master where type in ('table','trigger') and name not like 'sqlite_%' and name not like 'libsql_%'",
  );
  const drops = ["trigger", "table"].flatMap((type) =>
    rows.filter((r) => r.type === type).map((r) => ({ sql: `drop ${type} if exists "${r.name}"` }))
  );
  if (drops.length) await db.batch([{ sql: "pragma defer_foreign_keys=on" }, ...drops]);
};

const waitForReplica = async (url: string, level: number): Promise<void> => {
  const replica = await openDb({ url });
  for (let i = 0; i < 400 && (await levelOf(replica)) !== level; i++) {
    await new Promise((done) => setTimeout(done, 5));
  }
  replica.close();
};

/** Empties and migrates. The tide goes on rising from database to database, so that a replica that
 *  still shows the one before is never taken for fresh.
 *  @param at time written as the migrations' own */
export const makeFresh = async (
  server: { url: string; replicaUrl: string },
  at: number,
): Promise<void> => {
  const db = await openDb({ url: server.url });
  const level = (await levelOf(db)) + 1;
  await dropAll(db);
  await migrate(db, at);
  await db.execute("update tide set level = ?", [level]);
  db.close();
  if (server.replicaUrl) await waitForReplica(server.replicaUrl, level);
};
