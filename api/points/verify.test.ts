/** What the proof of a ledger counts and tells, row by row; that it is told at all of every kind of
 *  forgery stands in tamper.test.ts, of every invariant in invariants.test.ts. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { dayOf } from "../../shared/business-day.ts";
import { openDesk, programme } from "../desk.ts";
import type { TestMember } from "../test-chain.ts";
import { hashOf } from "./hashes.ts";
import type { EntryRow, LotRow } from "./queries.ts";
import { sealDay } from "./seal-day.ts";
import { day, dropGuards, openLedger, type TestLedger } from "./test-ledger.ts";
import { proveLedger, trialBalance, verifyLedger } from "./verify.ts";

// A server does not let anybody switch foreign keys off.
const onFile = describe.skipIf(Boolean(process.env.TEST_DATABASE_URL));

let ledger: TestLedger;
const prove = () => proveLedger(ledger.db, ledger.clock.now);
const forge = async (...statements: string[]) => {
  for (const sql of statements) await ledger.rows(sql);
};
const unguard = async () => {
  await dropGuards(ledger);
  await forge("pragma foreign_keys = off");
};
const found = async (check: string) =>
  (await prove()).findings.filter((finding) => finding.check === check).flatMap(({ rows }) => rows);

describe("a ledger that is right", () => {
  let who: TestMember;
  beforeEach(async () => {
    ledger = await openLedger();
    who = await ledger.enrol();
    return () => ledger.close();
  });

  test("is counted and balanced, the programme against its members", async () => {
    const nothing = { findings: [], entries: 0, accounts: 3, seals: 0 };
    expect(await prove()).toMatchObject(nothing);
    const lot = await ledger.give(who, 100, null);
    await ledger.draw(who, lot, 30);
    await ledger.draw(who, lot, 70);
    // One entry with two lots, and one with two uses.
    const part = { available_at: 0, lapses_at: null, issued_store_id: null, rules_id: null };
    const both = ledger.start(await ledger.holdings(who));
    both.receive(
      [4, 5].map((amount) => ({ ...part, amount, issued_brand_id: "brd_a" })),
      "issued@sto_a",
    );
    const uses = both.lots().map(({ id, remaining }) => ({ lotId: id, amount: remaining }));
    both.draw(uses, "redeemed@sto_a");
    await ledger.book(both);
    const posting = ledger.start(await ledger.holdings(who));
    posting.owe(8, "owed@sto_a");
    await ledger.book(posting);
    const first = dayOf(ledger.clock.now);
    ledger.clock.now += day;
    await sealDay(openDesk(ledger.house, programme, { now: ledger.clock.now }), first);
    const trial = [
      { unit: "points", side: "issued@sto_a", amount: -109 },
      { unit: "points", side: "members", amount: 0 },
      { unit: "points", side: "redeemed@sto_a", amount: 109 },
      { unit: "points-debt", side: "members", amount: 8 },
      { unit: "points-debt", side: "owed@sto_a", amount: -8 },
      { unit: "qualifying", side: "members", amount: 0 },
    ];
    expect(await verifyLedger(ledger.db, ledger.clock.now))
      .toEqual({ findings: [], entries: 6, accounts: 3, seals: 1, trial });
    expect(await trialBalance(ledger.db)).toEqual(trial);
  });

  test("does not name a side on which nothing is left", async () => {
    for (const amount of [5, -5]) {
      const posting = ledger.start(await ledger.holdings(who));
      posting.qualify(amount, "bought@sto_a");
      await ledger.book(posting);
    }
    expect((await trialBalance(ledger.db)).map(({ side }) => side))
      .toEqual(["members", "members", "members"]);
  });
});

/** More entries than are read in one go: two accounts of 1,050 each, every entry with a lot, or a
 *  use of one. The second page begins with entry 951 of the second account. */
onFile("a ledger of several pages", () => {
  let points: string;
  beforeAll(async () => {
    ledger = await openLedger();
    const members = [await ledger.enrol(), await ledger.enrol()];
    for (const member of members) {
      let holdings = await ledger.holdings(member);
      const writes = [];
      for (let i = 0; i < 1000; i++) {
        const posting = ledger.start(holdings);
        const gives = { contra: "issued@sto_a", availableAt: 0, lapsesAt: null, rulesId: null };
        const lotId = posting.issue(2, gives)!;
        if (i % 20 === 0) posting.draw([{ lotId, amount: 1 }], "redeemed@sto_a");
        writes.push(...posting.writes());
        holdings = { ...posting.after(), lots: [] };
      }
      await ledger.db.write(writes);
    }
    points = `${members.map(({ loyaltyId }) => loyaltyId).sort()[1]}.points`;
    await unguard();
  });
  afterAll(() => ledger.close());

  test("is counted whole, and nothing is found in it", async () => {
    const { findings, entries } = await prove();
    expect(findings).toEqual([]);
    expect(entries).toBe(2100);
  });

  test("tells an entry and a journal on whichever page", async () => {
    const seqs = [1, 949, 950, 951, 1050];
    const set = (contra: string) =>
      forge(`update entry set contra = ${contra}
        where account_id = '${points}' and seq in (${seqs})`);
    await set("contra || 'x'");
    expect(await found("chain")).toEqual(seqs.map((seq) => ({ account: points, seq })));
    await set("rtrim(contra, 'x')");
    const rows = await ledger.rows("select id from journal order by id");
    const ids = [0, 1998, 1999].map((n) => String(rows[n]!.id));
    await forge(`update journal set actor = 'x' where id in ('${ids.join("', '")}')`);
    expect(await found("chain")).toEqual(ids.map((journal) => ({ journal })));
    await forge(`update entry set contra = 'x' where account_id = '${points}'`);
    expect(await found("chain")).toEqual([1, 2, 3, 4, 5].map((seq) => ({ account: points, seq })));
  });
});

