import { type listConsoleGifts, plainGift } from "../../../shared/console/endpoints.ts";
import type { AnswerOf } from "../../../shared/endpoint.ts";
import { pictureNames, picturePath } from "../../../shared/gifts/pictures.ts";
import { bakery, day, market, now } from "./places.ts";

type Gifts = AnswerOf<typeof listConsoleGifts>;
type Gift = Gifts["gifts"][number];

const gift = (
  id: string,
  picture: string,
  nameZh: string,
  nameEn: string,
  points: number,
  rest: Partial<Gift> = {},
): Gift => ({
  ...plainGift,
  id: `gft_${id}`,
  brandId: market,
  revision: 1,
  code: `${id.toUpperCase()}-01`,
  nameZh,
  nameEn,
  detailZh: "本店定制，凭兑换码到门店服务台领取。",
  detailEn: "Made for us; collect it at the service desk with your claim code.",
  picture: `/pictures/${picture}.svg`,
  kind: "goods",
  points,
  marketFen: points * 5,
  tierLevelMin: 0,
  perMemberMax: null,
  opensAt: null,
  closesAt: null,
  claimDays: 30,
  state: "listed",
  stocks: [
    { storeId: "sto_xuhui", remaining: 46 },
    { storeId: "sto_pudong", remaining: 3 },
    { storeId: "sto_hangzhou", remaining: 28 },
  ],
  claims30: 34,
  taken: { places: 0, flash: 0, today: 0 },
  ...rest,
});

const shelf = (id: string, nameZh: string, nameEn: string, kind: "shelf" | "menu" = "shelf") => ({
  id: `shf_${id}`,
  brandId: market,
  nameZh,
  nameEn,
  kind,
  state: "listed" as const,
});

export const gifts: Gifts = {
  shelves: [
    shelf("menu", "福满小馆", "Fuman Kitchen", "menu"),
    shelf("home", "家居日用", "Home"),
    shelf("event", "服务与活动", "Services and events"),
  ],
  pictures: pictureNames.map(picturePath),
  gifts: [
    gift("mug", "enamel-mug", "福字马克杯", "Fortune mug", 800, { perMemberMax: 2, revision: 4 }),
    gift("towel", "towel-set", "竹纤维毛巾两条装", "Bamboo towels, pair", 500, { claims30: 58 }),
    gift("umbrella", "umbrella", "抗风折叠伞", "Windproof umbrella", 1_600, {
      stocks: [{ storeId: "sto_xuhui", remaining: 0 }],
      claims30: 12,
    }),
    gift("tea", "tea-set", "明前龙井 50 克礼盒", "Longjing tea gift box, 50 g", 3_200, {
      tierLevelMin: 2,
      opensAt: now - 20 * day,
      closesAt: now + 40 * day,
      stocks: [],
      claims30: 5,
    }),
    gift("wash", "car-wash", "精致洗车一次", "One car wash", 1_200, {
      kind: "service",
      claims30: 19,
      state: "hidden",
    }),
    gift("juice", "juice-pair", "鲜榨果汁", "Fresh juice", 1_000, {
      kind: "service",
      quantity: 2,
      shelfId: "shf_menu",
      memberDayMax: 2,
      dayMax: 60,
    }),
    gift("flash", "laundry-liquid", "薰衣草洗衣液 3 千克", "Lavender detergent, 3 kg", 1_400, {
      shelfId: "shf_home",
      promoted: true,
      moneyFen: 500,
      byDelivery: true,
      flash: {
        points: 980,
        moneyFen: 0,
        from: now - day,
        until: now + 2 * day,
        pieces: 40,
      },
      tierPrices: [{ level: 2, points: 1_200, moneyFen: 0 }],
      taken: { places: 0, flash: 33, today: 4 },
    }),
    gift("tasting", "tea-tasting", "龙井新茶品鉴会", "Longjing tea tasting", 400, {
      kind: "event",
      shelfId: "shf_event",
      event: {
        at: now + 9 * day,
        venueZh: "徐汇店二楼茶室",
        venueEn: "Tea room, Xuhui, 2nd floor",
        places: 20,
      },
      taken: { places: 14, flash: 0, today: 0 },
      stocks: [],
    }),
    gift("hamper", "gift-hamper", "早餐组合", "Breakfast bundle", 1_100, {
      kind: "bundle",
      shelfId: "shf_home",
      parts: [{ giftId: "gft_mug", pieces: 1 }, { giftId: "gft_towel", pieces: 2 }],
      stocks: [],
    }),
    gift("coupon", "missing", "咖啡月卡", "Coffee for a month", 2_000, {
      kind: "virtual",
      brandId: bakery,
      stocks: [],
      claims30: 0,
    }),
  ],
};
