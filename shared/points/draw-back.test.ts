import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hasLapsed, type LotBalance, spend } from "./lot.ts";
import { drawBack, repay, restore } from "./draw-back.ts";

const NOW = Date.parse("2026-05-01T10:00:00+08:00");
const DAY = 86_400_000;

const lot = (id: string, remaining: number, more: Partial<LotBalance> = {}): LotBalance => ({
  id,
  remaining,
  availableAt: NOW - DAY,
  lapsesAt: NOW + 30 * DAY,
  ...more,
});
const anyLots = (prefix: string) =>
  fc.array(
    fc.record({
      remaining: fc.nat(40),
      availableAt: fc.integer({ min: -3, max: 3 }).map((days) => NOW + days * DAY),
      lapsesAt: fc.option(fc.integer({ min: -2, max: 5 }).map((days) => NOW + days * DAY)),
    }),
    { maxLength: 6 },
  ).map((lots) => lots.map((each, i) => ({ ...each, id: `${prefix}-${i}` })));
const sum = (uses: readonly { amount: number }[]) => uses.reduce((all, use) => all + use.amount, 0);

describe("where points that are taken back come from", () => {
  test("the sale's own lots first, then the others as in spending, pending ones last", () => {
    const own = [lot("own-late", 10), lot("own-soon", 5, { lapsesAt: NOW + DAY })];
    const others = [
      lot("pending", 50, { availableAt: NOW + DAY, lapsesAt: NOW + 2 * DAY }),
      lot("later", 20),
      lot("sooner", 20, { lapsesAt: NOW + DAY }),
    ];
    expect(drawBack(own, others, 60, NOW)).toEqual({
      uses: [
        { lotId: "own-soon", amount: 5 },
        { lotId: "own-late", amount: 10 },
        { lotId: "sooner", amount: 20 },
        { lotId: "later", amount: 20 },
        { lotId: "pending", amount: 5 },
      ],
      forgiven: 0,
      shortfall: 0,
    });
  });

  test("the sale's own pending points go before anything else", () => {
    const own = [lot("own", 10, { availableAt: NOW + DAY })];
    expect(drawBack(own, [lot("other", 20)], 10, NOW).uses).toEqual([{ lotId: "own", amount: 10 }]);
  });

  test("what cannot be found is owed", () => {
    const gone = lot("gone", 50, { lapsesAt: NOW });
    expect(drawBack([lot("own", 3)], [lot("other", 4), gone], 12, NOW)).toEqual({
      uses: [{ lotId: "own", amount: 3 }, { lotId: "other", amount: 4 }],
      forgiven: 0,
      shortfall: 5,
    });
  });

  test("points of the sale that lapsed unspent are not asked for again", () => {
    const own = [lot("own", 50, { lapsesAt: NOW })];
    const others = [lot("other", 80)];
    expect(drawBack(own, others, 60, NOW, 50)).toEqual({
      uses: [{ lotId: "other", amount: 10 }],
      forgiven: 50,
      shortfall: 0,
    });
    expect(drawBack(own, others, 20, NOW, 50)).toEqual({ uses: [], forgiven: 20, shortfall: 0 });
  });

  test("a lot named on both sides is drawn from once", () => {
    const own = lot("own", 10);
    expect(drawBack([own], [own], 15, NOW)).toEqual({
      uses: [{ lotId: "own", amount: 10 }],
      forgiven: 0,
      shortfall: 5,
    });
  });

  test("nothing to take back takes nothing", () => {
    expect(drawBack([lot("own", 5)], [], 0, NOW)).toEqual({ uses: [], forgiven: 0, shortfall: 0 });
    expect(() => drawBack([], [], -1, NOW)).toThrow(RangeError);
    expect(() => drawBack([], [], 1, NOW, -1)).toThrow(RangeError);
  });

  test("it adds up, and debt arises only when no open point is left", () => {
    fc.assert(fc.property(
      anyLots("own"),
      anyLots("other"),
      fc.nat(300),
      fc.nat(20),
      (own, others, amount, forgivable) => {
        const back = drawBack(own, others, amount, NOW, forgivable);
        expect(sum(back.uses) + back.forgiven + back.shortfall).toBe(amount);
        expect(back.forgiven).toBeLessThanOrEqual(forgivable);
        const open = [...own, ...others].filter((each) => !hasLapsed(each, NOW));
        const there = open.reduce((all, each) => all + each.remaining, 0);
        for (const use of back.uses) {
          const from = open.find((each) => each.id === use.lotId);
          expect(use.amount).toBeGreaterThan(0);
          expect(use.amount).toBeLessThanOrEqual(from?.remaining ?? 0);
        }
        if (back.shortfall > 0) expect(sum(back.uses)).toBe(there);
      },
    ));
  });
});

