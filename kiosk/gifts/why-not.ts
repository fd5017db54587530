import type { GiftView } from "../../shared/gifts/endpoints.ts";
import { isProblemCode } from "../../shared/problems.ts";
import { sayCode } from "../problems/say-problem.ts";
import { nameOf } from "../shell/name-in.ts";
import { terminal } from "../terminal/standing.ts";
import { words } from "../words.ts";
import { mallWords } from "./mall-words.ts";

/** Why this member cannot have this gift now, in a few words; null when they can. */
export function whyNot(gift: GiftView): string | null {
  const t = words.value.gifts;
  if (!gift.refused) return null;
  const { needed, spendable } = gift.refusedFields;
  if (gift.refused === "points-short" && typeof needed === "number") {
    return t.missing(needed - Number(spendable));
  }
  if (gift.refused === "gift-gone") return gift.event ? mallWords.value.eventFull : t.gone;
  if (gift.refused === "gift-not-yet") return mallWords.value.notYet;
  if (gift.refused === "gift-limit-today") return mallWords.value.limitToday;
  if (gift.refused === "gift-gone-today") return mallWords.value.goneToday;
  if (gift.refused === "gift-tier") {
    const tier = terminal.value?.tiers.find((each) => each.level >= gift.tierLevelMin);
    if (tier) return t.tierFrom(nameOf(tier));
  }
  if (!isProblemCode(gift.refused)) return words.value.gift.cannot;
  const said = sayCode(gift.refused, gift.refusedFields);
  return gift.refused === "gift-closed" ? said.hint : said.title;
}

/** What is left at this store, in a few words. */
export function sayStock(gift: GiftView): string {
  const t = words.value.gifts;
  const m = mallWords.value;
  if (gift.event) return m.placesLeft(gift.stock ?? 0, gift.event.places);
  if (gift.stock === null) return gift.kind === "virtual" ? t.virtual : m.kinds[gift.kind];
  if (gift.stock === 0) return t.gone;
  return gift.stock === 1 ? t.stockLast : t.stock(gift.stock);
}
