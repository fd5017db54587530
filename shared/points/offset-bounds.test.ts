/** Wishes at the very bounds of what points may pay, and what is said of those beyond. */
import { expect, test } from "vitest";
import { type OffsetGround, type OffsetLine, offsetOffer, sharesOf, useOffset } from "./offset.ts";
import type { OffsetRules } from "./offset-rules.ts";

const rules: OffsetRules = {
  points: 100,
  fen: 100,
  others: [],
  minSaleFen: 0,
  maxSharePercent: 50,
  maxPoints: null,
  maxPointsPerDay: null,
  stepPoints: 1,
  excludedCategoryIds: ["cat_tobacco"],
  window: null,
};
const line = (n: number, amountFen: number, categoryIds = ["cat_food"]): OffsetLine => ({
  n,
  amountFen,
  categoryIds,
});
const ground: OffsetGround = {
  tierId: null,
  memberCategoryId: null,
  tags: [],
  spendable: 5000,
  debt: 0,
  usedToday: 0,
  at: Date.UTC(2026, 5, 15, 2),
};
const wish = (points: number, more: Partial<OffsetRules> = {}, member = {}) =>
  useOffset({ ...rules, ...more }, [line(1, 300_00)], { ...ground, ...member }, points);
const offer = (more: Partial<OffsetRules>, lines = [line(1, 300_00)], member = {}) =>
  offsetOffer({ ...rules, ...more }, lines, { ...ground, ...member });
const refused = (refusal: string, fields: Record<string, unknown>) => ({
  refused: refusal,
  fields,
});

test("the last point of a bound is to be had, the next is refused with what there is", () => {
  const daily = { maxPointsPerDay: 1000 };
  expect(wish(400, daily, { usedToday: 600 })).toMatchObject({ points: 400, fen: 400 });
  expect(wish(401, daily, { usedToday: 600 }))
    .toEqual(refused("offset-limit-today", { limit: 1000, left: 400 }));
  expect(wish(5000)).toMatchObject({ points: 5000, fen: 5000 });
  expect(wish(5001)).toEqual(refused("points-short", { spendable: 5000, needed: 5001 }));
  const rich = { spendable: 90_000 };
  expect(wish(15_000, {}, rich)).toMatchObject({ points: 15_000, fen: 150_00 });
  expect(wish(15_001, {}, rich)).toEqual(refused("offset-share", { maxPoints: 15_000 }));
  expect(wish(900, { maxPoints: 900 })).toMatchObject({ points: 900 });
  expect(wish(901, { maxPoints: 900 })).toEqual(refused("offset-share", { maxPoints: 900 }));
  expect(wish(250, { stepPoints: 100 })).toEqual(refused("offset-step", { step: 100 }));
  // No rules: the wish hears what the offer says.
  expect(useOffset(null, [line(1, 300_00)], ground, 5)).toEqual(refused("offset-not-offered", {}));
});

test("beyond whole steps of the balance the step is said, beyond the sale the sale", () => {
  const steps = { stepPoints: 300 };
  // 5000 points are 16 steps, 4800; the rest is no step.
  expect(offer(steps)).toMatchObject({ maxPoints: 4800, boundBy: "balance" });
  expect(wish(4801, steps)).toEqual(refused("offset-step", { step: 300 }));
  expect(wish(5000, steps)).toEqual(refused("offset-step", { step: 300 }));
  const share = { spendable: 90_000 };
  expect(offer(steps, undefined, share)).toMatchObject({ maxPoints: 15_000, boundBy: "share" });
  expect(wish(15_300, steps, share)).toEqual(refused("offset-share", { maxPoints: 15_000 }));
  const sale = { stepPoints: 300, maxPoints: 1000 };
  expect(offer(sale)).toMatchObject({ maxPoints: 900, boundBy: "sale" });
  expect(wish(950, sale)).toEqual(refused("offset-share", { maxPoints: 900 }));
});

test("a step that is exactly there is offered; less than one is nothing", () => {
  expect(offer({ stepPoints: 5000 })).toMatchObject({ maxPoints: 5000 });
  expect(offer({ stepPoints: 5001 })).toHaveProperty("refused");
  // Of equal bounds the first is told: day, balance, sale, share.
  expect(offer({ maxPoints: 5000 })).toMatchObject({ boundBy: "balance" });
  expect(offer({ maxPoints: 3000, maxPointsPerDay: 3000 })).toMatchObject({ boundBy: "day" });
  // Points that are worth no fen are nothing to pay with.
  expect(offer({ points: 300 }, undefined, { spendable: 2 })).toHaveProperty("refused");
});

test("goods that points cannot pay are left out, by any category above them", () => {
  const lines = [line(2, 100_00), line(1, 100_00, ["cat_food", "cat_tobacco"]), line(3, 0)];
  const rich = { spendable: 90_000 };
  expect(offer({}, lines, rich)).toMatchObject({ maxPoints: 5000, maxFen: 50_00 });
  const used = useOffset(rules, lines, { ...ground, ...rich }, 5000);
  expect(used).toMatchObject({ shares: [{ n: 2, fen: 50_00 }] });
});

test("another worth goes by the first that names the member", () => {
  const others = [
    { tierIds: ["tie_gold"], points: 100, fen: 200 },
    { memberCategoryIds: ["mct_staff"], points: 100, fen: 300 },
    { tags: ["loyal", "vip"], points: 100, fen: 400 },
  ];
  const fen = (member: Partial<OffsetGround>) => {
    const used = wish(100, { others }, member);
    return "refused" in used ? used.refused : used.fen;
  };
  expect(fen({})).toBe(100);
  expect(fen({ tierId: "tie_gold", memberCategoryId: "mct_staff" })).toBe(200);
  expect(fen({ tierId: "tie_silver", memberCategoryId: "mct_staff" })).toBe(300);
  expect(fen({ memberCategoryId: "mct_other", tags: ["vip"] })).toBe(400);
  expect(fen({ tags: ["new"] })).toBe(100);
});

test("shares: the largest remainders first, equal ones by number, told in order", () => {
  const lines = [line(3, 100), line(1, 50), line(2, 50)];
  expect(sharesOf(lines, 101).toSorted((a, b) => a.n - b.n))
    .toEqual([{ n: 1, fen: 25 }, { n: 2, fen: 25 }, { n: 3, fen: 51 }]);
  expect(sharesOf([line(2, 100), line(1, 100)], 1).find((share) => share.fen === 1)?.n).toBe(1);
  expect(sharesOf([line(1, 100)], 100)).toEqual([{ n: 1, fen: 100 }]);
  expect(() => sharesOf([line(1, 100)], 101)).toThrow(RangeError);
});
