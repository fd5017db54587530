/** How far a return takes a member down: the tiers that its sale had helped to reach. @module */
import { type Tier, tierFor } from "./tier.ts";

type Step = Pick<Tier, "id" | "level" | "threshold">;

/** A change to a tier, as it was noted. */
export interface TierRise {
  from: string | null;
  to: string;
  how: "reached" | "bought" | "kept" | "lowered";
  reviewOn: string | null;
  /** What counts now of the window that counted then, and of the days since, before the return:
   *  fen or points. */
  counted: number;
  /** What the return takes out of that: 0 or less. */
  taken: number;
}

export interface TierFall<T> {
  /** The tier that was held before the raises that no longer stand. */
  to: T;
  /** How that tier is held; null: nothing is noted of it. */
  rise: TierRise | null;
  /** A tier between, which what is left still reaches. */
  reached: T | null;
  /** The review that the last raise to fall had promised. */
  reviewOn: string | null;
}

/**
 * The fall that a return causes; null: none. Only raises by sales fall, one after the other while the
 * return takes their sum below the threshold: whoever is short for another reason (days that ran out
 * of the window, a threshold that was put up) keeps the tier until its review.
 * @param changes newest first, without those that a return made downwards
 * @param counted what the policy's window counts after the return
 */
export const tierFall = <T extends Step>(
  tiers: readonly T[],
  heldId: string,
  changes: readonly TierRise[],
  counted: number,
): TierFall<T> | null => {
  let held = tiers.find((tier) => tier.id === heldId);
  let last: TierRise | null = null;
  let i = 0;
  for (;;) {
    const at = changes.findIndex((change, n) => n >= i && change.to === held?.id);
    const rise = changes[at] ?? null;
    const to = rise && tiers.find((tier) => tier.id === rise.from);
    const before = rise?.counted ?? 0;
    const falls = held && to && rise.how === "reached" && to.level < held.level &&
      before >= held.threshold && before + rise.taken < held.threshold;
    if (!held || !falls) return fallen(tiers, heldId, held, rise, last, counted);
    held = to;
    last = rise;
    i = at + 1;
  }
};

const fallen = <T extends Step>(
  tiers: readonly T[],
  heldId: string,
  to: T | undefined,
  rise: TierRise | null,
  last: TierRise | null,
  counted: number,
): TierFall<T> | null => {
  if (!to || !last) return null;
  const before = tiers.find((tier) => tier.id === heldId)!;
  const due = tierFor(tiers.filter((tier) => tier.level < before.level), counted);
  const reached = due && due.level > to.level ? due : null;
  return { to, rise, reached, reviewOn: last.reviewOn };
};
