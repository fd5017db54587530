/** The goods a till can ring up, by category or search. @module */
import { and, asc, eq, gt, inArray, or, sql } from "drizzle-orm";
import { inScope } from "../../shared/access.ts";
import type { AnswerOf, QueryOf } from "../../shared/endpoint.ts";
import type * as doors from "../../shared/goods/endpoints.ts";
import { Problem } from "../../shared/problems.ts";
import type { Desk } from "../desk.ts";
import { categoriesOf } from "./queries.ts";
import { product } from "./tables.ts";

/** A page of listed products of the caller's brand, by SKU. Search matches names, SKU and barcode.
 *  @throws Problem not-found for another brand */
export const listGoods = async (
  desk: Desk,
  query: QueryOf<typeof doors.listGoods>,
): Promise<AnswerOf<typeof doors.listGoods>> => {
  const brandId = query.brandId ?? desk.actor.brandId;
  if (!brandId || !inScope(desk.actor.scope, brandId)) throw new Problem("not-found");
  const limit = query.limit ?? 60;
  const categories = await desk.db.readSeen(categoriesOf, [brandId], desk.seen);
  const below = query.categoryId ? descendants(categories, query.categoryId) : null;
  const needle = query.search?.trim();
  const rows = await desk.db.cold.select().from(product).where(and(
    eq(product.brandId, brandId),
    eq(product.state, "listed"),
    query.after ? gt(product.sku, query.after) : undefined,
    below ? inArray(product.categoryId, below) : undefined,
    needle
      ? or(
        sql`${product.nameZh} like ${`%${escaped(needle)}%`} escape '\\'`,
        sql`lower(${product.nameEn}) like ${`%${escaped(needle.toLowerCase())}%`} escape '\\'`,
        eq(product.sku, needle),
        eq(product.barcode, needle),
      )
      : undefined,
  )).orderBy(asc(product.sku)).limit(limit + 1);
  const page = rows.slice(0, limit);
  return {
    products: page.map(({ brandId: _, state: __, ...p }) => ({ ...p, weighed: p.weighed === 1 })),
    categories: categories.map((c) => ({
      id: c.id,
      parentId: c.parent_id,
      code: c.code,
      nameZh: c.name_zh,
      nameEn: c.name_en,
    })),
    nextAfter: rows.length > limit ? page.at(-1)!.sku : null,
  };
};

const escaped = (text: string): string => text.replace(/[\\%_]/g, "\\$&");

const descendants = (
  categories: readonly { id: string; parent_id: string | null }[],
  root: string,
): string[] => {
  const found = [root];
  for (let i = 0; i < found.length; i++) {
    found.push(...categories.filter((c) => c.parent_id === found[i]).map((c) => c.id));
  }
  return found;
};
