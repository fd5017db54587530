/** Points that pay: booked with the sale, from their lots, back to them with what is returned. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { ProgrammeRules } from "../../shared/programme/rules.ts";
import { Problem } from "../../shared/problems.ts";
import { spend } from "../../shared/points/lot.ts";
import { settle } from "../db/settle.ts";
import { readHoldings } from "../points/holdings.ts";
import { startPosting } from "../points/posting.ts";
import { historyOf, summaryOf } from "../points/show-points.ts";
import { verifyLedger } from "../points/verify.ts";
import { openTestChain, type TestChain, type TestMember } from "../test-chain.ts";
import { newKey, openTestHouse } from "../test-house.ts";
import { quoteSale } from "./quote-sale.ts";
import { recordSale } from "./record-sale.ts";
import { returnSale } from "./return-sale.ts";
import { showSaleGround } from "./show-ground.ts";
import { whySale } from "./why-sale.ts";

const offset: ProgrammeRules["offset"] = {
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
const day = 86_400_000;

let chain: TestChain;
let orders = 0;
beforeEach(async () => {
  chain = await openTestChain(await openTestHouse(), {
    offset,
    validity: { kind: "months", months: 1 },
  });
});
afterEach(async () => {
  expect((await verifyLedger(chain.house.db, chain.clock.now)).findings).toEqual([]);
  await chain.close();
});

/** A scan at a till of a store, as the e-card's code opens it. */
const scanOf = async (who: TestMember, rights = "spend", storeId = "sto_a") => {
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
type Member = { scanId: string } | { card: string };
const body = (member: Member | null, amounts: number[], points?: number, fen?: number) => ({
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
const pay = async (who: TestMember, amounts: number[], points: number) =>
  recordSale(chain.desk(), newKey(), body(await scanOf(who), amounts, points));
const refusal = (asked: Promise<unknown>) =>
  asked.then(() => "booked", (p) => p instanceof Problem ? p.code : String(p));
/** A member with 600 points: 200 that lapse first, and 400. */
const saver = async () => {
  const who = await chain.enrol("李春燕");
  await recordSale(chain.desk(), newKey(), body({ card: who.card }, [200_00]));
  chain.clock.now += 10 * day;
  await recordSale(chain.desk(), newKey(), body({ card: who.card }, [400_00]));
  chain.clock.now += day;
  return who;
};
const lots = async (who: TestMember) =>
  (await chain.house.db.execute(
    "select remaining from lot where account_id = ? order by lapses_at, id",
    [`${who.loyaltyId}.points`],
  )).map((r) => Number(r.remaining));

describe("paying", () => {
  test("draws first to lapse first, in the batch of the sale, and earns on the money alone", async () => {
    const li = await saver();
    const receipt = await pay(li, [100_00, 150_00], 333);
    expect(receipt).toMatchObject({
      totalFen: 250_00,
      payFen: 246_67,
      offset: { points: 333, fen: 3_33 },
      points: { earned: 246, spendable: 600 - 333 + 246 },
    });
    expect(await lots(li)).toEqual([0, 267, 246]);
    const history = await historyOf(chain.desk(), li.loyaltyId);
    expect(history.rows.slice(0, 2).map((r) => [r.kind, r.amount]))
      .toEqual([["accrual", 246], ["offset", -333]]);
    const why = await whySale(chain.desk(), receipt.saleId);
    expect(why.offset).toEqual([
      { code: "rule-version", ruleVersionId: "rul_a" },
      { code: "offset-used", points: 333, fen: 333, perPoints: 100, perFen: 100 },
      { code: "offset-line", n: 1, fen: 133 },
      { code: "offset-line", n: 2, fen: 200 },
    ]);
    expect(why.reasons).toContainEqual({ code: "base-reduced", by: "offset", fen: 333 });
  });

  test("all of a sale, of which nothing is left to earn on", async () => {
    const li = await chain.enrol("陈秀兰");
    await recordSale(chain.desk(), newKey(), body({ card: li.card }, [20_000_00]));
    await chain.house.db.execute(
      `insert into earning_rules (id, brand_id, version, effective_from, body, published_at)
       select 'rul_b', brand_id, 2, 1, json_set(body, '$.offset.maxPointsPerDay', null), 0 from earning_rules`,
    );
    const receipt = await pay(li, [200_00], 20_000);
    expect(receipt).toMatchObject({ payFen: 0, points: { earned: 0, spendable: 0 } });
    expect(receipt.reasons.map((r) => r.code)).toContain("nothing-eligible");
    const back = await returnSale(chain.desk(), newKey(), receipt.saleId, {});
    expect(back).toMatchObject({ refundFen: 0, offset: { points: 20_000, fen: 200_00 } });
  });

  test("a repeat is the same sale, and the points go once", async () => {
    const li = await saver();
    const key = newKey();
    const input = body(await scanOf(li), [200_00], 100);
    const first = await recordSale(chain.desk(), key, input);
    expect(await recordSale(chain.desk(), key, input)).toEqual(first);
    expect((await summaryOf(chain.desk(), li.loyaltyId)).spendable).toBe(600 - 100 + 199);
  });

  test("needs a scan that may spend, at this till, now", async () => {
    const li = await saver();
    const sell = (member: Member | null, points = 10, more = {}) =>
      refusal(recordSale(chain.desk(), newKey(), { ...body(member, [200_00], points), ...more }));
    expect(await sell(await scanOf(li, "earn"))).toBe("scan-earn-only");
    expect(await sell({ card: li.card })).toBe("scan-earn-only");
    expect(await sell(null)).toBe("scan-earn-only");
    expect(await sell(await scanOf(li, "spend", "sto_b"))).toBe("scan-expired");
    expect(await sell(await scanOf(li), 10, { occurredAt: chain.clock.now - 3_600_000 }))
      .toBe("time-refused");
    const scan = await scanOf(li);
    expect(await sell(scan)).toBe("booked");
    expect(await sell(scan)).toBe("scan-used");
  });

  test("refuses what the rule refuses, and another worth than was agreed", async () => {
    const li = await saver();
    const sell = async (amount: number, points: number, fen?: number) =>
      refusal(recordSale(chain.desk(), newKey(), body(await scanOf(li), [amount], points, fen)));
    expect(await sell(199_99, 10)).toBe("offset-minimum");
    expect(await sell(200_00, 601)).toBe("points-short");
    expect(await sell(200_00, 801)).toBe("offset-limit-today");
    expect(await sell(200_00, 10, 11)).toBe("changed-meanwhile");
    expect(await sell(200_00, 10, 10)).toBe("booked");
  });

  test("the day's limit counts what was used and gives back what returned", async () => {
    const li = await saver();
    const first = await pay(li, [600_00], 500);
    expect(await refusal(pay(li, [600_00], 301))).toBe("offset-limit-today");
    await returnSale(chain.desk(), newKey(), first.saleId, {});
    expect(await refusal(pay(li, [600_00], 301))).toBe("booked");
  });

  test("a quote offers, previews and says why not, and agrees with the booking", async () => {
    const li = await saver();
    const quote = async (amount: number, points?: number, member?: Member) =>
      await quoteSale(chain.desk(), {
        member: member ?? await scanOf(li),
        lines: [{ name: "车厘子", quantityMilli: 1000, amountFen: amount }],
        ...(points ? { offset: { points } } : {}),
      });
    expect((await quote(100_00)).offset).toMatchObject({
      offer: null,
      refused: { code: "offset-minimum", fields: { minSaleFen: 200_00, payableFen: 100_00 } },
    });
    const told = await quote(300_00, 250);
    expect(told).toMatchObject({
      payFen: 297_50,
      points: 297,
      offset: {
        offer: { maxPoints: 600, boundBy: "balance" },
        used: { points: 250, fen: 2_50 },
        allowed: true,
      },
    });
    expect((await quote(300_00, 601)).offset).toMatchObject({
      used: null,
      refused: { code: "points-short" },
    });
    expect((await quote(300_00, 250, { card: li.card })).offset?.allowed).toBe(false);
    const receipt = await pay(li, [300_00], 250);
    expect(receipt).toMatchObject({ payFen: told.payFen, points: { earned: told.points } });
  });

  test("the till is told of the member what the rules ask, and no more", async () => {
    const li = await saver();
    await chain.house.db.execute(
      `update member set birthday = '1990-06-16', tags = '["老客户"]' where id = ?`,
      [li.memberId],
    );
    const told = await showSaleGround(chain.desk(), (await scanOf(li)).scanId);
    expect(told).toMatchObject({
      rulesId: "rul_a",
      ground: { storeId: "sto_a", tags: [], birthday: null, balance: 0, firstPurchase: false },
      offset: { usedToday: 0 },
    });
    expect(told.offset.lots.map((lot) => lot.points)).toEqual([200, 400]);
    const elsewhere = await scanOf(li, "spend", "sto_b");
    expect(await refusal(showSaleGround(chain.desk("sto_a"), elsewhere.scanId))).toBe(
      "scan-expired",
    );
  });
});

describe("returning", () => {
  const back = (saleId: string, n: number, quantityMilli: number) =>
    returnSale(chain.desk(), newKey(), saleId, { lines: [{ n, quantityMilli }] });

  test("part by part gives every point back to its own lot, and only the money in money", async () => {
    const li = await saver();
    const { saleId } = await pay(li, [100_00, 150_00], 333);
    const parts = [
      await back(saleId, 2, 1000),
      await back(saleId, 1, 2000),
      await back(saleId, 2, 2000),
    ];
    parts.push(await back(saleId, 1, 1000));
    expect(parts.map((p) => p.offset)).toEqual([
      { points: 66, fen: 66 },
      { points: 88, fen: 88 },
      { points: 134, fen: 134 },
      { points: 45, fen: 45 },
    ]);
    expect(parts.reduce((sum, p) => sum + p.refundFen, 0)).toBe(250_00 - 333);
    // The last drawn came back first: as if only the rest had been spent.
    expect(await lots(li)).toEqual([200, 400, 0]);
    expect((await summaryOf(chain.desk(), li.loyaltyId)).spendable).toBe(600);
    expect(parts.reduce((sum, p) => sum + p.points!.taken, 0)).toBe(246);
    const rows = (await historyOf(chain.desk(), li.loyaltyId)).rows.slice(0, 2);
    expect(rows.map((r) => r.kind)).toEqual(["return", "offset-back"]);
    expect(rows[1]!.amount).toBe(45);
  });

  test("a lot that lapsed meanwhile lapses again at once", async () => {
    const li = await saver();
    const { saleId } = await pay(li, [300_00], 300);
    chain.clock.now += 24 * day;
    const receipt = await returnSale(chain.desk(), newKey(), saleId, {});
    expect(receipt.offset).toEqual({ points: 300, fen: 300 });
    // 100 came back alive, 200 had lapsed; what the sale earned is taken back.
    expect(receipt.points).toMatchObject({ taken: 297, spendable: 400, debt: 0 });
    expect(await lots(li)).toEqual([0, 400, 0]);
  });

  test("points that come back pay off what is owed first", async () => {
    const li = await saver();
    const first = await pay(li, [200_00], 100);
    const second = await pay(li, [200_00], 600);
    expect((await summaryOf(chain.desk(), li.loyaltyId)).spendable).toBe(600 - 700 + 199 + 194);
    await redeemAll(li);
    const back = await returnSale(chain.desk(), newKey(), first.saleId, {});
    // 100 came back, 199 are asked for.
    expect(back.points).toMatchObject({ taken: 100, owed: 99, debt: 99, spendable: 0 });
    const rest = await returnSale(chain.desk(), newKey(), second.saleId, {});
    expect(rest.points).toMatchObject({ debt: 0, spendable: 600 - 99 - 194 });
  });

  test("limits of refunds count the money", async () => {
    const li = await saver();
    const { saleId } = await pay(li, [2001_00], 400);
    const cashier = chain.desk("sto_a", "cashier");
    const over = await refusal(returnSale(cashier, newKey(), saleId, {}));
    expect(over).toBe("booked");
    const plain = await recordSale(chain.desk(), newKey(), body({ card: li.card }, [2001_00]));
    expect(await refusal(returnSale(cashier, newKey(), plain.saleId, {}))).toBe("over-limit");
  });
});

/** Spends what there is, as a claim does. */
const redeemAll = async (who: TestMember, points?: number) => {
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

describe("races", () => {
  test("twenty tills spend the same points once", async () => {
    const li = await saver();
    const scans = await Promise.all(Array.from({ length: 20 }, () => scanOf(li)));
    const outcomes = await Promise.all(
      scans.map((scan) => refusal(recordSale(chain.desk(), newKey(), body(scan, [200_00], 500)))),
    );
    // What the first earned is not enough for another 500, and the day takes 800.
    expect(outcomes.filter((o) => o === "booked")).toHaveLength(1);
    expect(new Set(outcomes)).toEqual(new Set(["booked", "offset-limit-today"]));
    expect((await summaryOf(chain.desk(), li.loyaltyId)).spendable).toBe(600 - 500 + 195);
  });

  test("a sale and a claim do not spend the same points", async () => {
    for (let round = 0; round < 6; round++) {
      const li = await saver();
      const scan = await scanOf(li);
      const outcomes = await Promise.all([
        refusal(recordSale(chain.desk(), newKey(), body(scan, [200_00], 500))),
        refusal(redeemAll(li, 500)),
      ]);
      expect(outcomes.toSorted()).toEqual(["booked", "points-short"]);
    }
  });
});
