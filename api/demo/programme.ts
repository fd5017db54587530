/** Tiers and earning rules of the demo chain. Hexin changed its rules once: points earned before
 *  then keep the shorter validity they were born with. @module */
import type { GrantRules } from "../../shared/grants/grant-rules.ts";
import type { ProgrammeRules } from "../../shared/programme/rules.ts";
import { hexinNew } from "./goods-hexin.ts";
import { hexin, muchen } from "./places.ts";

export const tiers = [
  tier(hexin, 0, "普通会员", "Member", "#8c8378", 0),
  tier(hexin, 1, "银卡会员", "Silver", "#7f8fa0", 1_500_00),
  tier(hexin, 2, "金卡会员", "Gold", "#c2913a", 4_500_00),
  tier(hexin, 3, "VIP 会员", "VIP", "#3a2a26", 11_500_00),
  tier(muchen, 0, "会员", "Member", "#a68a6d", 0),
  tier(muchen, 1, "银穗会员", "Silver Ear", "#8795a3", 600_00),
  tier(muchen, 2, "金穗会员", "Golden Ear", "#c2913a", 1_800_00),
];

function tier(
  brandId: string,
  level: number,
  nameZh: string,
  nameEn: string,
  colour: string,
  thresholdFen: number,
) {
  return {
    id: `tie_${brandId.slice(4)}_${level}`,
    brandId,
    level,
    nameZh,
    nameEn,
    colour,
    thresholdFen,
  };
}

export type DemoRules = {
  id: string;
  brandId: string;
  version: number;
  /** Days before the demo's last day on which they took effect. */
  daysBack: number;
  body: ProgrammeRules;
};

/** What is given without a purchase. Invitations are paid at once, so that a visitor sees it happen;
 *  a return takes them back. */
const hexinGrants: GrantRules = {
  birthday: { points: 50, when: "day", paid: "window-opens" },
  festivals: [
    { festivalId: "spring-festival", points: 66 },
    { festivalId: "dragon-boat", points: 20 },
    { festivalId: "mid-autumn", points: 20 },
  ],
  referral: {
    referrerPoints: 30,
    friendPoints: 30,
    minSaleFen: 0,
    waitDays: 0,
    maxPerMonth: 10,
  },
  share: { points: 2, maxPerDay: 3 },
  checkIn: { points: 1, streaks: [{ days: 3, points: 2 }, { days: 7, points: 10 }] },
  profile: { points: 20 },
  recharge: { fenPerPoint: 100_00, pointsPerStep: 10 },
};

/** 1 yuan is 1 point; tobacco and gift cards earn nothing. */
const hexinBody: ProgrammeRules = {
  v: 1,
  fenPerPoint: 1_00,
  pointsPerStep: 1,
  minSaleFen: 0,
  tierFactorPercent: { tie_hexin_1: 110, tie_hexin_2: 120, tie_hexin_3: 150 },
  excludedCategoryIds: ["cat_hexin_tobacco", "cat_hexin_vouchers"],
  carryRemainder: true,
  validity: { kind: "quarter-end", quarters: 4 },
  pendingDays: 0,
  signUpPoints: 100,
  rules: [{
    id: "new-arrivals",
    nameZh: "新品首购",
    nameEn: "First try of a new product",
    on: true,
    when: {},
    lines: { productIds: [hexinNew.id] },
    gives: { kind: "bonus", points: 50, once: "product" },
    priority: 0,
    groupId: null,
    caps: null,
  }],
  // From 200 yuan on, 100 points pay 1 yuan, half of the sale at most.
  offset: {
    points: 100,
    fen: 1_00,
    others: [],
    minSaleFen: 200_00,
    maxSharePercent: 50,
    maxPoints: null,
    maxPointsPerDay: 20_000,
    stepPoints: 1,
    excludedCategoryIds: ["cat_hexin_tobacco", "cat_hexin_vouchers"],
    window: null,
  },
  grants: hexinGrants,
};

export const rules: readonly DemoRules[] = [
  {
    id: "rul_hexin_1",
    brandId: hexin,
    version: 1,
    daysBack: 420,
    body: {
      ...hexinBody,
      tierFactorPercent: { tie_hexin_2: 120, tie_hexin_3: 150 },
      validity: { kind: "months", months: 6 },
      signUpPoints: 50,
    },
  },
  { id: "rul_hexin_2", brandId: hexin, version: 2, daysBack: 150, body: hexinBody },
  {
    // 10 yuan is 1 point, usable after three days.
    id: "rul_muchen_1",
    brandId: muchen,
    version: 1,
    daysBack: 420,
    body: {
      v: 1,
      fenPerPoint: 10_00,
      pointsPerStep: 1,
      minSaleFen: 0,
      tierFactorPercent: { tie_muchen_1: 120, tie_muchen_2: 150 },
      excludedCategoryIds: ["cat_muchen_vouchers"],
      carryRemainder: true,
      validity: { kind: "months", months: 9 },
      pendingDays: 3,
      signUpPoints: 10,
      // 100 points pay 10 yuan, for the highest tier 12, in tens.
      offset: {
        points: 100,
        fen: 10_00,
        others: [{ tierIds: ["tie_muchen_2"], points: 100, fen: 12_00 }],
        minSaleFen: 50_00,
        maxSharePercent: 30,
        maxPoints: 500,
        maxPointsPerDay: null,
        stepPoints: 10,
        excludedCategoryIds: ["cat_muchen_vouchers"],
        window: null,
      },
      // The bakery: a birthday week, and three weeks' patience with invitations.
      grants: {
        ...hexinGrants,
        birthday: { points: 20, when: "week", paid: "visit" },
        festivals: [],
        referral: {
          referrerPoints: 10,
          friendPoints: 10,
          minSaleFen: 30_00,
          waitDays: 7,
          maxPerMonth: 5,
        },
        recharge: null,
      },
    },
  },
];
