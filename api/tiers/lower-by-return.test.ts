/** A tier that was reached by a sale, through the return of the sale. */
import { afterEach, expect, test } from "vitest";
import { verifyLedger } from "../points/verify.ts";
import { summaryOf } from "../points/show-points.ts";
import { recordSale } from "../sales/record-sale.ts";
import { returnSale } from "../sales/return-sale.ts";
import { openTestChain, type TestChain, type TestMember } from "../test-chain.ts";
import { newKey, openTestHouse } from "../test-house.ts";

let chain: TestChain;
let n = 0;
afterEach(async () => {
  expect((await verifyLedger(chain.house.db, chain.clock.now)).findings).toEqual([]);
  await chain.close();
});

const open = async (span = "months", basis = "spending") => {
  chain = await openTestChain(await openTestHouse());
  await chain.house.db.batch([
    `insert into tier_policy values ('brd_a', '${basis}', '${span}',
       '{"kind":"months","months":12}', 30, 1, 0, null)`,
    "insert into tier values ('tie_c', 'brd_a', 2, '钻石会员', 'Diamond', '#3a6ac7', 2000000)",
    "insert into tier_terms (tier_id, threshold_points) values ('tie_b', 10000)",
    "insert into tier_terms (tier_id, threshold_points) values ('tie_c', 20000)",
  ].map((sql) => ({ sql })));
  chain.clock.now = at("2026-06-15");
  return await chain.enrol("周文静");
};

const at = (day: string) => Date.parse(`${day}T10:00:00+08:00`);
const buy = async (member: TestMember, fen: number): Promise<string> =>
  (await recordSale(chain.desk(), newKey(), {
    orderNo: `F${n++}`,
    member: { card: member.card },
    lines: [{ name: "羊绒大衣", quantityMilli: 1000, amountFen: fen }],
    totalFen: fen,
  })).saleId;
const giveBack = (saleId: string, fen?: number) =>
  returnSale(
    chain.desk(),
    newKey(),
    saleId,
    fen === undefined ? {} : { lines: [{ n: 1, quantityMilli: 500, amountFen: fen }] },
  );
const tierOf = async (member: TestMember) =>
  (await summaryOf(chain.desk(), member.loyaltyId)).tier.current.id;
const hold = async () =>
  (await chain.house.db.execute("select tier_id, how, review_on from tier_hold"))[0];

for (const basis of ["spending", "points"]) {
  for (const span of ["months", "year", "lifetime"]) {
    test(`bought, raised, all returned: as before (${basis}, ${span})`, async () => {
      const member = await open(span, basis);
      const saleId = await buy(member, 2_000_000);
      expect(await tierOf(member)).toBe("tie_c");
      await giveBack(saleId);
      expect(await tierOf(member)).toBe("tie_a");
      await buy(member, 1_000_000);
      expect(await tierOf(member)).toBe("tie_b");
    });
  }
}

test("what is left still reaches a tier between, and that one falls with the rest", async () => {
  const member = await open();
  const saleId = await buy(member, 2_000_000);
  await giveBack(saleId, 900_000);
  expect(await tierOf(member)).toBe("tie_b");
  expect(await hold()).toEqual({ tier_id: "tie_b", how: "reached", review_on: "2027-06-15" });
  await giveBack(saleId);
  expect(await tierOf(member)).toBe("tie_a");
});

test("two raises: each falls when its sum goes", async () => {
  const member = await open();
  const first = await buy(member, 1_000_000);
  const second = await buy(member, 1_000_000);
  expect(await tierOf(member)).toBe("tie_c");
  await giveBack(first);
  expect(await tierOf(member)).toBe("tie_b");
  await giveBack(second);
  expect(await tierOf(member)).toBe("tie_a");
});

test("a return that leaves the sum above the threshold changes nothing", async () => {
  const member = await open();
  const saleId = await buy(member, 1_200_000);
  await giveBack(saleId, 200_000);
  expect(await tierOf(member)).toBe("tie_b");
});

test.each(["bought", "kept", "entered"])("a tier that is held as %s stays", async (how) => {
  const member = await open();
  const saleId = await buy(member, 1_000_000);
  await chain.house.db.execute("update tier_hold set how = ?", [how]);
  await giveBack(saleId);
  expect(await tierOf(member)).toBe("tie_b");
});

test("a bought tier under a raised one is held again as it was", async () => {
  const member = await open();
  await chain.house.db.batch([
    "update loyalty_account set tier_id = 'tie_b'",
    `insert into tier_hold values ('${member.loyaltyId}', 'brd_a', 'tie_b', '2027-01-31', null, 'bought', 0)`,
    `insert into tier_change values ('tch_1', '${member.loyaltyId}', 'brd_a', 'tie_a', 'tie_b', 'bought', 0, '2027-01-31', 'tpu_1', 0)`,
  ].map((sql) => ({ sql })));
  const saleId = await buy(member, 2_000_000);
  expect(await tierOf(member)).toBe("tie_c");
  await giveBack(saleId);
  expect(await hold()).toEqual({ tier_id: "tie_b", how: "bought", review_on: "2027-01-31" });
});

test("days that ran out of the window do not make a small return cost the tier", async () => {
  const member = await open();
  await buy(member, 1_000_000);
  chain.clock.now = at("2027-06-10");
  const small = await buy(member, 10_000);
  chain.clock.now = at("2027-06-15");
  await giveBack(small);
  expect(await tierOf(member)).toBe("tie_b");
});
