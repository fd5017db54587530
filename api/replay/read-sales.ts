/** Sales and returns of a data folder, as another till would hand them in; what cannot be booked is
 *  listed with its reason. @module */
import { basename } from "node:path";
import { type Mapping, pathIn } from "./mapping.ts";
import { matchReturns, type ReplayReturn } from "./match-returns.ts";
import { readCsv } from "./read-csv.ts";
import { lineReader, type ReadLine, type Refused } from "./read-lines.ts";
import type { Product } from "./read-products.ts";

export type { Refused } from "./read-lines.ts";

export type ReplaySale = {
  /** Its number in the data. */
  id: string;
  /** The same, or a part of it where a till could not send it whole. */
  orderNo: string;
  store: string;
  member: string;
  at: number;
  lines: { sku: string; quantityMilli: number; amountFen: number }[];
};
export type Sold = {
  /** In order of time. */
  sales: ReplaySale[];
  returns: ReplayReturn[];
  refused: Refused[];
};

/** Lines that a sale can have over the public API. */
const linesMax = 200;

const byTime = (a: ReplaySale, b: ReplaySale): number =>
  a.at - b.at || (a.orderNo < b.orderNo ? -1 : 1);

/** A sale of more lines than a till can send is parted; not a member's, whose points would be
 *  reckoned on each part. */
const parted = (sale: ReplaySale): ReplaySale[] => {
  const parts = Math.ceil(sale.lines.length / linesMax);
  if (parts <= 1) return [sale];
  return Array.from({ length: parts }, (_, i) => ({
    ...sale,
    orderNo: `${sale.id}/${i + 1}`,
    lines: sale.lines.slice(i * linesMax, (i + 1) * linesMax),
  }));
};

const faultOf = (sale: ReplaySale): string | null => {
  if (sale.lines.length === 0) return "nothing of the sale can be booked";
  if (sale.lines.every((line) => line.amountFen === 0)) {
    return "the sale comes to 0.00: there is nothing to book";
  }
  if (sale.member && sale.lines.length > linesMax) {
    return `the sale has ${sale.lines.length} lines, a member's at most ${linesMax}`;
  }
  return null;
};

const addLine = (found: Map<string, ReplaySale>, line: ReadLine): string | null => {
  const sale = found.get(line.sale);
  const { sku, quantityMilli, amountFen } = line;
  if (!sale) {
    const { sale: id, store, member, at } = line;
    const lines = [{ sku, quantityMilli, amountFen }];
    found.set(id, { id, orderNo: id, store, member, at, lines });
    return null;
  }
  if (sale.member !== line.member) return "the sale is another member's by its first line";
  if (sale.store !== line.store) return "the sale is another store's by its first line";
  sale.at = Math.min(sale.at, line.at);
  sale.lines.push({ sku, quantityMilli, amountFen });
  return null;
};

/** All that can be booked. A sale of which nothing can is refused whole.
 *  @throws Error if the file is not there */
export const readSales = async (
  folder: string,
  mapping: Mapping,
  products: readonly Product[],
): Promise<Sold> => {
  const found = new Map<string, ReplaySale>();
  const back: ReadLine[] = [];
  const refused: Refused[] = [];
  const path = pathIn(folder, mapping.sales.file)!;
  const file = basename(path);
  const readLine = lineReader(mapping, new Set(products.map((p) => p.sku)));
  for await (const row of readCsv(path)) {
    const line = readLine(row);
    const sale = (row.values[mapping.sales.sale] ?? "").trim();
    const refuse = (reason: string) => refused.push({ file, line: row.line, sale, reason });
    if ("reason" in line) refuse(line.reason);
    else if (line.returned) back.push(line);
    else {
      const fault = addLine(found, line);
      if (fault) refuse(fault);
    }
  }
  const sales: ReplaySale[] = [];
  for (const sale of found.values()) {
    const reason = faultOf(sale);
    if (reason) refused.push({ file, line: 0, sale: sale.id, reason });
    // A part that comes to nothing has nothing to book either.
    else sales.push(...parted(sale).filter((part) => faultOf(part) === null));
  }
  sales.sort(byTime);
  back.sort((a, b) => a.at - b.at || a.line - b.line);
  const { returns, unmatched } = matchReturns(sales, back);
  for (const { line, sale } of unmatched) {
    const reason = "nothing was sold before that this could be a return of";
    refused.push({ file, line, sale, reason });
  }
  return { sales, returns, refused };
};
