/** Doors of the goods in the console. @module */
import * as z from "zod/mini";
import { endpoint } from "../endpoint.ts";
import { CategoryView, ProductKind, ProductView } from "../goods/endpoints.ts";
import { Fen, Id } from "../schema.ts";
import { Done } from "./parts.ts";

const Text = (max: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(max));

export const ConsoleProduct = z.extend(ProductView, {
  /** Hidden ones stay in past sales and rules; a till no longer finds them. */
  state: z.enum(["listed", "hidden"]),
});
export type ConsoleProduct = z.infer<typeof ConsoleProduct>;

export const listConsoleGoods = endpoint({
  id: "listConsoleGoods",
  method: "GET",
  path: "/api/console/goods",
  who: "goods.read",
  summary: "Products of a brand by category or search, hidden ones too, a page at a time.",
  query: z.object({
    brandId: Id("brand"),
    search: z.optional(z.string().check(z.maxLength(40))),
    categoryId: z.optional(Id("category")),
    /** Left out: listed and hidden ones. */
    state: z.optional(z.enum(["listed", "hidden"])),
    after: z.optional(z.string().check(z.maxLength(64))),
    limit: z.optional(z.coerce.number().check(z.int(), z.gte(1), z.lte(200))),
  }),
  answer: z.object({
    products: z.array(ConsoleProduct),
    /** With the first page only. */
    categories: z.array(CategoryView),
    nextAfter: z.nullable(z.string()),
    /** How many there are in all; with the first page only. */
    total: z.nullable(z.int()),
  }),
  problems: ["not-found"],
});

export const changeProduct = endpoint({
  id: "changeProduct",
  method: "PUT",
  path: "/api/console/goods/:product",
  who: "goods.change",
  summary: "Changes a product; the next import of the same SKU overwrites all but state and kind.",
  body: z.strictObject({
    nameZh: Text(120),
    nameEn: z.string().check(z.trim(), z.maxLength(120)),
    barcode: z.nullable(z.string().check(z.trim(), z.regex(/^[\w.:/-]{1,64}$/))),
    priceFen: Fen,
    unitName: Text(8),
    weighed: z.boolean(),
    kind: ProductKind,
    state: z.enum(["listed", "hidden"]),
  }),
  answer: Done,
  problems: ["not-found"],
});
