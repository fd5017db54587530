import type { addGift as door } from "../../shared/console/endpoints.ts";
import type { AnswerOf, BodyOf } from "../../shared/endpoint.ts";
import { Problem } from "../../shared/problems.ts";
import { mustReachBrand } from "../access/within.ts";
import { auditRow } from "../audit/queries.ts";
import { settle } from "../db/settle.ts";
import type { Desk } from "../desk.ts";
import { brandById } from "../stores/queries.ts";
import { checkReferences } from "./check-references.ts";
import { giftColumns, partRows } from "./gift-columns.ts";
import { giftByCode, insertGift } from "./queries.ts";

/** Adds a gift to a brand, with empty shelves. @throws Problem not-found (brand), name-taken (code),
 *  input-invalid for what does not fit together */
export const addGift = (
  desk: Desk,
  key: string,
  input: BodyOf<typeof door>,
): Promise<AnswerOf<typeof door>> => {
  const { brandId, ...fields } = input;
  mustReachBrand(desk, brandId);
  return settle(desk, key, input, async () => {
    const [brands, taken] = await Promise.all([
      desk.db.read(brandById, [brandId]),
      desk.db.read(giftByCode, [brandId, input.code]),
      checkReferences(desk, brandId, fields),
    ]);
    if (!brands.length) throw new Problem("not-found");
    if (taken.length) throw new Problem("name-taken", { field: "code" });
    const giftId = desk.id("gift");
    return {
      answer: { giftId },
      touches: [],
      writes: [
        insertGift.row({
          ...giftColumns(fields),
          id: giftId,
          brand_id: brandId,
          sort: 0,
          revision: 1,
          created_at: desk.now,
        }),
        ...partRows(giftId, input.parts),
        auditRow(desk, { action: "gift.added", subject: giftId, after: input, brandId }),
      ],
    };
  });
};
