/** The gift that a member's tier promises for the birthday: a claim that costs nothing, booked under
 *  the birthday's own cause, so that it is either the gift or the points, and once a year. @module */
import { addDays, dayOf, endOfDay } from "../../shared/business-day.ts";
import { composeClaimCode } from "../../shared/cards/card-code.ts";
import { canBeGiven } from "../../shared/gifts/kinds.ts";
import { birthdayGiftTitle } from "../../shared/wording/grants/titles.ts";
import { randomDigits } from "../access/tokens.ts";
import { auditRow } from "../audit/queries.ts";
import type { Write } from "../db/statement.ts";
import type { Desk } from "../desk.ts";
import { type ClaimRow, insertClaim, insertClaimEnd } from "../gifts/claim-queries.ts";
import { type GiftAtStoreRow, kindOf } from "../gifts/gift-row.ts";
import { giftAtStore, storeWithGift } from "../gifts/queries.ts";
import { takeRows, takingOf, tookOf } from "../gifts/taking.ts";
import { tellOfClaim } from "../gifts/tell-member.ts";
import { findHeads, type Holdings } from "../points/holdings.ts";
import { startPosting } from "../points/posting.ts";
import { storeById, type StoreRow } from "../stores/queries.ts";
import { NotDue, onceDue } from "./give-once.ts";
import { journalOfCause } from "./queries.ts";

type Cause = { kind: "birthday"; id: string };

/** A present asks for no points, no tier and no limit of the mall: it only has to be there. While it
 *  is nowhere, the log says so once, and every later call tries again.
 *  @returns whether it was booked now
 *  @throws Problem too-busy */
export const giveBirthdayGift = async (
  desk: Desk,
  memberId: string,
  cause: Cause,
  giftId: string,
): Promise<boolean> => {
  // The brand in which nothing is left to give.
  let missing = null as string | null;
  const given = await onceDue(desk, `${cause.kind}:${cause.id}`, async () => {
    missing = null;
    const [holdings, [before], [place]] = await Promise.all([
      findHeads(desk, memberId),
      desk.db.read(journalOfCause, [cause.kind, cause.id]),
      desk.db.read(storeWithGift, [giftId, memberId]),
    ]);
    if (before || holdings?.memberState !== "active") throw new NotDue();
    const at = place?.store_id ?? "";
    const [[gift], [store]] = await Promise.all([
      desk.db.read(giftAtStore, [giftId, at, dayOf(desk.now)]),
      desk.db.read(storeById, [at]),
    ]);
    if (!gift || !store || !canBeGiven(kindOf(gift))) {
      missing = holdings.brandId;
      throw new NotDue();
    }
    const writes = present(desk, holdings, cause, gift, store);
    return { writes, touches: [holdings.loyaltyId], members: [memberId] };
  });
  if (missing !== null) await noteMissing(desk, missing, { memberId, cause, giftId });
  return given;
};

const noteMissing = (
  desk: Desk,
  brandId: string,
  { memberId, cause, giftId }: { memberId: string; cause: Cause; giftId: string },
): Promise<boolean> =>
  onceDue(desk, `birthday-missing:${cause.id}`, () => {
    const action = "gift.birthday-missing";
    const row = auditRow(desk, { action, subject: memberId, after: { giftId }, brandId });
    return Promise.resolve({ writes: [row], touches: [], members: [] });
  });

const present = (
  desk: Desk,
  holdings: Holdings,
  cause: Cause,
  gift: GiftAtStoreRow,
  store: StoreRow,
): Write[] => {
  const title = birthdayGiftTitle(gift.name_zh, gift.name_en);
  const posting = startPosting(desk, holdings, {
    kind: "grant",
    cause,
    storeId: store.id,
    occurredAt: desk.now,
    explanation: { title: title.zh, titleEn: title.en, giftId: gift.id, reasons: [] },
  });
  // Nothing is drawn; the entry of 0 points puts it into the history and pays the claim.
  posting.draw([], `redeemed@${store.id}`);
  // The quotas of the mall are for those who choose.
  const taking = { ...takingOf(gift, "base", desk.now), quotas: [] };
  const row: ClaimRow = {
    id: desk.id("claim"),
    code: composeClaimCode(randomDigits(desk, 16)),
    gift_id: gift.id,
    brand_id: gift.brand_id,
    store_id: store.id,
    member_id: holdings.memberId,
    account_id: holdings.loyaltyId,
    scan_id: null,
    points: 0,
    money_fen: 0,
    quantity: gift.quantity,
    priced: "base",
    way: "pick-up",
    took: tookOf(taking),
    journal_id: posting.journalId,
    claimed_at: desk.now,
    expires_at: endOfDay(addDays(dayOf(desk.now), gift.claim_days)),
    terminal_id: null,
    staff_id: null,
  };
  const atOnce = kindOf(gift) === "virtual";
  return [
    ...posting.writes(),
    insertClaim.row(row),
    ...(atOnce ? [credited(row)] : []),
    ...takeRows(row, taking),
    tellOfClaim(desk, row, holdings, { gift, store }, atOnce, "birthday"),
  ];
};

/** What is virtual is the member's at once. */
const credited = (row: ClaimRow): Write =>
  insertClaimEnd.row({
    claim_id: row.id,
    state: "handed-over",
    at: row.claimed_at,
    store_id: row.store_id,
    terminal_id: null,
    staff_id: null,
    journal_id: null,
  });
