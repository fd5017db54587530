import { afterAll, beforeAll, expect, test } from "vitest";
import { recordSale, returnSale } from "../../shared/sales/endpoints.ts";
import { newKey, openScene, refusalOf, type Scene } from "../access/test-scene.ts";

let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
});
afterAll(() => scene.close());

const threeRolls = {
  lines: [{ name: "纸巾三提", quantityMilli: 3_000, amountFen: 5_970 }],
  totalFen: 5_970,
};
const oneBack = { lines: [{ n: 1, quantityMilli: 1_000 }] };

test("what a counter repeats after a change of shift was booked once", async () => {
  const till = await scene.terminal("counter");
  const [early, late] = [
    await scene.staff("store-manager", {}, till),
    await scene.staff("cashier", {}, till),
  ];
  const sale = { orderNo: "20260615-SHFT-0001", ...threeRolls };
  const { saleId } = await scene.ask(recordSale, { body: sale, key: newKey() }, early);
  const back = { params: { sale: saleId }, body: oneBack, key: newKey() };
  const first = await scene.ask(returnSale, back, early);
  expect(await scene.ask(returnSale, back, late)).toEqual(first);
  const rows = await scene.db.execute("select id from sale_return where sale_id = ?", [saleId]);
  expect(rows).toHaveLength(1);
});

test("another till's key is another key", async () => {
  const [one, two] = [await scene.terminal("counter"), await scene.terminal("counter")];
  const key = newKey();
  const body = { orderNo: "20260615-SHFT-0002", ...threeRolls };
  await scene.ask(recordSale, { body, key }, await scene.staff("cashier", {}, one));
  const asked = scene.ask(recordSale, { body, key }, await scene.staff("cashier", {}, two));
  expect(await refusalOf(asked)).toBe("order-exists");
});
