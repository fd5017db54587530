import type {
  listMemberCategories,
  showMemberTier,
  showTiers,
} from "../../../shared/console/endpoints.ts";
import type { AnswerOf } from "../../../shared/endpoint.ts";
import { day, market, now } from "./places.ts";
import { categories, tiers } from "./programme.ts";

const plain = {
  pricePoints: null,
  priceMonths: 12,
  discounts: [],
  birthday: null,
  freeDelivery: false,
};

export const tiersView: AnswerOf<typeof showTiers> = {
  revision: 4,
  changedAt: now - 30 * day,
  policy: {
    basis: "spending",
    span: "months",
    review: { kind: "months", months: 12 },
    graceDays: 30,
  },
  tiers: tiers.map((tier, n) => ({
    ...tier,
    ...plain,
    thresholdPoints: tier.thresholdFen / 1_000,
    ...(n === 1 ? { pricePoints: 2_000 } : {}),
    ...(n === 2
      ? {
        pricePoints: 6_000,
        discounts: [
          { on: "all" as const, offPercent: 3 },
          { on: "category" as const, categoryId: "cat_fresh", offPercent: 8 },
          { on: "category" as const, categoryId: "cat_tobacco", offPercent: 0 },
        ],
        birthday: { kind: "points" as const, points: 200 },
      }
      : {}),
    ...(n === 3 ? { birthday: { kind: "gift" as const, giftId: "gft_cake" } } : {}),
    freeDelivery: n >= 2,
    members: [18_204, 6_310, 1_482, 96][n] ?? 0,
    factorPercent: [100, 120, 150, 200][n] ?? 100,
  })),
  categories: categories.map(({ id, nameZh, nameEn }) => ({ id, nameZh, nameEn })),
  products: [],
  gifts: [{ id: "gft_cake", nameZh: "六寸生日蛋糕", nameEn: "Birthday cake" }],
};

export const memberCategories: AnswerOf<typeof listMemberCategories>["categories"] = [
  {
    id: "mct_staff",
    brandId: market,
    nameZh: "员工",
    nameEn: "Staff",
    discounts: [{ on: "all", offPercent: 10 }],
    state: "open",
    revision: 2,
    members: 184,
  },
  {
    id: "mct_senior",
    brandId: market,
    nameZh: "老年",
    nameEn: "Senior",
    discounts: [{ on: "category", categoryId: "cat_fresh", offPercent: 5 }],
    state: "open",
    revision: 1,
    members: 2_310,
  },
  {
    id: "mct_group",
    brandId: market,
    nameZh: "企业团购",
    nameEn: "Group buyer",
    discounts: [{ on: "category", categoryId: "cat_pantry", offPercent: 12 }],
    state: "closed",
    revision: 5,
    members: 0,
  },
];

export const memberTier: AnswerOf<typeof showMemberTier> = {
  categoryId: "mct_senior",
  changes: [
    {
      at: now - 20 * day,
      how: "grace",
      fromZh: "金福卡",
      fromEn: "Gold",
      toZh: "金福卡",
      toEn: "Gold",
      reviewOn: "2026-10-30",
    },
    {
      at: now - 380 * day,
      how: "reached",
      fromZh: "银福卡",
      fromEn: "Silver",
      toZh: "金福卡",
      toEn: "Gold",
      reviewOn: "2026-10-30",
    },
  ],
};