onFile("a ledger that was changed", () => {
  let who: TestMember;
  let points: string;
  const days: string[] = [];
  beforeEach(async () => {
    ledger = await openLedger();
    who = await ledger.enrol();
    points = `${who.loyaltyId}.points`;
    days.length = 0;
    for (let i = 0; i < 3; i++) {
      await ledger.give(who, 10, null);
      days.push(dayOf(ledger.clock.now));
      ledger.clock.now += day;
      await sealDay(openDesk(ledger.house, programme, { now: ledger.clock.now }), days[i]!);
    }
    await unguard();
    return () => ledger.close();
  });

  test("tells where an entry is missing, in between or at the start", async () => {
    await forge(`delete from entry where account_id = '${points}' and seq = 2`);
    expect(await found("chain")).toEqual([{ account: points, seq: 3 }]);
    await forge(`delete from entry where account_id = '${points}' and seq = 1`);
    expect(await found("chain")).toEqual([{ account: points, seq: 3 }]);
  });

  test("tells an entry that names another before it, or has another lot", async () => {
    await forge(`update entry set prev_hash = 'x' where account_id = '${points}' and seq = 1`);
    expect(await found("chain")).toEqual([{ account: points, seq: 1 }]);
    await forge(
      `update entry set prev_hash = '' where account_id = '${points}' and seq = 1`,
      "update lot set rules_id = 'x' where created_seq = 2",
    );
    expect(await found("chain")).toEqual([{ account: points, seq: 2 }]);
  });

  /** As a forger would who knows how entries are hashed. */
  const hashAnew = async (seq: number, change: Partial<EntryRow>) => {
    const [row] = await ledger.rows(
      `select e.*, x.digest from entry e join journal x on x.id = e.journal_id
       where e.account_id = '${points}' and e.seq = ${seq}`,
    ) as (EntryRow & { digest: string })[];
    const lots = await ledger.rows(`select * from lot where created_seq = ${seq}`) as LotRow[];
    const { prev_hash, hash: _, ...rest } = { ...row!, ...change };
    const hash = hashOf({ ...rest, prev_hash }, row!.digest, lots, []);
    await forge(
      `update entry set prev_hash = '${prev_hash}', hash = '${hash}'
       where account_id = '${points}' and seq = ${seq}`,
    );
  };

  test("tells an entry that is missing though the next was hashed anew", async () => {
    const [first] = await ledger.rows(`select hash from entry where account_id = '${points}'`);
    await forge(`delete from entry where account_id = '${points}' and seq = 2`);
    await hashAnew(3, { prev_hash: String(first!.hash) });
    expect(await found("chain")).toEqual([{ account: points, seq: 3 }]);
  });

  test("tells an entry that stands on another though it was hashed anew", async () => {
    await hashAnew(3, { prev_hash: "x" });
    expect(await found("chain")).toEqual([{ account: points, seq: 3 }]);
  });

  test("tells which seal does not fit, and the one that stands on it", async () => {
    const [first, second, third] = days as [string, string, string];
    const broken = async (...statements: string[]) => {
      await forge(...statements);
      return await found("seals");
    };
    expect(await broken(`update seal_head set hash = 'x' where day = '${third}'`))
      .toEqual([{ day: third }]);
    expect(await broken(`update seal set prev_root = 'x' where day = '${second}'`))
      .toEqual([{ day: second }, { day: third }]);
    expect(await broken(`update seal set root = 'x' where day = '${first}'`))
      .toEqual([{ day: first }, { day: second }, { day: third }]);
  });

  test("tells a seal whose heads are gone, or of an entry that is", async () => {
    await forge(`delete from seal_head where day = '${days[2]}'`);
    expect(await found("seals")).toEqual([{ day: days[2] }]);
    await forge(`delete from entry where account_id = '${points}' and seq = 1`);
    expect(await found("seals")).toEqual([{ day: days[0] }, { day: days[2] }]);
  });

  test("tells the unit whose books do not balance, and by how much", async () => {
    await forge(`update account set balance = balance + 7 where id = '${points}'`);
    expect(await found("trial balance")).toEqual([{ unit: "points", sum: 7 }]);
    await forge(`update account set balance = 2 where id = '${who.loyaltyId}.points-debt'`);
    expect(await found("trial balance"))
      .toEqual([{ unit: "points", sum: 7 }, { unit: "points-debt", sum: 2 }]);
  });

  test("tells at most five rows of a kind", async () => {
    for (let i = 0; i < 6; i++) await ledger.enrol();
    await forge(
      "update account set balance = 1 where unit = 'points'",
      "insert into seal select '2026-05-0' || n, null, 0, 'x', 'x', 0 from (select 1 as n union " +
        "select 2 union select 3 union select 4 union select 5 union select 6)",
    );
    expect(await found("balance is the sum of its entries")).toHaveLength(5);
    expect(await found("seals")).toHaveLength(5);
  });
});
