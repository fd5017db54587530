import { expect, test } from "vitest";
import type { ScanView } from "../../shared/cards/endpoints.ts";
import type { TerminalView } from "../terminal/standing.ts";
import { addAmount } from "./basket.ts";
import { previewOf } from "./preview.ts";

const rules = {
  id: "rul_v1",
  body: {
    v: 1,
    fenPerPoint: 1_000,
    pointsPerStep: 1,
    minSaleFen: 0,
    tierFactorPercent: { tie_gold: 150 },
    excludedCategoryIds: [],
    carryRemainder: true,
    validity: { kind: "never" },
    pendingDays: 0,
    signUpPoints: 0,
  },
} as unknown as TerminalView["rules"];

const pointsWith = (more: Partial<ScanView["points"]>) =>
  ({ debt: 0, carryMicro: 0, tier: { current: { id: "tie_gold" } }, ...more }) as ScanView[
    "points"
  ];

const basket = addAmount([], 9_500, "x");

test("the preview counts the tier and the kept fraction", () => {
  const preview = previewOf(basket, pointsWith({ carryMicro: 800_000 }), rules, 0);
  expect(preview.points).toBe(15); // 9.5 × 1.5 + 0.8 = 15.05
  expect(preview.carryAfterMicro).toBe(50_000);
  expect(preview.debtRepaid).toBe(0);
});

test("what is owed is paid off first, and never more than is earned", () => {
  expect(previewOf(basket, pointsWith({ debt: 5 }), rules, 0).debtRepaid).toBe(5);
  expect(previewOf(basket, pointsWith({ debt: 90 }), rules, 0).debtRepaid).toBe(14);
});
