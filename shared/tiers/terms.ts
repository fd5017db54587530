/** What a tier asks and gives, as head office sets it. @module */
import * as z from "zod/mini";
import { Fen, Id, Points } from "../schema.ts";
import { PlainText } from "../plain-text.ts";
import { Discounts } from "./discount.ts";
import { TierPolicy } from "./policy.ts";

/** What a member of the tier is given on their birthday. */
export const BirthdayGift = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("points"), points: z.int().check(z.gte(1), z.lte(1e6)) }),
  z.strictObject({ kind: z.literal("gift"), giftId: Id("gift") }),
]);
export type BirthdayGift = z.infer<typeof BirthdayGift>;

export const TierInput = z.strictObject({
  /** Null: a new one. */
  id: z.nullable(Id("tier")),
  nameZh: PlainText(20, 1),
  nameEn: PlainText(40, 1),
  colour: z.string().check(z.regex(/^#[0-9a-fA-F]{6}$/)),
  thresholdFen: Fen,
  thresholdPoints: Points,
  /** Points for which it is sold outright; null: it is not. */
  pricePoints: z.nullable(z.int().check(z.gte(1), z.lte(1e9))),
  /** Months for which a tier that was bought is held before its review. */
  priceMonths: z.int().check(z.gte(1), z.lte(120)),
  discounts: Discounts,
  birthday: z.nullable(BirthdayGift),
  freeDelivery: z.boolean(),
});
export type TierInput = z.infer<typeof TierInput>;

/** The whole ladder, lowest first. What is wrong with it is said by `ladderFault`. */
export const TierLadder = z.array(TierInput).check(z.minLength(1), z.maxLength(12));

export const TierSettings = z.strictObject({
  policy: TierPolicy,
  tiers: TierLadder,
});
export type TierSettings = z.infer<typeof TierSettings>;

/** The first thing that is wrong with a ladder, and at which of its steps; null: nothing. Either
 *  threshold rises from step to step, so that changing what counts leaves a ladder. */
export const ladderFault = (
  tiers: readonly Pick<
    TierInput,
    "nameZh" | "thresholdFen" | "thresholdPoints" | "pricePoints"
  >[],
): { at: number; fault: "first-free" | "not-above" | "name-twice" | "first-sold" } | null => {
  for (const [at, tier] of tiers.entries()) {
    const below = tiers[at - 1];
    if (!below) {
      if (tier.thresholdFen !== 0 || tier.thresholdPoints !== 0) return { at, fault: "first-free" };
      if (tier.pricePoints !== null) return { at, fault: "first-sold" };
      continue;
    }
    if (tier.thresholdFen <= below.thresholdFen || tier.thresholdPoints <= below.thresholdPoints) {
      return { at, fault: "not-above" };
    }
    if (tiers.slice(0, at).some((each) => each.nameZh === tier.nameZh)) {
      return { at, fault: "name-twice" };
    }
  }
  return null;
};
