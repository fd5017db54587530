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
  /** Qualifying spend in fen from which the tier is reached. */
  thresholdFen: z.int().check(z.gte(0), z.lte(1e12)),
});
export type Tier = z.infer<typeof Tier>;

/** Where a member stands between two tiers. */
export interface TierProgress {
  current: Tier | null;
  /** The next tier above, or null at the top. */
  next: Tier | null;
  /** Fen still to spend until `next`; 0 at the top. */
  missingFen: number;
  /** From 0 (at the current tier's threshold) to 1 (at the next one's, or at the top). */
  ratio: number;
}

/** The highest tier that this qualifying spend (fen) reaches, or null when none. */
export function tierFor<T extends Pick<Tier, "level" | "thresholdFen">>(
  tiers: readonly T[],
  qualifyingFen: number,
): T | null {
  const reached = tiers.filter((tier) => tier.thresholdFen <= qualifyingFen);
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
  qualifyingFen: number,
): TierProgress {
  const above = tiers.filter((tier) => !current || tier.level > current.level);
  const next = above.reduce<Tier | null>(
    (low, tier) => !low || tier.level < low.level ? tier : low,
    null,
  );
  if (!next) return { current, next: null, missingFen: 0, ratio: 1 };
  const from = current?.thresholdFen ?? 0;
  const span = next.thresholdFen - from;
  const gone = span > 0 ? (qualifyingFen - from) / span : 1;
  return {
    current,
    next,
    missingFen: Math.max(0, next.thresholdFen - qualifyingFen),
    ratio: Math.min(1, Math.max(0, gone)),
  };
}
