import { afterEach, beforeEach, expect, test } from "vitest";
import { noLimits, type Rights, roleLimits } from "../../shared/access.ts";
import { openTestChain, type TestChain } from "../test-chain.ts";
import { newKey, openTestHouse } from "../test-house.ts";
import { recordSale } from "./record-sale.ts";
import { returnSale } from "./return-sale.ts";

const day = 86_400_000;
let chain: TestChain;
beforeEach(async () => {
  chain = await openTestChain(await openTestHouse());
});
afterEach(() => chain.close());

const sell = (orderNo: string, fen: number) =>
  recordSale(chain.desk(), newKey(), {
    orderNo,
    member: null,
    lines: [{ name: "羽绒服", quantityMilli: 1000, amountFen: fen }],
    totalFen: fen,
  });
const takeBack = (saleId: string, rights: Partial<Rights> = {}) => {
  const desk = chain.desk();
  return returnSale({ ...desk, actor: { ...desk.actor, ...rights } }, newKey(), saleId, {});
};

test("a brand's return window ends with its last day; without one a return is always taken", async () => {
  const [first, second] = [await sell("W1", 10_000), await sell("W2", 10_000)];
  const brandId = chain.desk().actor.brandId!;
  await chain.house.db.execute(
    "insert into parameter_set values (?, ?, 1, null, 0)",
    [brandId, JSON.stringify({ returnWindowDays: 7 })],
  );
  chain.clock.now += 7 * day;
  await takeBack(first.saleId);
  chain.clock.now += day;
  await expect(takeBack(second.saleId)).rejects.toMatchObject({
    code: "return-late",
    fields: { days: 7 },
  });
  await chain.house.db.execute("update parameter_set set body = '{}', revision = 2");
  await takeBack(second.saleId);
});

test("a refund goes as far as the role, an own role as far as its own limit", async () => {
  const { saleId } = await sell("L1", 300_000);
  const limit = roleLimits.cashier!.refundFen;
  await expect(takeBack(saleId, { role: "cashier" })).rejects.toMatchObject({
    code: "over-limit",
    fields: { limit },
  });
  const own = (refundFen: number): Partial<Rights> => ({
    role: "own",
    permissions: ["sale.return"],
    limits: { ...noLimits, refundFen },
  });
  await expect(takeBack(saleId, own(299_999))).rejects.toMatchObject({ code: "over-limit" });
  await takeBack(saleId, own(300_000));
});
