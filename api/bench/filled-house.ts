/** A house over a filled file, with the four things that are done to it all day. @module */
import { copyFile, mkdir, open, readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import process from "node:process";
import { open as openScan } from "../cards/open-scan.ts";
import { openDb } from "../db/open.ts";
import { openDesk } from "../desk.ts";
import { claimGift } from "../gifts/claim-gift.ts";
import { historyOf, summaryOf } from "../points/show-points.ts";
import { recordSale } from "../sales/record-sale.ts";
import { openTestChain } from "../test-chain.ts";
import { newKey, openTestHouse } from "../test-house.ts";
import { filledCard, filledMember, fillFile } from "./fill.ts";

/** A step through the members that leaves none out and has no neighbours on disk. */
const stride = 611_953;

const gift = `insert into gift (id, brand_id, code, name_zh, name_en, picture, points, created_at)
  values ('gft_a', 'brd_a', 'A1', '青花盖碗', 'Lidded bowl', '/pictures/enamel-mug.svg', 1, 0)`;

/** Reads the file once, so that both sizes start with what the system can keep of them. */
const readWhole = async (path: string): Promise<number> => {
  const file = await open(path);
  const part = new Uint8Array(8 * 1024 * 1024);
  let bytes = 0;
  for (let n = 1; n > 0; bytes += n) n = (await file.read(part, 0, part.length)).bytesRead;
  await file.close();
  return bytes;
};

/** BENCH_FOLDER keeps filled files, for the next run. */
const kept = async (name: string): Promise<string | null> => {
  const folder = process.env.BENCH_FOLDER;
  if (!folder) return null;
  await mkdir(folder, { recursive: true });
  return join(folder, name);
};

export const openFilled = async (members: number, sales: number) => {
  const test = await openTestHouse();
  const now = Date.now();
  test.clock.now = now;
  const chain = await openTestChain(test);
  await test.house.db.batch([
    { sql: gift },
    { sql: "insert into gift_stock values ('gft_a', 'sto_a', 100000000)" },
  ]);
  await test.house.db.execute("pragma wal_checkpoint(truncate)");
  test.house.db.close();
  const path = await kept(`filled-${members}x${sales}.db`) ?? test.path;
  const there = path !== test.path &&
    (await readdir(join(path, ".."))).includes(path.split("/").pop()!);
  if (!there) {
    const making = `${path}.making`;
    await copyFile(test.path, making);
    const from = performance.now();
    fillFile(making, { members, sales, now }, (line) => console.log(`       ${line}`));
    await rename(making, path);
    const seconds = ((performance.now() - from) / 1000).toFixed(0);
    console.log(`     filled ${members} members, ${members * sales * 2} entries in ${seconds} s`);
  }
  const bytes = await readWhole(path);
  console.log(`     ${members} members: ${(bytes / 1e6).toFixed(0)} MB`);
  const db = await openDb({ url: `file:${path}` });
  const house = { ...chain.house, db };
  const desk = () => openDesk(house, chain.actor(), { now });
  const of = (i: number): number => (i * stride) % members;
  const scans = (i: number) => `scn_${String(now)}${String(i).padStart(9, "0")}`;
  return {
    db,
    desk,
    close: async () => {
      db.close();
      await rm(join(test.path, ".."), { recursive: true, force: true });
    },
    /** Scans that may spend, for so many redemptions. */
    prepareScans: async (n: number): Promise<void> => {
      const rows = Array.from({ length: n }, (_, i) => {
        const { memberId, loyaltyId, cardId } = filledMember(of(i));
        return [scans(i), cardId, memberId, loyaltyId];
      });
      await db.execute(
        `insert into scan (id, card_id, member_id, account_id, brand_id, store_id, api_key_id, via,
           rights, opened_at, expires_at)
         select value->>0, value->>1, value->>2, value->>3, 'brd_a', 'sto_a', 'key_sto_a',
           'rotating', 'spend', ${now}, ${now + 3_600_000} from json_each(?)`,
        [JSON.stringify(rows)],
      );
    },
    scan: (i: number) => openScan(desk(), { code: filledCard(of(i)) }),
    summary: (i: number) => summaryOf(desk(), filledCard(of(i))),
    statement: (i: number) => historyOf(desk(), filledMember(of(i)).loyaltyId),
    sell: (i: number) =>
      recordSale(desk(), newKey(), {
        orderNo: `G${now}-${i}`,
        member: { card: filledCard(of(i)) },
        lines: [{ sku: "6901", quantityMilli: 1000, amountFen: 6990 }],
        totalFen: 6990,
      }),
    redeem: (i: number) => claimGift(desk(), newKey(), { scanId: scans(i), giftId: "gft_a" }),
    /** Sales of one member at fifty tills. */
    sellToOne: (i: number) =>
      recordSale(desk(), newKey(), {
        orderNo: `H${now}-${i}`,
        member: { card: filledCard(7) },
        lines: [{ sku: "6901", quantityMilli: 1000, amountFen: 6990 }],
        totalFen: 6990,
      }),
  };
};

export type Filled = Awaited<ReturnType<typeof openFilled>>;
