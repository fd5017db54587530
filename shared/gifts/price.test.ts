import { describe, expect, test } from "vitest";
import { priceAt, type PriceGround, type PriceTerms } from "./price.ts";

const now = 1_760_000_000_000;
const hour = 3_600_000;
const terms: PriceTerms = {
  points: 1000,
  moneyFen: 500,
  tierPrices: [
    { level: 3, points: 700, moneyFen: 0 },
    { level: 1, points: 900, moneyFen: 500 },
  ],
  flash: { points: 600, moneyFen: 500, from: now, until: now + hour, pieces: 3 },
};
const plain = { ...terms, tierPrices: [], flash: null };
const at = (more: Partial<PriceGround> = {}): PriceGround => ({
  tierLevel: 0,
  flashTaken: 0,
  now,
  ...more,
});
const base = { points: 1000, moneyFen: 500, priced: "base" };
const flash = { points: 600, moneyFen: 500, priced: "flash" };

describe("priceAt()", () => {
  test.each([
    ["no tier", {}, base],
    ["the tier's own", { tierLevel: 1 }, { points: 900, moneyFen: 500, priced: "tier" }],
    ["the highest reached", { tierLevel: 2 }, { points: 900, moneyFen: 500, priced: "tier" }],
    ["the highest there is", { tierLevel: 9 }, { points: 700, moneyFen: 0, priced: "tier" }],
  ])("by tier: %s", (_, ground, price) => {
    expect(priceAt({ ...terms, flash: null }, at(ground))).toEqual(price);
  });

  test.each([
    ["before it begins", { now: now - 1 }, base],
    ["from its first instant", { now }, flash],
    ["to just before its last", { now: now + hour - 1 }, flash],
    ["and no longer", { now: now + hour }, base],
    ["the last piece", { flashTaken: 2 }, flash],
    ["after the last piece", { flashTaken: 3 }, base],
  ])("for a while: %s", (_, ground, price) => {
    expect(priceAt({ ...terms, tierPrices: [] }, at(ground))).toEqual(price);
  });

  test("without a number of pieces it goes on until its time is over", () => {
    const endless = { ...terms, flash: { ...terms.flash!, pieces: null } };
    expect(priceAt(endless, at({ flashTaken: 10_000 }))).toEqual(flash);
  });

  test("a tier whose own price is no dearer in points and money keeps it", () => {
    const equal = { ...terms, tierPrices: [{ level: 2, points: 600, moneyFen: 500 }] };
    expect(priceAt(equal, at({ tierLevel: 2 }))).toMatchObject({ priced: "tier" });
    const dearer = { ...terms, tierPrices: [{ level: 2, points: 601, moneyFen: 0 }] };
    expect(priceAt(dearer, at({ tierLevel: 2 }))).toEqual(flash);
  });

  test("nothing set: the price is the price", () => {
    expect(priceAt(plain, at({ tierLevel: 5 }))).toEqual(base);
  });
});
