import { and, asc, eq, gte, inArray, sql } from "drizzle-orm";
import type { listConsoleGifts as door } from "../../shared/console/endpoints.ts";
import type { AnswerOf } from "../../shared/endpoint.ts";
import { pictureNames, picturePath } from "../../shared/gifts/pictures.ts";
import { within } from "../access/within.ts";
import type { Desk } from "../desk.ts";
import { store } from "../stores/tables.ts";
import { claim, gift, giftStock } from "./tables.ts";

const dayMs = 86_400_000;

/** Gifts of the brands in scope, hidden ones too, with the stock of the stores in scope and the
 *  claims made there in the last 30 days; and the pictures there are to choose from. */
export const listConsoleGifts = async (desk: Desk): Promise<AnswerOf<typeof door>> => {
  const { db: { cold }, actor: { scope }, now } = desk;
  const ofBrands = within(scope, gift.brandId);
  const [gifts, stocks, claims] = await Promise.all([
    cold.select().from(gift).where(ofBrands)
      .orderBy(asc(gift.brandId), asc(gift.sort), asc(gift.points)),
    cold.select({
      giftId: giftStock.giftId,
      storeId: giftStock.storeId,
      remaining: giftStock.remaining,
    })
      .from(giftStock).innerJoin(store, eq(store.id, giftStock.storeId))
      .where(within(scope, store.brandId, store.id)).orderBy(asc(store.code)),
    cold.select({ giftId: claim.giftId, count: sql<number>`count(*)` }).from(claim)
      .where(and(
        inArray(claim.giftId, cold.select({ id: gift.id }).from(gift).where(ofBrands)),
        gte(claim.claimedAt, now - 30 * dayMs),
        within(scope, claim.brandId, claim.storeId),
      ))
      .groupBy(claim.giftId),
  ]);
  return {
    gifts: gifts.map(({ createdAt: _, sort: __, ...g }) => ({
      ...g,
      stocks: stocks.filter((s) => s.giftId === g.id)
        .map(({ storeId, remaining }) => ({ storeId, remaining })),
      claims30: claims.find((c) => c.giftId === g.id)?.count ?? 0,
    })),
    pictures: pictureNames.map(picturePath),
  };
};
