/** Sales and goods of a data folder, as another till would hand them in; what cannot be booked is
 *  listed with its reason. @module */
import { join } from "node:path";
import type { Mapping } from "./mapping.ts";
import { readCsv } from "./read-csv.ts";

export type ReplaySale = {
  orderNo: string;
  store: string;
  member: string;
  at: number;
  lines: { sku: string; quantityMilli: number; amountFen: number }[];
};
export type Refused = { file: string; line: number; sale: string; reason: string };
export type Product = { sku: string; name: string; levels: string[] };

/** Cents of an amount in whole cents; null if it is none. */
export const centsOf = (text: string): number | null => {
  const value = Number(text);
  const cents = Math.round(value * 100);
  const whole = text.trim() !== "" && value >= 0 && Math.abs(value * 100 - cents) < 1e-6;
  return whole ? cents : null;
};

const instantOf = (text: string, offsetMinutes: number): number =>
  Date.parse(`${text.replace(" ", "T")}Z`) - offsetMinutes * 60_000;

const lineProblem = (
  known: boolean,
  quantity: number,
  cents: number | null,
  amount: string,
): string | null => {
  if (!known) return "the product is not in the list of products";
  if (cents === null) return `amount ${amount} is not a whole number of cents`;
  if (!Number.isInteger(quantity * 1000) || quantity <= 0) {
    return `quantity ${quantity} is not above 0`;
  }
  return null;
};

/** All sales in order of time. A sale of which nothing can be booked is refused whole. */
export const readSales = async (
  folder: string,
  { sales: m, offsetMinutes }: Mapping,
  products: readonly Product[],
): Promise<{ sales: ReplaySale[]; refused: Refused[] }> => {
  const found = new Map<string, ReplaySale>();
  const refused: Refused[] = [];
  const skus = new Set(products.map((p) => p.sku));
  for await (const { line, values: v } of readCsv(join(folder, m.file))) {
    const id = v[m.sale]!;
    const sale = found.get(id) ?? {
      orderNo: id,
      store: v[m.store]!,
      member: v[m.member]!,
      at: instantOf(v[m.at]!, offsetMinutes),
      lines: [],
    };
    found.set(id, sale);
    const quantity = Number(v[m.quantity]);
    const cents = centsOf(v[m.amount]!);
    const reason = lineProblem(skus.has(v[m.product]!), quantity, cents, v[m.amount]!);
    if (reason) refused.push({ file: m.file, line, sale: id, reason });
    else {
      sale.lines.push({
        sku: v[m.product]!,
        quantityMilli: Math.round(quantity * 1000),
        amountFen: cents!,
      });
    }
  }
  const bookable: ReplaySale[] = [];
  for (const sale of found.values()) {
    if (sale.lines.reduce((sum, l) => sum + l.amountFen, 0) > 0) bookable.push(sale);
    else {
      const reason = "the sale comes to 0.00: there is nothing to book";
      refused.push({ file: m.file, line: 0, sale: sale.orderNo, reason });
    }
  }
  bookable.sort((a, b) => a.at - b.at || (a.orderNo < b.orderNo ? -1 : 1));
  return { sales: bookable, refused };
};

export const readProducts = async (
  folder: string,
  { products: m }: Mapping,
): Promise<Product[]> => {
  const products: Product[] = [];
  for await (const { values: v } of readCsv(join(folder, m.file))) {
    const name = m.name.map((column) => v[column]!.replace(/\s+/g, " ").trim())
      .filter((part) => part && part !== "NA").join(" · ");
    products.push({
      sku: v[m.product]!,
      name: (name || v[m.product]!).slice(0, 120),
      levels: m.levels.map((column) => v[column]!.replace(/\s+/g, " ").trim() || "OTHER"),
    });
  }
  return products;
};
