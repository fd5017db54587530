/** The gift wall: what is on offer at a store and, for a known member, why not. @module */
import { dayOf, startOfDay } from "../../shared/business-day.ts";
import type { AnswerOf, QueryOf } from "../../shared/endpoint.ts";
import type { listGifts as door, listMyGifts as myDoor } from "../../shared/gifts/endpoints.ts";
import { Problem } from "../../shared/problems.ts";
import { scanById } from "../cards/queries.ts";
import type { Desk } from "../desk.ts";
import { type TierRow, tiersOf } from "../points/queries.ts";
import { glanceOf, lotSumsIn } from "../points/views.ts";
import { storeById } from "../stores/queries.ts";
import { claimCounts } from "./claim-queries.ts";
import { ownScan } from "./own-scan.ts";
import { type ShelfRow, shelvesOf } from "./part-queries.ts";
import { type GiftAtStoreRow, giftsAtStore } from "./queries.ts";
import { type Claimant, giftView } from "./views.ts";

type Gifts = AnswerOf<typeof door>;

/** Gifts at the caller's store. @throws Problem scan-expired for a scan that is not the caller's */
export const listGifts = async (desk: Desk, query: QueryOf<typeof door>): Promise<Gifts> => {
  const { brandId, storeId } = desk.actor;
  if (!brandId || !storeId) throw new Problem("not-found");
  const { scanId } = query;
  const [wall, claimantOf, scans] = await Promise.all([
    readWall(desk, brandId, storeId),
    scanId ? readClaimant(desk, scanId, brandId, "pick-up") : null,
    scanId ? desk.db.readSeen(scanById, [scanId], desk.seen) : [],
  ]);
  if (scanId) ownScan(desk, scans[0]);
  return wallFor(desk, wall, claimantOf);
};

/** Gifts for the signed-in member at a store of the own brand. @throws Problem not-found (store) */
export const listMyGifts = async (desk: Desk, query: QueryOf<typeof myDoor>): Promise<Gifts> => {
  const { brandId, memberId } = desk.actor;
  if (!brandId || !memberId) throw new Problem("not-found");
  const [wall, claimantOf, [store]] = await Promise.all([
    readWall(desk, brandId, query.storeId),
    readClaimant(desk, memberId, brandId, null),
    desk.db.readSeen(storeById, [query.storeId], desk.seen),
  ]);
  if (!store || store.brand_id !== brandId || store.state !== "open") {
    throw new Problem("not-found");
  }
  return wallFor(desk, wall, claimantOf);
};

type Wall = { gifts: GiftAtStoreRow[]; shelves: ShelfRow[]; tiers: TierRow[] };

const readWall = async (desk: Desk, brandId: string, storeId: string): Promise<Wall> => {
  const [gifts, shelves, tiers] = await Promise.all([
    desk.db.readSeen(giftsAtStore, [brandId, storeId, desk.now, dayOf(desk.now)], desk.seen),
    desk.db.readSeen(shelvesOf, [brandId], desk.seen),
    desk.db.readSeen(tiersOf, [brandId], desk.seen),
  ]);
  return { gifts, shelves, tiers };
};

/** Gifts with why not; the shelves that something stands on. */
const wallFor = (
  desk: Desk,
  { gifts, shelves, tiers }: Wall,
  claimantOf: ((giftId: string) => Claimant) | null,
): Gifts => {
  const listed = shelves.filter((shelf) => shelf.state === "listed");
  const shown = new Set(listed.map((shelf) => shelf.id));
  return {
    gifts: gifts.map((gift) => {
      const view = giftView(gift, claimantOf?.(gift.id) ?? null, desk.now);
      return { ...view, shelfId: shown.has(view.shelfId ?? "") ? view.shelfId : null };
    }),
    shelves: listed.filter((shelf) => gifts.some((gift) => gift.shelf_id === shelf.id))
      .map((shelf) => ({
        id: shelf.id,
        nameZh: shelf.name_zh,
        nameEn: shelf.name_en,
        kind: shelf.kind,
      })),
    tiers: tiers.map(({ level, name_zh, name_en }) => ({
      level,
      nameZh: name_zh,
      nameEn: name_en,
    })),
  };
};

/** What the claim rule needs of the member behind a handle, gift by gift; null: nobody there. */
const readClaimant = async (
  desk: Desk,
  handle: string,
  brandId: string,
  way: Claimant["way"],
): Promise<((giftId: string) => Claimant) | null> => {
  const [[glance], counts, tiers] = await Promise.all([
    desk.db.readSeen(glanceOf, [handle, desk.now, desk.now], desk.seen),
    desk.db.readSeen(claimCounts, [handle, startOfDay(dayOf(desk.now))], desk.seen),
    desk.db.readSeen(tiersOf, [brandId], desk.seen),
  ]);
  if (!glance) return null;
  const { spendable } = lotSumsIn(glance);
  return (giftId) => ({
    tierLevel: tiers.find((t) => t.id === glance.tier_id)?.level ?? 0,
    claimsSoFar: counts.find((c) => c.gift_id === giftId)?.claims ?? 0,
    claimsToday: counts.find((c) => c.gift_id === giftId)?.today ?? 0,
    way,
    spendable,
    debt: glance.debt,
    now: desk.now,
  });
};
