import type { changeProduct as door } from "../../shared/console/endpoints.ts";
import type { AnswerOf, BodyOf } from "../../shared/endpoint.ts";
import { Problem } from "../../shared/problems.ts";
import { inScope } from "../../shared/access.ts";
import { auditRow } from "../audit/queries.ts";
import type { Desk } from "../desk.ts";
import { productById, updateProduct } from "./queries.ts";

/** Changes a product, hides it from the tills or lists it again. Past sales keep what they say.
 *  @throws Problem not-found, also for another brand's */
export const changeProduct = async (
  desk: Desk,
  productId: string,
  { nameZh, nameEn, priceFen, unitName, weighed, ...rest }: BodyOf<typeof door>,
): Promise<AnswerOf<typeof door>> => {
  const [was] = await desk.db.read(productById, [productId]);
  if (!was || !inScope(desk.actor.scope, was.brand_id)) throw new Problem("not-found");
  const { barcode, name_zh, name_en, price_fen, unit_name, kind, state } = was;
  const before = {
    ...{ barcode, kind, state, name_zh, name_en, price_fen, unit_name },
    weighed: was.weighed === 1,
  };
  const after = {
    ...rest,
    name_zh: nameZh,
    name_en: nameEn,
    price_fen: priceFen,
    unit_name: unitName,
    weighed,
  };
  await desk.db.write([
    updateProduct.row({ id: was.id, ...after, weighed: weighed ? 1 : 0 }),
    auditRow(desk, {
      action: "product.changed",
      subject: was.id,
      before,
      after,
      brandId: was.brand_id,
    }),
  ], [`products ${was.brand_id}`, `product ${was.id}`]);
  return { done: true };
};
