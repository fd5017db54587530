/** A sale line as the earning rules see it, and which lines count. @module */
import type { Plan } from "./plan.ts";
import type { Reason } from "./reason.ts";

export interface EarningLine {
  /** Its number in the sale. */
  n: number;
  /** Null for a quick amount. */
  productId: string | null;
  /** The product's category and all above it. */
  categoryIds: readonly string[];
  /** Thousandths: 1 piece is 1000. */
  quantityMilli: number;
  /** What was sold for how much after discounts, 0 or more; however it was paid. */
  amountFen: number;
  /** Gift cards never earn. */
  giftCard?: boolean;
  /** Parts of the amount that were paid with points, coupons, stored value. */
  offsetFen?: number;
  couponFen?: number;
  storedValueFen?: number;
}

/** A line that counts, with the part of its amount that does. */
export type CountedLine =
  & Pick<EarningLine, "n" | "productId" | "categoryIds" | "quantityMilli">
  & { countedFen: number };

const parts = [
  ["offset", "offsetFen"],
  ["coupon", "couponFen"],
  ["storedValue", "storedValueFen"],
] as const;

const inOrder = (lines: readonly EarningLine[]): readonly EarningLine[] =>
  lines.every((line, i) => i === 0 || lines[i - 1]!.n <= line.n)
    ? lines
    : [...lines].sort((a, b) => a.n - b.n);

/** The lines that count, in the order of their numbers, and why others do not. */
export function countedLines(
  lines: readonly EarningLine[],
  plan: Pick<Plan, "base" | "excludedCategories" | "excludedProducts">,
): { counted: CountedLine[]; eligibleFen: number; reasons: Reason[] } {
  const { base, excludedCategories, excludedProducts } = plan;
  const reasons: Reason[] = [];
  const counted: CountedLine[] = [];
  const off = { offset: 0, coupon: 0, storedValue: 0 };
  for (const line of inOrder(lines)) {
    assertFen(line.amountFen);
    const categoryId = line.categoryIds.find((id) => excludedCategories.has(id));
    if (line.giftCard) reasons.push({ code: "line-gift-card", n: line.n });
    else if (categoryId !== undefined) {
      reasons.push({ code: "line-excluded", n: line.n, categoryId });
    } else if (line.productId !== null && excludedProducts.has(line.productId)) {
      reasons.push({ code: "product-excluded", n: line.n, productId: line.productId });
    } else {
      let countedFen = line.amountFen;
      for (const [name, field] of parts) {
        const paid = line[field] ?? 0;
        if (base[name] || paid === 0) continue;
        assertFen(paid);
        off[name] += paid;
        countedFen -= paid;
      }
      assertFen(countedFen);
      const { n, productId, categoryIds, quantityMilli } = line;
      counted.push({ n, productId, categoryIds, quantityMilli, countedFen });
    }
  }
  for (const [name] of parts) {
    if (off[name] > 0) reasons.push({ code: "base-reduced", by: name, fen: off[name] });
  }
  const eligibleFen = counted.reduce((sum, line) => sum + line.countedFen, 0);
  assertFen(eligibleFen);
  return { counted, eligibleFen, reasons };
}

export function assertFen(amount: number): void {
  if (!Number.isSafeInteger(amount) || amount < 0) {
    throw new RangeError(`not an amount in fen: ${amount}`);
  }
}
