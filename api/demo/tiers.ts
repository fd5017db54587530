/** What the demo chain's tiers count, ask and give, and its categories of members. @module */
import type { Discount } from "../../shared/tiers/discount.ts";
import type { BirthdayGift } from "../../shared/tiers/terms.ts";
import type { Write } from "../db/statement.ts";
import { insertMemberCategory } from "../tiers/member-queries.ts";
import { putPolicy, putTerms } from "../tiers/settings-queries.ts";
import { hexin, muchen } from "./places.ts";
import { tiers } from "./programme.ts";

const goods = (brandId: string, code: string, offPercent: number): Discount => ({
  on: "category",
  categoryId: `cat_${brandId.slice(4)}_${code}`,
  offPercent,
});

type Terms = {
  price?: number;
  discounts?: Discount[];
  birthday?: BirthdayGift;
  freeDelivery?: boolean;
};

const noTobacco = [goods(hexin, "tobacco", 0), goods(hexin, "vouchers", 0)];

const terms: Record<string, Terms> = {
  tie_hexin_1: { price: 1_500, birthday: { kind: "points", points: 100 } },
  tie_hexin_2: {
    price: 4_000,
    discounts: [{ on: "all", offPercent: 2 }, goods(hexin, "fresh", 5), ...noTobacco],
    birthday: { kind: "points", points: 200 },
  },
  tie_hexin_3: {
    discounts: [{ on: "all", offPercent: 5 }, goods(hexin, "fresh", 8), ...noTobacco],
    birthday: { kind: "points", points: 500 },
    freeDelivery: true,
  },
  tie_muchen_1: { discounts: [{ on: "all", offPercent: 3 }] },
  tie_muchen_2: {
    price: 800,
    discounts: [{ on: "all", offPercent: 8 }],
    birthday: { kind: "points", points: 50 },
    freeDelivery: true,
  },
};

const categories: [id: string, brandId: string, zh: string, en: string, Discount[]][] = [
  ["mct_hexin_staff", hexin, "员工", "Staff", [{ on: "all", offPercent: 6 }, ...noTobacco]],
  ["mct_hexin_senior", hexin, "老年", "Senior", [goods(hexin, "fresh", 6)]],
  ["mct_hexin_group", hexin, "企业团购", "Group buyer", [
    { on: "all", offPercent: 3 },
    ...noTobacco,
  ]],
  ["mct_muchen_staff", muchen, "员工", "Staff", [{ on: "all", offPercent: 12 }]],
];

/** Hexin counts the last twelve months and reviews a year after a tier was reached, with a month of
 *  grace; Muchen counts the calendar year and reviews on its last day. */
export const tierSettings = (at: number): Write[] => [
  policy(hexin, "months", { kind: "months", months: 12 }, 30, at),
  policy(muchen, "year", { kind: "yearly", month: 12, day: 31 }, 0, at),
  ...tiers.map((tier) => {
    const own = terms[tier.id] ?? {};
    return putTerms.row({
      tier_id: tier.id,
      threshold_points: tier.thresholdFen / 100,
      price_points: own.price ?? null,
      price_months: 12,
      discounts: JSON.stringify(own.discounts ?? []),
      birthday: own.birthday ? JSON.stringify(own.birthday) : null,
      free_delivery: own.freeDelivery ? 1 : 0,
    });
  }),
  ...categories.map(([id, brand_id, name_zh, name_en, discounts]) =>
    insertMemberCategory.row({
      id,
      brand_id,
      name_zh,
      name_en,
      discounts: JSON.stringify(discounts),
      created_at: at,
    })
  ),
];

const policy = (
  brand_id: string,
  span: "months" | "year",
  review: object,
  grace_days: number,
  at: number,
): Write =>
  putPolicy.row({
    brand_id,
    basis: "spending",
    span,
    review: JSON.stringify(review),
    grace_days,
    revision: 1,
    changed_at: at,
    changed_by: "stf_lu_xiaoman",
  });
