/** Where a member stands, and what a tier gives, as sentences: the same on every surface.
 *  @module */
import type * as z from "zod/mini";
import type { TierProgress } from "../../members/member.ts";
import type { NamedDiscount, TierStep } from "../../tiers/endpoints.ts";
import type { Formats } from "../format.ts";
import type { TierWording } from "./zh.ts";

type Progress = z.infer<typeof TierProgress>;
type Name = (named: { nameZh: string; nameEn: string }) => string;

export interface Said {
  /** How far the next tier is, or that there is none. */
  way: string;
  /** What it costs in points outright; null: it is not sold. */
  buy: string | null;
  /** Until when the tier is held and what keeps it; null: it is not reviewed. */
  keep: string | null;
  counted: string;
}

/** @param name picks the name in the reader's language */
export const sayProgress = (t: TierWording, f: Formats, tier: Progress, name: Name): Said => {
  const w = t.progress;
  const points = tier.basis === "points";
  const { next } = tier;
  const missing = points ? tier.missingPoints ?? 0 : tier.missingFen;
  const way = !next
    ? w.top
    : missing === 0
    ? w.soon(name(next))
    : points
    ? w.wayPoints(f.count(missing), name(next))
    : w.wayMoney(f.moneyShort(missing), name(next));
  return {
    way,
    buy: next && tier.nextPricePoints ? w.orBuy(f.count(tier.nextPricePoints)) : null,
    keep: sayKeep(t, f, tier),
    counted: points
      ? w.countedPoints(f.count(tier.qualifyingPoints ?? 0))
      : w.countedMoney(f.moneyShort(tier.qualifyingFen)),
  };
};

const sayKeep = (t: TierWording, f: Formats, tier: Progress): string | null => {
  const w = t.progress;
  const last = tier.graceUntil ?? tier.reviewOn;
  if (!last) return null;
  const day = f.day(last);
  const missing = tier.keepMissing ?? 0;
  if (missing === 0) return w.kept(day);
  const must = tier.basis === "points"
    ? w.keepPoints(f.count(missing), day)
    : w.keepMoney(f.moneyShort(missing), day);
  return must;
};

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
