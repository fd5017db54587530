import type { changeGift as door } from "../../shared/console/endpoints.ts";
import type { AnswerOf, BodyOf } from "../../shared/endpoint.ts";
import { Problem } from "../../shared/problems.ts";
import { mustReachBrand } from "../access/within.ts";
import { auditRow } from "../audit/queries.ts";
import { Collision } from "../db/collision.ts";
import type { Desk } from "../desk.ts";
import { dayOf } from "../../shared/business-day.ts";
import { hasStock } from "../../shared/gifts/kinds.ts";
import { checkReferences } from "./check-references.ts";
import { giftColumns, partRows } from "./gift-columns.ts";
import type { PartRow } from "./gift-row.ts";
import { bundlesWith, clearParts } from "./part-queries.ts";
import { giftAtStore, updateGift } from "./queries.ts";

/** Changes a gift; claims already made keep what they were made with.
 *  @throws Problem not-found, changed-meanwhile, name-taken (code), input-invalid, gift-in-bundle */
export const changeGift = async (
  desk: Desk,
  giftId: string,
  { revision, ...fields }: BodyOf<typeof door>,
): Promise<AnswerOf<typeof door>> => {
  const [[was], [bundle]] = await Promise.all([
    desk.db.read(giftAtStore, [giftId, null, dayOf(desk.now)]),
    desk.db.read(bundlesWith, [giftId]),
  ]);
  if (!was) throw new Problem("not-found");
  mustReachBrand(desk, was.brand_id);
  if (was.revision !== revision) throw new Problem("changed-meanwhile");
  const columns = { ...giftColumns(fields), id: giftId, revision: revision + 1 };
  if (bundle && !hasStock(fields.kind)) {
    throw new Problem("gift-in-bundle", {
      bundle: desk.language === "en" ? bundle.name_en : bundle.name_zh,
    });
  }
  await checkReferences(desk, was.brand_id, fields);
  const before = {
    ...Object.fromEntries(
      Object.keys(columns).map((column) => [column, was[column as keyof typeof columns]]),
    ),
    parts: (JSON.parse(was.parts) as PartRow[]).map(([giftId, pieces]) => ({ giftId, pieces })),
  };
  const after = { ...columns, parts: fields.parts };
  try {
    await desk.db.write([
      updateGift.row(columns),
      clearParts.row({ gift_id: giftId }),
      ...partRows(giftId, fields.parts),
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
