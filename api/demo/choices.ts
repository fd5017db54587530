/** What members of the demo chain do with their points. @module */
import { dayOf, startOfDay } from "../../shared/business-day.ts";
import { giftId, giftsOf } from "./lay-out.ts";
import type { Chance } from "./random.ts";

const day = 86_400_000;

/** A gift that these points and this tier reach: mostly one near what the member has, sometimes
 *  nothing, to save for more. */
export const giftToWant = (
  brandId: string,
  who: { spendable: number; level: number; at: number },
  chance: Chance,
): string | null => {
  const reach = giftsOf(brandId).filter((gift) =>
    gift.points <= who.spendable && (gift.tierLevelMin ?? 0) <= who.level &&
    gift.opensInDays === undefined && !gift.fresh
  );
  if (reach.length === 0) return null;
  return giftId(brandId, chance.weighted(reach, (gift) => gift.points ** 0.7));
};

export type Fate = { kind: "fetch" | "cancel"; at: number };

/** How a claim made at an instant will end: fetched at once or within days, cancelled, or (null)
 *  left lying until it lapses. */
export const fateOf = (at: number, chance: Chance): Fate | null => {
  const luck = chance.next();
  const later = startOfDay(dayOf(at + chance.int(1, 5) * day)) + chance.int(9, 20) * 3_600_000;
  const soon = at + chance.int(3, 12) * 60_000;
  if (luck < 0.66) return { kind: "fetch", at: soon };
  if (luck < 0.88) return { kind: "fetch", at: later };
  if (luck < 0.92) return { kind: "cancel", at: later };
  return null;
};
