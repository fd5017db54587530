/** A member, their points and the gifts of a store, as the bench shows them. @module */
import { composeClaimCode } from "../../shared/cards/card-code.ts";
import type { ScanView } from "../../shared/cards/endpoints.ts";
import type { ClaimView, GiftView } from "../../shared/gifts/endpoints.ts";
import { someGift } from "../../shared/gifts/sample.ts";
import type { PointsSummary } from "../../shared/members/member.ts";
import type { Account } from "../visit/visit.ts";
import { DAY_MS, now, tiers } from "./places.ts";

export const points: PointsSummary = {
  spendable: 4_286,
  pending: 120,
  debt: 0,
  carryMicro: 650_000,
  lapsingSoon: 380,
  lapsesNextAt: now() + 12 * DAY_MS,
  tier: {
    current: tiers[2]!,
    next: tiers[3]!,
    qualifyingFen: 1_286_400,
    missingFen: 713_600,
    ratio: 0.643,
  },
};

export const scanView: ScanView = {
  scanId: "scn_01m4xk2qk7n9",
  rights: "spend",
  via: "rotating",
  member: {
    id: "mem_wang",
    nameMasked: "王*芳",
    phoneMasked: "138****6618",
    joinedAt: now() - 800 * DAY_MS,
    birthdayToday: false,
  },
  points,
  hasPin: true,
  hasPhone: true,
  expiresAt: now() + 178_000,
};

const shop = { storeNameZh: "福满家静安寺店", storeNameEn: "Fumanjia Jing'an Temple" };
const other = { storeNameZh: "福满家徐家汇店", storeNameEn: "Fumanjia Xujiahui" };
const none = { storeNameZh: null, storeNameEn: null };

const lot = (
  id: string,
  remaining: number,
  lapsesInDays: number | null,
  earnedDaysAgo: number,
  kind = "accrual",
  where: typeof shop | typeof none = shop,
  availableInDays = 0,
) => ({
  id: `lot_${id}`,
  original: remaining + 40,
  remaining,
  availableAt: now() + availableInDays * DAY_MS,
  lapsesAt: lapsesInDays === null ? null : now() + lapsesInDays * DAY_MS,
  earnedAt: now() - earnedDaysAgo * DAY_MS,
  kind,
  ...where,
});

export const account: Account = {
  points,
  lots: [
    lot("a", 260, 12, 353, "accrual", other),
    lot("b", 120, 12, 353),
    lot("c", 486, 41, 324),
    lot("d", 1_120, 102, 263),
    lot("e", 1_300, 220, 145, "accrual", other),
    lot("f", 120, 364, 1, "accrual", shop, 2),
    lot("g", 1_000, null, 800, "sign-up", none),
  ],
  history: {
    rows: [
      row(31, "accrual", 168, 4_286, 0.2, null, shop),
      row(30, "redemption", -1_200, 4_118, 3, "和风雨伞", shop),
      row(29, "accrual", 92, 5_318, 6, null, other),
      row(28, "debt-repaid", -30, 5_226, 6, null, none),
      row(27, "return", -45, 5_256, 9, null, shop),
      row(26, "accrual", 310, 5_301, 14, null, shop),
      row(25, "lapse", -80, 4_991, 22, null, none),
      row(24, "release", 500, 5_071, 25, "搪瓷杯", other),
      row(23, "adjustment", 200, 4_571, 31, null, none),
      row(22, "accrual", 76, 4_371, 40, null, shop),
    ],
    nextBefore: 22,
  },
};

function row(
  seq: number,
  kind: string,
  amount: number,
  balanceAfter: number,
  daysAgo: number,
  title: string | null,
  where: typeof shop | typeof none,
) {
  return {
    journalId: `jrn_${seq}`,
    seq,
    kind,
    amount,
    balanceAfter,
    at: now() - Math.round(daysAgo * DAY_MS),
    title,
    ...where,
  };
}

const gift = (
  picture: string,
  nameZh: string,
  nameEn: string,
  cost: number,
  more: Partial<GiftView> = {},
): GiftView => ({
  ...someGift,
  id: `gft_${picture}`,
  nameZh,
  nameEn,
  detailZh: "精选好物，材质扎实，自用送礼都体面。礼品以门店实物为准。",
  detailEn: "Well made, good to keep and good to give. The piece in the store is what you get.",
  picture: `/pictures/${picture}.svg`,
  points: cost,
  base: { points: cost, moneyFen: 0 },
  marketFen: cost * 6,
  stock: 12,
  ...more,
});

export const gifts: GiftView[] = [
  gift("tote-bag", "帆布购物袋", "Canvas tote", 600, { stock: 38 }),
  gift("enamel-mug", "复古搪瓷杯", "Enamel mug", 900),
  gift("umbrella", "和风晴雨伞", "All-weather umbrella", 1_200, { stock: 1 }),
  gift("rice-bag", "五常大米 5 千克", "Wuchang rice, 5 kg", 2_600, { perMemberMax: 2 }),
  gift("tea-set", "白瓷茶具一套", "White porcelain tea set", 3_800, { stock: 4 }),
  gift("milk-tea", "奶茶兑换券", "Milk tea voucher", 450, { kind: "virtual", stock: null }),
  gift("thermos", "316 不锈钢保温杯", "Steel thermos flask", 1_800, {
    stock: 0,
    refused: "gift-gone",
  }),
  gift("air-fryer", "空气炸锅 4.5 升", "Air fryer, 4.5 l", 12_800, {
    refused: "points-short",
    refusedFields: { needed: 12_800, spendable: 4_286 },
  }),
  gift("health-check", "体检套餐", "Health check", 4_000, {
    kind: "service",
    tierLevelMin: 3,
    refused: "gift-tier",
    refusedFields: { tier: 3 },
  }),
  gift("moon-cake-box", "中秋月饼礼盒", "Moon cake box", 2_200, {
    opensAt: now() + 40 * DAY_MS,
    refused: "gift-closed",
    refusedFields: { opensAt: now() + 40 * DAY_MS, closesAt: null },
  }),
];

export const claim: ClaimView = {
  claimId: "clm_01m4xk2qk7n9",
  code: composeClaimCode("4816372059384716"),
  state: "open",
  gift: {
    id: gifts[4]!.id,
    nameZh: gifts[4]!.nameZh,
    nameEn: gifts[4]!.nameEn,
    picture: gifts[4]!.picture,
    kind: "goods",
  },
  quantity: 1,
  points: 3_800,
  moneyFen: 0,
  paidFen: 0,
  way: "pick-up",
  event: null,
  order: null,
  storeId: "sto_jingan",
  storeNameZh: "福满家静安寺店",
  storeNameEn: "Fumanjia Jing'an Temple",
  claimedAt: now() - 60_000,
  expiresAt: now() + 14 * DAY_MS,
  endedAt: null,
};
