/** Proves the ledger: every invariant as a query (no row means it holds), the chain and the seals
 *  recomputed, and the trial balance. `deno task verify` prints it. @module */
import { checkPages } from "../db/check-file.ts";
import { checkText } from "../db/check-text.ts";
import { troubleOf } from "../db/disk.ts";
import type { Db } from "../db/open.ts";
import { invariants } from "./invariants.ts";
import { digestOf, hashOf } from "./hashes.ts";
import type { EntryRow, JournalRow, LotRow, LotUseRow } from "./queries.ts";
import { rootOf } from "./seal-day.ts";

export type Finding = { check: string; rows: Record<string, unknown>[] };
export type TrialRow = { unit: string; side: string; amount: number };
export type Proof = {
  findings: Finding[];
  entries: number;
  accounts: number;
  seals: number;
  trial: TrialRow[];
};

const page = 2000;

/** What of a file cannot even be read, or hangs in the air: then nothing else is looked at. */
const checkFile = async (db: Db): Promise<Finding[]> => {
  if (!db.file) return [];
  const pages = await checkPages(db);
  if (pages.length) return [{ check: "pages of the file", rows: pages.map((page) => ({ page })) }];
  const text = await checkText(db);
  if (text.length) return [{ check: "text", rows: text.map((table) => ({ table })) }];
  const lost = (await db.execute("pragma foreign_key_check")).slice(0, 5);
  return lost.length ? [{ check: "rows that others refer to are there", rows: lost }] : [];
};

const nothing: Omit<Proof, "findings"> = { entries: 0, accounts: 0, seals: 0, trial: [] };

/** Runs every check. Nothing is written; a large ledger is read in pages. */
export const verifyLedger = async (db: Db, now: number): Promise<Proof> => {
  try {
    const unreadable = await checkFile(db);
    if (unreadable.length) return { ...nothing, findings: unreadable };
    return await proveLedger(db, now);
  } catch (error) {
    if (troubleOf(error) !== "damaged") throw error;
    const { message } = (error as Error).cause as Error ?? error;
    return { ...nothing, findings: [{ check: "pages of the file", rows: [{ page: message }] }] };
  }
};

/** The same without a look at the file: what holds for a ledger wherever it is kept. */
export const proveLedger = async (db: Db, now: number): Promise<Proof> => {
  const findings: Finding[] = [];
  for (const { name, sql } of invariants) {
    const rows = await db.execute(sql.replaceAll(":now", String(Math.floor(now))));
    if (rows.length) findings.push({ check: name, rows: rows.slice(0, 5) });
  }
  const chain = await checkChain(db);
  if (chain.broken.length) findings.push({ check: "chain", rows: chain.broken.slice(0, 5) });
  const seals = await checkSeals(db);
  if (seals.broken.length) findings.push({ check: "seals", rows: seals.broken.slice(0, 5) });
  const trial = await trialBalance(db);
  for (const unit of new Set(trial.map((t) => t.unit))) {
    const sum = trial.filter((t) => t.unit === unit).reduce((s, t) => s + t.amount, 0);
    if (sum !== 0) findings.push({ check: "trial balance", rows: [{ unit, sum }] });
  }
  const [counts] = await db.execute("select count(*) as accounts from account");
  return {
    findings,
    entries: chain.entries,
    accounts: Number(counts!.accounts),
    seals: seals.count,
    trial,
  };
};

/** Members' side and, with the sign turned, each of the programme's accounts: the sum is 0. */
export const trialBalance = async (db: Db): Promise<TrialRow[]> => {
  const rows = await db.execute(
    `select unit, 'members' as side, sum(balance) as amount from account group by unit
     union all
     select unit, contra, -sum(amount) from entry group by unit, contra order by 1, 2`,
  );
  return rows.map((r) => ({
    unit: String(r.unit),
    side: String(r.side),
    amount: Number(r.amount),
  })).filter((r) => r.amount !== 0 || r.side === "members");
};

