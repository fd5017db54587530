import type { TierLadderView, TierStep } from "../../shared/tiers/endpoints.ts";
import { TiersView, type TiersViewProps } from "../tiers/tiers-view.tsx";
import { failed, here, kept, offlineEmpty, pointsAt, waiting } from "./people.ts";
import type { BenchState } from "./state.ts";

const nothing = () => {};
const names = [["普卡", "Basic"], ["银卡", "Silver"], ["金卡", "Gold"], ["翡翠卡", "Jade"]];

const step = (level: number, more: Partial<TierStep> = {}): TierStep => ({
  id: `tie_019000000${level}`,
  level,
  nameZh: names[level]?.[0] ?? "",
  nameEn: names[level]?.[1] ?? "",
  colour: "#b4894a",
  threshold: [0, 200_000, 500_000, 2_000_000][level] ?? 0,
  factorPercent: 100 + level * 25,
  discounts: [],
  birthdayPoints: null,
  birthdayGiftZh: null,
  birthdayGiftEn: null,
  freeDelivery: false,
  pricePoints: null,
  priceMonths: 12,
  ...more,
});

const ladder: TierLadderView = {
  policy: {
    basis: "spending",
    span: "months",
    review: { kind: "months", months: 12 },
    graceDays: 30,
  },
  progress: {
    ...pointsAt(1).tier,
    nextPricePoints: 3_000,
    reviewOn: "2027-05-30",
    keepMissing: 40_000,
  },
  steps: [
    step(0),
    step(1, { birthdayPoints: 100 }),
    step(2, {
      discounts: [
        { on: "all", nameZh: "", nameEn: "", offPercent: 3 },
        { on: "category", nameZh: "生鲜", nameEn: "fresh food", offPercent: 8 },
      ],
      birthdayPoints: 200,
      pricePoints: 3_000,
    }),
    step(3, {
      birthdayGiftZh: "六寸蛋糕",
      birthdayGiftEn: "a birthday cake",
      freeDelivery: true,
      pricePoints: 20_000,
    }),
  ],
  category: {
    nameZh: "老年",
    nameEn: "Senior",
    discounts: [{ on: "category", nameZh: "粮油", nameEn: "pantry", offPercent: 5 }],
  },
};

const view = (more: Partial<TiersViewProps> = {}) => (
  <TiersView
    ladder={here(ladder)}
    spendable={12_480}
    hasPin
    onRetry={nothing}
    onBuy={() => Promise.resolve()}
    {...more}
  />
);
const inPoints: TierLadderView = {
  ...ladder,
  policy: { ...ladder.policy, basis: "points", span: "year" },
  progress: {
    ...ladder.progress,
    basis: "points",
    qualifyingPoints: 3_864,
    missingPoints: 1_136,
    graceUntil: "2026-12-20",
  },
};

/** The ladder of tiers and climbing it with points. */
export const tierStates: BenchState[] = [
  { name: "tiers", draw: () => view() },
  { name: "tiers-points-grace", draw: () => view({ ladder: here(inPoints) }) },
  { name: "tiers-short", draw: () => view({ spendable: 800 }) },
  { name: "tiers-buy", draw: () => view({ buying: "tie_0190000002" }) },
  { name: "tiers-buy-no-pin", draw: () => view({ buying: "tie_0190000002", hasPin: false }) },
  { name: "tiers-loading", draw: () => view({ ladder: waiting }) },
  { name: "tiers-offline", draw: () => view({ ladder: offlineEmpty }) },
  { name: "tiers-offline-kept", draw: () => view({ ladder: kept(ladder) }) },
  { name: "tiers-failed", draw: () => view({ ladder: failed }) },
];
