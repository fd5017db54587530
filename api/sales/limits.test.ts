/** Limits of what rules give through the booking: under racing tills, after returns. */
import { afterEach, describe, expect, test } from "vitest";
import type { EarningRule } from "../../shared/points/earning-rules.ts";
import type { Reason } from "../../shared/points/reason.ts";
import { MICRO_PER_POINT } from "../../shared/points/limits.ts";
import type { ProgrammeRules } from "../../shared/programme/rules.ts";
import { openTestChain, type TestChain, type TestMember } from "../test-chain.ts";
import { newKey, openTestHouse } from "../test-house.ts";
import { verifyLedger } from "../points/verify.ts";
import { recordSale } from "./record-sale.ts";
import { returnSale } from "./return-sale.ts";

let chain: TestChain;
let orders = 0;
const open = async (rules: Partial<ProgrammeRules>) =>
  chain = await openTestChain(await openTestHouse(), rules);
afterEach(async () => {
  expect((await verifyLedger(chain.house.db, chain.clock.now)).findings).toEqual([]);
  await chain.close();
});

const rule = (id: string, part: Partial<EarningRule>): EarningRule => ({
  id,
  nameZh: id,
  nameEn: id,
  on: true,
  when: {},
  lines: {},
  gives: { kind: "multiplier", percent: 200 },
  priority: 0,
  groupId: null,
  caps: null,
  ...part,
});
const sale = (who: TestMember, fen: number, more: Record<string, unknown> = {}) => ({
  orderNo: `R${++orders}`,
  member: { card: who.card },
  lines: [{ name: "时令水果", quantityMilli: 1000, amountFen: fen }],
  totalFen: fen,
  ...more,
});
const sell = (who: TestMember, fen: number, more: Record<string, unknown> = {}, store = "sto_a") =>
  recordSale(chain.desk(store), newKey(), sale(who, fen, more));
const earned = async (who: TestMember, fen: number, more = {}, store = "sto_a") =>
  (await sell(who, fen, more, store)).points!.earned;
const giveBack = (saleId: string, quantityMilli?: number) =>
  returnSale(
    chain.desk(),
    newKey(),
    saleId,
    quantityMilli === undefined ? {} : { lines: [{ n: 1, quantityMilli }] },
  );
const missed = (reasons: unknown[]) =>
  (reasons as Reason[]).flatMap((r) =>
    r.code === "rule-missed" ? [`${r.ruleId}:${r.condition}`] : []
  );
const tally = async (who: TestMember, key: string) => {
  const rows = await chain.house.db.execute(
    "select day, micro from earning_tally where account_id = ? and key = ?",
    [who.loyaltyId, key],
  );
  return Object.fromEntries(rows.map((r) => [String(r.day), Number(r.micro) / MICRO_PER_POINT]));
};

describe("limits", () => {
  const capped = { perSale: null, perDay: 30, perMember: null };

  test("fifty tills at once never give more than the day's limit", async () => {
    await open({ caps: capped });
    const li = await chain.enrol();
    const each = await Promise.all(Array.from({ length: 50 }, () => earned(li, 900)));
    expect(each.reduce((sum, n) => sum + n, 0)).toBe(30);
    expect(await tally(li, "*")).toEqual({ "": 30, "2026-06-15": 30 });
    chain.clock.now += 86_400_000;
    expect(await earned(li, 900)).toBe(9);
  });

  test("two tills at once give a bonus of once a day once", async () => {
    await open({
      rules: [rule("daily", { gives: { kind: "bonus", points: 7, once: "day" } })],
    });
    const li = await chain.enrol();
    const each = await Promise.all([0, 1, 2, 3].map(() => earned(li, 100)));
    expect(each.sort()).toEqual([1, 1, 1, 8]);
  });

  test("a return gives the day's limit back, so that it can be earned again", async () => {
    await open({ caps: capped });
    const li = await chain.enrol();
    const first = await sell(li, 2500);
    expect(await earned(li, 2500)).toBe(5);
    expect((await giveBack(first.saleId)).points?.taken).toBe(25);
    expect(await tally(li, "*")).toEqual({ "": 5, "2026-06-15": 5 });
    expect(await earned(li, 9900)).toBe(25);
  });

  test("a first new product gives its bonus once, again after it was returned", async () => {
    await open({
      rules: [rule("new", {
        lines: { productIds: ["prd_rice"] },
        gives: { kind: "bonus", points: 50, once: "product" },
      })],
    });
    const li = await chain.enrol();
    const rice = () =>
      sell(li, 6990, { lines: [{ sku: "6901", quantityMilli: 1000, amountFen: 6990 }] });
    const first = await rice();
    expect(first.points?.earned).toBe(119);
    const second = await rice();
    expect(second.points?.earned).toBe(70);
    expect(missed(second.missed)).toEqual(["new:once"]);
    await giveBack(first.saleId);
    expect((await rice()).points?.earned).toBe(120);
  });

  test("what is kept may be worth more than the whole: a return then gives points", async () => {
    await open({
      carryRemainder: false,
      rules: [rule("falling", {
        gives: {
          kind: "brackets",
          mode: "whole",
          steps: [
            { fromFen: 0, fenPerPoint: 100, pointsPerStep: 1 },
            { fromFen: 10_000, fenPerPoint: 1000, pointsPerStep: 1 },
          ],
        },
      })],
    });
    const li = await chain.enrol();
    const whole = await sell(li, 10_000);
    expect(whole.points?.earned).toBe(10);
    const back = await giveBack(whole.saleId, 100);
    expect(back.points).toMatchObject({ taken: 0, granted: 80, spendable: 90 });
    expect((await giveBack(whole.saleId)).points).toMatchObject({ taken: 90, spendable: 0 });
  });
});