type Chained = EntryRow & { digest: string };

const checkChain = async (db: Db) => {
  const broken: Record<string, unknown>[] = [];
  let entries = 0;
  let last = { account: "", seq: 0, hash: "" };
  for (;;) {
    const rows = await db.execute(
      `select e.*, x.digest from entry e join journal x on x.id = e.journal_id
       where (e.account_id, e.seq) > (?, ?) order by e.account_id, e.seq limit ${page}`,
      [last.account, last.seq],
    ) as unknown as Chained[];
    if (rows.length === 0) break;
    const parts = await partsOf(db, rows[0]!, rows.at(-1)!);
    for (const row of rows) {
      const at = `${row.account_id}#${row.seq}`;
      const before = row.account_id === last.account ? last : { seq: 0, hash: "" };
      const hash = hashOf(row, row.digest, parts.lots.get(at) ?? [], parts.uses.get(at) ?? []);
      if (row.seq !== before.seq + 1 || row.prev_hash !== before.hash || row.hash !== hash) {
        broken.push({ account: row.account_id, seq: row.seq });
      }
      last = { account: row.account_id, seq: row.seq, hash: row.hash };
    }
    entries += rows.length;
    // Yields a macrotask: a loop of awaits alone never lets the native client free its memory.
    await new Promise((r) => setTimeout(r, 0));
  }
  broken.push(...await checkDigests(db));
  return { entries, broken };
};

const grouped = <T>(rows: T[], key: (row: T) => string): Map<string, T[]> => {
  const map = new Map<string, T[]>();
  for (const row of rows) {
    const list = map.get(key(row));
    if (list) list.push(row);
    else map.set(key(row), [row]);
  }
  return map;
};

const partsOf = async (db: Db, first: EntryRow, last: EntryRow) => {
  const lots = await db.execute(
    "select * from lot where account_id between ? and ?",
    [first.account_id, last.account_id],
  ) as unknown as LotRow[];
  const uses = await db.execute(
    "select * from lot_use where (account_id, seq) >= (?, ?) and (account_id, seq) <= (?, ?)",
    [first.account_id, first.seq, last.account_id, last.seq],
  ) as unknown as LotUseRow[];
  return {
    lots: grouped(lots, (l) => `${l.account_id}#${l.created_seq}`),
    uses: grouped(uses, (u) => `${u.account_id}#${u.seq}`),
  };
};

const checkDigests = async (db: Db): Promise<Record<string, unknown>[]> => {
  const broken: Record<string, unknown>[] = [];
  let last = "";
  for (;;) {
    const rows = await db.execute(
      `select * from journal where id > ? order by id limit ${page}`,
      [last],
    ) as unknown as JournalRow[];
    if (rows.length === 0) return broken;
    for (const row of rows) if (digestOf(row) !== row.digest) broken.push({ journal: row.id });
    last = rows.at(-1)!.id;
    await new Promise((r) => setTimeout(r, 0));
  }
};

const checkSeals = async (db: Db) => {
  const broken: Record<string, unknown>[] = [];
  const seals = await db.execute("select * from seal order by day");
  let previous = "";
  for (const seal of seals) {
    const heads = await db.execute(
      "select account_id, seq, hash from seal_head where day = ? order by account_id",
      [String(seal.day)],
    ) as { account_id: string; seq: number; hash: string }[];
    const moved = await db.execute(
      `select h.account_id from seal_head h left join entry e
       on e.account_id = h.account_id and e.seq = h.seq
       where h.day = ? and e.hash is not h.hash limit 1`,
      [String(seal.day)],
    );
    const root = rootOf(previous, String(seal.day), heads);
    if (moved.length || root !== seal.root || seal.prev_root !== previous) {
      broken.push({ day: seal.day });
    }
    previous = String(seal.root);
  }
  return { count: seals.length, broken };
};
