/** Brands and their open stores, for anyone. @module */
import type { listBrands } from "../../shared/members/endpoints.ts";
import type { AnswerOf } from "../../shared/endpoint.ts";
import type { Desk } from "../desk.ts";
import { brandsWithStores } from "./queries.ts";

type Brand = AnswerOf<typeof listBrands>["brands"][number];

export const brands = async (desk: Desk): Promise<AnswerOf<typeof listBrands>> => {
  const rows = await desk.db.readSeen(brandsWithStores, [], desk.seen);
  const byId = new Map<string, Brand>();
  for (const r of rows) {
    const brand = byId.get(r.id) ??
      { id: r.id, nameZh: r.name_zh, nameEn: r.name_en, colour: r.colour, stores: [] };
    byId.set(r.id, brand);
    if (r.store_id === null) continue;
    brand.stores.push({
      id: r.store_id,
      nameZh: r.store_zh,
      nameEn: r.store_en,
      city: r.city,
      address: r.address,
    });
  }
  return { brands: [...byId.values()], demo: desk.settings.demo };
};
