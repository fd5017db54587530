/** The ladder of a brand as it is kept, and as people read it. @module */
import type { Discount } from "../../shared/tiers/discount.ts";
import { plainPolicy, type TierPolicy, TierReview } from "../../shared/tiers/policy.ts";
import { type BirthdayGift, type TierInput } from "../../shared/tiers/terms.ts";
import type { PolicyRow, StepRow } from "./settings-queries.ts";

export const policyIn = (row: PolicyRow | undefined): TierPolicy =>
  row
    ? {
      basis: row.basis,
      span: row.span,
      review: TierReview.parse(JSON.parse(row.review)),
      graceDays: row.grace_days,
    }
    : plainPolicy;

export const stepIn = (row: StepRow): TierInput & { id: string; level: number } => ({
  id: row.id,
  level: row.level,
  nameZh: row.name_zh,
  nameEn: row.name_en,
  colour: row.colour,
  thresholdFen: row.threshold_fen,
  thresholdPoints: row.threshold_points,
  pricePoints: row.price_points,
  priceMonths: row.price_months,
  discounts: JSON.parse(row.discounts) as Discount[],
  birthday: row.birthday === null ? null : JSON.parse(row.birthday) as BirthdayGift,
  freeDelivery: row.free_delivery === 1,
});

/** Ids of goods that discounts are on. */
export const idsIn = (discounts: readonly Discount[]): string[] =>
  discounts.flatMap((d) => d.on === "all" ? [] : d.on === "category" ? d.categoryId : d.productId);
