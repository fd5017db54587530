import type { addBrand as door } from "../../shared/console/endpoints.ts";
import type { AnswerOf, BodyOf } from "../../shared/endpoint.ts";
import { Problem } from "../../shared/problems.ts";
import { auditRow } from "../audit/queries.ts";
import { settle } from "../db/settle.ts";
import type { Desk } from "../desk.ts";
import { checkNames } from "../programme/check-names.ts";
import { insertRules, insertTier } from "../programme/queries.ts";
import { brandByName, insertBrand } from "./queries.ts";

/** Adds a brand with what it needs to enrol and earn: rules version 1 and one tier.
 *  @throws Problem not-allowed for who does not answer for every brand, name-taken */
export const addBrand = (
  desk: Desk,
  key: string,
  input: BodyOf<typeof door>,
): Promise<AnswerOf<typeof door>> => {
  if (desk.actor.scope.brandIds !== null) throw new Problem("not-allowed");
  return settle(desk, key, input, async () => {
    const brandId = desk.id("brand");
    const [taken] = await Promise.all([
      desk.db.read(brandByName, [input.nameZh]),
      checkNames(desk, brandId, input.rules, "/rules"),
    ]);
    if (taken.length) throw new Problem("name-taken", { field: "nameZh" });
    const rulesId = desk.id("rules");
    const { nameZh, nameEn, colour } = input;
    return {
      answer: { brandId, rulesId },
      touches: [],
      writes: [
        insertBrand.row({
          id: brandId,
          name_zh: nameZh,
          name_en: nameEn,
          colour,
          created_at: desk.now,
        }),
        insertTier.row({
          id: desk.id("tier"),
          brand_id: brandId,
          level: 0,
          name_zh: "普通会员",
          name_en: "Member",
          colour,
          threshold_fen: 0,
        }),
        insertRules.row({
          id: rulesId,
          brand_id: brandId,
          version: 1,
          effective_from: input.rulesEffectiveFrom ?? desk.now,
          body: JSON.stringify(input.rules),
          published_by: desk.actor.staffId ?? desk.actor.apiKeyId ?? null,
          published_at: desk.now,
        }),
        auditRow(desk, {
          action: "brand.added",
          subject: brandId,
          after: { nameZh, nameEn, colour },
          brandId,
        }),
      ],
    };
  });
};