describe("paying off debt", () => {
  test.each([
    [0, 10, { repaid: 0, debtAfter: 0, kept: 10 }],
    [4, 10, { repaid: 4, debtAfter: 0, kept: 6 }],
    [10, 10, { repaid: 10, debtAfter: 0, kept: 0 }],
    [25, 10, { repaid: 10, debtAfter: 15, kept: 0 }],
    [25, 0, { repaid: 0, debtAfter: 25, kept: 0 }],
  ])("a debt of %i and %i new points", (debt, points, expected) => {
    expect(repay(debt, points)).toEqual(expected);
  });

  test.each([[-1, 5], [5, -1], [0.5, 1], [1, NaN]])("%s and %s are a bug", (debt, points) => {
    expect(() => repay(debt, points)).toThrow(RangeError);
  });
});

describe("giving spent points back", () => {
  const lots = [
    lot("a", 0, { lapsesAt: NOW + DAY }),
    lot("b", 5, { lapsesAt: NOW + 9 * DAY }),
    lot("c", 9, { lapsesAt: null }),
  ];
  const uses = [{ lotId: "a", amount: 10 }, { lotId: "b", amount: 15 }, { lotId: "c", amount: 1 }];

  test("all of them to their own lots, dates unchanged", () => {
    expect(restore(lots, uses, NOW)).toEqual([
      { lotId: "c", amount: 1, lapsesAt: null, lapsed: false },
      { lotId: "b", amount: 15, lapsesAt: NOW + 9 * DAY, lapsed: false },
      { lotId: "a", amount: 10, lapsesAt: NOW + DAY, lapsed: false },
    ]);
  });

  test("a lot that lapsed meanwhile is flagged from its lapse on", () => {
    const flags = (now: number) => restore(lots, uses, now).map((each) => each.lapsed);
    expect(flags(NOW + DAY - 1)).toEqual([false, false, false]);
    expect(flags(NOW + DAY)).toEqual([false, false, true]);
    expect(flags(NOW + 9 * DAY)).toEqual([false, true, true]);
  });

  test("a part comes back last drawn first, and a further part goes on from there", () => {
    const first = restore(lots, uses, NOW, 6);
    expect(first).toMatchObject([{ lotId: "c", amount: 1 }, { lotId: "b", amount: 5 }]);
    const second = restore(lots, uses, NOW, 12, first);
    expect(second).toMatchObject([{ lotId: "b", amount: 10 }, { lotId: "a", amount: 2 }]);
    const third = restore(lots, uses, NOW, 8, [...first, ...second]);
    expect(third).toMatchObject([{ lotId: "a", amount: 8 }]);
    expect(() => restore(lots, uses, NOW, 1, [...first, ...second, ...third])).toThrow(RangeError);
  });

  test("more than was spent, or from a lot that is missing, is a bug", () => {
    expect(() => restore(lots, uses, NOW, 27)).toThrow(RangeError);
    expect(() => restore([], uses, NOW)).toThrow(RangeError);
    expect(() => restore(lots, uses, NOW, -1)).toThrow(RangeError);
    expect(restore(lots, uses, NOW, 0)).toEqual([]);
  });

  test("leaves the lots as if only the rest had been spent", () => {
    fc.assert(fc.property(
      anyLots("lot"),
      fc.integer({ min: 1, max: 120 }),
      fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 4 }),
      (all, amount, parts) => {
        const spending = spend(all, amount, NOW);
        if ("refused" in spending) return;
        const left = new Map(all.map((each) => [each.id, each.remaining]));
        const change = (id: string, by: number) => left.set(id, (left.get(id) ?? 0) + by);
        for (const use of spending.uses) change(use.lotId, -use.amount);
        const done: { lotId: string; amount: number }[] = [];
        for (const part of parts) {
          if (sum(done) + part >= amount) break;
          const restores = restore(all, spending.uses, NOW, part, done);
          expect(sum(restores)).toBe(part);
          for (const each of restores) change(each.lotId, each.amount);
          done.push(...restores);
        }
        const rest = spend(all, amount - sum(done), NOW);
        if ("refused" in rest) throw new Error("refused");
        const expected = new Map(all.map((each) => [each.id, each.remaining]));
        for (const use of rest.uses) {
          expected.set(use.lotId, (expected.get(use.lotId) ?? 0) - use.amount);
        }
        expect(left).toEqual(expected);
      },
    ));
  });
});
