/** The goods a till can ring up, and all of them for head office, by category or search. @module */
import { and, asc, count, eq, gt, inArray, or, type SQL, sql } from "drizzle-orm";
import { inScope } from "../../shared/access.ts";
import type { listConsoleGoods as consoleDoor } from "../../shared/console/endpoints.ts";
import type { AnswerOf, QueryOf } from "../../shared/endpoint.ts";
import type { CategoryView } from "../../shared/goods/endpoints.ts";
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
  const categories = await categoriesAt(desk, brandId);
  const found = and(eq(product.state, "listed"), fitting(brandId, query, categories));
  const rows = await pageOf(desk, found, query.after, limit);
  const page = rows.slice(0, limit);
  return {
    products: page.map(({ brandId: _, state: __, ...p }) => ({ ...p, weighed: p.weighed === 1 })),
    // A chain has thousands: whoever turns pages or only looks something up has them already.
    categories: query.after !== undefined || query.categories === "none" ? [] : categories,
    nextAfter: rows.length > limit ? page.at(-1)!.sku : null,
  };
};

/** The same for head office: hidden products too, and how many there are.
 *  @throws Problem not-found for another brand */
export const listConsoleGoods = async (
  desk: Desk,
  query: QueryOf<typeof consoleDoor>,
): Promise<AnswerOf<typeof consoleDoor>> => {
  if (!inScope(desk.actor.scope, query.brandId)) throw new Problem("not-found");
  const limit = query.limit ?? 50;
  const first = query.after === undefined;
  const categories = await categoriesAt(desk, query.brandId);
  const found = and(
    query.state ? eq(product.state, query.state) : undefined,
    fitting(query.brandId, query, categories),
  );
  const [rows, counted] = await Promise.all([
    pageOf(desk, found, query.after, limit),
    first ? desk.db.cold.select({ total: count() }).from(product).where(found) : [],
  ]);
  const page = rows.slice(0, limit);
  return {
    products: page.map(({ brandId: _, ...p }) => ({ ...p, weighed: p.weighed === 1 })),
    categories: first ? categories : [],
    nextAfter: rows.length > limit ? page.at(-1)!.sku : null,
    total: counted[0]?.total ?? null,
  };
};

const categoriesAt = async (desk: Desk, brandId: string): Promise<CategoryView[]> =>
  (await desk.db.readSeen(categoriesOf, [brandId], desk.seen)).map((c) => ({
    id: c.id,
    parentId: c.parent_id,
    code: c.code,
    nameZh: c.name_zh,
    nameEn: c.name_en,
  }));

const fitting = (
  brandId: string,
  asked: { search?: string; categoryId?: string },
  categories: readonly CategoryView[],
): SQL | undefined => {
  const needle = asked.search?.trim();
  return and(
    eq(product.brandId, brandId),
    asked.categoryId
      ? inArray(product.categoryId, descendants(categories, asked.categoryId))
      : undefined,
    needle
      ? or(
        sql`${product.nameZh} like ${`%${escaped(needle)}%`} escape '\\'`,
        sql`lower(${product.nameEn}) like ${`%${escaped(needle.toLowerCase())}%`} escape '\\'`,
        eq(product.sku, needle),
        eq(product.barcode, needle),
      )
      : undefined,
  );
};

const pageOf = (desk: Desk, found: SQL | undefined, after: string | undefined, limit: number) =>
  desk.db.cold.select().from(product)
    .where(and(found, after ? gt(product.sku, after) : undefined))
    .orderBy(asc(product.sku)).limit(limit + 1);

const escaped = (text: string): string => text.replace(/[\\%_]/g, "\\$&");

const descendants = (categories: readonly CategoryView[], root: string): string[] => {
  const below = new Map<string | null, string[]>();
  for (const { id, parentId } of categories) {
    const children = below.get(parentId);
    if (children) children.push(id);
    else below.set(parentId, [id]);
  }
  const found = [root];
  for (let i = 0; i < found.length; i++) found.push(...(below.get(found[i]!) ?? []));
  return found;
};
