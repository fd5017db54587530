import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Tier, tierBelow, tierFor, tierProgress, tierRaised } from "./tier.ts";

const tier = (level: number, zh: string, en: string, threshold: number): Tier => ({
  id: `tier-${level}`,
  brandId: "brand-fuman",
  level,
  name: { zh, en },
  colour: "oklch(70% 0.1 80)",
  threshold,
});
const BASIC = tier(0, "普卡", "Basic", 0);
const SILVER = tier(1, "银卡", "Silver", 200_000);
const GOLD = tier(2, "金卡", "Gold", 1_000_000);
const TIERS = [GOLD, BASIC, SILVER];

describe("the tier that a spend reaches", () => {
  test.each([
    [0, BASIC],
    [199_999, BASIC],
    [200_000, SILVER],
    [999_999, SILVER],
    [1_000_000, GOLD],
    [50_000_000, GOLD],
  ])("%i fen", (fen, expected) => expect(tierFor(TIERS, fen)).toEqual(expected));

  test("none, when there is no tier from 0 on or no tier at all", () => {
    expect(tierFor([SILVER, GOLD], 199_999)).toBeNull();
    expect(tierFor([], 1)).toBeNull();
  });

  test("the same in whatever order the tiers come, and never lower for more", () => {
    const shuffled = fc.shuffledSubarray(TIERS, { minLength: 3 });
    fc.assert(
      fc.property(shuffled, fc.nat(3_000_000), fc.nat(3_000_000), (tiers, fen, more) => {
        expect(tierFor(tiers, fen)).toEqual(tierFor(TIERS, fen));
        const higher = tierFor(tiers, fen + more)?.level ?? -1;
        expect(higher).toBeGreaterThanOrEqual(tierFor(tiers, fen)?.level ?? -1);
      }),
    );
  });
});

describe("the way to the next tier", () => {
  test.each([
    [BASIC, 0, SILVER, 200_000, 0],
    [BASIC, 50_000, SILVER, 150_000, 0.25],
    [SILVER, 200_000, GOLD, 800_000, 0],
    [SILVER, 600_000, GOLD, 400_000, 0.5],
    [GOLD, 1_000_000, null, 0, 1],
    [null, 50_000, BASIC, 0, 1],
    // Granted above the spend: the way is counted from the tier held.
    [SILVER, 50_000, GOLD, 950_000, 0],
    // The spend has already passed the next one: the change is still to come.
    [BASIC, 300_000, SILVER, 0, 1],
  ])("from %o with %i fen", (current, fen, next, missing, ratio) => {
    expect(tierProgress(TIERS, current, fen)).toEqual({ current, next, missing, ratio });
  });

  test("with no tiers there is nowhere to go", () => {
    expect(tierProgress([], null, 5)).toEqual({
      current: null,
      next: null,
      missing: 0,
      ratio: 1,
    });
  });
});

test("a tier in the wrong shape is refused", () => {
  expect(Tier.safeParse(GOLD).success).toBe(true);
  for (const wrong of [{ threshold: -1 }, { threshold: 0.5 }, { level: -1 }, { extra: 1 }]) {
    expect(Tier.safeParse({ ...GOLD, ...wrong }).success).toBe(false);
  }
});

describe("rising at once", () => {
  test.each([
    [BASIC, 199_999, null],
    [BASIC, 200_000, SILVER],
    [BASIC, 1_000_000, GOLD],
    [SILVER, 999_999, null],
    [SILVER, 1_000_000, GOLD],
    // Bought or kept above the sum: nobody is lowered by a purchase.
    [GOLD, 0, null],
  ])("from %o with %i", (held, counted, to) => {
    expect(tierRaised(TIERS, held.id, counted)).toEqual(to);
  });

  test("somebody without a tier, or with one that is gone, gets what the sum reaches", () => {
    expect(tierRaised(TIERS, null, 0)).toEqual(BASIC);
    expect(tierRaised(TIERS, "tier-gone", 300_000)).toEqual(SILVER);
  });
});

test("one step below", () => {
  expect(tierBelow(TIERS, GOLD)).toEqual(SILVER);
  expect(tierBelow(TIERS, SILVER)).toEqual(BASIC);
  expect(tierBelow(TIERS, BASIC)).toBeNull();
});
