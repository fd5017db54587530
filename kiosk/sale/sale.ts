/** The sale that is being rung up. @module */
import { batch, signal } from "@preact/signals";
import { parseCardCode } from "../../shared/cards/card-code.ts";
import type { ProductView } from "../../shared/goods/endpoints.ts";
import { toast } from "../../shared/ui/index.ts";
import { leaveUnknown } from "../counter/commands.ts";
import { dropMember, member, recognise } from "../counter/member.ts";
import { claimCodeToOpen, room } from "../counter/room.ts";
import { counterWords } from "../counter/words.ts";
import { sayShort } from "../problems/say-problem.ts";
import { nameOf } from "../shell/name-in.ts";
import * as baskets from "./basket.ts";
import type { PricedLine } from "./discounts.ts";
import { categories, findByCode, search } from "./goods.ts";
import { forgetOffset } from "./paying.ts";
import { phase, type PrintedLine } from "./phase.ts";
import { basket, chosenLine, priced, totalFen } from "./sale-lines.ts";

export { basket, chosenLine, phase, priced, totalFen };

/** The product on the scales. */
export const weighing = signal<{ product: ProductView; lineId: number | null } | null>(null);
/** The product that came without a price, while it is asked for. */
export const pricing = signal<ProductView | null>(null);

function put(next: baskets.Basket): void {
  const t = counterWords.value.sale;
  const full = baskets.fullness(next);
  if (full) {
    toast(full === "lines" ? t.full : t.amountTooMuch, "danger");
    return;
  }
  basket.value = next;
  chosenLine.value = next.at(-1)?.id ?? null;
}

/** Takes a product: pieces go straight into the basket, weighed goods onto the scales first. What
 *  came without a price is asked for it. */
export function take(product: ProductView): void {
  if (product.priceFen === 0) {
    pricing.value = product;
    return;
  }
  if (product.weighed) {
    weighing.value = { product, lineId: null };
    return;
  }
  const path = baskets.pathOf(categories.value, product.categoryId);
  put(baskets.addProduct(basket.value, product, path));
}

/** The weight of what is on the scales, in thousandths of a kilogram. */
export function weighed(quantityMilli: number): void {
  const on = weighing.value;
  if (!on) return;
  weighing.value = null;
  if (on.lineId !== null) {
    basket.value = baskets.changeQuantity(basket.value, on.lineId, quantityMilli);
    return;
  }
  const path = baskets.pathOf(categories.value, on.product.categoryId);
  put(baskets.addProduct(basket.value, on.product, path, quantityMilli));
}

/** The price of what came without one. */
export function price(fen: number): void {
  const product = pricing.value;
  if (!product) return;
  pricing.value = null;
  take({ ...product, priceFen: fen });
}

export function takeAmount(fen: number): void {
  put(baskets.addAmount(basket.value, fen, counterWords.value.sale.amountName));
}

export function change(lineId: number, quantityMilli: number): void {
  basket.value = baskets.changeQuantity(basket.value, lineId, quantityMilli);
}

export function remove(lineId: number): void {
  basket.value = baskets.removeLine(basket.value, lineId);
}

/** While the bill can still change: what is added under the question for the money asks it anew. */
const OPEN: readonly string[] = ["ringing", "confirming", "changed"];

/** Counts the customers; what was looked up for one is not put on the bill of the next. */
let customers = 0;

/** Empties basket and member for the next customer. */
export function startOver(): void {
  customers++;
  if (phase.value.name === "unknown") void leaveUnknown(phase.value.command);
  batch(() => {
    basket.value = [];
    chosenLine.value = null;
    weighing.value = null;
    pricing.value = null;
    phase.value = { name: "ringing" };
    forgetOffset();
  });
  dropMember();
}

/** What the last scan brought, for those who hear the screen: the others see the line. */
export const heard = signal("");

/** A scan at the till: a member's code, a gift's, or a barcode on the goods. */
export async function hearCode(text: string): Promise<void> {
  // A scanner types: its first keys may have gone into the search.
  search.value = "";
  if (phase.value.name === "done" || phase.value.name === "kept") startOver();
  if (phase.value.name !== "ringing") return;
  const code = parseCardCode(text);
  const t = counterWords.value;
  if (code.kind === "claim") {
    claimCodeToOpen.value = code.code;
    room.value = "claims";
    return;
  }
  if (code.kind === "rotating" || code.kind === "static") {
    const before = member.value;
    if (await recognise(text) && before) toast(t.member.replaced, "info");
    return;
  }
  const plain = text.trim();
  const mine = customers;
  try {
    const product = await findByCode(plain);
    // Nobody pays any more for what is found now, and it is not put on the next bill either.
    const late = mine !== customers || !OPEN.includes(phase.value.name);
    if (product && late) toast(t.sale.tooLate(nameOf(product)), "danger");
    else if (!product) toast(t.sale.notFoundScan(plain), "danger");
    else {
      take(product);
      if (!product.weighed && product.priceFen > 0) {
        heard.value = t.sale.added(nameOf(product));
      }
    }
  } catch (error) {
    toast(sayShort(error), "danger");
  }
}

/** Whose discount a line has, in one phrase. */
export const offText = (discount: NonNullable<PricedLine["discount"]>): string =>
  counterWords.value.sale.memberPrice(discount.offPercent, nameOf(discount));

/** Basket lines in the words of the receipt. */
export function printedLines(lines: readonly PricedLine[]): PrintedLine[] {
  return lines.map(({ product, name, quantityMilli, amountFen, listFen, discount }) => ({
    name: product ? nameOf(product) : name,
    quantity: baskets.quantityText(quantityMilli) +
      (product?.weighed ? ` ${counterWords.value.sale.unit(product.unitName)}` : ""),
    unitFen: product?.priceFen ?? null,
    amountFen,
    ...(discount ? { listFen, off: offText(discount) } : {}),
  }));
}
