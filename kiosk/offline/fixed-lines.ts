/** The lines of a sale whose goods the house does not know, as staff correct them. @module */
import type { CategoryView, ProductView } from "../../shared/goods/endpoints.ts";
import type { ProblemFields } from "../../shared/problems.ts";
import type { SaleLineInput } from "../../shared/sales/endpoints.ts";

/** What stands in for an item number: a product, or just the kind of goods it was. */
export type GoodsFix = { product: ProductView } | { category: CategoryView };
/** By the item number that is not known. */
export type GoodsFixes = Readonly<Record<string, GoodsFix | undefined>>;

/** The item number that a refusal says is not known, or null. */
export const unknownItem = (
  refused: unknown,
): string | null => {
  const { code, fields } = Object(refused) as { code?: string; fields?: ProblemFields };
  return code === "product-unknown" && typeof fields?.sku === "string" ? fields.sku : null;
};

/** The lines with what stands in. Quantity and amount stay: they are what was paid. A member's
 *  discount goes: it was one on the price of what is not known. */
export const fixedLines = (
  lines: readonly SaleLineInput[],
  fixes: GoodsFixes,
): SaleLineInput[] =>
  lines.map((line) => {
    const fix = line.sku === undefined ? undefined : fixes[line.sku];
    if (!fix) return line;
    const { quantityMilli, amountFen } = line;
    return "product" in fix
      ? { sku: fix.product.sku, quantityMilli, amountFen }
      : { name: fix.category.nameZh, categoryCode: fix.category.code, quantityMilli, amountFen };
  });

export interface ToFix {
  /** Item numbers that the house does not know, as far as it said. */
  unknown: readonly string[];
  fixes: GoodsFixes;
}

/** After one more number that is not known: one more to correct, or what was chosen for another is
 *  none that the house has any more, and is chosen anew. */
export const alsoUnknown = ({ unknown, fixes }: ToFix, item: string): ToFix => {
  const chosenFor = unknown.find((each) => {
    const fix = fixes[each];
    return fix && "product" in fix && fix.product.sku === item;
  });
  if (chosenFor !== undefined) return { unknown, fixes: { ...fixes, [chosenFor]: undefined } };
  return { unknown: unknown.includes(item) ? unknown : [...unknown, item], fixes };
};
