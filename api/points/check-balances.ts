/** Before a file is served: whether what it would show as balances is what was booked. Much less
 *  than verify.ts proves, but fast: it does not look at the past, only at what stands on it. @module */
import type { Db } from "../db/open.ts";
import { hashOf } from "./hashes.ts";
import type { EntryRow, LotRow, LotUseRow } from "./queries.ts";

type Rows = Record<string, unknown>[];

const heads = `select a.id as at from account a
  left join entry e on e.account_id = a.id and e.seq = a.seq
  where a.balance <> coalesce(e.balance_after, 0) or a.carry <> coalesce(e.carry_after, 0)
    or a.head <> coalesce(e.hash, '')
  limit 5`;

const lots = `select a.id as at from account a
  left join (select account_id, sum(remaining) as total from lot group by account_id) s
    on s.account_id = a.id
  where a.unit = 'points' and a.balance <> coalesce(s.total, 0)
  limit 5`;

/** One that is used up too: what is given back goes into it again. */
const strayLots = `select t.id as at from lot t
  left join entry e on e.account_id = t.account_id and e.seq = t.created_seq
  where e.journal_id is not t.journal_id
  limit 5`;

const newestSeal = `select h.account_id as at from (
    select account_id, seq, hash from seal_head where day = (select max(day) from seal) limit 2000) h
  left join entry e on e.account_id = h.account_id and e.seq = h.seq
  where e.hash is not h.hash
  limit 5`;

/** Entries that balances stand on: the last of each account, and what created lots. */
const shown = `(select id as account_id, seq from account where seq > 0
  union select account_id, created_seq from lot)`;

const found = async (db: Db, sql: string, what: string): Promise<string[]> =>
  (await db.execute(sql)).map(({ at }) => `${what}: ${at}`);

const byEntry = <T>(rows: T[], seq: (row: T) => number, account: (row: T) => string) => {
  const map = new Map<string, T[]>();
  for (const row of rows) {
    const at = `${account(row)}#${seq(row)}`;
    map.set(at, [...map.get(at) ?? [], row]);
  }
  return map;
};

const hashes = async (db: Db): Promise<string[]> => {
  const [entries, lotRows, useRows] = await Promise.all([
    `select e.*, x.digest from ${shown} s
     join entry e on e.account_id = s.account_id and e.seq = s.seq
     join journal x on x.id = e.journal_id`,
    `select t.* from ${shown} s join lot t on t.account_id = s.account_id and t.created_seq = s.seq`,
    `select u.* from ${shown} s join lot_use u on u.account_id = s.account_id and u.seq = s.seq`,
  ].map((sql) => db.execute(sql))) as [Rows, Rows, Rows];
  const created = byEntry(lotRows as LotRow[], (l) => l.created_seq, (l) => l.account_id);
  const uses = byEntry(useRows as LotUseRow[], (u) => u.seq, (u) => u.account_id);
  return (entries as (EntryRow & { digest: string })[]).flatMap((entry) => {
    const at = `${entry.account_id}#${entry.seq}`;
    const hash = hashOf(entry, entry.digest, created.get(at) ?? [], uses.get(at) ?? []);
    return hash === entry.hash ? [] : [`the hash of an entry is another: ${at}`];
  }).slice(0, 5);
};

/** @param whole every account, its lots and their hashes; otherwise the newest seal alone
 *  @returns what does not hold, a line each; [] is right */
export const checkBalances = async (db: Db, whole: boolean): Promise<string[]> => {
  const sealed = await found(db, newestSeal, "the newest seal names another head");
  if (!whole) return sealed;
  return [
    ...sealed,
    ...await found(db, heads, "a balance is not its last entry's"),
    ...await found(db, lots, "a balance is not what is left in its lots"),
    ...await found(db, strayLots, "a lot is not where it was issued"),
    ...await hashes(db),
  ];
};
