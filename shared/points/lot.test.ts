import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { endOfDay } from "../business-day.ts";
import {
  draw,
  fefo,
  lapseCalendar,
  lapsed,
  type LotBalance,
  pending,
  spend,
  spendable,
} from "./lot.ts";

const NOW = Date.parse("2026-05-01T10:00:00+08:00");
const DAY = 86_400_000;

const lot = (id: string, remaining: number, more: Partial<LotBalance> = {}): LotBalance => ({
  id,
  remaining,
  availableAt: NOW - DAY,
  lapsesAt: NOW + DAY,
  ...more,
});

/** Lots around NOW: some lapsed, some pending, some empty, some without end. */
const anyLots = fc.uniqueArray(
  fc.record({
    id: fc.integer({ min: 1, max: 99 }).map((n) => `lot-${n}`),
    remaining: fc.nat(50),
    availableAt: fc.integer({ min: -3, max: 3 }).map((days) => NOW + days * DAY),
    lapsesAt: fc.option(fc.integer({ min: -3, max: 5 }).map((days) => NOW + days * DAY)),
  }),
  { selector: (each) => each.id, maxLength: 12 },
);

describe("first to lapse goes first", () => {
  test("by lapse, then by availability, then by id; what never lapses comes last", () => {
    const lots = [
      lot("d", 1, { lapsesAt: null }),
      lot("c", 1, { lapsesAt: NOW + 2 * DAY }),
      lot("b", 1),
      lot("a", 1),
      lot("e", 1, { availableAt: NOW - 2 * DAY }),
    ];
    expect(fefo(lots).map((each) => each.id)).toEqual(["e", "a", "b", "c", "d"]);
    expect(lots.map((each) => each.id)).toEqual(["d", "c", "b", "a", "e"]);
  });

  test("two lots without end are told apart", () => {
    const lots = [lot("b", 1, { lapsesAt: null }), lot("a", 1, { lapsesAt: null })];
    expect(fefo(lots).map((each) => each.id)).toEqual(["a", "b"]);
  });
});

describe("what counts when", () => {
  test("a lot counts from the instant it is available until the instant it lapses", () => {
    const one = [lot("a", 7, { availableAt: NOW, lapsesAt: NOW + 10 })];
    const at = (now: number) => [pending(one, now), spendable(one, now), lapsed(one, now)];
    expect(at(NOW - 1)).toEqual([7, 0, 0]);
    expect(at(NOW)).toEqual([0, 7, 0]);
    expect(at(NOW + 9)).toEqual([0, 7, 0]);
    expect(at(NOW + 10)).toEqual([0, 0, 7]);
  });

  test("each point is pending, spendable or lapsed, and only one of them", () => {
    fc.assert(fc.property(anyLots, (lots) => {
      const all = lots.reduce((sum, each) => sum + each.remaining, 0);
      expect(pending(lots, NOW) + spendable(lots, NOW) + lapsed(lots, NOW)).toBe(all);
    }));
  });
});

