import * as z from "zod/mini";

/** A tier of a brand's programme. Levels rise with their thresholds. */
export const Tier = z.strictObject({
  id: z.string().check(z.minLength(1), z.maxLength(64)),
  brandId: z.string().check(z.minLength(1), z.maxLength(64)),
  /** 0 is the entry tier. */
  level: z.int().check(z.gte(0), z.lte(99)),
  name: z.strictObject({
    zh: z.string().check(z.minLength(1), z.maxLength(20)),
    en: z.string().check(z.minLength(1), z.maxLength(40)),
  }),
  /** CSS colour of the tier's badge. */
  colour: z.string().check(z.minLength(1), z.maxLength(60)),
  /** From so much on the tier is reached: fen or points, as the brand's policy counts. */
  threshold: z.int().check(z.gte(0), z.lte(1e12)),
  /** Points for which the tier is sold outright; null or missing: it is not. */
  pricePoints: z.optional(z.nullable(z.int().check(z.gte(1), z.lte(1e12)))),
});
export type Tier = z.infer<typeof Tier>;

/** Where a member stands between two tiers. */
export interface TierProgress {
  current: Tier | null;
  /** The next tier above, or null at the top. */
  next: Tier | null;
  /** Fen or points still missing until `next`; 0 at the top. */
  missing: number;
  /** From 0 (at the current tier's threshold) to 1 (at the next one's, or at the top). */
  ratio: number;
}

/** The highest tier that a qualifying sum (fen or points) reaches, or null when none. */
export function tierFor<T extends Pick<Tier, "level" | "threshold">>(
  tiers: readonly T[],
  counted: number,
): T | null {
  const reached = tiers.filter((tier) => tier.threshold <= counted);
  return reached.reduce<T | null>(
    (top, tier) => !top || tier.level > top.level ? tier : top,
    null,
  );
}

/**
 * The way from the current tier to the next. The current tier is given, because a member may hold
 * one that the spend alone does not reach (granted, or kept for a grace period).
 */
export function tierProgress(
  tiers: readonly Tier[],
  current: Tier | null,
  counted: number,
): TierProgress {
  const above = tiers.filter((tier) => !current || tier.level > current.level);
  const next = above.reduce<Tier | null>(
    (low, tier) => !low || tier.level < low.level ? tier : low,
    null,
  );
  if (!next) return { current, next: null, missing: 0, ratio: 1 };
  const from = current?.threshold ?? 0;
  const span = next.threshold - from;
  const gone = span > 0 ? (counted - from) / span : 1;
  return {
    current,
    next,
    missing: Math.max(0, next.threshold - counted),
    ratio: Math.min(1, Math.max(0, gone)),
  };
}

/** The tier that a member rises to at once, if the sum reaches one above the tier held. */
export function tierRaised<T extends Pick<Tier, "id" | "level" | "threshold">>(
  tiers: readonly T[],
  heldId: string | null,
  counted: number,
): T | null {
  const held = tiers.find((tier) => tier.id === heldId);
  const due = tierFor(tiers, counted);
  return due && due.level > (held?.level ?? -1) ? due : null;
}

/** The tier one step below, or null at the bottom. */
export function tierBelow<T extends Pick<Tier, "level">>(
  tiers: readonly T[],
  held: T,
): T | null {
  const below = tiers.filter((tier) => tier.level < held.level);
  return below.reduce<T | null>((top, tier) => !top || tier.level > top.level ? tier : top, null);
}
