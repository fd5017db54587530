/** What only the mall has: shelves, a price for a while, an event, a bundle, points and money.
 *  @module */
import type { ClaimView } from "../../shared/gifts/endpoints.ts";
import type { GiftView, ShelfView } from "../../shared/gifts/gift.ts";
import { someGift } from "../../shared/gifts/sample.ts";
import { claim, gifts } from "./members.ts";

const now = Date.now();
const DAY_MS = 86_400_000;

export const shelves: ShelfView[] = [
  { id: "shf_menu", nameZh: "福满小馆", nameEn: "Fuman Kitchen", kind: "menu" },
  { id: "shf_home", nameZh: "家居日用", nameEn: "Home", kind: "shelf" },
  { id: "shf_tech", nameZh: "数码家电", nameEn: "Electronics", kind: "shelf" },
  { id: "shf_more", nameZh: "服务与活动", nameEn: "Services and events", kind: "shelf" },
];

const gift = (
  picture: string,
  nameZh: string,
  nameEn: string,
  points: number,
  more: Partial<GiftView>,
): GiftView => ({
  ...someGift,
  id: `gft_mall_${picture}`,
  picture: `/pictures/${picture}.svg`,
  nameZh,
  nameEn,
  detailZh: "门店现场兑换，数量有限，先到先得。",
  detailEn: "Yours in this store while they last.",
  points,
  base: { points, moneyFen: 0 },
  marketFen: points * 3,
  ...more,
});

const flash = { from: now - DAY_MS, until: now + 7_800_000, left: 7 };

export const mall: GiftView[] = [
  gift("laundry-liquid", "薰衣草洗衣液 3 千克", "Lavender detergent, 3 kg", 980, {
    priced: "flash",
    base: { points: 1_400, moneyFen: 0 },
    flash: { ...flash, points: 980, moneyFen: 0 },
    shelfId: "shf_home",
  }),
  gift("beef-noodles", "红烧牛肉面", "Braised beef noodles", 500, {
    kind: "service",
    shelfId: "shf_menu",
    memberDayMax: 2,
    dayMax: 60,
  }),
  gift("juice-pair", "鲜榨果汁", "Fresh juice", 1_000, {
    kind: "service",
    shelfId: "shf_menu",
    quantity: 2,
  }),
  gift("tea-tasting", "龙井新茶品鉴会", "Longjing tea tasting", 400, {
    kind: "event",
    shelfId: "shf_more",
    stock: 6,
    event: {
      at: now + 9 * DAY_MS,
      venueZh: "静安寺店二楼茶室",
      venueEn: "Tea room, Jing'an Temple, 2nd floor",
      places: 20,
    },
  }),
  gift("gift-hamper", "早餐组合", "Breakfast bundle", 1_400, {
    kind: "bundle",
    shelfId: "shf_home",
    parts: [
      {
        giftId: "gft_egg",
        nameZh: "鲜鸡蛋 30 枚",
        nameEn: "Tray of 30 eggs",
        picture: "/pictures/egg-tray.svg",
        pieces: 1,
      },
      {
        giftId: "gft_mug",
        nameZh: "复古搪瓷杯",
        nameEn: "Enamel mug",
        picture: "/pictures/enamel-mug.svg",
        pieces: 2,
      },
    ],
  }),
  gift("rice-cooker", "电饭煲 4 升", "Rice cooker, 4 l", 3_000, {
    moneyFen: 16_800,
    base: { points: 3_000, moneyFen: 16_800 },
    shelfId: "shf_tech",
  }),
  gift("tea-set", "紫砂茶具", "Clay tea set", 3_600, {
    priced: "tier",
    base: { points: 4_200, moneyFen: 0 },
    tierPrices: [{ level: 2, points: 3_600, moneyFen: 0 }, {
      level: 3,
      points: 3_000,
      moneyFen: 0,
    }],
    shelfId: "shf_home",
  }),
  gift("towel-set", "纯棉毛巾三件套", "Three cotton towels", 1_900, {
    promoted: true,
    shelfId: "shf_home",
  }),
  gift("tote-bag", "满 50 减 10 元券", "10 yuan off from 50", 300, {
    kind: "coupon",
    stock: null,
    refused: "gift-not-yet",
    shelfId: "shf_more",
  }),
  ...gifts,
];

/** A ticket for two drinks, for an event, and for points plus money. */
export const tickets: Record<"drinks" | "event" | "money", ClaimView> = {
  drinks: { ...ticketOf("juice-pair"), quantity: 2 },
  event: { ...ticketOf("tea-tasting"), event: mall[3]!.event },
  money: { ...ticketOf("rice-cooker"), moneyFen: 16_800 },
};

function ticketOf(picture: string): ClaimView {
  const from = mall.find((each) => each.picture.endsWith(`/${picture}.svg`))!;
  const { id, nameZh, nameEn, kind } = from;
  return {
    ...claim,
    gift: { id, nameZh, nameEn, kind, picture: from.picture },
    points: from.points,
  };
}
