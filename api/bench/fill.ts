/** A large chain filled by SQL, in minutes: the rows are shaped like real ones (same keys, sizes and
 *  indexes) but their hashes are not a chain, so this is for measuring only. @module */
import { readdir, readFile } from "node:fs/promises";
import { statementsOf } from "../db/migrate.ts";
import type { Db } from "../db/open.ts";

const folder = new URL("../../migrations/", import.meta.url);
const id = (prefix: string, n: string) => `'${prefix}_' || printf('%022d', ${n})`;

const fills = (members: number, sales: number): string[] => {
  const people = `with recursive m(i) as (select 0 union all select i + 1 from m where i < ${
    members - 1
  })`;
  const each = `with recursive k(s) as (select 1 union all select s + 1 from k where s < ${sales})
    , m(i) as (select 0 union all select i + 1 from m where i < ${members - 1})`;
  const serial = "(91 * 1000000000000 + 500000000000 + i)";
  const units = ["points", "qualifying", "points-debt"].map((unit) => {
    const [balance, seq, head] = unit === "points-debt" ? ["0", "0", "''"] : [
      `${unit === "points" ? 10 : 1000} * ${sales}`,
      String(sales),
      `'fill-' || i || '-${sales}'`,
    ];
    return `${people} insert into account (id, loyalty_id, brand_id, unit, balance, seq, head)
      select ${id("acc", "i")} || '.${unit}', ${
      id("acc", "i")
    }, 'brd_a', '${unit}', ${balance}, ${seq}, ${head} from m`;
  });
  const entries = (unit: string, amount: number) =>
    `${each} insert into entry select ${id("acc", "i")} || '.${unit}', s, ${
      id("jrn", `i * ${sales} + s`)
    }, '${unit}', ${amount}, 'issued@sto_a', ${amount} * s, 0, 1700000000000 + s,
      case s when 1 then '' else 'fill-' || i || '-' || (s - 1) end, 'fill-' || i || '-' || s
      from m join k`;
  return [
    `${people} insert into member (id, brand_id, name, joined_at, source)
      select ${id("mem", "i")}, 'brd_a', '会员' || i, 1700000000000 + i, 'fill' from m`,
    `${people} insert into loyalty_account (id, brand_id, member_id, tier_id, opened_at)
      select ${id("acc", "i")}, 'brd_a', ${id("mem", "i")}, 'tie_a', 1700000000000 + i from m`,
    ...units,
    `${people} insert into card (id, account_id, member_id, brand_id, medium, number, issued_at)
      select ${id("crd", "i")}, ${id("acc", "i")}, ${id("mem", "i")}, 'brd_a', 'plastic',
        ${serial} || printf('%02d', 98 - (${serial} * 100) % 97), 1700000000000 + i from m`,
    `${each} insert into journal (id, kind, cause_kind, cause_id, brand_id, store_id, actor,
        occurred_at, recorded_at, explanation, digest)
      select ${id("jrn", `i * ${sales} + s`)}, 'accrual', 'fill', ${
      id("sal", `i * ${sales} + s`)
    }, 'brd_a', 'sto_a',
        'pos:key_sto_a', 1700000000000 + s, 1700000000000 + s,
        '{"reasons":[{"code":"base-rate","eligibleFen":1000,"fenPerPoint":100,"pointsPerStep":1}]}',
        'digest-of-a-filled-journal-0000000000000' from m join k`,
    entries("points", 10),
    entries("qualifying", 1000),
    `${each} insert into lot select ${id("lot", `i * ${sales} + s`)}, ${
      id("acc", "i")
    } || '.points',
        ${
      id("jrn", `i * ${sales} + s`)
    }, 10, 10, 1700000000000 + s, 4102416000000, 'sto_a', 'brd_a',
        'rul_a', s from m join k`,
  ];
};

/** Number of the i-th filled card. */
export const filledCard = (i: number): string => {
  const serial = 91n * 1_000_000_000_000n + 500_000_000_000n + BigInt(i);
  return `${serial}${String(98n - (serial * 100n) % 97n).padStart(2, "0")}`;
};

/** Fills an opened test chain; triggers are away meanwhile and back afterwards. */
export const fill = async (db: Db, members: number, sales: number): Promise<void> => {
  const names = (await readdir(folder)).filter((f) => f.endsWith(".sql")).sort();
  const texts = await Promise.all(names.map((n) => readFile(new URL(n, folder), "utf8")));
  const triggers = texts.flatMap(statementsOf)
    .map((s) => s.replace(/^(--.*\n)+/, "")).filter((s) => s.startsWith("create trigger"));
  for (const row of await db.execute("select name from sqlite_master where type = 'trigger'")) {
    await db.execute(`drop trigger "${row.name}"`);
  }
  await db.execute("pragma synchronous=off");
  for (const sql of fills(members, sales)) await db.execute(sql);
  for (const sql of triggers) await db.execute(sql);
  await db.execute("pragma synchronous=full");
  await db.execute("analyze");
  await db.execute("pragma wal_checkpoint(truncate)");
};
