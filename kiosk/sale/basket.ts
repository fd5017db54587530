/** What is being rung up: lines, quantities, sums. Pure; fen and thousandths. @module */
import { amountOf } from "../../shared/money.ts";
import type { CategoryView, ProductView } from "../../shared/goods/endpoints.ts";
import type { EarningLine } from "../../shared/points/accrue.ts";
import type { SaleLineInput } from "../../shared/sales/endpoints.ts";

export { amountOf };

/** Lines that one sale may have. */
export const LINES_MAX = 200;
/** Fen that one sale may come to: 100 million yuan. */
export const TOTAL_FEN_MAX = 10_000_000_000;
/** One piece, or one kilogram. */
export const ONE = 1_000;

export interface BasketLine {
  /** Tells lines apart on the screen. */
  id: number;
  /** null: an amount without a product. */
  product: ProductView | null;
  /** What an amount is called; products bring their own names. */
  name: string;
  /** The product's category and all above it, for the earning rules. */
  categoryIds: readonly string[];
  quantityMilli: number;
  amountFen: number;
}

export type Basket = readonly BasketLine[];

/** The basket with a product more. Pieces of the same product at the same price share a line;
 *  each weighing has its own, because it is weighed anew. */
export function addProduct(
  basket: Basket,
  product: ProductView,
  categoryIds: readonly string[],
  quantityMilli = ONE,
): Basket {
  const same = product.weighed
    ? undefined
    : basket.find((line) =>
      line.product?.id === product.id && line.product.priceFen === product.priceFen
    );
  if (same) return changeQuantity(basket, same.id, same.quantityMilli + quantityMilli);
  return append(basket, {
    product,
    name: "",
    categoryIds,
    quantityMilli,
    amountFen: amountOf(product.priceFen, quantityMilli),
  });
}

/** The basket with a bare amount more. */
export function addAmount(basket: Basket, amountFen: number, name: string): Basket {
  return append(basket, { product: null, name, categoryIds: [], quantityMilli: ONE, amountFen });
}

/** A line with another quantity; without any it is removed. Amounts are not counted in pieces. */
export function changeQuantity(basket: Basket, id: number, quantityMilli: number): Basket {
  if (quantityMilli <= 0) return removeLine(basket, id);
  return basket.map((line) => {
    if (line.id !== id || !line.product) return line;
    return { ...line, quantityMilli, amountFen: amountOf(line.product.priceFen, quantityMilli) };
  });
}

export function removeLine(basket: Basket, id: number): Basket {
  return basket.filter((line) => line.id !== id);
}

export function totalOf(basket: Basket): number {
  return basket.reduce((sum, line) => sum + line.amountFen, 0);
}

/** Why a basket cannot take more, or null. */
export function fullness(basket: Basket): "lines" | "amount" | null {
  if (basket.length > LINES_MAX) return "lines";
  return totalOf(basket) > TOTAL_FEN_MAX ? "amount" : null;
}

/** The lines as the server takes them. */
export function toInput(basket: Basket): SaleLineInput[] {
  return basket.map(({ product, name, quantityMilli, amountFen }) =>
    product ? { sku: product.sku, quantityMilli, amountFen } : { name, quantityMilli, amountFen }
  );
}

/** The lines as the earning rules see them. */
export function toEarningLines(basket: Basket): EarningLine[] {
  return basket.map(({ product, categoryIds, quantityMilli, amountFen }, index) => ({
    n: index + 1,
    productId: product?.id ?? null,
    categoryIds,
    quantityMilli,
    amountFen,
    giftCard: product?.kind === "gift-card",
  }));
}

/** A category and all above it. */
export function pathOf(categories: readonly CategoryView[], id: string | null): string[] {
  const path: string[] = [];
  for (let at = id; at !== null && !path.includes(at);) {
    path.push(at);
    at = categories.find((each) => each.id === at)?.parentId ?? null;
  }
  return path;
}

/** "12", "12.5", "0.07" yuan in fen; null for anything else, for 0 and for more than two decimals. */
export function fenOf(text: string): number | null {
  if (!/^\d{1,9}(\.\d{0,2})?$/.test(text)) return null;
  const [yuan = "0", rest = ""] = text.split(".");
  const fen = Number(yuan) * 100 + Number(rest.padEnd(2, "0"));
  return fen > 0 && fen <= TOTAL_FEN_MAX ? fen : null;
}

/** "1.25" kilograms in thousandths; null for anything else, for 0 and beyond a ton. */
export function milliOf(text: string): number | null {
  if (!/^\d{1,4}(\.\d{0,3})?$/.test(text)) return null;
  const [whole = "0", rest = ""] = text.split(".");
  const milli = Number(whole) * ONE + Number(rest.padEnd(3, "0"));
  return milli > 0 && milli <= 1_000_000 ? milli : null;
}

/** Thousandths as a person writes them: "2", "0.532". */
export function quantityText(quantityMilli: number): string {
  return String(quantityMilli / ONE);
}

function append(basket: Basket, line: Omit<BasketLine, "id">): Basket {
  const id = basket.reduce((max, each) => Math.max(max, each.id), 0) + 1;
  return [...basket, { id, ...line }];
}
