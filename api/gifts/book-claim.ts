/** What the kiosk, the counter and the phone share when points turn into a claim. @module */
import { addDays, dayOf, endOfDay, startOfDay } from "../../shared/business-day.ts";
import { composeClaimCode } from "../../shared/cards/card-code.ts";
import type { AnswerOf } from "../../shared/endpoint.ts";
import type { claimGift as door } from "../../shared/gifts/endpoints.ts";
import type { Address } from "../../shared/gifts/order.ts";
import type { PriceInForce } from "../../shared/gifts/price.ts";
import { spend, spendable } from "../../shared/points/lot.ts";
import { Problem } from "../../shared/problems.ts";
import { randomDigits } from "../access/tokens.ts";
import type { Decision } from "../db/settle.ts";
import type { Write } from "../db/statement.ts";
import type { Desk } from "../desk.ts";
import type { Holdings } from "../points/holdings.ts";
import { type Posting, startPosting } from "../points/posting.ts";
import { type TierRow, tiersOf } from "../points/queries.ts";
import { tierOf } from "../points/show-points.ts";
import { summaryAfter } from "../points/summary-after.ts";
import { storeById, type StoreRow } from "../stores/queries.ts";
import { type ClaimRow, claimsOfGift, insertClaim, insertClaimEnd } from "./claim-queries.ts";
import { type GiftAtStoreRow, kindOf } from "./gift-row.ts";
import { placeOrder } from "./place-order.ts";
import { giftAtStore } from "./queries.ts";
import { takeRows, takingOf, tookOf } from "./taking.ts";
import { tellOfClaim } from "./tell-member.ts";
import { claimView, judge, priceFor } from "./views.ts";

export type Booked = AnswerOf<typeof door>;

/** What a claim is decided from, besides the member's holdings. */
export type Counter = {
  store: StoreRow;
  gift: GiftAtStoreRow;
  claimsSoFar: number;
  claimsToday: number;
  tiers: TierRow[];
};

/** What the member said. */
export type Wish = {
  scanId?: string | null;
  /** The price they said yes to, where the caller tells it. */
  points?: number | undefined;
  moneyFen?: number | undefined;
  /** Where to send it; without one it is fetched. */
  address?: Address | undefined;
};

/** Days within which what is sent stays a claim, whatever happens to the parcel. */
const orderDays = 365;

/** Reads gift, shelf and limits for the member behind a handle; no round trip of its own when other
 *  reads start in the same tick.
 *  @throws Problem not-found for a closed store or another brand's store or gift */
export const readCounter = async (
  desk: Desk,
  handle: string,
  giftId: string,
  storeId: string,
): Promise<Counter> => {
  const { brandId } = desk.actor;
  const today = dayOf(desk.now);
  const [[store], [gift], [counted], tiers] = await Promise.all([
    desk.db.read(storeById, [storeId]),
    desk.db.read(giftAtStore, [giftId, storeId, today]),
    desk.db.read(claimsOfGift, [handle, giftId, startOfDay(today)]),
    desk.db.read(tiersOf, [brandId ?? ""]),
  ]);
  if (!store || store.brand_id !== brandId || store.state !== "open") {
    throw new Problem("not-found");
  }
  if (!gift || gift.brand_id !== brandId) throw new Problem("not-found");
  const { claims = 0, today: claimsToday = 0 } = counted ?? {};
  return { store, gift, claimsSoFar: claims, claimsToday, tiers };
};

/** Decides and books one claim.
 *  @throws Problem member-frozen, what shared/gifts/claim.ts refuses in its order, and
 *  changed-meanwhile when the price in force is not the one agreed to */
