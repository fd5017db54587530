/** The yearly look at tiers that are held, with a clock that the test turns. */
import { afterEach, beforeEach, expect, test } from "vitest";
import { openDesk, programme } from "../desk.ts";
import { summaryOf } from "../points/show-points.ts";
import { verifyLedger } from "../points/verify.ts";
import { recordSale } from "../sales/record-sale.ts";
import { openTestChain, type TestChain, type TestMember } from "../test-chain.ts";
import { newKey, openTestHouse } from "../test-house.ts";
import { reviewTiers } from "./review-tiers.ts";

let chain: TestChain;
let n = 0;
const at = (day: string) => Date.parse(`${day}T00:30:00+08:00`);

beforeEach(async () => {
  chain = await openTestChain(await openTestHouse());
  await chain.house.db.batch([
    `insert into tier_policy values ('brd_a', 'spending', 'months',
       '{"kind":"months","months":12}', 30, 1, 0, null)`,
    "insert into tier values ('tie_c', 'brd_a', 2, '黑金会员', 'Black', '#222222', 3000000)",
  ].map((sql) => ({ sql })));
});
afterEach(() => chain.close());

const buy = (member: TestMember, fen: number) =>
  recordSale(chain.desk(), newKey(), {
    orderNo: `R${n++}`,
    member: { card: member.card },
    lines: [{ name: "有机蔬菜", quantityMilli: 1000, amountFen: fen }],
    totalFen: fen,
  });
const review = () => reviewTiers(openDesk(chain.house, programme, { now: chain.clock.now }));
const tierOf = async (m: TestMember) => (await summaryOf(chain.desk(), m.loyaltyId)).tier;

test("kept, grace, one step down, one more a year later, and never twice on a day", async () => {
  chain.clock.now = at("2026-06-15");
  const member = await chain.enrol("顾书瑶");
  await buy(member, 3_000_000);
  expect((await tierOf(member)).current.id).toBe("tie_c");

  chain.clock.now = at("2027-06-15");
  expect(await review()).toBe(0);
  chain.clock.now = at("2027-06-16");
  expect(await review()).toBe(1);
  let tier = await tierOf(member);
  expect([tier.current.id, tier.graceUntil]).toEqual(["tie_c", "2027-07-15"]);
  expect(tier.keepMissing).toBe(3_000_000);
  expect(await review()).toBe(0);

  chain.clock.now = at("2027-07-15");
  expect(await review()).toBe(0);
  chain.clock.now = at("2027-07-16");
  // Two processes at once, and a third time: one step.
  expect((await Promise.all([review(), review()])).reduce((a, b) => a + b)).toBeGreaterThan(0);
  expect(await review()).toBe(0);
  tier = await tierOf(member);
  expect([tier.current.id, tier.graceUntil, tier.reviewOn]).toEqual(["tie_b", null, "2028-07-16"]);

  chain.clock.now = at("2028-09-01");
  await review();
  tier = await tierOf(member);
  expect([tier.current.id, tier.reviewOn]).toEqual(["tie_a", null]);
  const changes = await chain.house.db.execute("select how from tier_change order by at, id");
  expect(changes.map((c) => c.how)).toEqual(["reached", "grace", "lowered", "lowered"]);
  expect((await verifyLedger(chain.house.db, chain.clock.now)).findings).toEqual([]);
});

test("what is bought within grace keeps the tier", async () => {
  chain.clock.now = at("2026-06-15");
  const member = await chain.enrol("顾书瑶");
  await buy(member, 1_000_000);
  chain.clock.now = at("2027-06-16");
  await review();
  chain.clock.now = at("2027-07-01");
  await buy(member, 1_000_000);
  chain.clock.now = at("2027-07-16");
  expect(await review()).toBe(1);
  const tier = await tierOf(member);
  expect([tier.current.id, tier.graceUntil, tier.reviewOn]).toEqual(["tie_b", null, "2028-07-16"]);
});

test("who held a tier before there were reviews is looked at from their own date on", async () => {
  const member = await chain.enrol("顾书瑶");
  await chain.house.db.batch([{
    sql: `update loyalty_account set tier_id = 'tie_b', tier_since = ${at("2026-03-01")}`,
  }]);
  chain.clock.now = at("2026-06-15");
  expect(await review()).toBe(0);
  expect((await tierOf(member)).reviewOn).toBe("2027-03-01");
});

test("no policy, no review", async () => {
  await chain.house.db.batch([{ sql: "delete from tier_policy" }]);
  const member = await chain.enrol("顾书瑶");
  await buy(member, 1_000_000);
  chain.clock.now = at("2036-06-15");
  expect(await review()).toBe(0);
  expect((await tierOf(member)).current.id).toBe("tie_b");
});
