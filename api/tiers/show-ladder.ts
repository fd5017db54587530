import type { z } from "zod/mini";
import type { NamedDiscount, TierLadderView } from "../../shared/tiers/endpoints.ts";
import { factorPercent } from "../../shared/points/earning-rules.ts";
import { Problem } from "../../shared/problems.ts";
import type { Discount } from "../../shared/tiers/discount.ts";
import type { TierInput } from "../../shared/tiers/terms.ts";
import type { Desk } from "../desk.ts";
import { rulesAt } from "../points/queries.ts";
import { parsedRules } from "../points/rules.ts";
import { summaryOf } from "../points/show-points.ts";
import { idsIn, policyIn, stepIn } from "./ladder.ts";
import { sourceIn } from "./member-discounts.ts";
import { benefitsOf } from "./member-queries.ts";
import { namedOf, type NamedRow, policyOf, stepsOf } from "./settings-queries.ts";

/** The ladder as a member reads it, with where they stand on it.
 *  @param handle of the member (see loyaltyOf) @throws Problem not-found */
export const ladderOf = async (
  desk: Desk,
  brandId: string,
  handle: string,
): Promise<TierLadderView> => {
  const [points, [policy], rows, [rules], benefits] = await Promise.all([
    summaryOf(desk, handle),
    desk.db.readSeen(policyOf, [brandId], desk.seen),
    desk.db.readSeen(stepsOf, [brandId], desk.seen),
    desk.db.readSeen(rulesAt, [brandId, desk.now], desk.seen),
    desk.db.readSeen(benefitsOf, [handle], desk.seen),
  ]);
  if (!rules) throw new Problem("not-found");
  const steps = rows.map(stepIn);
  const own = benefits.map(sourceIn).find((source) => source.source === "category");
  const ids = [
    ...steps.flatMap((step) => [...idsIn(step.discounts), ...giftIds(step)]),
    ...idsIn(own?.discounts ?? []),
  ];
  const named = await desk.db.readSeen(namedOf, [brandId, ids], desk.seen);
  const inForce = parsedRules(rules);
  const kept = policyIn(policy);
  return {
    policy: kept,
    progress: points.tier,
    steps: steps.map((step) => ({
      id: step.id,
      level: step.level,
      nameZh: step.nameZh,
      nameEn: step.nameEn,
      colour: step.colour,
      threshold: kept.basis === "points" ? step.thresholdPoints : step.thresholdFen,
      factorPercent: factorPercent(inForce, step.id),
      discounts: nameDiscounts(step.discounts, named),
      ...birthdayOf(step, named),
      freeDelivery: step.freeDelivery,
      pricePoints: step.pricePoints,
      priceMonths: step.priceMonths,
    })),
    category: own
      ? {
        nameZh: own.nameZh,
        nameEn: own.nameEn,
        discounts: nameDiscounts(own.discounts, named),
      }
      : null,
  };
};

const giftIds = ({ birthday }: TierInput): string[] =>
  birthday?.kind === "gift" ? [birthday.giftId] : [];

/** Goods that are gone are left out: a discount on them takes nothing off. */
const nameDiscounts = (
  discounts: readonly Discount[],
  named: readonly NamedRow[],
): z.infer<typeof NamedDiscount>[] =>
  discounts.flatMap((d): z.infer<typeof NamedDiscount>[] => {
    if (d.on === "all") return [{ on: d.on, nameZh: "", nameEn: "", offPercent: d.offPercent }];
    const id = d.on === "category" ? d.categoryId : d.productId;
    const found = named.find((row) => row.id === id);
    if (!found) return [];
    return [{
      on: d.on,
      nameZh: found.name_zh,
      nameEn: found.name_en,
      offPercent: d.offPercent,
    }];
  });

const birthdayOf = ({ birthday }: TierInput, named: readonly NamedRow[]) => {
  const gift = birthday?.kind === "gift"
    ? named.find((row) => row.id === birthday.giftId)
    : undefined;
  return {
    birthdayPoints: birthday?.kind === "points" ? birthday.points : null,
    birthdayGiftZh: gift?.name_zh ?? null,
    birthdayGiftEn: gift?.name_en ?? null,
  };
};
