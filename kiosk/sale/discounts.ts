/** What the member pays for each line of the basket, by the function that the booking checks with.
 *  @module */
import type { SaleLineInput } from "../../shared/sales/endpoints.ts";
import {
  type AppliedDiscount,
  discountFor,
  type DiscountSource,
} from "../../shared/tiers/discount.ts";
import { type Basket, type BasketLine, toInput } from "./basket.ts";

/** A line at the member's price: `amountFen` is what is paid. */
export interface PricedLine extends BasketLine {
  /** Before the discount. */
  listFen: number;
  /** Null: the list price. */
  discount: (AppliedDiscount & { nameZh: string; nameEn: string }) | null;
}

/** The basket at the prices of a member with these discounts. */
export function priceLines(basket: Basket, sources: readonly DiscountSource[]): PricedLine[] {
  return basket.map((line) => {
    const listFen = line.amountFen;
    const given = discountFor(
      { productId: line.product?.id ?? null, categoryIds: line.categoryIds, listFen },
      sources,
    );
    const from = sources.find((source) => source.sourceId === given?.sourceId);
    if (!given || !from) return { ...line, listFen, discount: null };
    const discount = { ...given, nameZh: from.nameZh, nameEn: from.nameEn };
    return { ...line, listFen, amountFen: given.amountFen, discount };
  });
}

/** Priced lines as the server takes them. */
export function toPricedInput(lines: readonly PricedLine[]): SaleLineInput[] {
  return toInput(lines).map((input, i) => {
    const { listFen, discount } = lines[i]!;
    if (!discount || listFen === 0) return input;
    return { ...input, discount: { listFen, offPercent: discount.offPercent } };
  });
}
