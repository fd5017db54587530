import type { Discount, DiscountSource } from "../../shared/tiers/discount.ts";
import type { Desk } from "../desk.ts";
import { type BenefitRow, benefitsOf } from "./member-queries.ts";

export const sourceIn = (row: BenefitRow): DiscountSource => ({
  source: row.source,
  sourceId: row.id,
  nameZh: row.name_zh,
  nameEn: row.name_en,
  discounts: JSON.parse(row.discounts) as Discount[],
});

/** The lists of discounts that a member has, by tier and by member category; for any handle (see
 *  loyaltyOf). Started in the same tick as other reads it costs no round trip of its own. */
export const discountsOf = async (desk: Desk, handle: string): Promise<DiscountSource[]> =>
  (await desk.db.read(benefitsOf, [handle])).map(sourceIn)
    .filter((source) => source.discounts.length > 0);
