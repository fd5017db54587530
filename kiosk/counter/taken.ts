/** An order number that is taken: by this very sale, booked long ago under a key that is forgotten
 *  since, or by another one. @module */
import type { AnswerOf, BodyOf } from "../../shared/endpoint.ts";
import type { recordSale, showSale } from "../../shared/sales/endpoints.ts";

type Sale = BodyOf<typeof recordSale>;
type Booked = Pick<AnswerOf<typeof showSale>, "orderNo" | "totalFen" | "occurredAt" | "lines">;

/** Is the sale that has the number this one? The same moment, total, and every line in its place. */
export const isSameSale = (sale: Sale, booked: Booked): boolean =>
  sale.orderNo === booked.orderNo &&
  sale.totalFen === booked.totalFen &&
  sale.occurredAt === booked.occurredAt &&
  sale.lines.length === booked.lines.length &&
  sale.lines.every(({ name, quantityMilli, amountFen }, i) => {
    const line = booked.lines[i]!;
    return quantityMilli === line.quantityMilli && amountFen === line.amountFen &&
      (name === undefined || name === line.name);
  });
