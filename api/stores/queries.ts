/** Statements of brands and stores. @module */
import { inserting, ranks, reading, writing } from "../db/statement.ts";

export type BrandRow = {
  id: string;
  name_zh: string;
  name_en: string;
  colour: string;
  created_at: number;
};

export type StoreRow = {
  id: string;
  brand_id: string;
  code: string;
  name_zh: string;
  name_en: string;
  city: string;
  address: string;
  phone: string;
  state: "open" | "closed";
  created_at: number;
};

export const brandById = reading<[brandId: string], BrandRow>(
  "brand by id",
  `select j.key as n, b.* from json_each(?1) j join brand b on b.id = j.value->>0`,
);

export const brandByName = reading<[nameZh: string], { id: string }>(
  "brand by name",
  `select j.key as n, b.id from json_each(?1) j join brand b on b.name_zh = j.value->>0`,
);

export const storeById = reading<[storeId: string], StoreRow>(
  "store by id",
  `select j.key as n, s.* from json_each(?1) j join store s on s.id = j.value->>0`,
);

export const storeByCode = reading<[brandId: string, code: string], { id: string }>(
  "store by code",
  `select j.key as n, s.id from json_each(?1) j
   join store s on s.brand_id = j.value->>0 and s.code = j.value->>1`,
);

export const insertBrand = inserting<BrandRow>("brand", ranks.place, [
  "id",
  "name_zh",
  "name_en",
  "colour",
  "created_at",
]);

export const insertStore = inserting<StoreRow>("store", ranks.place + 1, [
  "id",
  "brand_id",
  "code",
  "name_zh",
  "name_en",
  "city",
  "address",
  "phone",
  "state",
  "created_at",
]);

export const updateStore = writing<Omit<StoreRow, "brand_id" | "created_at">>(
  "change store",
  ranks.change,
  ["id", "code", "name_zh", "name_en", "city", "address", "phone", "state"],
  `update store set code = j.value->>1, name_zh = j.value->>2, name_en = j.value->>3,
     city = j.value->>4, address = j.value->>5, phone = j.value->>6, state = j.value->>7
   from json_each(?1) j where store.id = j.value->>0`,
);
