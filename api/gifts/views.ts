/** Gifts and claims as the doors answer them, and the one place where the claim rule gets its
 *  facts. @module */
import {
  claim,
  type ClaimGround,
  type ClaimOutcome,
  type GiftTerms,
} from "../../shared/gifts/claim.ts";
import type { ClaimView, GiftView } from "../../shared/gifts/endpoints.ts";
import type { ClaimViewRow } from "./claim-queries.ts";
import type { GiftAtStoreRow, GiftRow } from "./queries.ts";

const termsOf = (gift: GiftRow): GiftTerms => ({
  state: gift.state,
  points: gift.points,
  tierLevelMin: gift.tier_level_min,
  perMemberMax: gift.per_member_max,
  opensAt: gift.opens_at,
  closesAt: gift.closes_at,
});

const stockOf = (gift: GiftAtStoreRow): number | null =>
  gift.kind === "virtual" ? null : gift.stock;

/** Who asks: all of the rule's ground but the gift's own shelf. */
export type Claimant = Omit<ClaimGround, "stock">;

/** Nobody in particular: what is closed or gone is so for everybody. */
export const anybody = (now: number): Claimant => ({
  tierLevel: Infinity,
  claimsSoFar: 0,
  spendable: Infinity,
  debt: 0,
  now,
});

/** May this claimant have this gift at this store now? */
export const judge = (gift: GiftAtStoreRow, claimant: Claimant): ClaimOutcome =>
  claim(termsOf(gift), { ...claimant, stock: stockOf(gift) });

export const giftView = (gift: GiftAtStoreRow, claimant: Claimant): GiftView => {
  const outcome = judge(gift, claimant);
  return {
    id: gift.id,
    kind: gift.kind,
    nameZh: gift.name_zh,
    nameEn: gift.name_en,
    detailZh: gift.detail_zh,
    detailEn: gift.detail_en,
    picture: gift.picture,
    points: gift.points,
    marketFen: gift.market_fen,
    tierLevelMin: gift.tier_level_min,
    perMemberMax: gift.per_member_max,
    opensAt: gift.opens_at,
    closesAt: gift.closes_at,
    claimDays: gift.claim_days,
    stock: stockOf(gift),
    refused: "refused" in outcome ? outcome.refused : null,
    refusedFields: "refused" in outcome ? outcome.fields : {},
  };
};

/** How a claim stands at an instant. One whose time is over has lapsed, swept or not. */
export const claimState = (
  row: Pick<ClaimViewRow, "ended_as" | "expires_at">,
  now: number,
): ClaimView["state"] => row.ended_as ?? (row.expires_at <= now ? "lapsed" : "open");

export const claimView = (row: ClaimViewRow, now: number): ClaimView => {
  const state = claimState(row, now);
  return {
    claimId: row.id,
    code: row.code,
    state,
    gift: {
      id: row.gift_id,
      nameZh: row.gift_zh,
      nameEn: row.gift_en,
      picture: row.picture,
      kind: row.kind,
    },
    points: row.points,
    storeId: row.store_id,
    storeNameZh: row.store_zh,
    storeNameEn: row.store_en,
    claimedAt: row.claimed_at,
    expiresAt: row.expires_at,
    endedAt: row.ended_at ?? (state === "lapsed" ? row.expires_at : null),
  };
};
