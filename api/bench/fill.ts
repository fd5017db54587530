/** A large chain filled by SQL, in minutes: the rows are shaped like real ones (same keys, sizes and
 *  indexes) but their hashes are not a chain, so this is for measuring only. The file is filled by
 *  an engine of its own while nobody has it open, without a journal, and in the order of its keys:
 *  indexes and triggers are away meanwhile and are made in one go afterwards. That is what lets ten
 *  million entries finish; kept up to date row by row they do not. @module */
import { DatabaseSync } from "node:sqlite";

const id = (prefix: string, n: string) => `'${prefix}_' || printf('%022d', ${n})`;
const day = 86_400_000;

/** When the s-th of `sales` sales of a member was: spread over a year that ends now, members apart. */
const soldAt = (sales: number, now: number) => {
  const apart = Math.floor(365 * day / sales);
  return `(${now} - ${365 * day} + (s - 1) * ${apart} + i * 611953 % ${apart})`;
};

const reasons =
  `{"reasons":[{"code":"base-rate","eligibleFen":1000,"fenPerPoint":100,"pointsPerStep":1}]}`;

/** A member's account of one unit, as its entries leave it. */
const accountOf = (unit: string, sales: number): string => {
  const [balance, seq, head] = unit === "points-debt" ? ["0", "0", "''"] : [
    `${unit === "points" ? 10 : 1000} * ${sales}`,
    String(sales),
    `'fill-' || i || '-${sales}'`,
  ];
  return `insert into account (id, loyalty_id, brand_id, unit, balance, seq, head)
    select ${id("acc", "i")} || '.${unit}', ${id("acc", "i")}, 'brd_a', '${unit}', ${balance},
      ${seq}, ${head} from m`;
};

/** Members with their accounts and cards: tables in the order they are filled. */
const peopleTables = (members: number, sales: number, now: number): [string, string][] => {
  const people = `with recursive m(i) as (select 0 union all select i + 1 from m where i < ${
    members - 1
  })`;
  const serial = "(91 * 1000000000000 + 500000000000 + i)";
  const birthday = `printf('%04d-%02d-%02d', 1950 + i % 55, 1 + i % 12, 1 + i % 28)`;
  return [
    [
      "member",
      `${people} insert into member (id, brand_id, name, name_search, phone_tail, birthday, joined_at,
        joined_store_id, source)
      select ${id("mem", "i")}, 'brd_a', '会员' || i, '会员' || i, printf('%04d', i % 10000),
        ${birthday}, ${now} - ${365 * day} + i % ${365 * day}, 'sto_a', 'fill' from m`,
    ],
    [
      "loyalty_account",
      `${people} insert into loyalty_account (id, brand_id, member_id, tier_id, opened_at)
      select ${id("acc", "i")}, 'brd_a', ${id("mem", "i")}, 'tie_a', 1700000000000 + i from m`,
    ],
    ["account", `${people} ${accountOf("points", sales)}`],
    ["account", `${people} ${accountOf("points-debt", sales)}`],
    ["account", `${people} ${accountOf("qualifying", sales)}`],
    [
      "card",
      `${people} insert into card (id, account_id, member_id, brand_id, medium, number, issued_at)
      select ${id("crd", "i")}, ${id("acc", "i")}, ${id("mem", "i")}, 'brd_a', 'plastic',
        ${serial} || printf('%02d', 98 - (${serial} * 100) % 97), 1700000000000 + i from m`,
    ],
  ];
};

