import { expect, test } from "vitest";
import { isBirthday } from "./birthday.ts";

test.each(
  [
    ["1988-03-15", "solar", "2026-03-15", true],
    ["0000-03-15", "solar", "2026-03-15", true],
    ["1988-03-15", "solar", "2026-03-16", false],
    ["1992-02-29", "solar", "2028-02-29", true],
    ["1992-02-29", "solar", "2026-02-28", true],
    ["1992-02-29", "solar", "2028-02-28", false],
    // Mid-autumn (15th of the 8th month) and the lunar new year of 2026.
    ["0000-08-15", "lunar", "2026-09-25", true],
    ["1970-01-01", "lunar", "2026-02-17", true],
    ["1970-01-01", "lunar", "2026-01-01", false],
    // 2025 had a leap sixth month: the birthday is in the first of the two.
    ["1970-06-01", "lunar", "2025-06-25", true],
    ["1970-06-01", "lunar", "2025-07-25", false],
  ] as const,
)("%s (%s) on %s: %s", (on, calendar, today, is) => {
  expect(isBirthday({ on, calendar }, today)).toBe(is);
});

test("nobody's birthday is never", () => expect(isBirthday(null, "2026-03-15")).toBe(false));
