/** Goods of a data folder with their categories, from the widest to the narrowest. @module */
import type { Level, Mapping } from "./mapping.ts";
import { pathIn } from "./mapping.ts";
import { readCsv } from "./read-csv.ts";
import { decimalOf, partsOf } from "./read-number.ts";

export type Product = { sku: string; name: string; levels: string[]; priceFen: number };

/** As shared/goods/endpoints.ts has it. */
const skuForm = /^[\w.:/-]{1,64}$/;

const tidy = (text: string | undefined): string => (text ?? "").replace(/\s+/g, " ").trim();

const levelOf = (level: Level, values: Record<string, string>): string => {
  if (typeof level === "string") return tidy(values[level]).slice(0, 80) || "OTHER";
  if ("fixed" in level) return level.fixed;
  const text = tidy(values[level.column]);
  return level.words.find(([word]) => text.includes(word))?.[1] ?? level.otherwise;
};

/** Hundredths of an amount as the mapping writes them; null: none, or more exact than that. */
export const centsOf = (text: string, money: Mapping["money"]): number | null => {
  const value = decimalOf(text, money);
  if (!value || value.scale > money.decimals) return null;
  return partsOf(value, money.unit === "main" ? 2 : 0);
};

const productIn = ({ products: m, money }: Mapping, v: Record<string, string>): Product => {
  const name = m.name.map((column) => tidy(v[column])).filter((part) => part && part !== "NA")
    .join(" · ");
  const price = m.price ? centsOf(v[m.price]!, money) : 0;
  return {
    sku: tidy(v[m.product]),
    name: (name || tidy(v[m.product])).slice(0, 120),
    levels: m.levels.map((level) => levelOf(level, v)),
    priceFen: price !== null && price >= 0 ? price : 0,
  };
};

/** Each product once, as its first line has it; without those whose number no SKU can be.
 *  @throws Error if the file is not there */
export const readProducts = async (folder: string, mapping: Mapping): Promise<Product[]> => {
  const found = new Map<string, Product>();
  const path = pathIn(folder, mapping.products.file ?? mapping.sales.file)!;
  for await (const { values, fault } of readCsv(path)) {
    if (fault) continue;
    const product = productIn(mapping, values);
    if (skuForm.test(product.sku) && !found.has(product.sku)) found.set(product.sku, product);
  }
  return [...found.values()];
};
