/** Gifts and claims as the doors answer them, and the one place where the claim rule gets its
 *  facts. @module */
import {
  claim,
  type ClaimGround,
  type ClaimOutcome,
  type GiftTerms,
} from "../../shared/gifts/claim.ts";
import type { ClaimView, GiftView } from "../../shared/gifts/endpoints.ts";
import type { Carrier, OrderState } from "../../shared/gifts/order.ts";
import { type Flash, priceAt, type PriceInForce } from "../../shared/gifts/price.ts";
import type { ClaimViewRow } from "./claim-queries.ts";
import { type GiftAtStoreRow, type GiftRow, kindOf, type PartRow } from "./gift-row.ts";

export const tierPricesOf = (gift: Pick<GiftRow, "tier_prices">): GiftView["tierPrices"] =>
  (JSON.parse(gift.tier_prices) as [number, number, number][])
    .map(([level, points, moneyFen]) => ({ level, points, moneyFen }));

export const flashOf = (gift: GiftRow): Flash | null =>
  gift.flash_points === null ? null : {
    points: gift.flash_points,
    moneyFen: gift.flash_money_fen,
    from: gift.flash_from!,
    until: gift.flash_until!,
    pieces: gift.flash_pieces,
  };

const termsOf = (gift: GiftRow): GiftTerms => ({
  kind: kindOf(gift),
  state: gift.state,
  points: gift.points,
  moneyFen: gift.money_fen,
  tierPrices: tierPricesOf(gift),
  flash: flashOf(gift),
  tierLevelMin: gift.tier_level_min,
  perMemberMax: gift.per_member_max,
  memberDayMax: gift.member_day_max,
  dayMax: gift.day_max,
  opensAt: gift.opens_at,
  closesAt: gift.closes_at,
  eventAt: gift.event_at,
  byPickUp: gift.by_pick_up === 1,
  byDelivery: gift.by_delivery === 1,
});

/** Who asks and how it is to be received: all of the rule's ground but what the gift's own rows
 *  say. */
export type Claimant = Omit<ClaimGround, "stock" | "takenToday" | "flashTaken">;

/** Nobody in particular: what is closed or gone is so for everybody. */
export const anybody = (now: number): Claimant => ({
  tierLevel: 0,
  claimsSoFar: 0,
  claimsToday: 0,
  way: null,
  spendable: Infinity,
  debt: 0,
  now,
});

const groundOf = (gift: GiftAtStoreRow, claimant: Claimant): ClaimGround => ({
  ...claimant,
  stock: gift.stock === null ? null : Math.max(0, gift.stock),
  takenToday: gift.day_taken,
  flashTaken: gift.flash_taken,
});

/** May this claimant have this gift at this store now, and at what price? */
export const judge = (gift: GiftAtStoreRow, claimant: Claimant): ClaimOutcome =>
  claim(termsOf(gift), groundOf(gift, claimant));

/** The price in force for this claimant, whether or not they may have it. */
export const priceFor = (gift: GiftAtStoreRow, claimant: Claimant): PriceInForce =>
  priceAt(termsOf(gift), groundOf(gift, claimant));

/** The gift for a claimant; null: for nobody in particular, whose tier is nobody's trouble. */
export const giftView = (
  gift: GiftAtStoreRow,
  claimant: Claimant | null,
  now: number,
): GiftView => {
  const terms = termsOf(gift);
  const ground = groundOf(gift, claimant ?? anybody(now));
  const outcome = claim(claimant ? terms : { ...terms, tierLevelMin: 0 }, ground);
  return {
    id: gift.id,
    kind: terms.kind,
    nameZh: gift.name_zh,
    nameEn: gift.name_en,
    detailZh: gift.detail_zh,
    detailEn: gift.detail_en,
    picture: gift.picture,
    ...priceAt(terms, ground),
    base: { points: gift.points, moneyFen: gift.money_fen },
    tierPrices: [...terms.tierPrices],
    flash: flashView(terms.flash, gift, now),
    quantity: gift.quantity,
    marketFen: gift.market_fen,
    tierLevelMin: gift.tier_level_min,
    perMemberMax: gift.per_member_max,
    memberDayMax: gift.member_day_max,
    dayMax: gift.day_max,
    opensAt: gift.opens_at,
    closesAt: gift.closes_at,
    claimDays: gift.claim_days,
    shelfId: gift.shelf_id,
    promoted: gift.promoted === 1,
    byPickUp: terms.byPickUp,
    byDelivery: terms.byDelivery,
    event: eventOf(gift),
    parts: partsOf(gift),
    payoutFen: gift.payout_fen,
    stock: ground.stock,
    refused: "refused" in outcome ? outcome.refused : null,
    refusedFields: "refused" in outcome ? outcome.fields : {},
  };
};

