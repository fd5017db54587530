/** A chain whose members pay with points: what the tests of it share. @module */
import { expect } from "vitest";
import type { ProgrammeRules } from "../../shared/programme/rules.ts";
import { Problem } from "../../shared/problems.ts";
import { spend } from "../../shared/points/lot.ts";
import { settle } from "../db/settle.ts";
import { readHoldings } from "../points/holdings.ts";
import { startPosting } from "../points/posting.ts";
import { verifyLedger } from "../points/verify.ts";
import { openTestChain, type TestChain, type TestMember } from "../test-chain.ts";
import { newKey, openTestHouse } from "../test-house.ts";
import { recordSale } from "./record-sale.ts";

const rules: ProgrammeRules["offset"] = {
  points: 100,
  fen: 100,
  others: [],
  minSaleFen: 200_00,
  maxSharePercent: 100,
  maxPoints: null,
  maxPointsPerDay: 800,
  stepPoints: 1,
  excludedCategoryIds: [],
  window: null,
};
export const day = 86_400_000;

/** The chain of the test that runs. */
export let chain: TestChain;
let orders = 0;

export const openOffsetChain = async (): Promise<void> => {
  chain = await openTestChain(await openTestHouse(), {
    offset: rules,
    validity: { kind: "months", months: 1 },
  });
};

/** Every history ends with all invariants proved. */
export const closeProved = async (): Promise<void> => {
  expect((await verifyLedger(chain.house.db, chain.clock.now)).findings).toEqual([]);
  await chain.close();
};

/** A scan at a till of a store, as the e-card's code opens it. */
export const scanOf = async (who: TestMember, rights = "spend", storeId = "sto_a") => {
  const id = chain.desk().id("scan");
  await chain.house.db.execute(
    `insert into scan (id, member_id, account_id, brand_id, store_id, api_key_id, via, rights, opened_at, expires_at)
     values (?, ?, ?, 'brd_a', ?, ?, 'rotating', ?, ?, ?)`,
    [
      id,
      who.memberId,
      who.loyaltyId,
      storeId,
      `key_${storeId}`,
      rights,
      chain.clock.now,
      chain.clock.now + 180_000,
    ],
  );
  return { scanId: id };
};
export type Member = { scanId: string } | { card: string };
export const body = (member: Member | null, amounts: number[], points?: number, fen?: number) => ({
  orderNo: `O${++orders}`,
  member,
  lines: amounts.map((amountFen, i) => ({
    name: ["车厘子", "牛奶", "大米"][i] ?? "水果",
    quantityMilli: 3000,
    amountFen,
  })),
  totalFen: amounts.reduce((a, b) => a + b, 0),
  ...(points === undefined ? {} : { offset: fen === undefined ? { points } : { points, fen } }),
});
export const pay = async (who: TestMember, amounts: number[], points: number) =>
  recordSale(chain.desk(), newKey(), body(await scanOf(who), amounts, points));
export const refusal = (asked: Promise<unknown>) =>
  asked.then(() => "booked", (p) => p instanceof Problem ? p.code : String(p));
/** A member with 600 points: 200 that lapse first, and 400. */
export const saver = async () => {
  const who = await chain.enrol("李春燕");
  await recordSale(chain.desk(), newKey(), body({ card: who.card }, [200_00]));
  chain.clock.now += 10 * day;
  await recordSale(chain.desk(), newKey(), body({ card: who.card }, [400_00]));
  chain.clock.now += day;
  return who;
};
export const lots = async (who: TestMember) =>
  (await chain.house.db.execute(
    "select remaining from lot where account_id = ? order by lapses_at, id",
    [`${who.loyaltyId}.points`],
  )).map((r) => Number(r.remaining));

/** Spends what there is, as a claim does. */
export const redeemAll = async (who: TestMember, points?: number) => {
  const desk = chain.desk();
  const id = newKey();
  return await settle(desk, newKey(), {}, async () => {
    const holdings = await readHoldings(desk, who.loyaltyId);
    const drawn = spend(holdings.lots, points ?? holdings.spendable, desk.now);
    if ("refused" in drawn) throw new Problem(drawn.refused);
    const posting = startPosting(desk, holdings, {
      kind: "redemption",
      cause: { kind: "claim", id },
      storeId: "sto_a",
      occurredAt: desk.now,
      explanation: { reasons: [] },
    });
    posting.draw(drawn.uses, "redeemed@sto_a");
    return { answer: "claimed", writes: posting.writes(), touches: posting.touches };
  });
};