export const bookClaim = (
  desk: Desk,
  holdings: Holdings,
  counter: Counter,
  wish: Wish,
): Decision<Booked> => {
  const { gift } = counter;
  if (holdings.memberState !== "active") throw new Problem("member-frozen");
  const price = agreedPrice(desk, holdings, counter, wish);
  // From here on the claim stands, unless another till was faster.
  const claimId = desk.id("claim");
  const taking = takingOf(gift, price.priced, desk.now);
  const posting = redeem(desk, claimId, holdings, counter, price);
  const row: ClaimRow = {
    id: claimId,
    code: composeClaimCode(randomDigits(desk, 16)),
    gift_id: gift.id,
    brand_id: gift.brand_id,
    store_id: counter.store.id,
    member_id: holdings.memberId,
    account_id: holdings.loyaltyId,
    scan_id: wish.scanId ?? null,
    points: price.points,
    money_fen: price.moneyFen,
    quantity: gift.quantity,
    priced: price.priced,
    way: wish.address ? "delivery" : "pick-up",
    took: tookOf(taking),
    journal_id: posting.journalId,
    claimed_at: desk.now,
    expires_at: expiryOf(gift, wish, desk.now),
    terminal_id: desk.actor.terminalId ?? null,
    staff_id: desk.actor.staffId ?? null,
  };
  // What is virtual is the member's at once, unless the counter has money to take first.
  const atOnce = kindOf(gift) === "virtual" && price.moneyFen === 0;
  const order = wish.address ? placeOrder(desk, row, wish.address) : null;
  return {
    answer: {
      claim: viewOf(row, counter, { atOnce, order: order?.number ?? null, now: desk.now }),
      points: summaryAfter(desk, holdings, posting, counter.tiers.map(tierOf)),
    },
    writes: [
      ...posting.writes(),
      insertClaim.row(row),
      ...(atOnce ? [endAtOnce(row, desk)] : []),
      ...takeRows(row, taking),
      ...(order?.writes ?? []),
      tellOfClaim(desk, row, holdings, counter, atOnce),
    ],
    // Not the shelf: two claims of one gift may share a batch, and the shelf itself refuses the
    // one too many.
    touches: posting.touches,
  };
};

const agreedPrice = (
  desk: Desk,
  holdings: Holdings,
  counter: Counter,
  wish: Wish,
): PriceInForce => {
  const ground = {
    tierLevel: counter.tiers.find((t) => t.id === holdings.tierId)?.level ?? 0,
    claimsSoFar: counter.claimsSoFar,
    claimsToday: counter.claimsToday,
    way: wish.address ? "delivery" as const : "pick-up" as const,
    spendable: spendable(holdings.lots, desk.now),
    debt: holdings.debt.balance,
    now: desk.now,
  };
  const price = priceFor(counter.gift, ground);
  const other = (agreed: number | undefined, now: number) => agreed !== undefined && agreed !== now;
  if (other(wish.points, price.points) || other(wish.moneyFen, price.moneyFen)) {
    throw new Problem("changed-meanwhile");
  }
  const outcome = judge(counter.gift, ground);
  if ("refused" in outcome) throw new Problem(outcome.refused, outcome.fields);
  return outcome;
};

/** An event's code is good until its day is over, other claims for the gift's days. */
const expiryOf = (gift: GiftAtStoreRow, wish: Wish, now: number): number => {
  if (gift.event_at !== null) return endOfDay(dayOf(gift.event_at));
  return endOfDay(addDays(dayOf(now), wish.address ? orderDays : gift.claim_days));
};

const redeem = (
  desk: Desk,
  claimId: string,
  holdings: Holdings,
  { gift, store }: Counter,
  { points }: PriceInForce,
): Posting => {
  const spending = spend(holdings.lots, points, desk.now);
  if ("refused" in spending) throw new Error(`Cannot draw ${points} points: rule and lots differ`);
  const posting = startPosting(desk, holdings, {
    kind: "redemption",
    cause: { kind: "claim", id: claimId },
    storeId: store.id,
    occurredAt: desk.now,
    explanation: { title: gift.name_zh, titleEn: gift.name_en, giftId: gift.id, reasons: [] },
  });
  posting.draw(spending.uses, `redeemed@${store.id}`);
  return posting;
};

const viewOf = (
  row: ClaimRow,
  { gift, store }: Counter,
  { atOnce, order, now }: { atOnce: boolean; order: string | null; now: number },
) =>
  claimView({
    ...row,
    gift_zh: gift.name_zh,
    gift_en: gift.name_en,
    picture: gift.picture,
    kind: gift.kind,
    finer_kind: gift.finer_kind,
    event_at: gift.event_at,
    venue_zh: gift.venue_zh,
    venue_en: gift.venue_en,
    paid_fen: 0,
    order_number: order,
    order_state: order === null ? null : "placed",
    carrier: null,
    tracking: null,
    order_steps: JSON.stringify(order === null ? [] : [["placed", now]]),
    store_zh: store.name_zh,
    store_en: store.name_en,
    member_name: "",
    member_language: "",
    ended_as: atOnce ? "handed-over" : null,
    ended_at: atOnce ? now : null,
  }, now);

/** A virtual gift is the member's in the moment it is claimed. */
const endAtOnce = (row: ClaimRow, desk: Desk): Write =>
  insertClaimEnd.row({
    claim_id: row.id,
    state: "handed-over",
    at: desk.now,
    store_id: row.store_id,
    terminal_id: row.terminal_id,
    staff_id: row.staff_id,
    journal_id: null,
  });
