/** The goods as head office sees and mends them. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { changeProduct, listAudit, listConsoleGoods } from "../../shared/console/endpoints.ts";
import { listGoods, putCategories, putProducts } from "../../shared/goods/endpoints.ts";
import { openOffice, personOf, place } from "../console/test-office.ts";
import type { Caller } from "../test-house.ts";

type Office = Awaited<ReturnType<typeof openOffice>>;
let office: Office;
let admin: Caller;

const rice = { sku: "H0007", nameZh: "五常大米 5kg", nameEn: "Wuchang rice", priceFen: 6990 };
const shelf = Array.from({ length: 120 }, (_, i) => ({
  sku: `S${String(i).padStart(4, "0")}`,
  nameZh: `陈年花雕 ${i} 号`,
  priceFen: 1000 + i,
  categoryCode: i % 2 ? "wine" : "drinks",
}));

beforeAll(async () => {
  office = await openOffice();
  admin = await office.as(personOf("hq-admin"));
  const brandId = place.grocer;
  const categories = [
    { code: "drinks", nameZh: "酒水" },
    { code: "wine", nameZh: "黄酒", parentCode: "drinks" },
  ];
  await office.ask(putCategories, { body: { brandId, categories } }, admin);
  await office.ask(putProducts, { body: { brandId, products: [rice, ...shelf] } }, admin);
});
afterAll(() => office.close());

const list = (query: object, as = admin) =>
  office.ask(listConsoleGoods, { query: { brandId: place.grocer, ...query } }, as);

test("every product is on one page, each once; the count and the categories come with the first", async () => {
  const seen: string[] = [];
  let after: string | undefined;
  for (let page = 0; page === 0 || after; page++) {
    const found = await list({ limit: 50, ...(after ? { after } : {}) });
    expect(found.total).toBe(page === 0 ? 121 : null);
    expect(found.categories.length).toBe(page === 0 ? 2 : 0);
    seen.push(...found.products.map(({ sku }) => sku));
    after = found.nextAfter ?? undefined;
  }
  expect(seen).toEqual([rice.sku, ...shelf.map(({ sku }) => sku)].sort());
});

test("a category holds what lies in those below it; a word narrows further", async () => {
  const { categories } = await list({});
  const id = (code: string) => categories.find((each) => each.code === code)!.id;
  expect((await list({ categoryId: id("drinks") })).total).toBe(120);
  expect((await list({ categoryId: id("wine") })).total).toBe(60);
  const few = await list({ categoryId: id("wine"), search: "119 号" });
  expect(few.products.map(({ sku }) => sku)).toEqual(["S0119"]);
  expect((await list({ search: "wuchang" })).products.map(({ sku }) => sku)).toEqual([rice.sku]);
});

test("a till that turns pages or looks up a code is not sent the categories again", async () => {
  const query = { brandId: place.grocer, limit: 5 };
  const first = await office.ask(listGoods, { query }, admin);
  expect(first.categories).toHaveLength(2);
  const more = await office.ask(listGoods, { query: { ...query, after: first.nextAfter! } }, admin);
  expect(more.categories).toEqual([]);
  const code = await office.ask(listGoods, { query: { ...query, categories: "none" } }, admin);
  expect([code.products.length, code.categories]).toEqual([5, []]);
});

test("a change is kept and logged; hidden, no till finds it, and head office still does", async () => {
  const product = (await list({ search: rice.sku })).products[0]!;
  const body = {
    nameZh: "五常大米 5 公斤",
    nameEn: "Wuchang rice 5 kg",
    barcode: "6901234567892",
    priceFen: 7190,
    unitName: "袋",
    weighed: false,
    kind: "gift-card" as const,
    state: "hidden" as const,
  };
  await office.ask(changeProduct, { params: { product: product.id }, body }, admin);
  expect((await list({ search: "6901234567892" })).products[0]).toMatchObject({
    ...body,
    sku: rice.sku,
  });
  const skusOf = async (state: "listed" | "hidden") =>
    (await list({ state, limit: 200 })).products.map(({ sku }) => sku);
  expect(await skusOf("hidden")).toEqual([rice.sku]);
  expect(await skusOf("listed")).toEqual(shelf.map(({ sku }) => sku));
  expect((await list({ state: "hidden" })).total).toBe(1);
  const query = { brandId: place.grocer, search: rice.sku };
  expect((await office.ask(listGoods, { query }, admin)).products).toEqual([]);
  const { rows } = await office.ask(listAudit, { query: { subject: product.id } }, admin);
  expect(rows.map(({ action }) => action)).toEqual(["product.changed"]);
  expect(JSON.parse(rows[0]!.before!))
    .toMatchObject({ price_fen: 6990, state: "listed", kind: "goods" });
  expect(JSON.parse(rows[0]!.after!))
    .toMatchObject({ price_fen: 7190, state: "hidden", kind: "gift-card" });
});

test("another brand's goods are neither shown nor changed; who may only read changes nothing", async () => {
  const manager = await office.as(personOf("store-manager"));
  await expect(list({ brandId: place.baker }, manager)).rejects.toMatchObject({
    code: "not-found",
  });
  const product = (await list({ search: "S0003" })).products[0]!;
  const body = { ...pick(product), nameZh: "别的" };
  const change = (as: Caller, id = product.id) =>
    office.ask(changeProduct, { params: { product: id }, body }, as);
  await expect(change(manager)).rejects.toMatchObject({ code: "not-allowed" });
  await expect(change(admin, "prd_00000000000000000000000000")).rejects.toMatchObject({});
  expect((await list({ search: "S0003" })).products[0]!.nameZh).toBe(product.nameZh);
});

const pick = (
  { nameZh, nameEn, barcode, priceFen, unitName, weighed, kind, state }: Awaited<
    ReturnType<typeof list>
  >["products"][number],
) => ({ nameZh, nameEn, barcode, priceFen, unitName, weighed, kind, state });