/** What they bought and what it gave. */
const ledgerTables = (members: number, sales: number, now: number): [string, string][] => {
  // Cross join keeps the order: all of one member's rows, then the next member's.
  const each = `with recursive k(s) as (select 1 union all select s + 1 from k where s < ${sales}),
    m(i) as (select 0 union all select i + 1 from m where i < ${members - 1})`;
  const nth = `i * ${sales} + s`;
  const at = soldAt(sales, now);
  const entries = (unit: string, amount: number) =>
    `${each} insert into entry select ${id("acc", "i")} || '.${unit}', s, ${id("jrn", nth)},
      '${unit}', ${amount}, 'issued@sto_a', ${amount} * s, 0, ${at},
      case s when 1 then '' else 'fill-' || i || '-' || (s - 1) end, 'fill-' || i || '-' || s
      from m cross join k`;
  return [
    [
      "journal",
      `${each} insert into journal (id, kind, cause_kind, cause_id, brand_id, store_id, actor,
        occurred_at, recorded_at, explanation, digest)
      select ${id("jrn", nth)}, 'accrual', 'sale', ${id("sal", nth)}, 'brd_a', 'sto_a',
        'pos:key_sto_a', ${at}, ${at}, '${reasons}', 'digest-of-a-filled-journal-0000000000000'
      from m cross join k`,
    ],
    ["entry", entries("points", 10)],
    ["entry", entries("qualifying", 1000)],
    [
      "lot",
      `${each} insert into lot select ${id("lot", nth)}, ${id("acc", "i")} || '.points',
        ${id("jrn", nth)}, 10, 10, ${at}, ${at} + ${730 * day}, 'sto_a', 'brd_a', 'rul_a', s
      from m cross join k`,
    ],
    [
      "sale",
      `${each} insert into sale (id, brand_id, store_id, order_no, member_id, account_id, total_fen,
        api_key_id, occurred_at, recorded_at, journal_id, rules_id, tier_id, points)
      select ${id("sal", nth)}, 'brd_a', 'sto_a', 'F' || printf('%010d', ${nth}), ${id("mem", "i")},
        ${id("acc", "i")}, 1000, 'key_sto_a', ${at}, ${at}, ${id("jrn", nth)}, 'rul_a', 'tie_a', 10
      from m cross join k`,
    ],
    [
      "sale_line",
      `${each} insert into sale_line (sale_id, n, product_id, category_id, category_path, name,
        quantity_milli, unit_fen, amount_fen)
      select ${id("sal", nth)}, 1, 'prd_rice', 'cat_food', '["cat_food"]', '五常大米 5kg', 1000,
        1000, 1000 from m cross join k`,
    ],
  ];
};

const tables = (members: number, sales: number, now: number): [string, string][] => [
  ...peopleTables(members, sales, now),
  ...ledgerTables(members, sales, now),
];

/** Number of the i-th filled card. */
export const filledCard = (i: number): string => {
  const serial = 91n * 1_000_000_000_000n + 500_000_000_000n + BigInt(i);
  return `${serial}${String(98n - (serial * 100n) % 97n).padStart(2, "0")}`;
};

/** Ids of the i-th filled member. */
export const filledMember = (i: number) => {
  const n = String(i).padStart(22, "0");
  return { memberId: `mem_${n}`, loyaltyId: `acc_${n}`, cardId: `crd_${n}` };
};

/** Fills the file of a test chain that nobody has open.
 *  @param said told of each step that took a second or more
 *  @param now the year of sales ends here, ms */
export const fillFile = (
  path: string,
  { members, sales, now }: { members: number; sales: number; now: number },
  said: (line: string) => void,
): void => {
  const db = new DatabaseSync(path, { enableForeignKeyConstraints: false });
  const step = (what: string, work: () => void): void => {
    const from = performance.now();
    work();
    const seconds = (performance.now() - from) / 1000;
    if (seconds >= 1) said(`${what} ${seconds.toFixed(0)} s`);
  };
  db.exec(`pragma journal_mode=off; pragma synchronous=off; pragma locking_mode=exclusive;
    pragma cache_size=-524288; pragma temp_store=memory`);
  const filled = new Set(tables(1, 1, now).map(([table]) => table));
  const away = db.prepare(
    `select name, type, tbl_name, sql from sqlite_master
     where type in ('index', 'trigger') and sql is not null`,
  ).all().filter((row) => row.type === "trigger" || filled.has(String(row.tbl_name)));
  for (const { type, name } of away) db.exec(`drop ${type} "${name}"`);
  for (const [table, sql] of tables(members, sales, now)) step(table, () => db.exec(sql));
  for (const { name, sql } of away) step(String(name), () => db.exec(String(sql)));
  db.exec("pragma locking_mode=normal; pragma journal_mode=wal");
  db.close();
};
