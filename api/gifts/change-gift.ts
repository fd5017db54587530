import type { changeGift as door } from "../../shared/console/endpoints.ts";
import type { AnswerOf, BodyOf } from "../../shared/endpoint.ts";
import { Problem } from "../../shared/problems.ts";
import { mustReachBrand } from "../access/within.ts";
import { auditRow } from "../audit/queries.ts";
import { Collision } from "../db/collision.ts";
import type { Desk } from "../desk.ts";
import { giftColumns } from "./gift-columns.ts";
import { giftAtStore, updateGift } from "./queries.ts";

/** Changes a gift; claims already made keep what they were made with.
 *  @throws Problem not-found, changed-meanwhile, name-taken (code) */
export const changeGift = async (
  desk: Desk,
  giftId: string,
  { revision, ...fields }: BodyOf<typeof door>,
): Promise<AnswerOf<typeof door>> => {
  const [was] = await desk.db.read(giftAtStore, [giftId, null]);
  if (!was) throw new Problem("not-found");
  mustReachBrand(desk, was.brand_id);
  if (was.revision !== revision) throw new Problem("changed-meanwhile");
  const after = { ...giftColumns(fields), id: giftId, revision: revision + 1 };
  const before = Object.fromEntries(
    Object.keys(after).map((column) => [column, was[column as keyof typeof after]]),
  );
  try {
    await desk.db.write([
      updateGift.row(after),
      auditRow(desk, {
        action: "gift.changed",
        subject: giftId,
        before,
        after,
        brandId: was.brand_id,
      }),
    ], [giftId]);
  } catch (error) {
    if (!(error instanceof Collision)) throw error;
    if (error.on.includes("gift.code")) throw new Problem("name-taken", { field: "code" });
    throw new Problem("changed-meanwhile");
  }
  return { done: true };
};
