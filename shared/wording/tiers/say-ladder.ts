/** What a tier asks and gives, a phrase each: the same on every surface. @module */
import type * as z from "zod/mini";
import type { NamedDiscount, TierStep } from "../../tiers/endpoints.ts";
import type { Formats } from "../format.ts";
import type { Name } from "./say-progress.ts";
import type { TierWording } from "./zh.ts";

/** A discount in a phrase. */
export const sayDiscount = (
  t: TierWording,
  { on, offPercent, ...named }: z.infer<typeof NamedDiscount>,
  name: Name,
): string => {
  const w = t.ladder;
  const fold = (100 - offPercent) / 10;
  if (on === "all") return fold === 0 ? w.freeAll : w.discountAll(fold);
  if (offPercent === 0) return w.fullPriceOn(name(named));
  return fold === 0 ? w.freeOn(name(named)) : w.discountOn(name(named), fold);
};

/** All that a tier gives, a phrase each. */
export const sayBenefits = (t: TierWording, f: Formats, step: TierStep, name: Name): string[] => {
  const w = t.ladder;
  const gift = step.birthdayGiftZh === null
    ? null
    : name({ nameZh: step.birthdayGiftZh, nameEn: step.birthdayGiftEn ?? "" });
  return [
    ...(step.factorPercent === 100 ? [] : [w.factor(step.factorPercent / 100)]),
    ...step.discounts.map((discount) => sayDiscount(t, discount, name)),
    ...(step.birthdayPoints === null ? [] : [w.birthdayPoints(f.count(step.birthdayPoints))]),
    ...(gift === null ? [] : [w.birthdayGift(gift)]),
    ...(step.freeDelivery ? [w.freeDelivery] : []),
  ];
};

/** What a tier asks. */
export const sayThreshold = (
  t: TierWording,
  f: Formats,
  basis: "spending" | "points",
  threshold: number,
): string => {
  const w = t.ladder;
  if (threshold === 0) return w.first;
  return basis === "points"
    ? w.fromPoints(f.count(threshold))
    : w.fromMoney(f.moneyShort(threshold));
};
