/** Doors of the goods: what a till needs to ring up, and what head office or an ERP feeds in. @module */
import * as z from "zod/mini";
import { endpoint } from "../endpoint.ts";
import { Fen, Id } from "../schema.ts";

const Code = z.string().check(z.regex(/^[\w.:/-]{1,64}$/));
const Text = (max: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(max));

/** Gift cards never earn points and cannot be paid with them. */
export const ProductKind = z.enum(["goods", "service", "gift-card"]);

export const CategoryView = z.object({
  id: Id("category"),
  parentId: z.nullable(Id("category")),
  code: z.string(),
  nameZh: z.string(),
  nameEn: z.string(),
});
export const ProductView = z.object({
  id: Id("product"),
  categoryId: z.nullable(Id("category")),
  sku: z.string(),
  barcode: z.nullable(z.string()),
  nameZh: z.string(),
  nameEn: z.string(),
  priceFen: Fen,
  unitName: z.string(),
  weighed: z.boolean(),
  kind: ProductKind,
});
export type ProductView = z.infer<typeof ProductView>;
export type CategoryView = z.infer<typeof CategoryView>;

export const listGoods = endpoint({
  id: "listGoods",
  method: "GET",
  path: "/api/goods",
  who: "goods.read",
  summary: "Products of the brand by category or search, a page at a time.",
  query: z.object({
    brandId: z.optional(Id("brand")),
    search: z.optional(z.string().check(z.maxLength(40))),
    categoryId: z.optional(Id("category")),
    after: z.optional(z.string().check(z.maxLength(64))),
    limit: z.optional(z.coerce.number().check(z.int(), z.gte(1), z.lte(200))),
    /** "none" leaves the categories out. */
    categories: z.optional(z.literal("none")),
  }),
  answer: z.object({
    products: z.array(ProductView),
    /** With the first page only. */
    categories: z.array(CategoryView),
    nextAfter: z.nullable(z.string()),
  }),
  problems: [],
});

export const putCategories = endpoint({
  id: "putCategories",
  method: "PUT",
  path: "/api/categories",
  who: "goods.change",
  summary: "Creates or renames categories by code (at most 500 at once, parents first).",
  body: z.strictObject({
    brandId: Id("brand"),
    categories: z.array(z.strictObject({
      code: Code,
      parentCode: z.optional(z.nullable(Code)),
      nameZh: Text(80),
      nameEn: z.optional(z.string().check(z.maxLength(80))),
    })).check(z.minLength(1), z.maxLength(500)),
  }),
  answer: z.object({ categories: z.array(z.object({ code: z.string(), id: Id("category") })) }),
  problems: ["not-found"],
});

export const putProducts = endpoint({
  id: "putProducts",
  method: "PUT",
  path: "/api/goods",
  who: "goods.change",
  summary: "Creates or changes products by SKU (at most 200 at once).",
  body: z.strictObject({
    brandId: Id("brand"),
    products: z.array(z.strictObject({
      sku: Code,
      categoryCode: z.optional(z.nullable(Code)),
      barcode: z.optional(z.nullable(Code)),
      nameZh: Text(120),
      nameEn: z.optional(z.string().check(z.maxLength(120))),
      priceFen: Fen,
      unitName: z.optional(Text(8)),
      weighed: z.optional(z.boolean()),
      /** Left out: as it was; goods when it is new. */
      kind: z.optional(ProductKind),
    })).check(z.minLength(1), z.maxLength(200)),
  }),
  answer: z.object({ products: z.array(z.object({ sku: z.string(), id: Id("product") })) }),
  problems: ["not-found"],
});
