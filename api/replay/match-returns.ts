/** Which sale a returned line belongs to: the one that it names, or the last sale to the same member
 *  in which so much of the product is left. @module */
import type { ReadLine } from "./read-lines.ts";
import type { ReplaySale } from "./read-sales.ts";

export type ReplayReturn = {
  /** Its own number in the data. */
  id: string;
  sale: ReplaySale;
  at: number;
  lines: { n: number; quantityMilli: number; amountFen: number }[];
};

type Left = { sale: ReplaySale; n: number; quantityMilli: number; amountFen: number };

const keyOf = (owner: string, sku: string): string => `${owner}\n${sku}`;

/** What of each sold line can still be returned, by member and product and by sale and product. */
const leftOf = (sales: readonly ReplaySale[]): Map<string, Left[]> => {
  const left = new Map<string, Left[]>();
  const add = (key: string, line: Left) => {
    const lines = left.get(key);
    if (lines) lines.push(line);
    else left.set(key, [line]);
  };
  for (const sale of sales) {
    sale.lines.forEach(({ sku, quantityMilli, amountFen }, i) => {
      const line = { sale, n: i + 1, quantityMilli, amountFen };
      add(keyOf(`sale ${sale.id}`, sku), line);
      if (sale.member) add(keyOf(`member ${sale.member}`, sku), line);
    });
  }
  return left;
};

/** @param sales in order of time
 *  @param lines of returns, in order of time
 *  @returns the returns, and the lines of which nothing was sold before */
export const matchReturns = (
  sales: readonly ReplaySale[],
  lines: readonly ReadLine[],
): { returns: ReplayReturn[]; unmatched: ReadLine[] } => {
  const left = leftOf(sales);
  const found = new Map<string, ReplayReturn>();
  const unmatched: ReadLine[] = [];
  for (const line of lines) {
    const owner = line.of === null ? `member ${line.member}` : `sale ${line.of}`;
    const from = (left.get(keyOf(owner, line.sku)) ?? []).findLast((l) =>
      l.sale.at <= line.at && l.quantityMilli >= line.quantityMilli && l.amountFen >= line.amountFen
    );
    if (!from || (line.of === null && !line.member)) {
      unmatched.push(line);
      continue;
    }
    from.quantityMilli -= line.quantityMilli;
    from.amountFen -= line.amountFen;
    const key = `${line.sale}\n${from.sale.orderNo}`;
    const whole = found.get(key) ?? { id: line.sale, sale: from.sale, at: line.at, lines: [] };
    found.set(key, whole);
    const { quantityMilli, amountFen } = line;
    const same = whole.lines.find((l) => l.n === from.n);
    if (same) {
      same.quantityMilli += quantityMilli;
      same.amountFen += amountFen;
    } else whole.lines.push({ n: from.n, quantityMilli, amountFen });
  }
  return { returns: [...found.values()], unmatched };
};
