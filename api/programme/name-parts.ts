/** What rules name by id: products that are asked for, tags and member categories. @module */
import { namedAtOnce, type showRuleNames } from "../../shared/console/rule-name-doors.ts";
import type { AnswerOf } from "../../shared/endpoint.ts";
import { mustReach } from "../access/within.ts";
import { reading } from "../db/statement.ts";
import type { Desk } from "../desk.ts";

const productsById = reading<[brandId: string, ids: readonly string[]], {
  id: string;
  sku: string;
  name_zh: string;
  name_en: string;
  price_fen: number;
  category_id: string | null;
}>(
  "products of a brand by id, with names",
  `select j.key as n, p.id, p.sku, p.name_zh, p.name_en, p.price_fen, p.category_id
   from json_each(?1) j, json_each(j.value, '$[1]') x
   join product p on p.id = x.value and p.brand_id = j.value->>0 order by j.key, p.sku`,
);

const tagsOfBrand = reading<[brandId: string], { id: string; name: string }>(
  "tags of a brand in use",
  `select j.key as n, t.id, t.name from json_each(?1) j
   join tag t on t.brand_id = j.value->>0 and t.state = 'active' order by j.key, t.name`,
);

const memberCategoriesOfBrand = reading<
  [brandId: string],
  { id: string; name_zh: string; name_en: string }
>(
  "member categories of a brand, with names",
  `select j.key as n, c.id, c.name_zh, c.name_en from json_each(?1) j
   join member_category c on c.brand_id = j.value->>0 order by j.key, c.name_zh`,
);

/** @param ids of products, with commas between them @throws Problem not-found */
export const nameParts = async (
  desk: Desk,
  brandId: string,
  ids: string,
): Promise<AnswerOf<typeof showRuleNames>> => {
  mustReach(desk, brandId);
  const wanted = ids.split(",").filter(Boolean).slice(0, namedAtOnce);
  const { db, seen } = desk;
  const [products, tags, categories] = await Promise.all([
    db.readSeen(productsById, [brandId, wanted], seen),
    db.readSeen(tagsOfBrand, [brandId], seen),
    db.readSeen(memberCategoriesOfBrand, [brandId], seen),
  ]);
  return {
    products: products.map((row) => ({
      id: row.id,
      sku: row.sku,
      nameZh: row.name_zh,
      nameEn: row.name_en,
      priceFen: row.price_fen,
      categoryId: row.category_id,
    })),
    tags: tags.map(({ id, name }) => ({ id, name })),
    memberCategories: categories.map((row) => ({
      id: row.id,
      nameZh: row.name_zh,
      nameEn: row.name_en,
    })),
  };
};
