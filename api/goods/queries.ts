/** Statements of the goods room. @module */
import { ranks, reading, writing } from "../db/statement.ts";

export type ProductRow = {
  id: string;
  brand_id: string;
  sku: string;
  barcode: string | null;
  name_zh: string;
  name_en: string;
  price_fen: number;
  unit_name: string;
  weighed: number;
  kind: "goods" | "service" | "gift-card";
  category_id: string | null;
  /** The category and all above it, as a JSON array. */
  path: string;
};

const pathOf = (categoryId: string): string =>
  `(
  with recursive up(id, parent_id) as (
    select c.id, c.parent_id from category c where c.id = ${categoryId}
    union all select c.id, c.parent_id from category c join up on c.id = up.parent_id)
  select json_group_array(up.id) from up)`;

/** A product by SKU or barcode. */
export const productByCode = reading<[brandId: string, code: string], ProductRow>(
  "product by code",
  `select j.key as n, p.id, p.brand_id, p.sku, p.barcode, p.name_zh, p.name_en, p.price_fen,
     p.unit_name, p.weighed, p.kind, p.category_id, ${pathOf("p.category_id")} as path
   from json_each(?1) j join product p on p.id = coalesce(
     (select x.id from product x where x.brand_id = j.value->>0 and x.sku = j.value->>1),
     (select x.id from product x where x.brand_id = j.value->>0 and x.barcode = j.value->>1
       order by x.id limit 1))`,
);

export type ProductState = "listed" | "hidden";

/** What can be changed of a product by hand. */
export type ProductChange = {
  id: string;
  barcode: string | null;
  name_zh: string;
  name_en: string;
  price_fen: number;
  unit_name: string;
  weighed: number;
  kind: ProductRow["kind"];
  state: ProductState;
};

export const productById = reading<[productId: string], ProductChange & { brand_id: string }>(
  "product by id",
  `select j.key as n, p.id, p.brand_id, p.barcode, p.name_zh, p.name_en, p.price_fen, p.unit_name,
     p.weighed, p.kind, p.state from json_each(?1) j join product p on p.id = j.value->>0`,
);

export const updateProduct = writing<ProductChange>(
  "update product",
  ranks.change,
  ["id", "barcode", "name_zh", "name_en", "price_fen", "unit_name", "weighed", "kind", "state"],
  `update product set barcode = j.value->>1, name_zh = j.value->>2, name_en = j.value->>3,
     price_fen = j.value->>4, unit_name = j.value->>5, weighed = j.value->>6, kind = j.value->>7,
     state = j.value->>8
   from json_each(?1) j where product.id = j.value->>0`,
);

export const categoryByCode = reading<
  [brandId: string, code: string],
  { id: string; path: string }
>(
  "category by code",
  `select j.key as n, c.id, ${pathOf("c.id")} as path from json_each(?1) j
   join category c on c.brand_id = j.value->>0 and c.code = j.value->>1`,
);

export const categoriesOf = reading<[brandId: string], {
  id: string;
  parent_id: string | null;
  code: string;
  name_zh: string;
  name_en: string;
}>(
  "categories of a brand",
  `select j.key as n, c.id, c.parent_id, c.code, c.name_zh, c.name_en from json_each(?1) j
   join category c on c.brand_id = j.value->>0 order by j.key, c.sort, c.code`,
);

export const putCategory = writing<{
  id: string;
  brand_id: string;
  parent_id: string | null;
  code: string;
  name_zh: string;
  name_en: string;
}>(
  "put category",
  ranks.place,
  ["id", "brand_id", "parent_id", "code", "name_zh", "name_en"],
  `insert into category (id, brand_id, parent_id, code, name_zh, name_en, sort)
   select j.value->>0, j.value->>1, j.value->>2, j.value->>3, j.value->>4, j.value->>5, j.key
   from json_each(?1) j where true order by j.key
   on conflict (brand_id, code) do update set name_zh = excluded.name_zh, name_en = excluded.name_en,
     parent_id = excluded.parent_id`,
);

export const putProduct = writing<{
  id: string;
  brand_id: string;
  category_code: string | null;
  sku: string;
  barcode: string | null;
  name_zh: string;
  name_en: string;
  price_fen: number;
  unit_name: string;
  weighed: number;
  /** Left out: goods. */
  kind?: ProductRow["kind"];
  created_at: number;
}>(
  "put product",
  ranks.place + 1,
  [
    "id",
    "brand_id",
    "category_code",
    "sku",
    "barcode",
    "name_zh",
    "name_en",
    "price_fen",
    "unit_name",
    "weighed",
    "kind",
    "created_at",
  ],
  `insert into product (id, brand_id, category_id, sku, barcode, name_zh, name_en, price_fen,
     unit_name, weighed, kind, created_at)
   select j.value->>0, j.value->>1,
     (select c.id from category c where c.brand_id = j.value->>1 and c.code = j.value->>2),
     j.value->>3, j.value->>4, j.value->>5, j.value->>6, j.value->>7, j.value->>8, j.value->>9,
     coalesce(j.value->>10, 'goods'), j.value->>11
   from json_each(?1) j where true order by j.key
   on conflict (brand_id, sku) do update set category_id = excluded.category_id,
     barcode = excluded.barcode, name_zh = excluded.name_zh, name_en = excluded.name_en,
     price_fen = excluded.price_fen, unit_name = excluded.unit_name, weighed = excluded.weighed, kind = excluded.kind`,
);
