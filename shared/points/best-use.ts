/** What points are best used for: those that lapse soon first, and enough kept for a gift. @module */
import { hasLapsed, type LotBalance } from "./lot.ts";
import { type OffsetOffer, worthFen } from "./offset.ts";

/** A gift the member could have, and what it costs. */
export interface GiftInReach {
  id: string;
  nameZh: string;
  nameEn: string;
  points: number;
}

/** Points that lapse together. */
export interface DyingPoints {
  points: number;
  lapsesAt: number;
}

export interface BestUse {
  /** Spendable points that lapse within the time looked at, soonest first. */
  dying: DyingPoints[];
  /** As many points as are dying, in steps, at most what may be used. */
  dyingPoints: number;
  /** Keep so many points and this gift can be had, counting what the sale earns; `use` is what may be
   *  used then, in steps. Null: no gift is in reach, or all of it may be used anyway. */
  gift: (GiftInReach & { keep: number; use: number }) | null;
}

/** Where points are soon lost (ms). */
export const DYING_WITHIN_MS = 60 * 86_400_000;

/** The hint for a sale. @param lots what is spendable @param earns points the sale will bring */
export function bestUse(
  offer: OffsetOffer,
  lots: readonly Pick<LotBalance, "remaining" | "lapsesAt">[],
  gifts: readonly GiftInReach[],
  { now, earns, within = DYING_WITHIN_MS }: { now: number; earns: number; within?: number },
): BestUse {
  const dying = new Map<number, number>();
  let spendable = 0;
  for (const { remaining, lapsesAt } of lots) {
    if (remaining <= 0 || hasLapsed({ id: "", remaining, availableAt: 0, lapsesAt }, now)) continue;
    spendable += remaining;
    if (lapsesAt !== null && lapsesAt <= now + within) {
      dying.set(lapsesAt, (dying.get(lapsesAt) ?? 0) + remaining);
    }
  }
  const soonest = [...dying].sort(([a], [b]) => a - b)
    .map(([lapsesAt, points]) => ({ lapsesAt, points }));
  const whole = (points: number) => points - points % offer.stepPoints;
  const lost = soonest.reduce((sum, each) => sum + each.points, 0);
  const dyingPoints = whole(Math.min(lost, offer.maxPoints));
  return {
    dying: soonest,
    dyingPoints: worthFen(dyingPoints, offer) > 0 ? dyingPoints : 0,
    gift: giftKept(offer, gifts, spendable, earns, whole),
  };
}

/** Of the gifts that what there is and what comes in are enough for, the dearest. */
function giftKept(
  offer: OffsetOffer,
  gifts: readonly GiftInReach[],
  spendable: number,
  earns: number,
  whole: (points: number) => number,
): BestUse["gift"] {
  const [best] = gifts.filter((gift) => gift.points <= spendable + earns)
    .sort((a, b) => b.points - a.points || (a.id < b.id ? -1 : 1));
  if (!best) return null;
  const keep = Math.max(0, best.points - earns);
  const use = whole(Math.min(offer.maxPoints, spendable - keep));
  return use >= offer.maxPoints ? null : { ...best, keep, use };
}
