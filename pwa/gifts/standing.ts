import type { GiftView, TierName } from "../../shared/gifts/gift.ts";
import { type BadgeTone, lang } from "../../shared/ui/index.ts";
import { nameIn } from "../shell/name-in.ts";
import { giftWords, mallWords } from "./data.ts";

/** A tier by its level: "Gold and above" reads better than "higher tier". */
export function tierName(tiers: readonly TierName[], level: number): string {
  const tier = tiers.find((each) => each.level >= level);
  const m = mallWords.value;
  return tier ? m.tierFrom(nameIn(lang.value, tier)) : giftWords.value.gifts.tierNeeded;
}

/** What a badge says about a gift for this member. */
export function giftStanding(gift: GiftView): { tone: BadgeTone; text: string } {
  const t = giftWords.value.gifts;
  const m = mallWords.value;
  switch (gift.refused) {
    case null:
      return { tone: "good", text: t.ready };
    case "points-short": {
      const { needed, spendable } = gift.refusedFields;
      const missing = Number(needed ?? gift.points) - Number(spendable ?? 0);
      return { tone: "gold", text: t.short(missing) };
    }
    case "gift-gone":
      return { tone: "plain", text: gift.kind === "event" ? m.eventFull : t.soldOut };
    case "gift-not-yet":
      return { tone: "info", text: m.notYet };
    case "gift-limit-today":
      return { tone: "plain", text: m.limitToday };
    case "gift-gone-today":
      return { tone: "plain", text: m.goneToday };
    case "gift-tier":
      return { tone: "info", text: t.tierNeeded };
    case "gift-closed":
      return { tone: "plain", text: t.closed };
    case "gift-limit":
      return { tone: "plain", text: t.limit };
    default:
      return { tone: "plain", text: t.notNow };
  }
}
