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

test("no day that is said opens the window again; a till that was offline may tell late", async () => {
  const hour = 3_600_000;
  const sold = chain.clock.now;
  const [first, second] = [await sell("B1", 10_000), await sell("B2", 10_000)];
  await chain.house.db.execute("insert into parameter_set values (?, ?, 1, null, 0)", [
    chain.desk().actor.brandId!,
    JSON.stringify({ returnWindowDays: 2 }),
  ]);
  const tell = (saleId: string, occurredAt: number, role: "pos" | "integration") =>
    returnSale(chain.desk("sto_a", role), newKey(), saleId, { occurredAt });
  await expect(tell(first.saleId, sold - hour, "pos")).rejects.toMatchObject({
    code: "time-refused",
  });
  chain.clock.now += 4 * day;
  await expect(tell(first.saleId, chain.clock.now, "pos")).rejects.toMatchObject({
    code: "return-late",
  });
  await tell(first.saleId, sold + 2 * day, "pos");
  chain.clock.now += 4 * day;
  for (
    const [said, code] of [[sold - hour, "time-refused"], [sold + hour, "return-late"]] as const
  ) {
    await expect(tell(second.saleId, said, "integration")).rejects.toMatchObject({ code });
  }
});

test("history is brought in with its returns", async () => {
  const long = chain.clock.now - 400 * day;
  await chain.house.db.execute("insert into parameter_set values (?, ?, 1, null, 0)", [
    chain.desk().actor.brandId!,
    JSON.stringify({ returnWindowDays: 7 }),
  ]);
  const desk = () => chain.desk("sto_a", "integration");
  const { saleId } = await recordSale(desk(), newKey(), {
    orderNo: "H1",
    member: null,
    lines: [{ name: "羽绒服", quantityMilli: 1000, amountFen: 10_000 }],
    totalFen: 10_000,
    occurredAt: long,
  });
  await returnSale(desk(), newKey(), saleId, { occurredAt: long + 3 * day });
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
