/** kill -9 while a new version brings the database of an earlier one up to date: whenever it is
 *  killed, the next start goes on from there, and every row and every balance is what it was. */
import { copyFile, mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Db, openDb } from "../../api/db/open.ts";
import { verifyLedger } from "../../api/points/verify.ts";
import { call } from "../../shared/call.ts";
import { recordSale } from "../../shared/sales/endpoints.ts";
import { newKey, tillAt } from "../callers.ts";
import { migrations, writeOldChain } from "./old-chain.ts";
import { startServer, startTimes, until } from "./server.ts";
import { atMost, seeded, soak, tried } from "./tried.ts";

/** The last migration of the first release. */
const lastOfOld = "0006";
const rounds = soak ? 40 : 4;

let folder: string;
let old: string;
let money: Record<string, unknown>[];

const inFile = async <T>(path: string, work: (db: Db) => Promise<T>): Promise<T> => {
  const db = await openDb({ url: `file:${path}` });
  try {
    return await work(db);
  } finally {
    db.close();
  }
};

/** Every balance, lot and entry, as sums that one changed row would change. */
const moneyOf = (db: Db) =>
  db.execute(
    `select (select count(*) || ' ' || sum(balance) || ' ' || group_concat(head, '') from account) as a,
       (select count(*) || ' ' || sum(remaining) || ' ' || sum(lapses_at) from lot) as b,
       (select count(*) || ' ' || sum(amount) || ' ' || group_concat(hash, '') from entry) as c,
       (select count(*) || ' ' || sum(total_fen) from sale) as d`,
  );

const appliedIn = async (database: string, n: number): Promise<number> => {
  // Looked at in a copy: what the killed process left is for the next one to recover.
  const copy = join(folder, `look-${n}.db`);
  for (const end of ["", "-wal"]) await copyFile(database + end, copy + end).catch(() => {});
  const rows = await inFile(copy, (db) => db.execute("select name from schema_migration"));
  return rows.length;
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "jifu-migrate-"));
  old = join(folder, "old.db");
  await writeOldChain(old, lastOfOld);
  money = await inFile(old, moneyOf);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const sizeOf = (path: string): Promise<number> => stat(path).then(({ size }) => size, () => 0);

/** Kills a start as soon as it has begun to write, or a moment later. */
const killMigrating = async (database: string, waitMs: number): Promise<void> => {
  const server = await startServer({ database, wait: false });
  await until("the migration writes", async () => await sizeOf(`${database}-wal`) > 40_000);
  await new Promise((done) => setTimeout(done, waitMs));
  await server.end("SIGKILL");
};

test("a migration that is killed is taken up where it was, and changes no balance", async () => {
  const chance = seeded();
  const all = migrations().length;
  const before = migrations().filter((name) => name.slice(0, 4) <= lastOfOld).length;
  const starts = startTimes();
  let halfDone = 0;
  for (let n = 0; n < rounds; n++) {
    const database = join(folder, `round-${n}.db`);
    await copyFile(old, database);
    await killMigrating(database, chance.below(60));
    const applied = await appliedIn(database, n);
    if (applied > before && applied < all) halfDone++;
    const server = await startServer({ database });
    starts.note(server);
    await inFile(database, async (db) => {
      expect(await db.execute("select name from schema_migration")).toHaveLength(all);
      expect(await moneyOf(db)).toEqual(money);
      expect((await verifyLedger(db, Date.now())).findings).toEqual([]);
    });
    const { saleId } = await call(tillAt(server.url), recordSale, {
      key: newKey(),
      body: {
        orderNo: `MG-${n}`,
        lines: [{ name: "绍兴黄酒", quantityMilli: 1000, amountFen: 3600 }],
        totalFen: 3600,
      },
    });
    expect(saleId).toMatch(/^sal_/);
    await server.end("SIGKILL");
  }
  tried({
    fault: "kill -9 during a migration (0006 to today)",
    times: `${rounds} rounds`,
    happened: `${halfDone} times some but not all migrations were in; every balance and hash as ` +
      `before; ${starts.said()}`,
  });
  expect(starts.own(0.95)).toBeLessThan(3000);
}, atMost(120_000));
