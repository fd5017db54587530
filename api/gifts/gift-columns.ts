import type * as z from "zod/mini";
import type { GiftInput } from "../../shared/console/endpoints.ts";
import type { GiftRow } from "./queries.ts";

/** The columns of what the console's form says. */
export const giftColumns = (
  input: z.infer<typeof GiftInput>,
): Omit<GiftRow, "id" | "brand_id" | "sort" | "revision" | "created_at"> => ({
  code: input.code,
  name_zh: input.nameZh,
  name_en: input.nameEn,
  detail_zh: input.detailZh,
  detail_en: input.detailEn,
  picture: input.picture,
  kind: input.kind,
  points: input.points,
  market_fen: input.marketFen,
  tier_level_min: input.tierLevelMin,
  per_member_max: input.perMemberMax,
  opens_at: input.opensAt,
  closes_at: input.closesAt,
  claim_days: input.claimDays,
  state: input.state,
});
