import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { verifyLedger } from "../points/verify.ts";
import { summaryOf } from "../points/show-points.ts";
import { newKey, openTestHouse } from "../test-house.ts";
import { openTestChain, type TestChain } from "../test-chain.ts";
import { recordSale } from "./record-sale.ts";
import { returnSale } from "./return-sale.ts";

let chain: TestChain;
let orders = 0;
beforeEach(async () => {
  chain = await openTestChain(await openTestHouse());
});
afterEach(async () => {
  const proof = await verifyLedger(chain.house.db, chain.clock.now);
  expect(proof.findings).toEqual([]);
  await chain.close();
});

const sell = (card: string | null, fen: number, extra: Record<string, unknown> = {}) => ({
  orderNo: `S${++orders}`,
  member: card ? { card } : null,
  lines: [{ name: "散装鸡蛋", quantityMilli: 1000, amountFen: fen }],
  totalFen: fen,
  ...extra,
});

describe("recordSale()", () => {
  test("books points, keeps the fraction and says why", async () => {
    const li = await chain.enrol("李春燕");
    const receipt = await recordSale(chain.desk(), newKey(), sell(li.card, 1250));
    expect(receipt.points).toMatchObject({
      earned: 12,
      spendable: 12,
      carryMicro: 500_000,
      debt: 0,
    });
    expect(receipt.reasons.map((r) => r.code)).toContain("base-rate");
    const next = await recordSale(chain.desk(), newKey(), sell(li.card, 150));
    expect(next.points).toMatchObject({ earned: 2, spendable: 14, carryMicro: 0 });
  });

  test("answers a repeat with the first answer, refuses the key with other input", async () => {
    const li = await chain.enrol();
    const key = newKey();
    const input = sell(li.card, 5000);
    const first = await recordSale(chain.desk(), key, input);
    expect(await recordSale(chain.desk(), key, input)).toEqual(first);
    await expect(recordSale(chain.desk(), key, { ...input, totalFen: 4999 })).rejects.toMatchObject(
      {
        code: "key-reused",
      },
    );
    await expect(recordSale(chain.desk(), newKey(), input)).rejects.toMatchObject({
      code: "order-exists",
    });
  });

  test("leaves excluded categories out and says which line", async () => {
    const li = await chain.enrol();
    const receipt = await recordSale(chain.desk(), newKey(), {
      orderNo: "mix",
      member: { card: li.card },
      lines: [
        { sku: "6901", quantityMilli: 1000, amountFen: 6990 },
        { sku: "6902", quantityMilli: 1000, amountFen: 1800 },
      ],
      totalFen: 8790,
    });
    expect(receipt.points?.earned).toBe(69);
    expect(receipt.reasons).toContainEqual({
      code: "line-excluded",
      n: 2,
      categoryId: "cat_tobacco",
    });
  });

  test("refuses in order: amount, sum, product, order number", async () => {
    const refusal = async (body: Parameters<typeof recordSale>[2]) =>
      await recordSale(chain.desk(), newKey(), body).then(() => "booked", (p) => p.code);
    const line = { name: "苹果", quantityMilli: 1000, amountFen: 0 };
    expect(await refusal({ orderNo: "r1", lines: [line], totalFen: 1 })).toBe("amount-invalid");
    expect(await refusal({ ...sell(null, 100), totalFen: 99 })).toBe("sale-mismatch");
    expect(
      await refusal({
        orderNo: "r2",
        lines: [{ sku: "none", quantityMilli: 1, amountFen: 1 }],
        totalFen: 1,
      }),
    ).toBe("product-unknown");
    expect(await refusal({ ...sell(null, 100), occurredAt: chain.clock.now - 80 * 3_600_000 }))
      .toBe("time-refused");
    expect(await refusal({ ...sell("9100000000000000", 100) })).toBe("code-malformed");
  });

  test("50 tills ringing up one member lose and double nothing", async () => {
    const li = await chain.enrol();
    const receipts = await Promise.all(
      Array.from({ length: 50 }, () => recordSale(chain.desk(), newKey(), sell(li.card, 999))),
    );
    expect(new Set(receipts.map((r) => r.saleId)).size).toBe(50);
    const points = await summaryOf(chain.desk(), li.loyaltyId);
    expect(points.spendable).toBe(499);
    expect(points.carryMicro).toBe(500_000);
  });
});

describe("returnSale()", () => {
  test("takes points from the sale's own lot and restores the fraction", async () => {
    const li = await chain.enrol();
    await recordSale(chain.desk(), newKey(), sell(li.card, 10_050));
    const sale = await recordSale(chain.desk(), newKey(), sell(li.card, 10_050));
    expect(sale.points?.earned).toBe(101);
    const back = await returnSale(chain.desk(), newKey(), sale.saleId, {});
    expect(back.points).toMatchObject({ taken: 101, owed: 0, spendable: 100, carryMicro: 500_000 });
    expect(back.refundFen).toBe(10_050);
    await expect(returnSale(chain.desk(), newKey(), sale.saleId, {})).rejects.toMatchObject({
      code: "sale-returned",
    });
  });

  test("part by part adds up to the whole", async () => {
    const li = await chain.enrol();
    const sale = await recordSale(chain.desk(), newKey(), {
      orderNo: "parts",
      member: { card: li.card },
      lines: [{ name: "车厘子", quantityMilli: 3000, amountFen: 1000 }],
      totalFen: 1000,
    });
    const fen: number[] = [];
    for (let i = 0; i < 3; i++) {
      const back = await returnSale(chain.desk(), newKey(), sale.saleId, {
        lines: [{ n: 1, quantityMilli: 1000 }],
      });
      fen.push(back.refundFen);
    }
    expect(fen).toEqual([333, 333, 334]);
    expect((await summaryOf(chain.desk(), li.loyaltyId)).spendable).toBe(0);
    expect((await summaryOf(chain.desk(), li.loyaltyId)).carryMicro).toBe(0);
  });

  test("20 tills returning one sale: one succeeds", async () => {
    const li = await chain.enrol();
    const sale = await recordSale(chain.desk(), newKey(), sell(li.card, 5000));
    const outcomes = await Promise.allSettled(
      Array.from({ length: 20 }, () => returnSale(chain.desk(), newKey(), sale.saleId, {})),
    );
    expect(outcomes.filter((o) => o.status === "fulfilled")).toHaveLength(1);
    expect((await summaryOf(chain.desk(), li.loyaltyId)).spendable).toBe(0);
  });

  test("refuses another store's sale as unknown", async () => {
    const sale = await recordSale(chain.desk("sto_b"), newKey(), sell(null, 5000));
    await expect(returnSale(chain.desk("sto_a"), newKey(), sale.saleId, {})).rejects.toMatchObject({
      code: "not-found",
    });
    await expect(
      returnSale(chain.desk("sto_b"), newKey(), sale.saleId, {
        lines: [{ n: 1, quantityMilli: 2000 }],
      }),
    ).rejects.toMatchObject({ code: "return-too-large" });
  });
});
