import { and, asc, eq, gte, inArray, sql } from "drizzle-orm";
import { dayOf } from "../../shared/business-day.ts";
import type { listConsoleGifts as door } from "../../shared/console/endpoints.ts";
import type { AnswerOf } from "../../shared/endpoint.ts";
import { pictureNames, picturePath } from "../../shared/gifts/pictures.ts";
import { within } from "../access/within.ts";
import type { Desk } from "../desk.ts";
import { store } from "../stores/tables.ts";
import { claim, gift, giftPart, giftQuota, giftShelf, giftStock } from "./tables.ts";
import { tierPricesOf } from "./views.ts";

const dayMs = 86_400_000;
type Gifts = AnswerOf<typeof door>["gifts"];
type Row = typeof gift.$inferSelect;

/** Gifts of the brands in scope, hidden ones too, with the stock of the stores in scope and the
 *  claims made there in the last 30 days; their shelves; and the pictures there are to choose. */
export const listConsoleGifts = async (desk: Desk): Promise<AnswerOf<typeof door>> => {
  const { db: { cold }, actor: { scope } } = desk;
  const ofBrands = within(scope, gift.brandId);
  const ids = cold.select({ id: gift.id }).from(gift).where(ofBrands);
  const [gifts, stocks, claims, parts, quotas, shelves] = await Promise.all([
    cold.select().from(gift).where(ofBrands)
      .orderBy(asc(gift.brandId), asc(gift.sort), asc(gift.points)),
    stocksIn(desk),
    claimsIn(desk, ids),
    cold.select().from(giftPart).where(inArray(giftPart.giftId, ids)),
    cold.select().from(giftQuota).where(inArray(giftQuota.giftId, ids)),
    cold.select().from(giftShelf).where(within(scope, giftShelf.brandId))
      .orderBy(asc(giftShelf.brandId), asc(giftShelf.sort)),
  ]);
  const taken = (giftId: string, name: string) =>
    quotas.find((q) => q.giftId === giftId && q.quota === name)?.taken ?? 0;
  const today = dayOf(desk.now);
  return {
    gifts: gifts.map((row) => ({
      ...fieldsOf(row),
      parts: parts.filter((p) => p.giftId === row.id)
        .map((p) => ({ giftId: p.partId, pieces: p.pieces })),
      stocks: stocks.filter((s) => s.giftId === row.id)
        .map(({ storeId, remaining }) => ({ storeId, remaining })),
      claims30: claims.find((c) => c.giftId === row.id)?.count ?? 0,
      taken: {
        places: taken(row.id, "places"),
        flash: taken(row.id, `flash:${row.flashFrom}`),
        today: taken(row.id, `day:${today}`),
      },
    })),
    shelves: shelves.map(({ sort: _, ...shelf }) => shelf),
    pictures: pictureNames.map(picturePath),
  };
};

const stocksIn = ({ db: { cold }, actor: { scope } }: Desk) =>
  cold.select({
    giftId: giftStock.giftId,
    storeId: giftStock.storeId,
    remaining: giftStock.remaining,
  })
    .from(giftStock).innerJoin(store, eq(store.id, giftStock.storeId))
    .where(within(scope, store.brandId, store.id)).orderBy(asc(store.code));

const claimsIn = (
  { db: { cold }, actor: { scope }, now }: Desk,
  ids: Parameters<typeof inArray>[1],
) =>
  cold.select({ giftId: claim.giftId, count: sql<number>`count(*)` }).from(claim)
    .where(and(
      inArray(claim.giftId, ids as never),
      gte(claim.claimedAt, now - 30 * dayMs),
      within(scope, claim.brandId, claim.storeId),
    ))
    .groupBy(claim.giftId);

/** A row as the form takes it. */
const fieldsOf = (row: Row): Omit<Gifts[number], "parts" | "stocks" | "claims30" | "taken"> => ({
  id: row.id,
  brandId: row.brandId,
  revision: row.revision,
  code: row.code,
  nameZh: row.nameZh,
  nameEn: row.nameEn,
  detailZh: row.detailZh,
  detailEn: row.detailEn,
  picture: row.picture,
  kind: row.finerKind ?? row.kind,
  points: row.points,
  moneyFen: row.moneyFen,
  quantity: row.quantity,
  tierPrices: tierPricesOf({ tier_prices: row.tierPrices }),
  flash: row.flashPoints === null ? null : {
    points: row.flashPoints,
    moneyFen: row.flashMoneyFen,
    from: row.flashFrom!,
    until: row.flashUntil!,
    pieces: row.flashPieces,
  },
  marketFen: row.marketFen,
  tierLevelMin: row.tierLevelMin,
  perMemberMax: row.perMemberMax,
  memberDayMax: row.memberDayMax,
  dayMax: row.dayMax,
  opensAt: row.opensAt,
  closesAt: row.closesAt,
  claimDays: row.claimDays,
  shelfId: row.shelfId,
  productId: row.productId,
  promoted: row.promoted === 1,
  byPickUp: row.byPickUp === 1,
  byDelivery: row.byDelivery === 1,
  event: row.places === null ? null : {
    at: row.eventAt!,
    venueZh: row.venueZh,
    venueEn: row.venueEn,
    places: row.places,
  },
  payoutFen: row.payoutFen,
  couponCode: row.couponCode,
  state: row.state,
});