describe("spending", () => {
  test("draws on several lots and leaves the rest", () => {
    const lots = [lot("b", 30, { lapsesAt: NOW + 9 * DAY }), lot("a", 20), lot("c", 0)];
    expect(spend(lots, 35, NOW)).toEqual({
      uses: [{ lotId: "a", amount: 20 }, { lotId: "b", amount: 15 }],
    });
  });

  test("is refused with what there is when it does not suffice", () => {
    const lots = [
      lot("a", 20),
      lot("pending", 90, { availableAt: NOW + 1 }),
      lot("lapsed", 90, { lapsesAt: NOW }),
    ];
    expect(spend(lots, 21, NOW)).toEqual({ refused: "points-short", spendable: 20 });
    expect(spend([], 1, NOW)).toEqual({ refused: "points-short", spendable: 0 });
    expect(spend(lots, 20, NOW)).toEqual({ uses: [{ lotId: "a", amount: 20 }] });
  });

  test.each([0, -5, 1.5, NaN, Infinity, 2 ** 60])("of %s points is a bug", (amount) => {
    expect(() => spend([lot("a", 20)], amount, NOW)).toThrow(RangeError);
  });

  test("adds up, takes only what counts, and never skips what lapses earlier", () => {
    fc.assert(fc.property(anyLots, fc.integer({ min: 1, max: 300 }), (lots, amount) => {
      const spending = spend(lots, amount, NOW);
      const there = spendable(lots, NOW);
      if ("refused" in spending) {
        expect(spending.spendable).toBe(there);
        expect(there).toBeLessThan(amount);
        return;
      }
      expect(spending.uses.reduce((sum, use) => sum + use.amount, 0)).toBe(amount);
      const left = new Map(lots.map((each) => [each.id, each.remaining]));
      for (const use of spending.uses) {
        const from = lots.find((each) => each.id === use.lotId);
        if (!from) throw new Error("drawn from a lot that is not there");
        expect(use.amount).toBeGreaterThan(0);
        expect(use.amount).toBeLessThanOrEqual(from.remaining);
        expect(spendable([from], NOW)).toBe(from.remaining);
        const skipped = lots.filter((each) =>
          spendable([each], NOW) > 0 && (left.get(each.id) ?? 0) > 0 &&
          (each.lapsesAt ?? Infinity) < (from.lapsesAt ?? Infinity)
        );
        expect(skipped).toEqual([]);
        left.set(use.lotId, from.remaining - use.amount);
      }
    }));
  });

  test("is the same in whatever order the lots come, and in parts as at once", () => {
    fc.assert(fc.property(
      anyLots,
      fc.integer({ min: 1, max: 60 }),
      fc.integer({ min: 1, max: 60 }),
      (lots, first, second) => {
        const atOnce = spend(lots, first + second, NOW);
        expect(spend([...lots].reverse(), first + second, NOW)).toEqual(atOnce);
        if ("refused" in atOnce) return;
        const one = usesOf(spend(lots, first, NOW));
        const rest = lots.map((each) => ({
          ...each,
          remaining: each.remaining - (one.get(each.id) ?? 0),
        }));
        for (const [id, amount] of usesOf(spend(rest, second, NOW))) {
          one.set(id, (one.get(id) ?? 0) + amount);
        }
        expect(one).toEqual(usesOf(atOnce));
      },
    ));
  });

  test("drawing in a given order ignores dates and says what is missing", () => {
    const lots = [lot("late", 5, { availableAt: NOW + DAY }), lot("a", 20)];
    expect(draw(lots, 7)).toEqual({
      uses: [{ lotId: "late", amount: 5 }, { lotId: "a", amount: 2 }],
      missing: 0,
    });
    expect(draw(lots, 30).missing).toBe(5);
    expect(draw(lots, 0)).toEqual({ uses: [], missing: 0 });
  });
});

describe("the calendar of lapses", () => {
  test("names the last day to spend, soonest first, what never lapses last", () => {
    const june = endOfDay("2026-06-30");
    const december = endOfDay("2026-12-31");
    const lots = [
      lot("never", 5, { lapsesAt: null }),
      lot("june-1", 10, { lapsesAt: june }),
      lot("december", 40, { lapsesAt: december }),
      lot("june-2", 30, { lapsesAt: june, availableAt: NOW + DAY }),
      lot("empty", 0, { lapsesAt: june }),
      lot("gone", 9, { lapsesAt: NOW }),
    ];
    expect(lapseCalendar(lots, NOW)).toEqual([
      {
        lastOn: "2026-06-30",
        lapsesAt: june,
        points: 40,
        pendingPoints: 30,
        lotIds: ["june-1", "june-2"],
      },
      {
        lastOn: "2026-12-31",
        lapsesAt: december,
        points: 40,
        pendingPoints: 0,
        lotIds: ["december"],
      },
      { lastOn: null, lapsesAt: null, points: 5, pendingPoints: 0, lotIds: ["never"] },
    ]);
  });

  test("holds every point that has not lapsed, once", () => {
    fc.assert(fc.property(anyLots, (lots) => {
      const calendar = lapseCalendar(lots, NOW);
      const points = calendar.reduce((sum, day) => sum + day.points, 0);
      const waiting = calendar.reduce((sum, day) => sum + day.pendingPoints, 0);
      expect(points).toBe(spendable(lots, NOW) + pending(lots, NOW));
      expect(waiting).toBe(pending(lots, NOW));
      const days = calendar.map((day) => day.lastOn);
      expect(new Set(days).size).toBe(days.length);
      const dated = days.filter((day) => day !== null);
      expect(dated).toEqual([...dated].sort());
      expect(days.slice(dated.length)).toEqual(days.includes(null) ? [null] : []);
    }));
  });
});

function usesOf(spending: ReturnType<typeof spend>): Map<string, number> {
  if ("refused" in spending) throw new Error("refused");
  return new Map(spending.uses.map((use) => [use.lotId, use.amount]));
}
