/** Where a member stands between two tiers, as sentences: the same on every surface. @module */
import type * as z from "zod/mini";
import type { TierProgress } from "../../members/member.ts";
import type { Formats } from "../format.ts";
import type { TierWording } from "./zh.ts";

type Progress = z.infer<typeof TierProgress>;
export type Name = (named: { nameZh: string; nameEn: string }) => string;

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