/** A flash price that runs or is to come and of which something is left. */
const flashView = (
  flash: Flash | null,
  gift: GiftAtStoreRow,
  now: number,
): GiftView["flash"] => {
  if (!flash || now >= flash.until) return null;
  const left = flash.pieces === null ? null : Math.max(0, flash.pieces - gift.flash_taken);
  const { pieces: _, ...price } = flash;
  return left === 0 ? null : { ...price, left };
};

const eventOf = (gift: GiftRow): GiftView["event"] =>
  kindOf(gift) !== "event" ? null : {
    at: gift.event_at ?? 0,
    venueZh: gift.venue_zh,
    venueEn: gift.venue_en,
    places: gift.places ?? 0,
  };

const partsOf = (gift: GiftAtStoreRow): GiftView["parts"] =>
  (JSON.parse(gift.parts) as PartRow[])
    .map(([giftId, pieces, nameZh, nameEn, picture]) => ({
      giftId,
      pieces,
      nameZh,
      nameEn,
      picture,
    }));

/** How a claim stands at an instant. One whose time is over has lapsed, swept or not; what is sent
 *  waits for the house. */
export const claimState = (
  row: Pick<ClaimViewRow, "ended_as" | "expires_at" | "way">,
  now: number,
): ClaimView["state"] =>
  row.ended_as ?? (row.expires_at <= now && row.way === "pick-up" ? "lapsed" : "open");

export const claimView = (row: ClaimViewRow, now: number): ClaimView => {
  const state = claimState(row, now);
  const kind = kindOf(row);
  return {
    claimId: row.id,
    code: row.code,
    state,
    gift: {
      id: row.gift_id,
      nameZh: row.gift_zh,
      nameEn: row.gift_en,
      picture: row.picture,
      kind,
    },
    quantity: row.quantity,
    points: row.points,
    moneyFen: row.money_fen,
    paidFen: row.paid_fen,
    way: row.way,
    event: kind === "event"
      ? { at: row.event_at ?? 0, venueZh: row.venue_zh, venueEn: row.venue_en }
      : null,
    order: orderOf(row),
    storeId: row.store_id,
    storeNameZh: row.store_zh,
    storeNameEn: row.store_en,
    claimedAt: row.claimed_at,
    expiresAt: row.expires_at,
    endedAt: row.ended_at ?? (state === "lapsed" ? row.expires_at : null),
  };
};

const orderOf = (row: ClaimViewRow): ClaimView["order"] =>
  row.order_number === null || row.order_state === null ? null : {
    number: row.order_number,
    state: row.order_state,
    carrier: row.carrier as Carrier | null,
    tracking: row.tracking,
    steps: (JSON.parse(row.order_steps) as [OrderState, number][])
      .map(([state, at]) => ({ state, at })),
  };

/** The row as one more step of its order leaves it. */
export const afterStep = (
  row: ClaimViewRow,
  state: OrderState,
  at: number,
): Pick<ClaimViewRow, "order_state" | "order_steps"> => ({
  order_state: state,
  order_steps: JSON.stringify([...JSON.parse(row.order_steps) as unknown[], [state, at]]),
});
