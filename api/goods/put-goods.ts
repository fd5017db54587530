/** What an ERP or head office feeds in: categories and products, by their own codes. @module */
import { inScope } from "../../shared/access.ts";
import type { AnswerOf, BodyOf } from "../../shared/endpoint.ts";
import type * as doors from "../../shared/goods/endpoints.ts";
import { Problem } from "../../shared/problems.ts";
import type { Desk } from "../desk.ts";
import { categoriesOf, categoryByCode, productByCode, putCategory, putProduct } from "./queries.ts";

/** Creates or renames categories; a parent must be known or come earlier in the list.
 *  @throws Problem not-found for another brand or an unknown parent */
export const putCategories = async (
  desk: Desk,
  { brandId, categories }: BodyOf<typeof doors.putCategories>,
): Promise<AnswerOf<typeof doors.putCategories>> => {
  if (!inScope(desk.actor.scope, brandId)) throw new Problem("not-found");
  const known = new Map(
    (await desk.db.read(categoriesOf, [brandId])).map((c) => [c.code, c.id]),
  );
  const writes = categories.map((category) => {
    const parent = category.parentCode ?? null;
    if (parent !== null && !known.has(parent)) throw new Problem("not-found");
    const id = known.get(category.code) ?? desk.id("category");
    known.set(category.code, id);
    return putCategory.row({
      id,
      brand_id: brandId,
      parent_id: parent === null ? null : known.get(parent)!,
      code: category.code,
      name_zh: category.nameZh,
      name_en: category.nameEn ?? "",
    });
  });
  await desk.db.write(writes, [`categories ${brandId}`]);
  return { categories: categories.map((c) => ({ code: c.code, id: known.get(c.code)! })) };
};

/** Creates or changes products by SKU.
 *  @throws Problem not-found for another brand or an unknown category */
export const putProducts = async (
  desk: Desk,
  { brandId, products }: BodyOf<typeof doors.putProducts>,
): Promise<AnswerOf<typeof doors.putProducts>> => {
  if (!inScope(desk.actor.scope, brandId)) throw new Problem("not-found");
  const codes = [...new Set(products.map((p) => p.categoryCode).filter((c) => c != null))];
  const [found, categories] = await Promise.all([
    Promise.all(products.map((p) => desk.db.read(productByCode, [brandId, p.sku]))),
    Promise.all(codes.map((code) => desk.db.read(categoryByCode, [brandId, code]))),
  ]);
  if (categories.some((rows) => rows.length === 0)) throw new Problem("not-found");
  const ids = products.map((p, i) => {
    const row = found[i]![0];
    return row?.sku === p.sku ? row.id : desk.id("product");
  });
  await desk.db.write(
    products.map((p, i) =>
      putProduct.row({
        id: ids[i]!,
        brand_id: brandId,
        category_code: p.categoryCode ?? null,
        sku: p.sku,
        barcode: p.barcode ?? null,
        name_zh: p.nameZh,
        name_en: p.nameEn ?? "",
        price_fen: p.priceFen,
        unit_name: p.unitName ?? "件",
        weighed: p.weighed ? 1 : 0,
        // Left out: as it is. A gift card that an old import sends again must not start to earn.
        kind: p.kind ?? found[i]![0]?.kind ?? "goods",
        created_at: desk.now,
      })
    ),
    [`products ${brandId}`],
  );
  return { products: products.map((p, i) => ({ sku: p.sku, id: ids[i]! })) };
};
