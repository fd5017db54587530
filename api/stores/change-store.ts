import type { changeStore as door } from "../../shared/console/endpoints.ts";
import type { AnswerOf, BodyOf } from "../../shared/endpoint.ts";
import { Problem } from "../../shared/problems.ts";
import { mustReach } from "../access/within.ts";
import { auditRow } from "../audit/queries.ts";
import { Collision } from "../db/collision.ts";
import type { Desk } from "../desk.ts";
import { storeById, updateStore } from "./queries.ts";

/** Changes a store, or closes it. @throws Problem not-found, name-taken (code) */
export const changeStore = async (
  desk: Desk,
  storeId: string,
  input: BodyOf<typeof door>,
): Promise<AnswerOf<typeof door>> => {
  const [was] = await desk.db.read(storeById, [storeId]);
  if (!was) throw new Problem("not-found");
  mustReach(desk, was.brand_id, was.id);
  const { nameZh, nameEn, ...rest } = input;
  const { brand_id, created_at: _, id: __, ...before } = was;
  const after = { ...rest, name_zh: nameZh, name_en: nameEn };
  try {
    await desk.db.write([
      updateStore.row({ id: storeId, ...after }),
      auditRow(desk, {
        action: "store.changed",
        subject: storeId,
        before,
        after,
        brandId: brand_id,
        storeId,
      }),
    ]);
  } catch (error) {
    if (error instanceof Collision) throw new Problem("name-taken", { field: "code" });
    throw error;
  }
  return { done: true };
};
