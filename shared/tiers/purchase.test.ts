import { describe, expect, test } from "vitest";
import { buyTier, type PurchaseGround } from "./purchase.ts";

const basic = { id: "tie_basic", level: 0, pricePoints: null, priceMonths: 12 };
const silver = { id: "tie_silver", level: 1, pricePoints: 900, priceMonths: 12 };
const gold = { id: "tie_gold", level: 2, pricePoints: 3_000, priceMonths: 1 };
const vip = { id: "tie_vip", level: 3, pricePoints: null, priceMonths: 12 };

const ground: PurchaseGround<typeof silver | typeof basic> = {
  tiers: [vip, gold, silver, basic],
  heldId: basic.id,
  wantedId: silver.id,
  agreedPoints: 900,
  spendable: 900,
  debt: 0,
  today: "2026-06-15",
};

describe("buying a tier", () => {
  test.each([
    ["for exactly what there is", {}, null],
    ["one point short", { spendable: 899 }, "points-short"],
    ["owing a point", { debt: 1 }, "debt-open"],
    ["at another price than was agreed", { agreedPoints: 901 }, "changed-meanwhile"],
    ["the one held", { heldId: silver.id }, "tier-held"],
    ["one below the one held", { heldId: gold.id }, "tier-held"],
    ["one that is not sold", { wantedId: vip.id }, "not-found"],
    ["one that is none", { wantedId: "tie_gone" }, "not-found"],
    ["held already, at another price", { heldId: gold.id, agreedPoints: 1 }, "tier-held"],
    ["two steps at once", { wantedId: gold.id, agreedPoints: 3_000, spendable: 3_000 }, null],
    ["by somebody without any tier", { heldId: null }, null],
  ])("%s", (_, more, refused) => {
    const outcome = buyTier({ ...ground, ...more });
    expect("refused" in outcome ? outcome.refused : null).toBe(refused);
  });

  test("held until the same date later, or the month's last day", () => {
    expect(buyTier(ground)).toMatchObject({ points: 900, heldUntil: "2027-06-15" });
    expect(buyTier({ ...ground, today: "2028-02-29" })).toMatchObject({ heldUntil: "2029-02-28" });
    const short = {
      ...ground,
      wantedId: gold.id,
      agreedPoints: 3_000,
      spendable: 3_000,
      today: "2027-01-31",
    };
    expect(buyTier(short)).toMatchObject({ heldUntil: "2027-02-28" });
  });
});
