import { buyTierByScan, listScanTiers } from "../../shared/tiers/endpoints.ts";
import type { TierLadderView } from "../../shared/tiers/endpoints.ts";
import { at, scene } from "./kiosk-scenes.tsx";
import { points } from "./members.ts";
import { tiers } from "./places.ts";
import type { Scene } from "./scene.ts";
import { answers } from "./transport.ts";

const ladder: TierLadderView = {
  policy: {
    basis: "spending",
    span: "months",
    review: { kind: "months", months: 12 },
    graceDays: 30,
  },
  progress: { ...points.tier, nextPricePoints: 4_000, reviewOn: "2027-05-30", keepMissing: 0 },
  steps: tiers.map((tier, n) => ({
    ...tier,
    threshold: n * 1_000_000,
    factorPercent: 100 + n * 20,
    discounts: n < 2 ? [] : [
      { on: "category" as const, nameZh: "生鲜", nameEn: "fresh food", offPercent: n * 3 },
    ],
    birthdayPoints: n === 0 ? null : n * 100,
    birthdayGiftZh: null,
    birthdayGiftEn: null,
    freeDelivery: n > 2,
    pricePoints: n > 1 ? n * 2_000 - 2_000 : null,
    priceMonths: 12,
  })),
  category: null,
};

const open = [answers(listScanTiers, ladder)];

/** The ladder at the kiosk. */
export const tierScenes: Scene[] = [
  scene("tiers", "Tiers", () => at("tiers", { doors: open })),
  scene(
    "tiers-loading",
    "Tiers, loading",
    () => at("tiers", { doors: [answers(listScanTiers, "never")] }),
  ),
  scene(
    "tiers-offline",
    "Tiers without network",
    () =>
      at("tiers", {
        doors: [answers(listScanTiers, "unreachable"), answers(buyTierByScan, "never")],
      }),
  ),
];
