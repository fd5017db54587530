/** Doors of the console: what the things are called that rules know by id. @module */
import * as z from "zod/mini";
import { endpoint } from "../endpoint.ts";
import { Fen, Id } from "../schema.ts";

/** Products that are asked for at once, at most. */
export const namedAtOnce = 50;

export const NamedProduct = z.object({
  id: Id("product"),
  sku: z.string(),
  nameZh: z.string(),
  nameEn: z.string(),
  priceFen: Fen,
  categoryId: z.nullable(Id("category")),
});
export type NamedProduct = z.infer<typeof NamedProduct>;

export const showRuleNames = endpoint({
  id: "showRuleNames",
  method: "GET",
  path: "/api/console/programme/names",
  who: "programme.read",
  summary: "Member categories and tags of a brand, and the products that are asked for by id.",
  query: z.object({
    brandId: Id("brand"),
    /** Ids with commas between them, at most fifty; one that is not the brand's is left out. */
    products: z.optional(z.string().check(z.maxLength(namedAtOnce * 30))),
  }),
  answer: z.object({
    products: z.array(NamedProduct),
    tags: z.array(z.object({ id: z.string(), name: z.string() })),
    memberCategories: z.array(
      z.object({ id: Id("memberCategory"), nameZh: z.string(), nameEn: z.string() }),
    ),
  }),
  problems: ["not-found"],
});
