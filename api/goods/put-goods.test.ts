import { expect, test } from "vitest";
import { putCategories as door } from "../../shared/goods/endpoints.ts";
import type { BodyOf } from "../../shared/endpoint.ts";
import { openTestChain } from "../test-chain.ts";
import { newKey, openTestHouse } from "../test-house.ts";
import { recordSale } from "../sales/record-sale.ts";
import { putCategories } from "./put-goods.ts";
import { categoriesOf } from "./queries.ts";

const tree: BodyOf<typeof door>["categories"] = [
  { code: "drinks", nameZh: "酒水" },
  { code: "spirits", parentCode: "drinks", nameZh: "白酒" },
];

test("putCategories() hangs a child under a parent of the same call, and rules see the whole path", async () => {
  const chain = await openTestChain(await openTestHouse());
  await putCategories(chain.desk(), { brandId: "brd_a", categories: tree });
  const rows = await chain.house.db.read(categoriesOf, ["brd_a"]);
  const [parent, child] = ["drinks", "spirits"].map((code) => rows.find((r) => r.code === code)!);
  expect(child!.parent_id).toBe(parent!.id);
  await chain.close();
});

test("recordSale() refuses a line in a category that nobody knows: it could be one that never earns", async () => {
  const chain = await openTestChain(await openTestHouse());
  const member = await chain.enrol();
  const sale = recordSale(chain.desk(), newKey(), {
    orderNo: "K1",
    member: { card: member.card },
    lines: [{ name: "香烟", categoryCode: "tobaco", quantityMilli: 1000, amountFen: 5000 }],
    totalFen: 5000,
  });
  await expect(sale).rejects.toMatchObject({ code: "input-invalid" });
  await chain.close();
});
