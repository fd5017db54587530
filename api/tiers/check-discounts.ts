/** The discounts that a till says it gave, against what the member may have. @module */
import { discountFor, type DiscountSource } from "../../shared/tiers/discount.ts";
import { Problem } from "../../shared/problems.ts";
import type { Write } from "../db/statement.ts";
import { insertSaleLineDiscount } from "./queries.ts";

/** A line of a sale, resolved, with the discount the till names. */
export type DiscountedLine = {
  n: number;
  productId: string | null;
  categoryIds: readonly string[];
  amountFen: number;
  /** Price × quantity of a known product; null: only the till knows. */
  listFen: number | null;
  discount?: { listFen: number; offPercent: number } | null | undefined;
};

/** Rows of what was taken off, by the function that the counter showed it with. A price above what
 *  the member may have is the till's business; one below is refused.
 *  @throws Problem discount-refused with the line, the percent it may have and the price then */
export const checkDiscounts = (
  lines: readonly DiscountedLine[],
  sources: readonly DiscountSource[],
): (saleId: string) => Write[] => {
  const given = lines.flatMap((line) => {
    if (!line.discount) return [];
    const listFen = line.listFen ?? line.discount.listFen;
    const due = discountFor({ ...line, listFen }, sources);
    const offPercent = due?.offPercent ?? 0;
    const expectedFen = due?.amountFen ?? listFen;
    if (!due || line.discount.offPercent > offPercent || line.amountFen < expectedFen) {
      throw new Problem("discount-refused", { n: line.n, offPercent, expectedFen });
    }
    const { source, sourceId } = due;
    const off = line.discount.offPercent;
    return [{ n: line.n, list_fen: listFen, off_percent: off, source, source_id: sourceId }];
  });
  return (saleId) => given.map((row) => insertSaleLineDiscount.row({ sale_id: saleId, ...row }));
};
