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

type Part = { type: string; name: string; tbl_name: string; sql: string };

const partsOf = async (db: Db): Promise<Part[]> =>
  await db.execute(
    "select type, name, tbl_name, sql from sqlite_master where type in ('table','trigger') and name not like 'sqlite_%' and name not like 'libsql_%' order by type, name",
  ) as Part[];

const dropAll = async (db: Db): Promise<void> => {
  const parts = await partsOf(db);
  const drops = ["trigger", "table"].flatMap((type) =>
    parts.filter((p) => p.type === type).map((p) => ({ sql: `drop ${type} if exists "${p.name}"` }))
  );
  if (drops.length) await db.batch([{ sql: "pragma defer_foreign_keys=on" }, ...drops]);
};

type Rows = Record<string, unknown>[];

/** What stands right after the migrations: parts of the schema, and the rows they wrote. */
type Blank = { parts: Part[]; schema: string; rows: Map<string, Rows> };

let blank: Blank | null = null;

const filledTables = async (db: Db, parts: Part[]): Promise<string[]> => {
  const tables = parts.filter((p) => p.type === "table").map((p) => p.name);
  const asked = tables.map((name) =>
    `select '${name}' as name where exists (select 1 from "${name}")`
  );
  // A compound select has at most 500 terms, fewer on some servers: asked by fifties.
  const found: string[] = [];
  for (let i = 0; i < asked.length; i += 50) {
    const rows = await db.execute(asked.slice(i, i + 50).join(" union all "));
    found.push(...rows.map((row) => String(row.name)));
  }
  return found;
};

const readBlank = async (db: Db): Promise<Blank> => {
  const parts = await partsOf(db);
  const rows = new Map<string, Rows>();
  for (const name of await filledTables(db, parts)) {
    rows.set(name, await db.execute(`select * from "${name}"`));
  }
  return { parts, schema: JSON.stringify(parts), rows };
};

const puttingBack = (name: string, rows: Rows) =>
  rows.map((row) => {
    const columns = Object.keys(row);
    return {
      sql: `insert into "${name}" (${columns.map((c) => `"${c}"`)}) values (${
        columns.map(() => "?")
      })`,
      args: Object.values(row) as (string | number | null)[],
    };
  });

/** Deletes what a house wrote; the triggers that forbid it stand aside for this one batch. Making
 *  the whole schema anew takes three times as long.
 *  @returns false where the schema is not the migrations' own, so that all must be made anew */
const emptyOut = async (db: Db, level: number): Promise<boolean> => {
  const parts = await partsOf(db);
  if (!blank || JSON.stringify(parts) !== blank.schema) return false;
  const filled = await filledTables(db, parts);
  const guards = parts.filter((p) => p.type === "trigger" && filled.includes(p.tbl_name));
  await db.batch([
    { sql: "pragma defer_foreign_keys=on" },
    ...guards.map((p) => ({ sql: `drop trigger "${p.name}"` })),
    ...filled.map((name) => ({ sql: `delete from "${name}"` })),
    ...filled.flatMap((name) => puttingBack(name, blank!.rows.get(name) ?? [])),
    { sql: "update tide set level = ?", args: [level] },
    ...guards.map((p) => ({ sql: p.sql })),
  ]);
  return true;
};

const waitForReplica = async (url: string, level: number): Promise<void> => {
  const replica = await openDb({ url });
  const end = Date.now() + 30_000;
  while (await levelOf(replica) < level) {
    if (Date.now() > end) throw new Error(`The replica is still behind level ${level}`);
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
  if (!await emptyOut(db, level)) {
    await dropAll(db);
    await migrate(db, at);
    blank = await readBlank(db);
    await db.execute("update tide set level = ?", [level]);
  }
  db.close();
  if (server.replicaUrl) await waitForReplica(server.replicaUrl, level);
};

/** What a test writes past the house must be seen by its next read, also on a replica: it moves the
 *  tide, and is waited for. */
export const shownAtOnce = (db: Db, replicaUrl: string): Db => {
  const show = async () => {
    const [tide] = await db.execute("update tide set level = level + 1 returning level");
    await waitForReplica(replicaUrl, Number(tide!.level));
  };
  return {
    ...db,
    execute: async (sql, args) => {
      const rows = await db.execute(sql, args);
      if (/^\s*(insert|update|delete)/i.test(sql)) await show();
      return rows;
    },
    batch: async (statements) => {
      await db.batch(statements);
      await show();
    },
  };
};
