/** A database file that is cut short or has one bit turned, and a write-ahead log in the same state:
 *  whatever is served from it is what was booked, or nothing is served and a sentence says why. */
import { copyFile, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { hashToken } from "../../api/access/tokens.ts";
import { type Db, openDb } from "../../api/db/open.ts";
import { openHouse } from "../../api/open-house.ts";
import { verifyLedger } from "../../api/points/verify.ts";
import { CannotStart, readSettings } from "../../api/settings.ts";
import { startServer } from "./server.ts";
import { bookLapsing, openSmallHouse, secretKey, smallChain } from "./small-chain.ts";
import { atMost, seeded, soak, tried } from "./tried.ts";

const many = soak ? 500 : 12;
const pageSize = 4096;
const chance = seeded();

let folder: string;
/** A copy of the small chain that was killed: file, write-ahead log and what stands beside. */
let killed: Record<string, Buffer>;
let booked: string;
const ends = ["", "-wal", ".last"];

/** Everything that a balance is shown from. */
const shown = async (db: Db): Promise<string> =>
  JSON.stringify([
    await db.execute("select id, balance, seq, head, carry from account order by id"),
    await db.execute(
      "select id, account_id, remaining, available_at, lapses_at from lot order by id",
    ),
  ]);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "jifu-damage-"));
  const path = join(folder, "jifu.db");
  await copyFile(await smallChain(), path);
  const house = await openSmallHouse(path);
  for (let i = 0; i < 3; i++) await bookLapsing(house, 900 + i);
  booked = await shown(house.db);
  killed = {};
  for (const end of ends) killed[end] = await readFile(path + end);
  house.db.close();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

let placed = "";
let places = 0;

/** Puts the files in a place of their own: SQLite knows a file again that it once had open. */
const place = async (files: Record<string, Buffer>): Promise<string> => {
  for (const end of [...ends, "-shm"]) await rm(placed + end, { force: true });
  placed = join(folder, `damaged-${places++}.db`);
  for (const [end, bytes] of Object.entries(files)) await writeFile(placed + end, bytes);
  return placed;
};

const flipped = (bytes: Buffer, at = chance.below(bytes.length)): Buffer => {
  const other = Buffer.from(bytes);
  other[at]! ^= 1 << chance.below(8);
  return other;
};
const cut = (bytes: Buffer): Buffer => bytes.subarray(0, chance.below(bytes.length));

/** The first row that reads differently, as booked and as served. */
const differing = (now: string): string => {
  const [a, b] = [JSON.parse(booked).flat(), JSON.parse(now).flat()];
  const i = Math.max(
    0,
    b.findIndex((row: unknown, n: number) => JSON.stringify(row) !== JSON.stringify(a[n])),
  );
  return `${JSON.stringify(a[i])} as ${JSON.stringify(b[i])}`;
};

/** "refused", or "served" where every balance is what was booked. */
const outcome = async (path: string): Promise<string> => {
  try {
    const house = await openHouse(
      readSettings({ DATABASE_URL: `file:${path}`, SECRET_KEY: secretKey }),
    );
    const now = await shown(house.db);
    house.db.close();
    return now === booked ? "served, every balance right" : `WRONGLY SERVED: ${differing(now)}`;
  } catch (error) {
    if (!(error instanceof CannotStart)) throw error;
    expect(error.message).toMatch(/^Cannot start: the database file:\S+ (is damaged|lacks|cannot)/);
    return "refused to start";
  }
};

const kinds: Record<string, () => Record<string, Buffer>> = {
  "database, one bit turned": () => ({ ...killed, "": flipped(killed[""]!) }),
  "database, cut short": () => ({ ...killed, "": cut(killed[""]!) }),
  "write-ahead log, one bit turned": () => ({ ...killed, "-wal": flipped(killed["-wal"]!) }),
  "write-ahead log, cut short": () => ({ ...killed, "-wal": cut(killed["-wal"]!) }),
};

test.each(Object.keys(kinds))("%s: served as booked, or refused", async (kind) => {
  const counts: Record<string, number> = {};
  for (let i = 0; i < many; i++) {
    const what = await outcome(await place(kinds[kind]!()));
    counts[what] = (counts[what] ?? 0) + 1;
  }
  expect(Object.keys(counts).filter((what) => what.startsWith("WRONGLY"))).toEqual([]);
  expect(counts["refused to start"]).toBeGreaterThan(0);
  const happened = Object.entries(counts).map(([what, n]) => `${n} ${what}`).join(", ");
  tried({ fault: kind, times: `${many} places`, happened });
}, atMost(60_000));

test("without damage it is served", async () => {
  expect(await outcome(await place(killed))).toBe("served, every balance right");
});

test("a lot that is used up counts too: what is given back goes into it again", async () => {
  for (const change of ["available_at = available_at + 1", "account_id = account_id || 'x'"]) {
    const path = await place({ "": await readFile(await smallChain()) });
    const db = await openDb({ url: `file:${path}` });
    const guards = await db.execute(
      "select name, sql from sqlite_schema where type = 'trigger' and tbl_name = 'lot'",
    );
    await db.execute("pragma foreign_keys = off");
    for (const { name } of guards) await db.execute(`drop trigger ${name}`);
    await db.execute(
      `update lot set ${change} where id = (select min(id) from lot where remaining = 0)`,
    );
    for (const { sql } of guards) await db.execute(String(sql));
    db.close();
    expect(await outcome(path)).toBe("refused to start");
  }
});

test("a database that is gone but for its neighbours is no new one", async () => {
  expect(await outcome(await place({ ".last": killed[".last"]! }))).toBe("refused to start");
});

/** Tables that points and their past are made of. */
const money = ["account", "journal", "entry", "lot", "lot_use", "seal", "seal_head"];

const moneyIn = async (db: Db): Promise<string> => {
  const tables = money.map((t) => db.execute(`select * from ${t} not indexed`));
  return hashToken(JSON.stringify(await Promise.all(tables)));
};

test("verify finds every bit that is turned in a table of the ledger", async () => {
  const whole = await readFile(await smallChain());
  const path = await place({ "": whole });
  const db = await openDb({ url: `file:${path}` });
  const names = money.map((name) => `'${name}'`).join(", ");
  const pages = (await db.execute(`select pageno from dbstat where name in (${names})`))
    .map((row) => Number(row.pageno));
  const right = await moneyIn(db);
  db.close();
  let [found, harmless] = [0, 0];
  for (let i = 0; i < many * 2; i++) {
    const at = (chance.pick(pages) - 1) * pageSize + chance.below(pageSize);
    const damaged = await openDb({ url: `file:${await place({ "": flipped(whole, at) })}` });
    const { findings } = await verifyLedger(damaged, Date.now());
    if (findings.length) found++;
    // Nothing found: then no row may read differently.
    else expect([at, await moneyIn(damaged)]).toEqual([at, right]);
    if (!findings.length) harmless++;
    damaged.close();
  }
  expect(found).toBeGreaterThan(many / 2);
  tried({
    fault: "deno task verify, one bit turned in a page of the ledger",
    times: `${many * 2} places`,
    happened: `${found} found, ${harmless} in bytes that no row is read from, 0 missed`,
  });
}, atMost(60_000));

test("the server says it in a sentence and ends", async () => {
  const path = await place({ "": cut(killed[""]!) });
  const server = await startServer({ database: path, wait: false });
  expect(await server.ended).toBe(1);
  expect(server.said()).toMatch(/^Cannot start: the database \S+ is damaged, nothing is served/m);
  expect(server.said()).not.toMatch(/^\s+at /m);
}, atMost(60_000));
