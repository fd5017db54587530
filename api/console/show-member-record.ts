import type { showMemberRecord as door } from "../../shared/console/endpoints.ts";
import type { AnswerOf } from "../../shared/endpoint.ts";
import { everywhere, findAudit } from "../audit/find-audit.ts";
import type { Desk } from "../desk.ts";
import { memberInScope } from "./member-in-scope.ts";
import { claimsOfMember } from "./member-queries.ts";

const most = 50;

/** What a member redeemed, and what was changed about them. The changes are told to everybody who may
 *  look the member up; the whole log has a right of its own. @throws Problem not-found */
export const showMemberRecord = async (
  desk: Desk,
  memberId: string,
): Promise<AnswerOf<typeof door>> => {
  const m = await memberInScope(desk, memberId);
  const [claims, changes] = await Promise.all([
    desk.db.read(claimsOfMember, [m.id]),
    findAudit(everywhere(desk), { subject: m.id }, { before: undefined, limit: most }),
  ]);
  return {
    claims: claims.slice(0, most).map((c) => ({
      id: c.id,
      giftZh: c.gift_zh,
      giftEn: c.gift_en,
      points: c.points,
      claimedAt: c.claimed_at,
      storeId: c.store_id,
      state: c.state,
    })),
    changes,
  };
};
