/** The tier that a sale lifts a member to, through the booking of the sale. */
import { afterEach, expect, test } from "vitest";
import { dayOf } from "../../shared/business-day.ts";
import { recordSale } from "../sales/record-sale.ts";
import { returnSale } from "../sales/return-sale.ts";
import { openTestChain, type TestChain, type TestMember } from "../test-chain.ts";
import { newKey, openTestHouse } from "../test-house.ts";
import { summaryOf } from "../points/show-points.ts";
import { verifyLedger } from "../points/verify.ts";

let chain: TestChain;
let n = 0;
afterEach(() => chain.close());

const open = async (span: string, basis = "spending") => {
  chain = await openTestChain(await openTestHouse());
  await chain.house.db.batch([
    `insert into tier_policy values ('brd_a', '${basis}', '${span}',
       '{"kind":"months","months":12}', 30, 1, 0, null)`,
    "insert into tier_terms (tier_id, threshold_points) values ('tie_b', 5000)",
  ].map((sql) => ({ sql })));
  return await chain.enrol("周文静");
};

const buy = (member: TestMember, fen: number, occurredAt?: number) =>
  recordSale(chain.desk("sto_a", occurredAt === undefined ? "pos" : "integration"), newKey(), {
    orderNo: `T${n++}`,
    member: { card: member.card },
    lines: [{ name: "有机蔬菜", quantityMilli: 1000, amountFen: fen }],
    totalFen: fen,
    ...(occurredAt === undefined ? {} : { occurredAt }),
  });

const at = (day: string) => Date.parse(`${day}T10:00:00+08:00`);
const tierOf = async (member: TestMember) => (await summaryOf(chain.desk(), member.loyaltyId)).tier;

test("twelve months: what is older than the window no longer counts", async () => {
  const member = await open("months");
  chain.clock.now = at("2026-06-15");
  await buy(member, 600_000);
  // The last day on which the first sale still counts is 14 June a year later.
  chain.clock.now = at("2027-06-14");
  expect((await tierOf(member)).qualifyingFen).toBe(600_000);
  chain.clock.now = at("2027-06-15");
  expect((await tierOf(member)).qualifyingFen).toBe(0);
  const receipt = await buy(member, 600_000);
  expect(receipt.points!.tierRaisedTo).toBeNull();
});

test("reached within the window: at once, with its first review", async () => {
  const member = await open("months");
  chain.clock.now = at("2026-06-15");
  expect((await buy(member, 600_000)).points!.tierRaisedTo).toBeNull();
  chain.clock.now = at("2027-06-14");
  expect((await buy(member, 400_000)).points!.tierRaisedTo).toBe("tie_b");
  const tier = await tierOf(member);
  expect(tier.current.id).toBe("tie_b");
  expect(tier.reviewOn).toBe("2028-06-14");
  expect(tier.keepMissing).toBe(0);
  expect((await verifyLedger(chain.house.db, chain.clock.now)).findings).toEqual([]);
});

test("a calendar year starts anew", async () => {
  const member = await open("year");
  chain.clock.now = at("2026-12-31");
  await buy(member, 900_000);
  expect((await tierOf(member)).missingFen).toBe(100_000);
  chain.clock.now = at("2027-01-01");
  expect((await tierOf(member)).missingFen).toBe(1_000_000);
  expect((await buy(member, 100_000)).points!.tierRaisedTo).toBeNull();
});

test("points count where the policy says so", async () => {
  const member = await open("lifetime", "points");
  expect((await buy(member, 499_900)).points!.tierRaisedTo).toBeNull();
  const tier = await tierOf(member);
  expect([tier.basis, tier.qualifyingPoints, tier.missingPoints]).toEqual(["points", 4_999, 1]);
  expect((await buy(member, 100)).points!.tierRaisedTo).toBe("tie_b");
});

test("a sale of the past counts on its own day", async () => {
  const member = await open("months");
  chain.clock.now = at("2026-06-15");
  const old = await buy(member, 1_000_000, at("2024-05-01"));
  expect(old.points!.tierRaisedTo).toBeNull();
  expect((await tierOf(member)).qualifyingFen).toBe(0);
});

test("a return takes away from the day of its sale", async () => {
  const member = await open("year");
  chain.clock.now = at("2026-12-30");
  const sale = await buy(member, 300_000);
  chain.clock.now = at("2027-01-02");
  await buy(member, 200_000);
  await returnSale(chain.desk(), newKey(), sale.saleId, {});
  expect((await tierOf(member)).qualifyingFen).toBe(200_000);
  const days = await chain.house.db.execute(
    "select day, fen, points from qualifying_day order by day",
  );
  expect(days.map((d) => [d.day, d.fen, d.points])).toEqual([
    ["2026-12-30", 0, 0],
    [dayOf(chain.clock.now), 200_000, 2_000],
  ]);
  expect((await verifyLedger(chain.house.db, chain.clock.now)).findings).toEqual([]);
});
