/** Spending points to climb a tier, from the phone or in front of a kiosk. @module */
import { dayOf } from "../../shared/business-day.ts";
import type { AnswerOf, BodyOf } from "../../shared/endpoint.ts";
import { spend, spendable } from "../../shared/points/lot.ts";
import { Problem } from "../../shared/problems.ts";
import type * as doors from "../../shared/tiers/endpoints.ts";
import { buyTier } from "../../shared/tiers/purchase.ts";
import type { Tier } from "../../shared/tiers/tier.ts";
import { ownScan, scanById } from "../cards/queries.ts";
import { settleWithPin } from "../access/settle-with-pin.ts";
import { type Decision, settle } from "../db/settle.ts";
import type { Write } from "../db/statement.ts";
import type { Desk } from "../desk.ts";
import { findHoldings, type Holdings, readHoldings } from "../points/holdings.ts";
import { type Posting, startPosting } from "../points/posting.ts";
import { tiersOfBrand } from "../points/show-points.ts";
import { summaryAfter } from "../points/summary-after.ts";
import { holdTier, insertTierChange, insertTierPurchase } from "./queries.ts";
import { stepsOf } from "./settings-queries.ts";
import { raiseTier } from "./tier-rows.ts";

type Bought = AnswerOf<typeof doors.buyMyTier>;
type Wish = BodyOf<typeof doors.buyTierByScan>;

/** @throws Problem pin-missing, pin-wrong, pin-locked and what buyTier refuses, in its order */
export const buyMyTier = async (
  desk: Desk,
  key: string,
  { pin, ...wish }: BodyOf<typeof doors.buyMyTier>,
): Promise<Bought> => {
  const { memberId } = desk.actor;
  if (!memberId) throw new Problem("not-found");
  const bought = await settleWithPin(desk, key, wish, { memberId, pin }, async () => {
    const [holdings, ladder] = await Promise.all([
      readHoldings(desk, memberId),
      readLadder(desk, memberId),
    ]);
    return book(desk, holdings, ladder, wish, null);
  });
  desk.nudge(memberId);
  return bought;
};

/** @throws Problem scan-expired, scan-used, scan-earn-only and what buyTier refuses, in its order */
export const buyTierByScan = async (
  desk: Desk,
  key: string,
  scanId: string,
  wish: Wish,
): Promise<Bought> => {
  let memberId: string | null = null;
  const bought = await settle(desk, key, { scanId, ...wish }, async () => {
    const [scans, holdings, ladder] = await Promise.all([
      desk.db.read(scanById, [scanId]),
      findHoldings(desk, scanId),
      readLadder(desk, scanId),
    ]);
    const scan = ownScan(desk, scans[0]);
    if (scan.used_by !== null) throw new Problem("scan-used");
    if (scan.rights !== "spend") throw new Problem("scan-earn-only");
    if (!holdings || holdings.brandId !== desk.actor.brandId) throw new Problem("not-found");
    memberId = holdings.memberId;
    return book(desk, holdings, ladder, wish, desk.actor.storeId ?? null);
  });
  if (memberId) desk.nudge(memberId);
  return bought;
};

type Ladder = Awaited<ReturnType<typeof readLadder>>;

/** @param brand see brandOf */
const readLadder = async (desk: Desk, brand: string) => {
  const [tiers, steps] = await Promise.all([
    tiersOfBrand(desk, brand),
    desk.db.read(stepsOf, [brand]),
  ]);
  return { tiers, steps };
};

const book = (
  desk: Desk,
  holdings: Holdings,
  { tiers, steps }: Ladder,
  wish: Wish,
  storeId: string | null,
): Decision<Bought> => {
  if (holdings.memberState !== "active") throw new Problem("member-frozen");
  const outcome = buyTier({
    tiers: tiers.map((tier) => ({
      ...tier,
      priceMonths: steps.find((step) => step.id === tier.id)?.price_months ?? 12,
    })),
    heldId: holdings.tierId,
    wantedId: wish.tierId,
    agreedPoints: wish.points,
    spendable: spendable(holdings.lots, desk.now),
    debt: holdings.debt.balance,
    today: dayOf(desk.now),
  });
  if ("refused" in outcome) throw new Problem(outcome.refused, outcome.fields);
  const { tier, points, heldUntil } = outcome;
  const id = desk.id("tierPurchase");
  const posting = pay(desk, holdings, { id, storeId, tier, points });
  const after = { ...holdings, tierId: tier.id };
  after.standing = { ...holdings.standing, reviewOn: heldUntil, graceUntil: null };
  return {
    answer: {
      tier: {
        id: tier.id,
        level: tier.level,
        nameZh: tier.name.zh,
        nameEn: tier.name.en,
        colour: tier.colour,
      },
      paidPoints: points,
      heldUntil,
      points: summaryAfter(desk, after, posting, tiers),
    },
    writes: [
      ...posting.writes(),
      ...boughtRows(desk, holdings, { id, storeId, journalId: posting.journalId, ...outcome }),
    ],
    touches: posting.touches,
  };
};

const pay = (
  desk: Desk,
  holdings: Holdings,
  { id, storeId, tier, points }: { id: string; storeId: string | null; tier: Tier; points: number },
): Posting => {
  const posting = startPosting(desk, holdings, {
    kind: "tier-purchase",
    cause: { kind: "tier-purchase", id },
    storeId,
    occurredAt: desk.now,
    explanation: { title: tier.name.zh, titleEn: tier.name.en, tierId: tier.id, reasons: [] },
  });
  const drawn = spend(holdings.lots, points, desk.now);
  if ("refused" in drawn) throw new Error(`Cannot draw ${points} points: rule and lots differ`);
  posting.draw(drawn.uses, `redeemed@${storeId ?? holdings.brandId}`);
  return posting;
};

type Purchase = {
  id: string;
  storeId: string | null;
  journalId: string;
  tier: Tier;
  points: number;
  heldUntil: string;
};

/** What is noted beside the ledger: the tier held, until when, and what was paid for it. */
const boughtRows = (
  desk: Desk,
  holdings: Holdings,
  { id, storeId, journalId, tier, points, heldUntil }: Purchase,
): Write[] => {
  const { brandId, loyaltyId } = holdings;
  return [
    raiseTier.row({ id: loyaltyId, tier_id: tier.id, tier_since: desk.now }),
    holdTier.row({
      loyalty_id: loyaltyId,
      brand_id: brandId,
      tier_id: tier.id,
      review_on: heldUntil,
      grace_until: null,
      how: "bought",
      since: desk.now,
    }),
    insertTierPurchase.row({
      id,
      loyalty_id: loyaltyId,
      brand_id: brandId,
      store_id: storeId,
      from_tier: holdings.tierId,
      to_tier: tier.id,
      points,
      held_until: heldUntil,
      journal_id: journalId,
      at: desk.now,
    }),
    insertTierChange.row({
      id: desk.id("tierChange"),
      loyalty_id: loyaltyId,
      brand_id: brandId,
      from_tier: holdings.tierId,
      to_tier: tier.id,
      how: "bought",
      counted: holdings.standing.counted,
      review_on: heldUntil,
      cause_id: id,
      at: desk.now,
    }),
  ];
};
