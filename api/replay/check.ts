/** The second opinion: what every household should have, by plain SQL over the data in an engine of
 *  its own, against what the ledger says. Nothing of the product's rules is used here. @module */
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { Db } from "../db/open.ts";
import type { Mapping } from "./mapping.ts";
import { readCsv } from "./read-csv.ts";

export type Comparison = {
  households: number;
  different: Record<string, unknown>[];
  total: number;
};

const load = async (db: DatabaseSync, path: string, table: string, columns: string[]) => {
  db.exec(`create table ${table} (${columns.map((c) => `${c} text`).join(", ")})`);
  const insert = db.prepare(`insert into ${table} values (${columns.map(() => "?").join(", ")})`);
  db.exec("begin");
  for await (const { values } of readCsv(path)) insert.run(...columns.map((c) => values[c]!));
  db.exec("commit");
};

/** One point per full 100 cents over all of a household's sales, nothing lapses: from the raw file,
 *  lines with a quantity above 0, whole cents and a known product. */
export const compare = async (
  db: Db,
  brandId: string,
  folder: string,
  { sales, products }: Mapping,
): Promise<Comparison> => {
  const own = new DatabaseSync(":memory:");
  const { member, quantity, amount, product } = sales;
  await load(own, join(folder, sales.file), "line", [member, quantity, amount, product]);
  await load(own, join(folder, products.file), "product", [products.product]);
  own.exec("create index product_id on product (" + products.product + ")");
  own.exec("create table ledger (household text primary key, points integer, micro integer)");
  const addAccount = own.prepare("insert into ledger values (?, ?, ?)");
  const rows = await db.execute(
    `select substr(m.external_ref, 11) as household, a.balance, a.carry from member m
     join loyalty_account l on l.member_id = m.id join account a on a.id = l.id || '.points'
     where m.brand_id = ?`,
    [brandId],
  );
  for (const r of rows) addAccount.run(String(r.household), Number(r.balance), Number(r.carry));
  own.exec(
    `create view due as select ${member} as household, sum(round(${amount} * 100)) as cents from line
     where cast(${quantity} as real) > 0 and abs(${amount} * 100 - round(${amount} * 100)) < 1e-6
       and ${product} in (select ${products.product} from product)
     group by ${member} having cents > 0`,
  );
  const different = own.prepare(
    `select s.household, s.cents, g.points, g.micro from due s
     left join ledger g on g.household = s.household
     where g.points is not cast(s.cents / 100 as integer)
       or g.micro is not (cast(s.cents as integer) % 100) * 10000
     union all
     select g.household, 0, g.points, g.micro from ledger g
     where g.household not in (select household from due)`,
  ).all() as Record<string, unknown>[];
  const [sum] = own.prepare("select sum(points) as total, count(*) as households from ledger")
    .all() as { total: number; households: number }[];
  own.close();
  return { households: sum!.households, different, total: sum!.total };
};
