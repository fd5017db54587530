/** Every invariant finds every way in which it can be broken, and nothing in a ledger that is right. */
import { createClient } from "@libsql/client";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { invariants } from "./invariants.ts";
import type { Found } from "./test-forged-rows.ts";
import { forgeries } from "./test-forgeries.ts";
import { day, dropGuards, openLedger, type TestLedger } from "./test-ledger.ts";
import { rights } from "./test-right-rows.ts";
import { proveLedger } from "./verify.ts";

// A server does not let anybody switch foreign keys off.
const onFile = describe.skipIf(Boolean(process.env.TEST_DATABASE_URL));

let ledger: TestLedger;
let found: Found;
beforeAll(async () => {
  if (process.env.TEST_DATABASE_URL) return;
  ledger = await openLedger();
  const [who, other] = [await ledger.enrol(), await ledger.enrol()];
  const at = ledger.clock.now;
  const lot = await ledger.give(who, 100, at + day);
  const free = await ledger.give(who, 50, null);
  const drew = await ledger.draw(who, lot, 30, { kind: "redemption" });
  const [gave] = await ledger.rows("select journal_id from lot where id = ?", lot);
  const { loyaltyId, memberId } = who;
  const ids = { lot, free, drew, gave: String(gave!.journal_id), at };
  found = { loyaltyId, memberId, otherId: other.loyaltyId, ...ids };
  await dropGuards(ledger);
});
afterAll(() => ledger?.close());

const names = async (): Promise<string[]> =>
  (await proveLedger(ledger.db, ledger.clock.now)).findings.map(({ check }) => check);

/** What an invariant finds once this was done, in a transaction that is then rolled back. */
const foundBy = async (name: string, forgery: string[]): Promise<unknown[]> => {
  const { sql } = invariants.find((each) => each.name === name)!;
  const client = createClient({ url: `file:${ledger.path}` });
  await client.execute("pragma foreign_keys = off");
  await client.execute("pragma ignore_check_constraints = on");
  const forged = await client.transaction("write");
  try {
    for (const each of forgery) await forged.execute(each);
    return (await forged.execute(sql.replaceAll(":now", String(ledger.clock.now)))).rows;
  } finally {
    await forged.rollback();
    client.close();
  }
};

test("each is forged at least once", () => {
  expect(invariants.map(({ name }) => name)).toEqual(Object.keys(forgeries));
  for (const ways of Object.values(forgeries)) expect(ways.length).toBeGreaterThan(0);
});

onFile("an invariant", () => {
  test("finds nothing in a ledger that is right", async () => {
    expect(await names()).toEqual([]);
  });

  const all = Object.entries(forgeries).flatMap(([name, ways]) =>
    ways.map((way, i) => [name, i, way] as const)
  );
  test.each(all)("%s: forgery %i", async (name, _, way) => {
    expect(await foundBy(name, way(found))).not.toEqual([]);
  });

  const right = Object.entries(rights).flatMap(([name, ways]) =>
    ways.map((way, i) => [name, i, way] as const)
  );
  test.each(right)("%s: finds nothing in what is right, %i", async (name, _, way) => {
    expect(await foundBy(name, way(found))).toEqual([]);
  });

  test("finds nothing once a forgery is undone", async () => {
    expect(await names()).toEqual([]);
  });
});
