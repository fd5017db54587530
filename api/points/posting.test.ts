/** Every step of a posting, as the rows that it becomes and as the posting that follows sees it. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openBareHouse } from "../test-bare-house.ts";
import { openTestChain, type TestChain, type TestMember } from "../test-chain.ts";
import type { TestHouse } from "../test-house.ts";
import { type Cause, type Posting, startPosting } from "./posting.ts";
import { type Holdings, readHoldings } from "./holdings.ts";
import { verifyLedger } from "./verify.ts";

let chain: TestChain;
let who: TestMember;
let count = 0;
const day = 86_400_000;

beforeEach(async () => {
  chain = await openTestChain(await openBareHouse() as TestHouse);
  who = await chain.enrol();
});
afterEach(async () => {
  const { findings } = await verifyLedger(chain.house.db, chain.clock.now);
  // Days of spending are written by the sale, beside its posting.
  const tiers = "what counts towards a tier is what was booked";
  expect(findings.filter((found) => found.check !== tiers)).toEqual([]);
  await chain.close();
});

const now = () => chain.clock.now;
const holdings = () => readHoldings(chain.desk(), who.loyaltyId);
const start = (from: Holdings, more: Partial<Cause> = {}): Posting =>
  startPosting(chain.desk(), from, {
    kind: "adjustment",
    cause: { kind: "test", id: `${count++}` },
    storeId: "sto_a",
    occurredAt: now() - 5,
    explanation: { reasons: [], n: 1 },
    ...more,
  });
const book = (posting: Posting) => chain.house.db.write(posting.writes(), posting.touches);
const rows = (sql: string) => chain.house.db.execute(sql);
/** Entries as [unit, amount, balance after, contra], in the order they were booked. */
const entries = async () =>
  (await rows(
    "select e.* from entry e join journal j on j.id = e.journal_id order by j.rowid, e.unit, e.seq",
  )).map((e) => [
    e.unit,
    e.amount,
    e.balance_after,
    e.contra,
  ]);
const lots = async () =>
  (await rows("select * from lot order by lapses_at is null, lapses_at, id")).map((l) => [
    l.original,
    l.remaining,
    l.lapses_at,
    l.issued_store_id,
    l.rules_id,
  ]);
const born = (lapsesAt: number | null, more = {}) => ({
  contra: "issued@sto_a",
  availableAt: now(),
  lapsesAt,
  rulesId: "rul_a",
  ...more,
});
/** Lots of 50 (lapses tomorrow), 30 (never) and 20 (lapses in a week). */
const saver = async () => {
  const posting = start(await holdings());
  const ids = [[50, now() + day], [30, null], [20, now() + 7 * day]].map(([n, at]) =>
    posting.issue(n!, born(at!))!
  );
  await book(posting);
  return ids;
};

