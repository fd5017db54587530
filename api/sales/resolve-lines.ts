/** From what a till says it sold to lines that the rules can read. @module */
import { amountMax, amountOf } from "../../shared/money.ts";
import type { EarningLine } from "../../shared/points/accrue.ts";
import { Problem } from "../../shared/problems.ts";
import type { SaleLineInput } from "../../shared/sales/endpoints.ts";
import type { Desk } from "../desk.ts";
import { categoryByCode, productByCode } from "../goods/queries.ts";

/** A line may not be worth more than this (fen), a sale neither: 100 million yuan. */
export const saleFenMax = 10_000_000_000;

export type ResolvedLine = EarningLine & {
  name: string;
  categoryId: string | null;
  quantityMilli: number;
  unitFen: number;
  /** Price × quantity of a known product. */
  listFen: number | null;
  /** The member's discount that the till says is in the amount. */
  discount: SaleLineInput["discount"] | null;
};

/** Reads products and categories by code; started in the same tick as the other reads, it costs no
 *  round trip of its own.
 *  @throws Problem product-unknown, input-invalid (an unknown category), amount-invalid */
export const resolveLines = async (
  desk: Desk,
  brandId: string,
  lines: readonly SaleLineInput[],
): Promise<{ lines: ResolvedLine[]; totalFen: number }> => {
  const resolved = await Promise.all(
    lines.map((line, i) => resolveLine(desk, brandId, line, i + 1)),
  );
  const totalFen = resolved.reduce((sum, line) => sum + line.amountFen, 0);
  if (totalFen > Math.min(saleFenMax, amountMax)) throw new Problem("amount-invalid");
  return { lines: resolved, totalFen };
};

const resolveLine = async (
  desk: Desk,
  brandId: string,
  line: SaleLineInput,
  n: number,
): Promise<ResolvedLine> => {
  const [product, category] = await Promise.all([
    line.sku ? desk.db.read(productByCode, [brandId, line.sku]).then((rows) => rows[0]) : undefined,
    line.categoryCode
      ? desk.db.read(categoryByCode, [brandId, line.categoryCode]).then((rows) => rows[0])
      : undefined,
  ]);
  if (line.sku && !product && !line.name) throw new Problem("product-unknown", { sku: line.sku });
  // A category that nobody knows could be one that never earns: refused, not guessed.
  if (line.categoryCode && !product && !category) {
    const pointer = `/lines/${n - 1}/categoryCode`;
    throw new Problem("input-invalid", { errors: [{ pointer, detail: "unknown category" }] });
  }
  const place = product ? { id: product.category_id, path: product.path } : category;
  return {
    n,
    productId: product?.id ?? null,
    categoryId: place?.id ?? null,
    categoryIds: place ? JSON.parse(place.path) as string[] : [],
    name: line.name ?? product?.name_zh ?? "",
    quantityMilli: line.quantityMilli,
    unitFen: product?.price_fen ?? Math.round(line.amountFen * 1000 / line.quantityMilli),
    amountFen: line.amountFen,
    giftCard: product?.kind === "gift-card",
    listFen: product ? amountOf(product.price_fen, line.quantityMilli) : null,
    discount: line.discount ?? null,
  };
};
