import * as fc from "fast-check";
import { expect, test } from "vitest";
import { niceTicks } from "./nice-ticks.ts";

test.each([
  [0, 8_450, [0, 2_500, 5_000, 7_500, 10_000]],
  [0, 1, [0, 0.25, 0.5, 0.75, 1]],
  [-300, 900, [-500, 0, 500, 1_000]],
])("from %i to %i", (low, high, ticks) => expect(niceTicks(low, high)).toEqual(ticks));

test("cover every value, few and evenly", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -1e9, max: 0 }),
      fc.integer({ min: 1, max: 1e12 }),
      (low, high) => {
        const ticks = niceTicks(low, high);
        expect(ticks[0]).toBeLessThanOrEqual(low);
        expect(ticks.at(-1)).toBeGreaterThanOrEqual(high);
        expect(ticks.length).toBeLessThanOrEqual(8);
      },
    ),
  );
});
