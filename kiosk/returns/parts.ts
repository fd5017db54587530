/** What a customer brings back of a sale. Pure; fen and thousandths. @module */
import { offsetOf } from "../../shared/points/offset.ts";
import type { SaleView } from "../../shared/sales/endpoints.ts";

export type SoldLine = SaleView["lines"][number];

/** Chosen quantities (thousandths) by line number. */
export type Chosen = Readonly<Record<number, number>>;

/** Refund for a part of a line: its fair share of what is left, rounded down; the last part gets
 *  what is left. The server reckons the same way. */
export function shareOf(line: SoldLine, quantityMilli: number): number {
  if (quantityMilli <= 0 || line.leftMilli <= 0) return 0;
  if (quantityMilli >= line.leftMilli) return line.leftFen;
  return Number(BigInt(line.leftFen) * BigInt(quantityMilli) / BigInt(line.leftMilli));
}

/** A quantity that the line can still give: between none and what is left. */
export function clampTo(line: SoldLine, quantityMilli: number): number {
  return Math.max(0, Math.min(line.leftMilli, quantityMilli));
}

/** Are these pieces, which are counted, or was it weighed? */
export function isCounted(line: SoldLine): boolean {
  return line.quantityMilli % 1_000 === 0;
}

export function chooseAll(sale: SaleView): Chosen {
  return Object.fromEntries(
    sale.lines.filter((line) => line.leftMilli > 0).map((line) => [line.n, line.leftMilli]),
  );
}

/** The part of a share that points had paid: it goes back as points. The server reckons the same
 *  way. */
export function offsetShareOf(line: SoldLine, quantityMilli: number): number {
  const { offsetFen, amountFen, leftFen } = line;
  const back = (fen: number) => offsetOf(offsetFen, amountFen, fen);
  const before = amountFen - leftFen;
  return back(before + shareOf(line, quantityMilli)) - back(before);
}

/** What is refunded in money. */
export function refundOf(sale: SaleView, chosen: Chosen): number {
  return sale.lines.reduce((sum, line) => {
    const milli = chosen[line.n] ?? 0;
    return sum + shareOf(line, milli) - offsetShareOf(line, milli);
  }, 0);
}

/** What goes back as points, in the money it was worth. */
export function offsetBackOf(sale: SaleView, chosen: Chosen): number {
  return sale.lines.reduce((sum, line) => sum + offsetShareOf(line, chosen[line.n] ?? 0), 0);
}

/** The lines as the server takes them, with the refund that the screen has promised. */
export function toParts(sale: SaleView, chosen: Chosen) {
  return sale.lines.flatMap((line) => {
    const quantityMilli = chosen[line.n] ?? 0;
    if (quantityMilli === 0) return [];
    return [{ n: line.n, quantityMilli, amountFen: shareOf(line, quantityMilli) }];
  });
}
