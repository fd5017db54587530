/** A small chain as an earlier release left it: its schema is the migrations up to one of them, its
 *  rows are those of today as far as that schema has room for them. @module */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import Database from "libsql";
import { statementsOf } from "../../api/db/migrate.ts";
import { sha256 } from "../../api/db/settle.ts";
import { home } from "./server.ts";
import { smallChain } from "./small-chain.ts";

type Row = Record<string, unknown>;
type Connection = {
  exec(sql: string): void;
  prepare(sql: string): { all(): Row[] };
  close(): void;
};

const folder = join(home, "migrations");

/** Names of all migrations, in order. */
export const migrations = (): string[] =>
  readdirSync(folder).filter((name) => name.endsWith(".sql")).sort();

const columnsOf = (db: Connection, schema: string, table: string): string[] =>
  db.prepare(`select name from pragma_table_info('${table}', '${schema}')`).all()
    .map((row) => String(row.name));

const copyRows = (db: Connection): void => {
  const tables = db.prepare(
    "select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and name <> 'schema_migration'",
  ).all();
  for (const { name } of tables) {
    const today = columnsOf(db, "today", String(name));
    const columns = columnsOf(db, "main", String(name)).filter((c) => today.includes(c)).join(", ");
    if (!columns) continue;
    db.exec(`delete from main."${name}"`);
    db.exec(`insert into main."${name}" (${columns}) select ${columns} from today."${name}"`);
  }
};

/** Writes a database of the release that ended with the migration `last` ("0006"). */
export const writeOldChain = async (path: string, last: string): Promise<void> => {
  const today = await smallChain();
  const db = new Database(path) as unknown as Connection;
  db.exec("pragma journal_mode=WAL");
  db.exec("pragma foreign_keys=OFF");
  db.exec(
    "create table schema_migration (name text primary key, hash text not null, applied_at integer not null) strict",
  );
  for (const name of migrations().filter((n) => n.slice(0, 4) <= last)) {
    const text = readFileSync(join(folder, name), "utf8");
    for (const sql of statementsOf(text)) db.exec(sql);
    db.exec(`insert into schema_migration values ('${name}', '${sha256(text)}', 0)`);
  }
  const guards = db.prepare("select name, sql from sqlite_master where type = 'trigger'").all();
  for (const { name } of guards) db.exec(`drop trigger ${name}`);
  db.exec(`attach '${today}' as today`);
  copyRows(db);
  db.exec("detach today");
  for (const { sql } of guards) db.exec(String(sql));
  db.exec("pragma wal_checkpoint(truncate)");
  db.close();
};
