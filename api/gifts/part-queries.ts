/** Statements of bundles and shelves. @module */
import { inserting, ranks, reading, writing } from "../db/statement.ts";
import type { FinerKind, PlainKind } from "./gift-row.ts";

export type ShelfRow = {
  id: string;
  brand_id: string;
  name_zh: string;
  name_en: string;
  kind: "shelf" | "menu";
  sort: number;
  state: "listed" | "hidden";
};

/** The shelves of a brand in their order, hidden ones too. */
export const shelvesOf = reading<[brandId: string], ShelfRow>(
  "shelves of a brand",
  `select j.key as n, h.* from json_each(?1) j join gift_shelf h on h.brand_id = j.value->>0
   order by j.key, h.sort, h.id`,
);

/** Adds a shelf or changes one of the same brand. */
export const putShelf = writing<ShelfRow>(
  "put shelf",
  ranks.place + 1,
  ["id", "brand_id", "name_zh", "name_en", "kind", "sort", "state"],
  `insert into gift_shelf (id, brand_id, name_zh, name_en, kind, sort, state)
   select j.value->>0, j.value->>1, j.value->>2, j.value->>3, j.value->>4, j.value->>5, j.value->>6
   from json_each(?1) j where true
   on conflict (id) do update set name_zh = excluded.name_zh, name_en = excluded.name_en,
     kind = excluded.kind, sort = excluded.sort, state = excluded.state
   where gift_shelf.brand_id = excluded.brand_id`,
);

/** Takes a bundle apart, before its parts are written anew. */
export const clearParts = writing<{ gift_id: string }>(
  "clear parts",
  ranks.change + 1,
  ["gift_id"],
  `delete from gift_part where gift_id in (select j.value->>0 from json_each(?1) j)`,
);

export const insertPart = inserting<{ gift_id: string; part_id: string; pieces: number }>(
  "gift_part",
  ranks.change + 2,
  ["gift_id", "part_id", "pieces"],
);

/** Gifts with what they are, for the parts of a bundle. */
export const giftKindOf = reading<
  [giftId: string],
  { id: string; brand_id: string; kind: PlainKind; finer_kind: FinerKind | null }
>(
  "kind of a gift",
  `select j.key as n, g.id, g.brand_id, g.kind, g.finer_kind from json_each(?1) j
   join gift g on g.id = j.value->>0`,
);

/** Bundles that a gift is part of. */
export const bundlesWith = reading<[giftId: string], { name_zh: string; name_en: string }>(
  "bundles with a gift",
  `select j.key as n, g.name_zh, g.name_en from json_each(?1) j
   join gift_part p on p.part_id = j.value->>0 join gift g on g.id = p.gift_id`,
);

/** Is the product one of the brand's? */
export const productOf = reading<[productId: string], { id: string; brand_id: string }>(
  "brand of a product",
  `select j.key as n, p.id, p.brand_id from json_each(?1) j
   join product p on p.id = j.value->>0`,
);
