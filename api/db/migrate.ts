/** Forward-only migrations: each file is one atomic batch together with its version row. @module */
import { readdir, readFile } from "node:fs/promises";
import { sha256 } from "./settle.ts";
import type { Db } from "./open.ts";

const folder = new URL("../../migrations/", import.meta.url);

/** Statements of one migration file. */
export const statementsOf = (text: string): string[] =>
  text.split(/^--> statement-breakpoint$/m).map((s) => s.trim()).filter(Boolean);

const migrationNames = async (): Promise<string[]> =>
  (await readdir(folder)).filter((f) => f.endsWith(".sql")).sort();

/** Migrations of this version that the database has not had yet. Changes nothing. */
export const pendingMigrations = async (db: Db): Promise<string[]> => {
  const names = await migrationNames();
  const kept = await db.execute("select 1 as n from sqlite_master where name = 'schema_migration'");
  if (kept.length === 0) return names;
  const rows = await db.execute("select name from schema_migration");
  const done = new Set(rows.map((r) => String(r.name)));
  return names.filter((name) => !done.has(name));
};

/** Brings the schema up to date and checks that nothing it relies on is missing.
 *  @returns names of the migrations that were applied now
 *  @throws Error if an applied file was changed since, or a trigger or STRICT is missing */
export const migrate = async (db: Db, now: number): Promise<string[]> => {
  await db.execute(
    "create table if not exists schema_migration (name text primary key, hash text not null, applied_at integer not null) strict",
  );
  const done = new Map(
    (await db.execute("select name, hash from schema_migration")).map((
      r,
    ) => [String(r.name), String(r.hash)]),
  );
  const names = await migrationNames();
  const applied: string[] = [];
  for (const name of names) {
    const text = await readFile(new URL(name, folder), "utf8");
    const hash = sha256(text);
    if (done.has(name)) {
      if (done.get(name) !== hash) throw new Error(`Migration ${name} was changed after it ran`);
      continue;
    }
    await db.batch([
      ...statementsOf(text).map((sql) => ({ sql })),
      {
        sql: "insert into schema_migration values (?, ?, ?)",
        args: [name, hash, now],
      },
    ]);
    applied.push(name);
  }
  await assertSchema(db, names);
  return applied;
};

const assertSchema = async (db: Db, names: string[]): Promise<void> => {
  const texts = await Promise.all(names.map((n) => readFile(new URL(n, folder), "utf8")));
  const wanted = new Set(
    texts.flatMap((t) => [...t.matchAll(/^create trigger (\w+)/gm)].map((m) => m[1]!)),
  );
  for (const t of texts) {
    for (const dropped of t.matchAll(/^drop trigger (?:if exists )?(\w+)/gm)) {
      wanted.delete(dropped[1]!);
    }
  }
  const there = new Set(
    (await db.execute("select name from sqlite_master where type = 'trigger'")).map((r) =>
      String(r.name)
    ),
  );
  const missing = [...wanted].filter((t) => !there.has(t));
  if (missing.length) throw new Error(`Triggers are missing: ${missing.join(", ")}`);
  const loose = await db.execute(
    "select name from pragma_table_list where schema = 'main' and type = 'table' and strict = 0 and name not like 'sqlite_%' and name not like '%_sequence' and name not like 'libsql_%'",
  );
  if (loose.length) {
    throw new Error(`Tables are not STRICT: ${loose.map((r) => r.name).join(", ")}`);
  }
  if (!db.file) return;
  const [mode] = await db.execute("pragma journal_mode");
  const [sync] = await db.execute("pragma synchronous");
  const [keys] = await db.execute("pragma foreign_keys");
  if (mode?.journal_mode !== "wal" || sync?.synchronous !== 2 || keys?.foreign_keys !== 1) {
    throw new Error("The database is not in WAL mode with synchronous=FULL and foreign keys on");
  }
};
