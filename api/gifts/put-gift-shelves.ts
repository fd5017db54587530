import type { putGiftShelves as door } from "../../shared/console/endpoints.ts";
import type { AnswerOf, BodyOf } from "../../shared/endpoint.ts";
import { Problem } from "../../shared/problems.ts";
import { mustReachBrand } from "../access/within.ts";
import { auditRow } from "../audit/queries.ts";
import { Collision } from "../db/collision.ts";
import type { Desk } from "../desk.ts";
import { brandById } from "../stores/queries.ts";
import { putShelf, type ShelfRow, shelvesOf } from "./part-queries.ts";

/** Writes a brand's shelves in the order given. A shelf that is left out is hidden: gifts may stand
 *  on it. @throws Problem not-found (brand, or a shelf that is not its own), name-taken */
export const putGiftShelves = async (
  desk: Desk,
  { brandId, shelves }: BodyOf<typeof door>,
): Promise<AnswerOf<typeof door>> => {
  mustReachBrand(desk, brandId);
  const [brands, known] = await Promise.all([
    desk.db.read(brandById, [brandId]),
    desk.db.read(shelvesOf, [brandId]),
  ]);
  if (!brands.length) throw new Problem("not-found");
  if (shelves.some(({ id }) => id !== null && !known.some((shelf) => shelf.id === id))) {
    throw new Problem("not-found");
  }
  if (new Set(shelves.map((shelf) => shelf.nameZh)).size < shelves.length) {
    throw new Problem("name-taken", { field: "nameZh" });
  }
  const kept: ShelfRow[] = shelves.map((shelf, sort) => ({
    id: shelf.id ?? desk.id("shelf"),
    brand_id: brandId,
    name_zh: shelf.nameZh,
    name_en: shelf.nameEn,
    kind: shelf.kind,
    sort,
    state: shelf.state,
  }));
  const gone = known.filter((shelf) => !kept.some(({ id }) => id === shelf.id))
    .map((shelf, i) => ({ ...shelf, sort: kept.length + i, state: "hidden" as const }));
  try {
    await desk.db.write([
      ...[...kept, ...gone].map((shelf) => putShelf.row(shelf)),
      auditRow(desk, {
        action: "gift.shelves-changed",
        subject: brandId,
        before: known.map(said),
        after: [...kept, ...gone].map(said),
        brandId,
      }),
    ], [brandId]);
  } catch (error) {
    if (!(error instanceof Collision)) throw error;
    throw new Problem("name-taken", { field: "nameZh" });
  }
  return { shelves: [...kept, ...gone].map(rowOf) };
};

const said = ({ name_zh, name_en, kind, state }: ShelfRow) => ({ name_zh, name_en, kind, state });

const rowOf = (shelf: ShelfRow) => ({
  id: shelf.id,
  brandId: shelf.brand_id,
  nameZh: shelf.name_zh,
  nameEn: shelf.name_en,
  kind: shelf.kind,
  state: shelf.state,
});
