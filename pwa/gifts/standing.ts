import type { GiftView } from "../../shared/gifts/endpoints.ts";
import type { BadgeTone } from "../../shared/ui/index.ts";
import { giftWords } from "./data.ts";

/** What a badge says about a gift for this member. */
export function giftStanding(gift: GiftView): { tone: BadgeTone; text: string } {
  const t = giftWords.value.gifts;
  switch (gift.refused) {
    case null:
      return { tone: "good", text: t.ready };
    case "points-short": {
      const { needed, spendable } = gift.refusedFields;
      const missing = Number(needed ?? gift.points) - Number(spendable ?? 0);
      return { tone: "gold", text: t.short(missing) };
    }
    case "gift-gone":
      return { tone: "plain", text: t.soldOut };
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
