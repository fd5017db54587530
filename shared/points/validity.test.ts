import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayOf, startOfDay } from "../business-day.ts";
import { lapsesAt, lastValidDay, Validity } from "./validity.ts";

const noonOf = (day: string) => startOfDay(day) + 12 * 3_600_000;

describe("the last day on which points count", () => {
  const table: [Validity, string, string | null][] = [
    [{ kind: "never" }, "2026-05-01", null],
    [{ kind: "months", months: 12 }, "2026-05-01", "2027-05-01"],
    [{ kind: "months", months: 12 }, "2024-02-29", "2025-02-28"],
    [{ kind: "months", months: 1 }, "2026-01-31", "2026-02-28"],
    [{ kind: "months", months: 24 }, "2025-12-31", "2027-12-31"],
    [{ kind: "quarter-end", quarters: 0 }, "2026-05-01", "2026-06-30"],
    [{ kind: "quarter-end", quarters: 0 }, "2026-06-30", "2026-06-30"],
    [{ kind: "quarter-end", quarters: 4 }, "2026-05-01", "2027-06-30"],
    [{ kind: "quarter-end", quarters: 1 }, "2026-10-01", "2027-03-31"],
    [{ kind: "year-end", years: 0 }, "2026-01-01", "2026-12-31"],
    [{ kind: "year-end", years: 1 }, "2026-12-31", "2027-12-31"],
    [{ kind: "fixed-day", month: 6, day: 30 }, "2026-06-29", "2026-06-30"],
    [{ kind: "fixed-day", month: 6, day: 30 }, "2026-06-30", "2026-06-30"],
    [{ kind: "fixed-day", month: 6, day: 30 }, "2026-07-01", "2027-06-30"],
    [{ kind: "fixed-day", month: 2, day: 29 }, "2026-03-01", "2027-02-28"],
    [{ kind: "fixed-day", month: 2, day: 29 }, "2027-03-01", "2028-02-29"],
  ];
  test.each(table)("%j from %s is %s", (policy, day, last) => {
    expect(lastValidDay(policy, noonOf(day))).toBe(last);
  });
});

describe("the instant of lapse", () => {
  test("is midnight in the stores after the last valid day", () => {
    const at = lapsesAt({ kind: "months", months: 12 }, Date.parse("2026-05-01T10:00:00+08:00"));
    expect(at).toBe(Date.parse("2027-05-02T00:00:00+08:00"));
  });

  test("is reckoned from the stores' day, not from the day in UTC", () => {
    const yearEnd: Validity = { kind: "year-end", years: 0 };
    const newYear = Date.parse("2026-01-01T00:00:00+08:00");
    expect(lapsesAt(yearEnd, newYear - 1)).toBe(newYear);
    expect(lapsesAt(yearEnd, newYear)).toBe(Date.parse("2027-01-01T00:00:00+08:00"));
    expect(lapsesAt(yearEnd, newYear, 0)).toBe(Date.parse("2026-01-01T00:00:00Z"));
  });

  test("never comes for points without one", () => {
    expect(lapsesAt({ kind: "never" }, 0)).toBeNull();
  });

  const policies: fc.Arbitrary<Validity> = fc.oneof(
    fc.record({ kind: fc.constant("months" as const), months: fc.integer({ min: 1, max: 60 }) }),
    fc.record({ kind: fc.constant("quarter-end" as const), quarters: fc.nat(20) }),
    fc.record({ kind: fc.constant("year-end" as const), years: fc.nat(5) }),
    fc.record({
      kind: fc.constant("fixed-day" as const),
      month: fc.integer({ min: 1, max: 12 }),
      day: fc.integer({ min: 1, max: 31 }),
    }),
  );
  const instants = fc.integer({ min: 1_500_000_000_000, max: 2_000_000_000_000 });

  test("always lies after the earning, at a midnight, and never earlier for later earning", () => {
    fc.assert(fc.property(policies, instants, fc.nat(400 * 86_400_000), (policy, at, later) => {
      const lapse = lapsesAt(policy, at) ?? 0;
      expect(lapse).toBeGreaterThan(at);
      expect(startOfDay(dayOf(lapse))).toBe(lapse);
      expect(lapsesAt(policy, at + later)).toBeGreaterThanOrEqual(lapse);
    }));
  });
});

test("a policy in the wrong shape is refused", () => {
  const wrong = [
    { kind: "months", months: 0 },
    { kind: "months", months: 1.5 },
    { kind: "months" },
    { kind: "quarter-end", quarters: -1 },
    { kind: "fixed-day", month: 13, day: 1 },
    { kind: "fixed-day", month: 1, day: 32 },
    { kind: "never", months: 3 },
    { kind: "sometimes" },
  ];
  for (const policy of wrong) expect(Validity.safeParse(policy).success).toBe(false);
});
