/** One line of the file of sales, read with the mapping: what was sold or taken back, to whom, when,
 *  or why it cannot be booked. @module */
import { formatOf, type Mapping } from "./mapping.ts";
import type { CsvRow } from "./read-csv.ts";
import { type Decimal, decimalOf, partsOf, productOf } from "./read-number.ts";
import { timeReader } from "./read-time.ts";
import { centsOf } from "./read-products.ts";

export type ReadLine = {
  line: number;
  sale: string;
  /** "" where the data has one store for all. */
  store: string;
  /** "" for nobody. */
  member: string;
  at: number;
  sku: string;
  quantityMilli: number;
  amountFen: number;
  returned: boolean;
  /** The sale that a returned line names. */
  of: string | null;
};
export type Refused = { file: string; line: number; sale: string; reason: string };

const orderForm = /^[\w./:-]{1,60}$/;
const memberForm = /^[\w.:-]{1,64}$/;

class CannotBook extends Error {}
const must = <T>(value: T | null, reason: string): T => {
  if (value === null) throw new CannotBook(reason);
  return value;
};

const amountIn = (
  { sales: { amount }, money }: Mapping,
  v: Record<string, string>,
  quantity: Decimal,
): number => {
  const wrong = (text: string) =>
    `amount ${JSON.stringify(text)} is not one with at most ${money.decimals} decimals`;
  const less = amount.less.reduce(
    (sum, column) => sum + must(centsOf(v[column]!.trim() || "0", money), wrong(v[column]!)),
    0,
  );
  if ("column" in amount) {
    return must(centsOf(v[amount.column]!, money), wrong(v[amount.column]!)) - less;
  }
  const text = v[amount.unitPrice]!;
  const price = must(decimalOf(text, money), wrong(text));
  if (price.scale > money.decimals) throw new CannotBook(wrong(text));
  return productOf(price, quantity, money.unit === "main" ? 2 : 0) - less;
};

const isReturn = (
  { sales: { returns } }: Mapping,
  sale: string,
  quantityMilli: number,
  amountFen: number,
): boolean => {
  if (!returns) return false;
  if (returns.by === "negative") return quantityMilli < 0 || amountFen < 0;
  return sale.startsWith(returns.by.saleStarts);
};

/** @throws CannotBook */
const amountsIn = (mapping: Mapping, v: Record<string, string>, sale: string) => {
  const quantityText = v[mapping.sales.quantity]!;
  const notAbove = `quantity ${JSON.stringify(quantityText)} is not above 0`;
  const quantity = must(decimalOf(quantityText, mapping.money), notAbove);
  const quantityMilli = must(partsOf(quantity, 3), "quantity has more than 3 decimals");
  const amountFen = amountIn(mapping, v, quantity);
  if (isReturn(mapping, sale, quantityMilli, amountFen)) {
    if (quantityMilli === 0) throw new CannotBook("a return of quantity 0 takes nothing back");
    return {
      quantityMilli: Math.abs(quantityMilli),
      amountFen: Math.abs(amountFen),
      returned: true,
    };
  }
  if (quantityMilli <= 0) throw new CannotBook(notAbove);
  if (amountFen < 0) throw new CannotBook("the amount is below 0");
  return { quantityMilli, amountFen, returned: false };
};

/** @param skus the products that are known
 *  @returns reads a row into a line, or into the reason why it cannot be booked */
export const lineReader = (mapping: Mapping, skus: ReadonlySet<string>) => {
  const { sales: m, zone } = mapping;
  const instantOf = timeReader(formatOf(m.time), zone);
  const read = ({ line, values: v, fault }: CsvRow): ReadLine => {
    if (fault) throw new CannotBook(fault);
    const skipped = m.skip.find((rule) => rule.is.includes(v[rule.column]!.trim()));
    if (skipped) throw new CannotBook(`left out by the mapping: ${skipped.why}`);
    const sale = v[m.sale]!.trim();
    if (!orderForm.test(sale)) throw new CannotBook("the sale number is none that a till can send");
    const time = m.time.timeColumn
      ? `${v[m.time.column]!.trim()} ${v[m.time.timeColumn]!.trim()}`
      : v[m.time.column]!;
    const at = must(instantOf(time), `time ${JSON.stringify(time)} is not ${formatOf(m.time)}`);
    if (at < 0) throw new CannotBook("the time is before 1970");
    const sku = v[m.product]!.replace(/\s+/g, " ").trim();
    if (!skus.has(sku)) throw new CannotBook("the product is not in the list of products");
    const said = v[m.member.column]!.trim();
    const member = m.member.none.includes(said) ? "" : said;
    if (member && !memberForm.test(member)) {
      throw new CannotBook("the member number has characters that none can have");
    }
    const store = "column" in m.store ? v[m.store.column]!.trim() : "";
    if ("column" in m.store && !store) throw new CannotBook("the store is not named");
    const of = m.returns?.of ? v[m.returns.of]!.trim() || null : null;
    return { line, sale, store, member, at, sku, ...amountsIn(mapping, v, sale), of };
  };
  return (row: CsvRow): ReadLine | { reason: string } => {
    try {
      return read(row);
    } catch (error) {
      if (!(error instanceof CannotBook)) throw error;
      return { reason: error.message };
    }
  };
};
