import { canBeHad } from "../../shared/gifts/claim.ts";
import type { GiftView } from "../../shared/gifts/gift.ts";
import type { ClaimWay } from "../../shared/gifts/kinds.ts";

/** How this gift can be received at its price; the first is what most people take. */
export const waysOf = (gift: GiftView): ClaimWay[] =>
  (["pick-up", "delivery"] as const).filter((way) => canBeHad(gift, way, gift.moneyFen));
