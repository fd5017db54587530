/** What a gift refers to must be there and be the same brand's. @module */
import type * as z from "zod/mini";
import type { GiftInput } from "../../shared/console/endpoints.ts";
import { hasStock } from "../../shared/gifts/kinds.ts";
import { Problem } from "../../shared/problems.ts";
import type { Desk } from "../desk.ts";
import { kindOf } from "./gift-row.ts";
import { giftKindOf, productOf, shelvesOf } from "./part-queries.ts";

type References = Pick<z.infer<typeof GiftInput>, "shelfId" | "productId" | "parts">;

const missing = (pointer: string): Problem =>
  new Problem("input-invalid", { errors: [{ pointer, detail: "not one of the brand's" }] });

/** @throws Problem input-invalid for a shelf, product or part that is not the brand's, or a part
 *  that stands on no shelf of a store */
export const checkReferences = async (
  desk: Desk,
  brandId: string,
  { shelfId, productId, parts }: References,
): Promise<void> => {
  const [shelves, products, gifts] = await Promise.all([
    desk.db.read(shelvesOf, [brandId]),
    productId ? desk.db.read(productOf, [productId]) : [],
    Promise.all(parts.map((part) => desk.db.read(giftKindOf, [part.giftId]))),
  ]);
  if (shelfId && !shelves.some((shelf) => shelf.id === shelfId)) throw missing("/shelfId");
  if (productId && products[0]?.brand_id !== brandId) throw missing("/productId");
  for (const [gift] of gifts) {
    const fits = gift?.brand_id === brandId && hasStock(kindOf(gift as Kinds));
    if (!fits) throw missing("/parts");
  }
};

type Kinds = Parameters<typeof kindOf>[0];
