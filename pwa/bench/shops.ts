import type { ClaimView } from "../../shared/gifts/endpoints.ts";
import type { GiftView } from "../../shared/gifts/gift.ts";
import { someGift } from "../../shared/gifts/sample.ts";
import type { JoinBrand } from "../members/join-flow.ts";
import { daysFromNow } from "./people.ts";

const shop = (
  n: number,
  nameZh: string,
  nameEn: string,
  city: string,
  address: string,
) => ({ id: `sto_019000000${n}`, nameZh, nameEn, city, address });

export const brands: JoinBrand[] = [
  {
    id: "brd_0190000001",
    nameZh: "福满鲜生",
    nameEn: "Fuman Fresh",
    colour: "oklch(0.53 0.187 30)",
    stores: [
      shop(1, "南京西路店", "West Nanjing Road", "上海", "静安区南京西路 1038 号 B1"),
      shop(2, "五角场店", "Wujiaochang", "上海", "杨浦区邯郸路 600 号"),
      shop(3, "西湖文化广场店", "West Lake Cultural Square", "杭州", "拱墅区中山北路 581 号"),
    ],
  },
  {
    id: "brd_0190000002",
    nameZh: "晨光烘焙",
    nameEn: "Chenguang Bakery",
    colour: "oklch(0.76 0.13 82)",
    stores: [
      shop(4, "静安寺店", "Jing'an Temple", "上海", "静安区愚园路 68 号"),
      shop(5, "观前街店", "Guanqian Street", "苏州", "姑苏区观前街 128 号"),
    ],
  },
];

export const stores = brands[0]?.stores ?? [];

export const gift = (
  n: number,
  picture: string,
  nameZh: string,
  nameEn: string,
  points: number,
  more: Partial<GiftView> = {},
): GiftView => ({
  ...someGift,
  id: `gft_019000000${n}`,
  nameZh,
  nameEn,
  detailZh: "东北五常当季新米，真空小包装，一人一餐刚刚好。\n请于营业时间到服务台领取。",
  detailEn: "New-season rice from Wuchang in vacuum packs.\nPick up at the service desk.",
  picture: `/pictures/${picture}.svg`,
  points,
  base: { points, moneyFen: 0 },
  marketFen: points * 3,
  ...more,
});

const short = (points: number) => ({
  refused: "points-short",
  refusedFields: { needed: points, spendable: 12_480 },
});

export const gifts: GiftView[] = [
  gift(1, "rice-bag", "五常大米 5 千克", "Wuchang rice, 5 kg", 2_800, { perMemberMax: 2 }),
  gift(2, "milk-tea", "桂花乌龙奶茶", "Osmanthus oolong milk tea", 600, {
    kind: "service",
    stock: null,
  }),
  gift(3, "enamel-mug", "福字搪瓷杯", "Fortune enamel mug", 1_200, { stock: 6 }),
  gift(4, "rice-cooker", "电饭煲 4 升", "Rice cooker, 4 l", 25_800, short(25_800)),
  gift(5, "moon-cake-box", "中秋月饼礼盒", "Mooncake gift box", 6_800, {
    refused: "gift-closed",
    opensAt: daysFromNow(280),
    closesAt: daysFromNow(310),
  }),
  gift(6, "health-check", "年度体检套餐", "Annual health check", 9_800, {
    kind: "service",
    stock: null,
    refused: "gift-tier",
    refusedFields: { tier: "金卡" },
  }),
  gift(7, "egg-tarts", "葡式蛋挞 6 只", "Six egg tarts", 900, {
    stock: 0,
    refused: "gift-gone",
  }),
  gift(8, "phone-credit", "话费 50 元", "Phone credit ¥50", 5_000, {
    kind: "virtual",
    stock: null,
  }),
];

export const claim = (
  n: number,
  of: number,
  state: ClaimView["state"],
  daysAgo: number,
): ClaimView => {
  const from = gifts[of] ?? gifts[0] as GiftView;
  return {
    claimId: `clm_019000000${n}`,
    code: "92403817265590184476",
    state,
    gift: {
      id: from.id,
      nameZh: from.nameZh,
      nameEn: from.nameEn,
      picture: from.picture,
      kind: from.kind,
    },
    quantity: from.quantity,
    points: from.points,
    moneyFen: from.moneyFen,
    paidFen: 0,
    way: "pick-up",
    event: null,
    order: null,
    storeId: "sto_0190000001",
    storeNameZh: "南京西路店",
    storeNameEn: "West Nanjing Road",
    claimedAt: daysFromNow(-daysAgo),
    expiresAt: daysFromNow(14 - daysAgo),
    endedAt: state === "open" ? null : daysFromNow(1 - daysAgo),
  };
};

export const claims = {
  claims: [
    claim(1, 0, "open", 1),
    claim(2, 1, "handed-over", 12),
    claim(3, 2, "cancelled", 40),
    claim(4, 6, "lapsed", 75),
  ],
};
