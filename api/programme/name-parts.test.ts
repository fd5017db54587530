import { afterEach, beforeEach, expect, test } from "vitest";
import { addMemberCategory, showRuleNames } from "../../shared/console/endpoints.ts";
import { listGoods, putProducts } from "../../shared/goods/endpoints.ts";
import { type Office, openOffice, personOf, place } from "../console/test-office.ts";
import { newKey } from "../test-house.ts";

let office: Office;
beforeEach(async () => void (office = await openOffice()));
afterEach(() => office.close());

test("products by id, member categories; nothing of another brand", async () => {
  const admin = await office.as(personOf("hq-admin"));
  await office.ask(putProducts, {
    body: {
      brandId: place.grocer,
      products: [{ sku: "MILK", nameZh: "鲜牛奶", nameEn: "Fresh milk", priceFen: 1_290 }],
    },
  }, admin);
  await office.ask(addMemberCategory, {
    body: { brandId: place.grocer, nameZh: "企业客户", nameEn: "Companies", discounts: [] },
    key: newKey(),
  }, admin);
  const goods = await office.ask(listGoods, { query: { brandId: place.grocer } }, admin);
  const milk = goods.products.find((each) => each.sku === "MILK")!;
  const names = (brandId: string) =>
    office.ask(showRuleNames, { query: { brandId, products: `${milk.id},prd_gone` } }, admin);
  expect(await names(place.grocer)).toMatchObject({
    products: [{ id: milk.id, nameZh: "鲜牛奶", priceFen: 1_290 }],
    memberCategories: [{ nameZh: "企业客户" }],
  });
  expect(await names(place.baker)).toEqual({ products: [], tags: [], memberCategories: [] });
});

test("only within one's brands", async () => {
  const manager = await office.as(personOf("store-manager"));
  await expect(office.ask(showRuleNames, { query: { brandId: place.baker } }, manager))
    .rejects.toMatchObject({ code: "not-found" });
});