describe("a posting", () => {
  test("is one journal with what it was told", async () => {
    const posting = start(await holdings(), { reverses: null });
    expect(posting.touches).toEqual([who.loyaltyId]);
    posting.issue(5, born(null));
    await book(posting);
    const journal = (await rows("select * from journal"))[0]!;
    const told = { kind: "adjustment", cause_kind: "test", reverses: null, actor: "pos:key_sto_a" };
    expect(journal).toMatchObject({ ...told, id: posting.journalId, brand_id: "brd_a" });
    const at = { occurred_at: now() - 5, recorded_at: now() };
    expect(journal).toMatchObject({ ...at, store_id: "sto_a", terminal_id: null, staff_id: null });
    expect(journal.explanation).toBe('{"reasons":[],"n":1}');
  });

  test("issues lots, and the kept fraction alone where no point is due", async () => {
    const posting = start(await holdings());
    expect(posting.issue(0, born(null, { carryAfter: 250_000 }))).toBeNull();
    const id = posting.issue(7, born(now() + day, { carryAfter: 125_000 }));
    expect([posting.carry(), posting.debt()]).toEqual([125_000, 0]);
    const lot = { id, remaining: 7, availableAt: now(), lapsesAt: now() + day };
    expect(posting.lots()).toEqual([lot]);
    posting.issue(1, born(null));
    await book(posting);
    expect(await lots()).toEqual([
      [7, 7, now() + day, "sto_a", "rul_a"],
      [1, 1, null, "sto_a", "rul_a"],
    ]);
    expect(await rows("select amount, carry_after, seq from entry order by seq")).toEqual([
      { amount: 0, carry_after: 250_000, seq: 1 },
      { amount: 7, carry_after: 125_000, seq: 2 },
      { amount: 1, carry_after: 125_000, seq: 3 },
    ]);
    expect((await holdings()).points).toMatchObject({ balance: 8, seq: 3, carry: 125_000 });
  });

  test("draws from lots and gives back to them, an empty one too", async () => {
    const [soon, never] = await saver();
    const drawing = start(await holdings());
    drawing.draw([{ lotId: soon!, amount: 50 }, { lotId: never!, amount: 4 }], "redeemed@sto_a", 9);
    expect(drawing.carry()).toBe(9);
    expect(drawing.lots().map((l) => l.remaining).sort()).toEqual([20, 26]);
    await book(drawing);
    const giving = start(await holdings());
    giving.restore([
      { lotId: soon!, amount: 20, availableAt: now(), lapsesAt: now() + day },
      { lotId: never!, amount: 4, availableAt: now(), lapsesAt: null },
    ], "redeemed@sto_a");
    expect(giving.lots().find((l) => l.id === soon)).toEqual({
      id: soon,
      remaining: 20,
      availableAt: now(),
      lapsesAt: now() + day,
    });
    await book(giving);
    expect((await lots()).map((l) => l[1])).toEqual([20, 20, 30]);
    expect((await entries()).slice(-2)).toEqual([
      ["points", -54, 46, "redeemed@sto_a"],
      ["points", 24, 70, "redeemed@sto_a"],
    ]);
  });

  test("renews lots: new ones that lapse later, the points stay", async () => {
    await saver();
    const before = await holdings();
    const posting = start(before);
    const due = before.lots.filter((lot) => lot.lapsesAt !== null);
    const made = posting.renew(due, (lot) => lot.lapsesAt! + 30 * day, "renewed@brd_a");
    expect(made).toHaveLength(2);
    expect(posting.lots().map((l) => [l.remaining, l.lapsesAt]).sort()).toEqual(
      [[20, now() + 37 * day], [30, null], [50, now() + 31 * day]],
    );
    await book(posting);
    expect(await lots()).toEqual([
      [50, 0, now() + day, "sto_a", "rul_a"],
      [20, 0, now() + 7 * day, "sto_a", "rul_a"],
      [50, 50, now() + 31 * day, "sto_a", "rul_a"],
      [20, 20, now() + 37 * day, "sto_a", "rul_a"],
      [30, 30, null, "sto_a", "rul_a"],
    ]);
    expect((await entries()).at(-1)).toEqual(["points", 0, 100, "renewed@brd_a"]);
  });

  test("receives parts of lots with their dates, store and rules", async () => {
    const posting = start(await holdings());
    const part = { issued_store_id: "sto_b", issued_brand_id: "brd_a", rules_id: null };
    posting.receive([
      { ...part, amount: 3, available_at: now() - 9, lapses_at: now() + day },
      { ...part, amount: 4, available_at: now() - 8, lapses_at: null },
    ], "adjusted@brd_a");
    expect(posting.lots().map((l) => [l.remaining, l.availableAt, l.lapsesAt])).toEqual([
      [3, now() - 9, now() + day],
      [4, now() - 8, null],
    ]);
    await book(posting);
    expect(await lots()).toEqual([
      [3, 3, now() + day, "sto_b", null],
      [4, 4, null, "sto_b", null],
    ]);
    expect(await entries()).toEqual([["points", 7, 7, "adjusted@brd_a"]]);
  });

  test("counts towards the tier, never below nothing, and not in vain", async () => {
    const posting = start(await holdings());
    posting.qualify(0, "bought@sto_a");
    posting.qualify(500, "bought@sto_a");
    await book(posting);
    const back = start(await holdings());
    back.qualify(-800, "returned@sto_a");
    await book(back);
    expect(await entries()).toEqual([
      ["qualifying", 500, 500, "bought@sto_a"],
      ["qualifying", -500, 0, "returned@sto_a"],
    ]);
  });

  test("owes, and pays off what lapses first; what has lapsed pays nothing", async () => {
    const owing = start(await holdings());
    owing.owe(0, "owed@sto_a");
    owing.owe(60, "owed@sto_a");
    expect([owing.debt(), owing.repayDebt()]).toEqual([60, 0]);
    await book(owing);
    const posting = start(await holdings());
    posting.issue(90, born(now()));
    posting.issue(15, born(null));
    posting.issue(25, born(now() + 7 * day));
    posting.issue(10, born(now() + day));
    expect([posting.repayDebt(), posting.debt()]).toEqual([50, 10]);
    expect(posting.lots().map((l) => l.remaining)).toEqual([90]);
    const after = posting.after();
    expect([after.points.balance, after.debt.balance, after.spendable]).toEqual([90, 10, 0]);
    await book(posting);
    expect((await entries()).slice(-2)).toEqual([
      ["points", -50, 90, "repaid@brd_a"],
      ["points-debt", -50, 10, "repaid@brd_a"],
    ]);
  });

  test("pays from the first to lapse, then the first to be available, then the first made", async () => {
    const owing = start(await holdings());
    owing.owe(30, "owed@sto_a");
    const [late, early, never, soon] = [
      owing.issue(20, born(now() + 7 * day, { availableAt: now() - 1 })),
      owing.issue(20, born(now() + 7 * day, { availableAt: now() - 2 })),
      owing.issue(20, born(null)),
      owing.issue(20, born(now() + day)),
    ];
    expect(owing.repayDebt()).toBe(30);
    const left = new Map(owing.lots().map((lot) => [lot.id, lot.remaining]));
    expect([soon, early, late, never].map((id) => left.get(id!) ?? 0)).toEqual([0, 10, 20, 20]);
    await book(owing);
  });

  test("another posting of the same batch starts from what it leaves", async () => {
    const [soon] = await saver();
    const first = start(await holdings());
    first.draw([{ lotId: soon!, amount: 20 }], "redeemed@sto_a", 77);
    const made = first.issue(8, born(null))!;
    first.qualify(40, "bought@sto_a");
    const after = first.after();
    expect(after).toMatchObject({
      points: { balance: 88, seq: 5, carry: 77 },
      qualifying: { balance: 40, seq: 1 },
      spendable: 88,
      pending: 0,
    });
    expect(after.lots.find((lot) => lot.id === made)).toMatchObject({
      remaining: 8,
      accountId: `${who.loyaltyId}.points`,
      issuedBrandId: "brd_a",
    });
    const second = start(after);
    second.draw([{ lotId: made, amount: 8 }], "redeemed@sto_b");
    await chain.house.db.write([...first.writes(), ...second.writes()], first.touches);
    expect((await holdings()).points).toMatchObject({ balance: 80, seq: 6, carry: 77 });
  });
});
