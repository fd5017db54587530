/** Goods and their categories, by the doors that an ERP uses. @module */
import * as goods from "../../shared/goods/endpoints.ts";
import { keyOf } from "./key-of.ts";
import type { Say } from "./progress.ts";
import type { Product } from "./read-products.ts";
import type { Till } from "./till.ts";

const categoryCode = (levels: readonly string[]): string =>
  keyOf("category", ...levels).slice(0, 16);

/** Every category once, parents first. */
const pathsOf = (products: readonly Product[]): [code: string, path: string[]][] => {
  const paths = new Map<string, string[]>();
  for (const { levels } of products) {
    levels.forEach((_, i) => {
      const path = levels.slice(0, i + 1);
      paths.set(categoryCode(path), path);
    });
  }
  return [...paths].sort(([, a], [, b]) => a.length - b.length);
};

const addCategories = async (erp: Till, brandId: string, products: readonly Product[]) => {
  const ordered = pathsOf(products);
  const ids = new Map<string, string>();
  for (let i = 0; i < ordered.length; i += 500) {
    const { categories } = await erp(goods.putCategories, {
      body: {
        brandId,
        categories: ordered.slice(i, i + 500).map(([code, path]) => ({
          code,
          parentCode: path.length > 1 ? categoryCode(path.slice(0, -1)) : null,
          nameZh: path.at(-1)!,
          nameEn: path.at(-1)!,
        })),
      },
    });
    for (const { code, id } of categories) ids.set(code, id);
  }
  return ids;
};

/** @returns the id of the category with a path, if there is one */
export const addGoods = async (
  erp: Till,
  brandId: string,
  products: readonly Product[],
  say: Say,
): Promise<(path: readonly string[]) => string | undefined> => {
  const ids = await addCategories(erp, brandId, products);
  for (let i = 0; i < products.length; i += 200) {
    await erp(goods.putProducts, {
      body: {
        brandId,
        products: products.slice(i, i + 200).map(({ sku, name, levels, priceFen }) => ({
          sku,
          categoryCode: levels.length ? categoryCode(levels) : null,
          nameZh: name,
          nameEn: name,
          priceFen,
        })),
      },
    });
    say("goods", Math.min(i + 200, products.length), products.length);
  }
  return (path) => ids.get(categoryCode(path));
};
