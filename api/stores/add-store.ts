import type { addStore as door } from "../../shared/console/endpoints.ts";
import type { AnswerOf, BodyOf } from "../../shared/endpoint.ts";
import { Problem } from "../../shared/problems.ts";
import { mustReachBrand } from "../access/within.ts";
import { auditRow } from "../audit/queries.ts";
import { settle } from "../db/settle.ts";
import type { Desk } from "../desk.ts";
import { brandById, insertStore, storeByCode } from "./queries.ts";

/** Adds a store to a brand. @throws Problem not-found (brand), not-allowed, name-taken (code) */
export const addStore = (
  desk: Desk,
  key: string,
  input: BodyOf<typeof door>,
): Promise<AnswerOf<typeof door>> => {
  mustReachBrand(desk, input.brandId);
  return settle(desk, key, input, async () => {
    const [brands, taken] = await Promise.all([
      desk.db.read(brandById, [input.brandId]),
      desk.db.read(storeByCode, [input.brandId, input.code]),
    ]);
    if (!brands.length) throw new Problem("not-found");
    if (taken.length) throw new Problem("name-taken", { field: "code" });
    const storeId = desk.id("store");
    const { brandId, nameZh, nameEn, ...rest } = input;
    return {
      answer: { storeId },
      touches: [],
      writes: [
        insertStore.row({
          id: storeId,
          brand_id: brandId,
          name_zh: nameZh,
          name_en: nameEn,
          ...rest,
          state: "open",
          created_at: desk.now,
        }),
        auditRow(desk, { action: "store.added", subject: storeId, after: input, brandId, storeId }),
      ],
    };
  });
};
