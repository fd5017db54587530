/** What goes back of a sale, line by line. @module */
import type { BodyOf } from "../../shared/endpoint.ts";
import { offsetOf } from "../../shared/points/offset.ts";
import { Problem } from "../../shared/problems.ts";
import type { returnSale as door } from "../../shared/sales/endpoints.ts";
import type { SoldLineRow } from "./queries.ts";

type Body = BodyOf<typeof door>;
export type Part = {
  n: number;
  name: string;
  quantityMilli: number;
  amountFen: number;
  /** The part of it that points had paid. */
  offsetFen: number;
};

/** What goes back, line by line. A part of a line is refunded its fair share, rounded down; the
 *  last part gets what is left.
 *  @throws Problem sale-returned, return-too-large */
export const partsOf = (sold: readonly SoldLineRow[], body: Pick<Body, "lines">): Part[] => {
  const left = sold.filter((l) => l.returned_milli < l.quantity_milli);
  if (left.length === 0) throw new Problem("sale-returned");
  const wanted = body.lines ?? left.map((l) => ({
    n: l.line_n,
    quantityMilli: l.quantity_milli - l.returned_milli,
    amountFen: undefined,
  }));
  const seen = new Set<number>();
  return wanted.map(({ n, quantityMilli, amountFen }) => {
    const line = sold.find((l) => l.line_n === n);
    const leftMilli = line ? line.quantity_milli - line.returned_milli : 0;
    const leftFen = line ? line.amount_fen - line.returned_fen : 0;
    const share = quantityMilli === leftMilli
      ? leftFen
      : Number(BigInt(leftFen) * BigInt(quantityMilli) / BigInt(leftMilli || 1));
    const fen = amountFen ?? share;
    if (!line || seen.has(n) || quantityMilli > leftMilli || fen > leftFen) {
      throw new Problem("return-too-large", { n, leftMilli, leftFen });
    }
    seen.add(n);
    const backFen = (returned: number) => offsetOf(line.offset_fen, line.amount_fen, returned);
    const offsetFen = backFen(line.returned_fen + fen) - backFen(line.returned_fen);
    return { n, name: line.name, quantityMilli, amountFen: fen, offsetFen };
  });
};
