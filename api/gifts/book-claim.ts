/** What the kiosk, the counter and the phone share when points turn into a claim. @module */
import { addDays, dayOf, endOfDay } from "../../shared/business-day.ts";
import { composeClaimCode } from "../../shared/cards/card-code.ts";
import type { AnswerOf } from "../../shared/endpoint.ts";
import type { claimGift as door } from "../../shared/gifts/endpoints.ts";
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
import { queueMessage } from "../push/queue-message.ts";
import { storeById, type StoreRow } from "../stores/queries.ts";
import { type ClaimRow, claimsOfGift, insertClaim, insertClaimEnd } from "./claim-queries.ts";
import { giftAtStore, type GiftAtStoreRow, insertStockMove } from "./queries.ts";
import { claimView, judge } from "./views.ts";

export type Booked = AnswerOf<typeof door>;

/** What a claim is decided from, besides the member's holdings. */
export type Counter = {
  store: StoreRow;
  gift: GiftAtStoreRow;
  claimsSoFar: number;
  tiers: TierRow[];
};

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
  const [[store], [gift], [counted], tiers] = await Promise.all([
    desk.db.read(storeById, [storeId]),
    desk.db.read(giftAtStore, [giftId, storeId]),
    desk.db.read(claimsOfGift, [handle, giftId]),
    desk.db.read(tiersOf, [brandId ?? ""]),
  ]);
  if (!store || store.brand_id !== brandId || store.state !== "open") {
    throw new Problem("not-found");
  }
  if (!gift || gift.brand_id !== brandId) throw new Problem("not-found");
  return { store, gift, claimsSoFar: counted?.claims ?? 0, tiers };
};

/** Decides and books one claim.
 *  @param agreed the price the member said yes to, where the caller tells it
 *  @throws Problem member-frozen, changed-meanwhile, then what shared/gifts/claim.ts refuses, in its order */
export const bookClaim = (
  desk: Desk,
  holdings: Holdings,
  counter: Counter,
  scanId: string | null,
  agreed?: number,
): Decision<Booked> => {
  const { gift, store } = counter;
  if (holdings.memberState !== "active") throw new Problem("member-frozen");
  if (agreed !== undefined && agreed !== gift.points) throw new Problem("changed-meanwhile");
  const outcome = judge(gift, {
    tierLevel: counter.tiers.find((t) => t.id === holdings.tierId)?.level ?? 0,
    claimsSoFar: counter.claimsSoFar,
    spendable: spendable(holdings.lots, desk.now),
    debt: holdings.debt.balance,
    now: desk.now,
  });
  if ("refused" in outcome) throw new Problem(outcome.refused, outcome.fields);
  // From here on the claim stands, unless another till was faster.
  const claimId = desk.id("claim");
  const posting = redeem(desk, claimId, holdings, counter, outcome.points);
  const row: ClaimRow = {
    id: claimId,
    code: composeClaimCode(randomDigits(desk, 16)),
    gift_id: gift.id,
    brand_id: gift.brand_id,
    store_id: store.id,
    member_id: holdings.memberId,
    account_id: holdings.loyaltyId,
    scan_id: scanId,
    points: outcome.points,
    journal_id: posting.journalId,
    claimed_at: desk.now,
    expires_at: endOfDay(addDays(dayOf(desk.now), gift.claim_days)),
    terminal_id: desk.actor.terminalId ?? null,
    staff_id: desk.actor.staffId ?? null,
  };
  const atOnce = gift.kind === "virtual";
  return {
    answer: {
      claim: viewOf(row, counter, atOnce, desk.now),
      points: summaryAfter(desk, holdings, posting, counter.tiers.map(tierOf)),
    },
    writes: [
      ...posting.writes(),
      insertClaim.row(row),
      atOnce ? endAtOnce(row, desk) : takeOne(row),
      tell(desk, row, holdings, counter, atOnce),
    ],
    // Not the shelf: two claims of one gift may share a batch, and the shelf itself refuses the
    // one too many.
    touches: posting.touches,
  };
};

const redeem = (
  desk: Desk,
  claimId: string,
  holdings: Holdings,
  { gift, store }: Counter,
  points: number,
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

const viewOf = (row: ClaimRow, { gift, store }: Counter, atOnce: boolean, now: number) =>
  claimView({
    ...row,
    gift_zh: gift.name_zh,
    gift_en: gift.name_en,
    picture: gift.picture,
    kind: gift.kind,
    store_zh: store.name_zh,
    store_en: store.name_en,
    member_name: "",
    member_language: "",
    ended_as: atOnce ? "handed-over" : null,
    ended_at: atOnce ? now : null,
  }, now);

/** The piece leaves the shelf, which refuses to go below none. */
const takeOne = (row: ClaimRow): Write =>
  insertStockMove.row({
    gift_id: row.gift_id,
    store_id: row.store_id,
    cause: "claim",
    cause_id: row.id,
    amount: -1,
    at: row.claimed_at,
  });

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

const tell = (
  desk: Desk,
  row: ClaimRow,
  holdings: Holdings,
  { gift, store }: Counter,
  atOnce: boolean,
): Write => {
  const names = {
    giftNameZh: gift.name_zh,
    giftNameEn: gift.name_en,
    storeNameZh: store.name_zh,
    storeNameEn: store.name_en,
  };
  const message = {
    channel: "push",
    memberId: holdings.memberId,
    language: holdings.language,
    topic: row.id,
    expiresAt: row.expires_at,
  } as const;
  return atOnce
    ? queueMessage(desk, { ...message, kind: "claim-handed-over", fields: names })
    : queueMessage(desk, {
      ...message,
      kind: "claim-made",
      fields: { ...names, points: row.points, expiresAt: row.expires_at },
    });
};
