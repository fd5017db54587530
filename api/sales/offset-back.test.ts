/** Points that paid go back with what is returned: to their own lots, to the last one. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { historyOf, summaryOf } from "../points/show-points.ts";
import { newKey } from "../test-house.ts";
import { recordSale } from "./record-sale.ts";
import { returnSale } from "./return-sale.ts";
import {
  body,
  chain,
  closeProved,
  day,
  lots,
  openOffsetChain,
  pay,
  redeemAll,
  refusal,
  saver,
} from "./test-offset.ts";

beforeEach(openOffsetChain);
afterEach(closeProved);

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
