/** The gift wall: what is on offer at a store and, for a known member, why not. @module */
import type { AnswerOf, QueryOf } from "../../shared/endpoint.ts";
import type { listGifts as door, listMyGifts as myDoor } from "../../shared/gifts/endpoints.ts";
import { Problem } from "../../shared/problems.ts";
import { scanById } from "../cards/queries.ts";
import type { Desk } from "../desk.ts";
import { tiersOf } from "../points/queries.ts";
import { glanceOf } from "../points/views.ts";
import { storeById } from "../stores/queries.ts";
import { claimCounts } from "./claim-queries.ts";
import { ownScan } from "./own-scan.ts";
import { giftsAtStore } from "./queries.ts";
import { anybody, type Claimant, giftView } from "./views.ts";

type Gifts = AnswerOf<typeof door>;

/** Gifts at the caller's store. @throws Problem scan-expired for a scan that is not the caller's */
export const listGifts = async (desk: Desk, query: QueryOf<typeof door>): Promise<Gifts> => {
  const { brandId, storeId } = desk.actor;
  if (!brandId || !storeId) throw new Problem("not-found");
  const { scanId } = query;
  const [gifts, claimantOf, scans] = await Promise.all([
    desk.db.readSeen(giftsAtStore, [brandId, storeId, desk.now], desk.seen),
    scanId ? readClaimant(desk, scanId, brandId) : null,
    scanId ? desk.db.readSeen(scanById, [scanId], desk.seen) : [],
  ]);
  if (scanId) ownScan(desk, scans[0]);
  return { gifts: gifts.map((g) => giftView(g, claimantOf?.(g.id) ?? anybody(desk.now))) };
};

/** Gifts for the signed-in member at a store of the own brand. @throws Problem not-found (store) */
export const listMyGifts = async (desk: Desk, query: QueryOf<typeof myDoor>): Promise<Gifts> => {
  const { brandId, memberId } = desk.actor;
  if (!brandId || !memberId) throw new Problem("not-found");
  const [gifts, claimantOf, [store]] = await Promise.all([
    desk.db.readSeen(giftsAtStore, [brandId, query.storeId, desk.now], desk.seen),
    readClaimant(desk, memberId, brandId),
    desk.db.readSeen(storeById, [query.storeId], desk.seen),
  ]);
  if (!store || store.brand_id !== brandId || store.state !== "open") {
    throw new Problem("not-found");
  }
  return { gifts: gifts.map((g) => giftView(g, claimantOf?.(g.id) ?? anybody(desk.now))) };
};

/** What the claim rule needs of the member behind a handle, gift by gift; null: nobody there. */
const readClaimant = async (
  desk: Desk,
  handle: string,
  brandId: string,
): Promise<((giftId: string) => Claimant) | null> => {
  const [[glance], counts, tiers] = await Promise.all([
    desk.db.readSeen(glanceOf, [handle, desk.now, desk.now], desk.seen),
    desk.db.readSeen(claimCounts, [handle], desk.seen),
    desk.db.readSeen(tiersOf, [brandId], desk.seen),
  ]);
  if (!glance) return null;
  return (giftId) => ({
    tierLevel: tiers.find((t) => t.id === glance.tier_id)?.level ?? 0,
    claimsSoFar: counts.find((c) => c.gift_id === giftId)?.claims ?? 0,
    spendable: glance.spendable,
    debt: glance.debt,
    now: desk.now,
  });
};
