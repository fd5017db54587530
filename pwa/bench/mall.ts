import type { ClaimView } from "../../shared/gifts/endpoints.ts";
import type { GiftView, ShelfView } from "../../shared/gifts/gift.ts";
import { daysFromNow } from "./people.ts";
import { claim, claims, gift } from "./shops.ts";

export const shelves: ShelfView[] = [
  { id: "shf_0190000001", nameZh: "福满小馆", nameEn: "Fuman Kitchen", kind: "menu" },
  { id: "shf_0190000002", nameZh: "家居日用", nameEn: "Home", kind: "shelf" },
  { id: "shf_0190000003", nameZh: "数码家电", nameEn: "Electronics", kind: "shelf" },
  { id: "shf_0190000004", nameZh: "服务与活动", nameEn: "Services and events", kind: "shelf" },
];
export const tiers = [
  { level: 0, nameZh: "普通会员", nameEn: "Member" },
  { level: 1, nameZh: "银卡", nameEn: "Silver" },
  { level: 2, nameZh: "金卡", nameEn: "Gold" },
  { level: 3, nameZh: "VIP", nameEn: "VIP" },
];

const [menu, home, electronics, services] = shelves.map((shelf) => shelf.id);

/** What only a mall has: a price for a while, an event, a bundle, points and money. */
export const mallGifts: GiftView[] = [
  gift(11, "laundry-liquid", "薰衣草洗衣液 3 千克", "Lavender detergent, 3 kg", 980, {
    priced: "flash",
    base: { points: 1_400, moneyFen: 0 },
    flash: {
      points: 980,
      moneyFen: 0,
      from: daysFromNow(-1),
      until: daysFromNow(1.2),
      left: 7,
    },
    shelfId: home!,
  }),
  gift(12, "beef-noodles", "红烧牛肉面", "Braised beef noodles", 500, {
    kind: "service",
    shelfId: menu!,
    memberDayMax: 2,
    dayMax: 60,
  }),
  gift(13, "juice-pair", "鲜榨果汁", "Fresh juice", 1_000, {
    kind: "service",
    shelfId: menu!,
    quantity: 2,
  }),
  gift(14, "tea-tasting", "龙井新茶品鉴会", "Longjing tea tasting", 400, {
    kind: "event",
    shelfId: services!,
    stock: 6,
    event: {
      at: daysFromNow(9),
      venueZh: "南京西路店二楼茶室",
      venueEn: "Tea room, West Nanjing Road, 2nd floor",
      places: 20,
    },
  }),
  gift(15, "gift-hamper", "早餐组合", "Breakfast bundle", 1_400, {
    kind: "bundle",
    byDelivery: true,
    parts: [
      {
        giftId: "gft_0190000021",
        nameZh: "鲜鸡蛋 30 枚",
        nameEn: "Tray of 30 eggs",
        picture: "/pictures/egg-tray.svg",
        pieces: 1,
      },
      {
        giftId: "gft_0190000003",
        nameZh: "福字搪瓷杯",
        nameEn: "Fortune enamel mug",
        picture: "/pictures/enamel-mug.svg",
        pieces: 2,
      },
    ],
  }),
  gift(16, "rice-cooker", "电饭煲 4 升", "Rice cooker, 4 l", 5_000, {
    moneyFen: 16_800,
    base: { points: 5_000, moneyFen: 16_800 },
    shelfId: electronics!,
  }),
  gift(17, "tea-set", "紫砂茶具", "Clay tea set", 5_200, {
    priced: "tier",
    base: { points: 5_800, moneyFen: 0 },
    tierPrices: [{ level: 2, points: 5_200, moneyFen: 0 }, {
      level: 3,
      points: 4_600,
      moneyFen: 0,
    }],
    shelfId: home!,
    byDelivery: true,
  }),
  gift(18, "towel-set", "纯棉毛巾三件套", "Three cotton towels", 1_900, {
    promoted: true,
    shelfId: home!,
  }),
  gift(19, "tote-bag", "满 50 减 10 元券", "10 yuan off from 50", 300, {
    kind: "coupon",
    stock: null,
    shelfId: services!,
    refused: "gift-not-yet",
  }),
];

const orderStates = ["placed", "packed", "shipped", "received"] as const;

/** A claim on its way, this far. */
export const parcel = (state: typeof orderStates[number] | "cancelled"): ClaimView => {
  const reached = state === "cancelled"
    ? ["placed" as const, state]
    : orderStates.slice(0, orderStates.indexOf(state) + 1);
  const sent = state === "shipped" || state === "received";
  return {
    ...claim(5, 0, "open", 3),
    state: state === "received" ? "handed-over" : state === "cancelled" ? state : "open",
    way: "delivery",
    endedAt: state === "received" || state === "cancelled" ? daysFromNow(0) : null,
    order: {
      number: "G261122048813",
      state,
      carrier: sent ? "sf" : null,
      tracking: sent ? "SF1406220188732" : null,
      steps: reached.map((each, i) => ({ state: each, at: daysFromNow(i - 3) })),
    },
  };
};

/** The latest of them is on its way. */
export const claimsWithParcel = { claims: [parcel("shipped"), ...claims.claims] };
