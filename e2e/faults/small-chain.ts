/** The demo chain with a handful of members, made in this process: small enough to be copied,
 *  killed and damaged hundreds of times. @module */
import { rmSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { createChance } from "../../api/access/chance.ts";
import { makeKeys } from "../../api/access/keys.ts";
import { migrate } from "../../api/db/migrate.ts";
import { openDb } from "../../api/db/open.ts";
import { ranks, writing } from "../../api/db/statement.ts";
import { hexin } from "../../api/demo/places.ts";
import { seedDemo } from "../../api/demo/seed-demo.ts";
import { type House, openDesk, programme } from "../../api/desk.ts";
import { insertMember } from "../../api/test-chain.ts";
import { openAccount, readHoldings } from "../../api/points/holdings.ts";
import { startPosting } from "../../api/points/posting.ts";
import { createNudge } from "../../api/push/nudge.ts";
import { readSettings } from "../../api/settings.ts";

const secret = new Uint8Array(32).fill(7);
/** The root secret of every small chain. */
export const secretKey = Buffer.from(secret).toString("base64url");

/** The database of a small chain, opened in this process. */
export const openSmallHouse = async (path: string): Promise<House> => {
  const url = `file:${path}`;
  return {
    db: await openDb({ url }),
    settings: readSettings({ DATABASE_URL: url }),
    keys: makeKeys(secret),
    clock: () => Date.now(),
    chance: createChance(),
    nudge: createNudge(),
  };
};

/** Members without a phone whose lots are to lapse. */
const idlers = 400;

const make = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), "jifu-small-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, "small.db");
  const house = await openSmallHouse(path);
  const { db } = house;
  await migrate(db, Date.now());
  await seedDemo(house, { share: 0.03 });
  const desk = openDesk(house, programme, { now: Date.now() - 86_400_000 });
  const [tier] = await db.execute("select id from tier where brand_id = ? order by level", [hexin]);
  await db.write(
    Array.from({ length: idlers }, (_, i) => {
      const member = { memberId: desk.id("member"), loyaltyId: `acc_idle_${i}` };
      return [
        insertMember.row({
          id: member.memberId,
          brand_id: hexin,
          name: "顾长安",
          joined_at: desk.now,
          source: "counter",
        }),
        ...openAccount({
          ...member,
          brandId: hexin,
          tierId: String(tier!.id),
          openedAt: desk.now,
        }),
      ];
    }).flat(),
  );
  await db.execute("pragma wal_checkpoint(truncate)");
  db.close();
  return path;
};

let made: Promise<string> | null = null;

/** Path of a small chain, made once. Copy it. */
export const smallChain = (): Promise<string> => made ??= make();

/** Gives every idle member 50 points that lapse at once: work for the sweep. */
export const bookLapsing = async (house: House, round: number): Promise<number> => {
  const now = Date.now();
  const desk = openDesk(house, programme, { now: now - 60_000 });
  await Promise.all(Array.from({ length: idlers }, async (_, i) => {
    const loyaltyId = `acc_idle_${i}`;
    const posting = startPosting(desk, await readHoldings(desk, loyaltyId), {
      kind: "adjustment",
      cause: { kind: "adjustment", id: `idle ${round} ${i}` },
      storeId: null,
      occurredAt: desk.now,
      explanation: { reasons: [] },
    });
    const lot = { availableAt: desk.now, lapsesAt: now - 1000, rulesId: null };
    posting.issue(50, { contra: `adjusted@${hexin}`, ...lot });
    await house.db.write(posting.writes(), posting.touches);
  }));
  return idlers;
};

const dueNow = writing<{ name: string }>(
  "job is due",
  ranks.change,
  ["name"],
  `update job set next_run_at = 0, leased_until = 0, leased_by = null from json_each(?1) j
   where job.name = j.value->>0`,
);

/** The timetable's next tick runs it, as if the lease of whoever was killed had ended. */
export const makeDue = (house: House, name: string): Promise<void> =>
  house.db.write([dueNow.row({ name })]);

/** Takes every seal away, as before the first night: all days are to be sealed again. */
export const unseal = async ({ db }: House): Promise<void> => {
  const guards = await db.execute(
    "select name, sql from sqlite_master where type = 'trigger' and tbl_name in ('seal', 'seal_head')",
  );
  await db.batch([
    ...guards.map(({ name }) => ({ sql: `drop trigger ${name}` })),
    { sql: "delete from seal_head" },
    { sql: "delete from seal" },
    ...guards.map(({ sql }) => ({ sql: String(sql) })),
  ]);
};
