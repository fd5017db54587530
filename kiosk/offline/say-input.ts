/** What an operation says, in the words by which staff book it. @module */
import { groupDigits } from "../../shared/cards/card-code.ts";
import { formats, groupPhone } from "../../shared/ui/index.ts";
import { quantityText } from "../sale/basket.ts";
import { offlineWords } from "./words.ts";

export interface Said {
  totalFen?: number;
  lines?: { name?: string; sku?: string; quantityMilli?: number; amountFen: number }[];
  member?: { card?: string } | null;
  phone?: string;
  name?: string;
}

/** The lines of a sale: a product by its number, which any till of the brand knows. */
export const goodsSaid = ({ lines }: Said): string[] =>
  (lines ?? []).map(({ name, sku, quantityMilli, amountFen }) => {
    const what = name ?? (sku ? offlineWords.value.task.sku(sku) : "");
    const many = quantityMilli && quantityMilli !== 1000 ? ` × ${quantityText(quantityMilli)}` : "";
    return `${what}${many} ${formats.value.money(amountFen)}`;
  });

/** Whose sale it is, or whom an enrolment is for. */
export function whoseSaid({ totalFen, member, phone, name }: Said): string[] {
  const t = offlineWords.value;
  if (totalFen !== undefined) {
    const whose = member?.card ? t.member.card(groupDigits(member.card)) : t.member.code;
    return [member ? t.left.member(whose) : t.left.nobody];
  }
  return [...(phone ? [t.left.phone(groupPhone(phone))] : []), ...(name ? [name] : [])];
}
