import { describe, expect, test } from "vitest";
import { lapseReminder, weekOf } from "./lapse-reminder.ts";

const at = (text: string): number => Date.parse(`${text}+08:00`);
const now = at("2026-06-17T10:00");

test.each([
  ["2026-06-15T00:00", "2026-06-15"],
  ["2026-06-21T23:59:59.999", "2026-06-15"],
  ["2026-06-22T00:00", "2026-06-22"],
  ["2027-01-01T12:00", "2026-12-28"],
  ["1969-12-31T12:00", "1969-12-29"],
])("the week of %s starts on %s", (instant, monday) => {
  expect(weekOf(at(instant))).toBe(monday);
});

describe("a reminder", () => {
  test("sums what lapses within two weeks", () => {
    const lapsing = [
      { lapsesAt: at("2026-07-01T00:00"), points: 200 },
      { lapsesAt: at("2026-06-20T00:00"), points: 50 },
      { lapsesAt: at("2026-07-02T00:00"), points: 999 },
      { lapsesAt: now, points: 999 },
    ];
    expect(lapseReminder(lapsing, now)).toEqual({
      points: 250,
      lapsesAt: at("2026-06-20T00:00"),
      lapsesLastAt: at("2026-07-01T00:00"),
      week: "2026-06-15",
    });
  });

  test("there is none for nothing", () => {
    expect(lapseReminder([], now)).toBeNull();
    expect(lapseReminder([{ lapsesAt: at("2026-07-02T00:00"), points: 5 }], now)).toBeNull();
    expect(lapseReminder([{ lapsesAt: at("2026-06-20T00:00"), points: 0 }], now)).toBeNull();
  });

  test("with one run a day and one a week kept, every lapse is told a week ahead", () => {
    for (let i = 0; i < 60; i++) {
      const lapsesAt = at("2026-07-01T00:00") + i * 86_400_000;
      const told = new Map<string, number>();
      for (let run = at("2026-06-01T10:00"); run < lapsesAt; run += 86_400_000) {
        const reminder = lapseReminder([{ lapsesAt, points: 1 }], run);
        if (reminder && !told.has(reminder.week)) told.set(reminder.week, run);
      }
      const ahead = Math.max(...[...told.values()].map((t) => lapsesAt - t));
      expect(ahead).toBeGreaterThanOrEqual(7 * 86_400_000);
      expect(told.size).toBeLessThanOrEqual(3);
    }
  });
});
