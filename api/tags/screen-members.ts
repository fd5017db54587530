import type { screenMembers as door } from "../../shared/console/endpoints.ts";
import type { AnswerOf, BodyOf } from "../../shared/endpoint.ts";
import { maskName } from "../../shared/cards/mask.ts";
import { limits } from "../access/limit-table.ts";
import { maskedPhoneOf } from "../access/phone.ts";
import { mustReach } from "../access/within.ts";
import type { Desk } from "../desk.ts";
import { takeTry } from "../http/limits.ts";
import { countScreened, cursorOf, findScreened, type ScreenedMember } from "./find-screened.ts";

type Answer = AnswerOf<typeof door>;

const viewOf = (desk: Desk, row: ScreenedMember): Answer["members"][number] => ({
  id: row.id,
  brandId: row.brand_id,
  nameMasked: maskName(row.name),
  phoneMasked: maskedPhoneOf(desk.keys, row),
  tierNameZh: row.tier_zh,
  tierNameEn: row.tier_en,
  tierColour: row.colour,
  balance: row.balance,
  joinedAt: row.joined_at,
  state: row.state,
  externalRef: row.external_ref,
  lastBoughtAt: row.bought_at,
  storeId: row.store_id,
  tags: (JSON.parse(row.tags) as [string, string][]).map(([id, name]) => ({ id, name })),
});

/** Members of a brand that fit a screening, sorted, page by page; with the first page how many there
 *  are. @throws Problem not-found, too-many */
export const screenMembers = async (
  desk: Desk,
  { brandId, filter, sort = { key: "joined", descending: true }, after, limit = 50 }: BodyOf<
    typeof door
  >,
): Promise<Answer> => {
  mustReach(desk, brandId);
  await takeTry(desk, `member-search/${desk.actor.id}`, limits.memberSearch);
  const [rows, total] = await Promise.all([
    findScreened(desk, brandId, filter, { sort, after, limit: limit + 1 }),
    after === undefined ? countScreened(desk, brandId, filter) : null,
  ]);
  const page = rows.slice(0, limit);
  return {
    members: page.map((row) => viewOf(desk, row)),
    nextAfter: rows.length > limit ? cursorOf(page.at(-1)!) : null,
    total,
  };
};
