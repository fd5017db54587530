/** Whoever changes the past in the file is found: triggers refuse what goes through SQL, and where
 *  they are taken away first, the chain, the seals or an invariant tells. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { recordSale } from "../sales/record-sale.ts";
import { returnSale } from "../sales/return-sale.ts";
import { openTestChain, type TestChain } from "../test-chain.ts";
import { newKey, openTestHouse } from "../test-house.ts";
import { sealDay, unsealedDays } from "./seal-day.ts";
import { verifyLedger } from "./verify.ts";

let chain: TestChain;
beforeEach(async () => {
  chain = await openTestChain(await openTestHouse());
  const members = [await chain.enrol("赵明"), await chain.enrol("孙丽")];
  let last = "";
  for (let i = 0; i < 6; i++) {
    const sale = await recordSale(chain.desk(), newKey(), {
      orderNo: `T${i}`,
      member: { card: members[i % 2]!.card },
      lines: [{ name: "鲜奶", quantityMilli: 1000, amountFen: 5550 }],
      totalFen: 5550,
    });
    last = sale.saleId;
    chain.clock.now += 86_400_000;
  }
  await returnSale(chain.desk(), newKey(), last, {});
  chain.clock.now += 86_400_000;
  for (const day of await unsealedDays(chain.desk())) await sealDay(chain.desk(), day);
});
afterEach(() => chain.close());

const guarded = [
  "update entry set amount = amount + 1",
  "delete from entry where seq = 3",
  "update journal set explanation = '{}'",
  "delete from journal",
  "update lot set original = 1000",
  "update lot set lapses_at = null",
  "delete from lot_use",
  "delete from lot",
  "update seal set root = 'x'",
  "update command set answer = '{}'",
  "insert or replace into journal select * from journal limit 1",
  "insert or replace into lot select * from lot limit 1",
];

describe("the database refuses", () => {
  test.each(guarded)("%s", async (sql) => {
    await expect(chain.house.db.execute(sql)).rejects.toThrow(/append-only/);
  });
});

const tampering: [string, string][] = [
  ["what points paid of a line", "update sale_line set offset_fen = 5"],
  ["an amount", "update entry set amount = amount + 1 where seq = 2 and unit = 'points'"],
  ["a balance", "update account set balance = balance + 100 where unit = 'points'"],
  [
    "amount and balances, in step",
    `update entry set amount = amount + 5, balance_after = balance_after + 5
       where seq = 3 and unit = 'points';
     update account set balance = balance + 5 where unit = 'points'`,
  ],
  ["a date of lapse", "update lot set lapses_at = lapses_at + 1"],
  ["what is left of a lot", "update lot set remaining = remaining - 1 where remaining > 0"],
  ["the last entry", "delete from entry where seq = 3 and unit = 'points'"],
  [
    "the explanation",
    `update journal set explanation = '{"reasons":[]}' where rowid = 2`,
  ],
  ["who did it", "update journal set staff_id = 'stf_somebody_else00000' where rowid = 3"],
  [
    "the order of entries",
    "update entry set journal_id = (select id from journal limit 1) where seq = 2",
  ],
  ["a seal", "update seal set root = 'forged' where day = (select min(day) from seal)"],
  ["a sealed head", "update seal_head set hash = 'forged' where day = (select max(day) from seal)"],
  ["the kept fraction", "update account set carry = 999999 where unit = 'points'"],
];

// A server does not let anybody switch foreign keys off.
const onFile = describe.skipIf(Boolean(process.env.TEST_DATABASE_URL));

onFile("verifyLedger() finds, with the triggers taken away,", () => {
  test("nothing where nothing was changed", async () => {
    expect((await verifyLedger(chain.house.db, chain.clock.now)).findings).toEqual([]);
  });

  test.each(tampering)("a change of %s", async (_, sql) => {
    const { db } = chain.house;
    await db.execute("pragma foreign_keys = off");
    for (const row of await db.execute("select name from sqlite_master where type = 'trigger'")) {
      await db.execute(`drop trigger "${row.name}"`);
    }
    for (const one of sql.split(";")) await db.execute(one);
    const proof = await verifyLedger(db, chain.clock.now);
    expect(proof.findings.length).toBeGreaterThan(0);
  });
});
