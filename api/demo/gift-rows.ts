/** Rows of the demo's gifts and of the shelves they stand on. @module */
import { addDays, type Day, startOfDay } from "../../shared/business-day.ts";
import { hasStock } from "../../shared/gifts/kinds.ts";
import { picturePath } from "../../shared/gifts/pictures.ts";
import type { Write } from "../db/statement.ts";
import { type GiftRow, kindColumns, plainTerms } from "../gifts/gift-row.ts";
import { insertPart, putShelf } from "../gifts/part-queries.ts";
import { insertGift, insertStockMove } from "../gifts/queries.ts";
import type { DemoGift, DemoMall, DemoShelf } from "./gifts.ts";
import { storesOf } from "./places.ts";

/** More than a year's claims take; what is left is counted when the demo opens. */
const openingStock = 2_000;
const hour = 3_600_000;
/** Days of trade behind the demo, and two months before that to set everything up. */
const setUpDays = 365 + 60;

const shelfId = (brandId: string, key: string): string => `shf_${brandId.slice(4)}_${key}`;

export const shelfRows = (brandId: string, shelves: readonly DemoShelf[]): Write[] =>
  shelves.map(({ key, zh, en, kind }, sort) =>
    putShelf.row({
      id: shelfId(brandId, key),
      brand_id: brandId,
      name_zh: zh,
      name_en: en,
      kind,
      sort,
      state: "listed",
    })
  );

/** A gift, its first stock, and what it is made of. */
export const giftRows = (brandId: string, id: string, gift: DemoGift, today: Day): Write[] => {
  const at = startOfDay(addDays(today, -setUpDays));
  const inDays = (days: number | undefined) =>
    days === undefined ? null : startOfDay(addDays(today, days));
  const kind = gift.kind ?? "goods";
  const shelves = hasStock(kind) ? storesOf(brandId) : [];
  return [
    insertGift.row({
      ...plainTerms,
      ...kindColumns(kind),
      ...mallColumns(gift.mall ?? {}, today),
      id,
      brand_id: brandId,
      code: (gift.key ?? gift.picture).toUpperCase(),
      name_zh: gift.zh,
      name_en: gift.en,
      detail_zh: gift.detailZh,
      detail_en: gift.detailEn,
      picture: picturePath(gift.picture),
      points: gift.points,
      market_fen: gift.marketFen,
      tier_level_min: gift.tierLevelMin ?? 0,
      per_member_max: gift.perMemberMax ?? null,
      opens_at: inDays(gift.opensInDays),
      closes_at: inDays(gift.closesInDays),
      claim_days: gift.claimDays ?? 7,
      shelf_id: gift.shelf ? shelfId(brandId, gift.shelf) : null,
      revision: 1,
      created_at: at,
    }),
    ...shelves.map((store) =>
      insertStockMove.row({
        gift_id: id,
        store_id: store.id,
        cause: "moved",
        cause_id: `opening-${store.code}`,
        amount: openingStock,
        at,
      })
    ),
    ...Object.entries(gift.mall?.parts ?? {}).map(([key, pieces]) =>
      insertPart.row({ gift_id: id, part_id: `gft_${brandId.slice(4)}_${key}`, pieces })
    ),
  ];
};

const mallColumns = (mall: DemoMall, today: Day): Partial<GiftRow> => {
  const { flash, event } = mall;
  const prices = Object.entries(mall.tierPrices ?? {});
  return {
    money_fen: mall.moneyFen ?? 0,
    quantity: mall.quantity ?? 1,
    tier_prices: JSON.stringify(prices.map(([level, points]) => [Number(level), points, 0])),
    flash_points: flash?.points ?? null,
    flash_from: flash ? startOfDay(today) : null,
    flash_until: flash ? startOfDay(addDays(today, flash.untilInDays)) + 20 * hour : null,
    flash_pieces: flash?.pieces ?? null,
    member_day_max: mall.memberDayMax ?? null,
    day_max: mall.dayMax ?? null,
    promoted: mall.promoted ? 1 : 0,
    by_delivery: mall.delivery ? 1 : 0,
    event_at: event ? startOfDay(addDays(today, event.inDays)) + event.atHour * hour : null,
    venue_zh: event?.venueZh ?? "",
    venue_en: event?.venueEn ?? "",
    places: event?.places ?? null,
    coupon_code: mall.couponCode ?? null,
  };
};
