/** The sweep books what has lapsed, all of it, once, and says so. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openDesk, programme } from "../desk.ts";
import type { TestMember } from "../test-chain.ts";
import { lapseLots } from "./lapse-lots.ts";
import { day, openLedger, type TestLedger } from "./test-ledger.ts";
import { proveLedger } from "./verify.ts";

let ledger: TestLedger;
let who: TestMember;
beforeEach(async () => {
  ledger = await openLedger();
  who = await ledger.enrol();
});
afterEach(async () => {
  expect((await proveLedger(ledger.db, ledger.clock.now)).findings).toEqual([]);
  await ledger.close();
});
const now = () => ledger.clock.now;
const sweep = (groupMax?: number) => lapseLots(ledger.desk(), groupMax ? { groupMax } : undefined);
const balance = async (member: TestMember) => (await ledger.holdings(member)).points.balance;
const lapses = () => ledger.rows("select * from journal where kind = 'lapse' order by rowid");

describe("the sweep", () => {
  test("books every lot that is due to the instant, as one journal of an account", async () => {
    const at = now() + day;
    await ledger.give(who, 10, at);
    await ledger.give(who, 7, at - 5);
    await ledger.give(who, 3, at + 1);
    await ledger.give(who, 2, null);
    ledger.clock.now = at - 6;
    expect([await sweep(), await balance(who)]).toEqual([0, 22]);
    // The sweep goes by its own instant, whatever the clock has come to meanwhile.
    const due = openDesk(ledger.house, programme, { now: at });
    expect([await lapseLots(due), await balance(who)]).toEqual([1, 5]);
    const [journal, ...more] = await lapses();
    expect(more).toEqual([]);
    expect(journal).toMatchObject({
      cause_kind: "lapse",
      cause_id: `${who.loyaltyId}:${at}`,
      actor: "programme:programme",
      store_id: null,
      occurred_at: at - 5,
      recorded_at: at,
      explanation: JSON.stringify({
        reasons: [{ code: "lapses-at", at: at - 5 }, { code: "lapses-at", at }],
      }),
    });
    expect(await ledger.rows("select amount, contra from entry where amount < 0"))
      .toEqual([{ amount: -17, contra: "lapsed@brd_a" }]);
    const [kept] = await ledger.rows("select answer from command where key like 'lapse:%'");
    expect(kept).toEqual({ answer: '{"lapsed":17}' });
  });

  test("run again adds nothing, at the same instant or later", async () => {
    await ledger.give(who, 10, now() + day);
    ledger.clock.now += day;
    expect(await sweep()).toBe(1);
    expect(await sweep()).toBe(0);
    ledger.clock.now += day;
    expect(await sweep()).toBe(0);
    expect(await lapses()).toHaveLength(1);
  });

  test("takes what is left of a lot, and nothing of an empty one", async () => {
    const [some, none] = [
      await ledger.give(who, 10, now() + day),
      await ledger.give(who, 5, now() + day),
    ];
    await ledger.draw(who, some, 4);
    await ledger.draw(who, none, 5);
    ledger.clock.now += 2 * day;
    expect([await sweep(), await balance(who)]).toEqual([1, 0]);
    expect(await ledger.rows("select lot_id, amount from lot_use where amount = -6"))
      .toEqual([{ lot_id: some, amount: -6 }]);
  });

  test("goes on group by group until none is left", async () => {
    const members = [who];
    for (let i = 0; i < 4; i++) members.push(await ledger.enrol());
    for (const member of members) await ledger.give(member, 10, now() + day);
    ledger.clock.now += 2 * day;
    expect(await sweep(2)).toBe(5);
    expect(await Promise.all(members.map(balance))).toEqual([0, 0, 0, 0, 0]);
  });

  test("and another at once book an account once between them", async () => {
    await ledger.give(who, 10, now() + day);
    ledger.clock.now += 2 * day;
    const later = openDesk(ledger.house, programme, { now: now() + 1 });
    const booked = await Promise.all([sweep(), lapseLots(later)]);
    expect(booked.sort()).toEqual([0, 1]);
    expect(await lapses()).toHaveLength(1);
    const kept = await ledger.rows(
      "select answer from command where key like 'lapse:%' order by 1",
    );
    expect(kept).toEqual([{ answer: '{"lapsed":0}' }, { answer: '{"lapsed":10}' }]);
    expect(await sweep()).toBe(0);
  });

  test("leaves an account that cannot be booked to the next run, and books the others", async () => {
    const other = await ledger.enrol();
    for (const member of [who, other]) await ledger.give(member, 10, now() + day);
    ledger.clock.now += 2 * day;
    await ledger.rows(
      `create trigger held before insert on entry when new.account_id = '${who.loyaltyId}.points'
       begin select raise(abort, 'collision: held'); end`,
    );
    expect(await sweep()).toBe(1);
    expect([await balance(who), await balance(other)]).toEqual([10, 0]);
    await ledger.rows("drop trigger held");
    ledger.clock.now += 1;
    expect([await sweep(), await balance(who)]).toEqual([1, 0]);
  });
});
