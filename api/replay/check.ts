/** The second opinion: what every member should have, by plain SQL over the data in an engine of its
 *  own, against what the ledger says. The lines are read by the mapping's own SQL, a file beside it
 *  (see docs/replay.md); nothing of the product's rules is used. @module */
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import Database from "libsql";
import type { Db } from "../db/open.ts";
import { type Mapping, pathIn } from "./mapping.ts";
import { dueSql, type ProgrammeName, tierFactors } from "./programmes.ts";
import { headingOf, readCsv } from "./read-csv.ts";

type Row = Record<string, unknown>;
type Engine = {
  exec(sql: string): void;
  prepare(sql: string): { run(...args: unknown[]): unknown; all(...args: unknown[]): Row[] };
  close(): void;
};

export type Comparison = {
  members: number;
  points: number;
  /** Members by tier, lowest first; one number where there is one tier. */
  tiers: number[];
  different: Row[];
};

/** The file beside a mapping that says in SQL how the second opinion reads the lines; null: none. */
export const opinionBeside = (mappingPath: string): string | null => {
  const path = mappingPath.replace(/\.json$/, ".sql");
  return path !== mappingPath && existsSync(path) ? path : null;
};

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** Every column of a file as text, in a table called as the file. */
const load = async (own: Engine, folder: string, file: string): Promise<void> => {
  const path = pathIn(folder, file)!;
  const table = quoted(file.replace(/\.csv(\.gz)?$/, "").replace(/\W/g, "_"));
  const columns = await headingOf(path);
  own.exec(`create table ${table} (${columns.map((c) => `${quoted(c)} text`).join(", ")})`);
  const insert = own.prepare(
    `insert into ${table} values (${columns.map(() => "?").join(", ")})`,
  );
  own.exec("begin");
  for await (const { values, fault } of readCsv(path)) {
    if (!fault) insert.run(...columns.map((c) => values[c]!));
  }
  own.exec("commit");
  own.exec(`create index ${quoted(`${table} first`)} on ${table} (${quoted(columns[0]!)})`);
};

const ledgerOf = async (own: Engine, db: Db, brandId: string): Promise<void> => {
  own.exec(
    "create table ledger (member text primary key, points integer, carry integer, level integer)",
  );
  const add = own.prepare("insert into ledger values (?, ?, ?, ?)");
  const rows = await db.execute(
    `select m.external_ref as member, a.balance, a.carry, t.level from member m
     join loyalty_account l on l.member_id = m.id join account a on a.id = l.id || '.points'
     left join tier t on t.id = l.tier_id where m.brand_id = ?`,
    [brandId],
  );
  own.exec("begin");
  for (const r of rows) {
    add.run(String(r.member), Number(r.balance), Number(r.carry), Number(r.level ?? 0));
  }
  own.exec("commit");
};

/** Points of every member against the calculation, with the fraction of a point where it is kept and
 *  the tier where there are several. */
const compareSql = (name: ProgrammeName): string =>
  `with due as (${dueSql(name)}), expected as (
     select member, micro / 1000000 as points, micro % 1000000 as carry, ${levelSql(name)} as level
     from due
   )
   select e.*, g.points as has, g.carry as has_carry, g.level as has_level
   from expected e left join ledger g on g.member = e.member
   where g.points is not e.points or g.carry is not e.carry or g.level is not e.level
   union all
   select g.member, 0, 0, 0, g.points, g.carry, g.level from ledger g
   where g.member not in (select member from due)`;

const levelSql = (name: ProgrammeName): string =>
  name === "tiers" ? "case when net >= :third then 2 when net >= :second then 1 else 0 end" : "0";

export const compare = async (
  db: Db,
  brandId: string,
  folder: string,
  { mapping, programme, opinion }: { mapping: Mapping; programme: ProgrammeName; opinion: string },
): Promise<Comparison> => {
  const own = new Database(":memory:") as unknown as Engine;
  try {
    const { sales, products } = mapping;
    for (const file of new Set([sales.file, products.file ?? sales.file])) {
      await load(own, folder, file);
    }
    own.exec(await readFile(opinion, "utf8"));
    await ledgerOf(own, db, brandId);
    const [second, third] = mapping.tiers?.from ?? [0, 0];
    const sql = compareSql(programme).replaceAll(":second", String(second))
      .replaceAll(":third", String(third));
    const different = own.prepare(sql).all();
    const levels = own.prepare(
      "select level, count(*) as n, sum(points) as p from ledger group by level order by level",
    ).all();
    return {
      members: levels.reduce((sum, l) => sum + Number(l.n), 0),
      points: levels.reduce((sum, l) => sum + Number(l.p), 0),
      tiers: Array.from(
        { length: programme === "tiers" ? tierFactors.length : 1 },
        (_, level) => Number(levels.find((l) => Number(l.level) === level)?.n ?? 0),
      ),
      different,
    };
  } finally {
    own.close();
  }
};
