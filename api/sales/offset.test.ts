/** Points that pay: booked with the sale, from their lots, once. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { historyOf, summaryOf } from "../points/show-points.ts";
import { newKey } from "../test-house.ts";
import { quoteSale } from "./quote-sale.ts";
import { recordSale } from "./record-sale.ts";
import { returnSale } from "./return-sale.ts";
import { showSaleGround } from "./show-ground.ts";
import {
  body,
  chain,
  closeProved,
  lots,
  type Member,
  openOffsetChain,
  pay,
  redeemAll,
  refusal,
  saver,
  scanOf,
} from "./test-offset.ts";
import { whySale } from "./why-sale.ts";

beforeEach(openOffsetChain);
afterEach(closeProved);

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
