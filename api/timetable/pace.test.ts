import { describe, expect, test } from "vitest";
import { dueJobs, firstRunAt, nextRunAt, retryRunAt } from "./pace.ts";

/** An instant on the stores' clock. */
const at = (text: string): number => Date.parse(`${text}+08:00`);
const atTen = { dailyAt: { hour: 10, minute: 0 } };
const atTenPastMidnight = { dailyAt: { hour: 0, minute: 10 } };

describe("the next run", () => {
  test.each([
    ["2026-06-15T09:59:59.999", "2026-06-15T10:00"],
    ["2026-06-15T10:00", "2026-06-16T10:00"],
    ["2026-06-15T23:00", "2026-06-16T10:00"],
    ["2026-06-15T00:00", "2026-06-15T10:00"],
    ["2026-12-31T10:00", "2027-01-01T10:00"],
    ["2028-02-28T12:00", "2028-02-29T10:00"],
  ])("daily at ten, seen at %s", (now, next) => {
    expect(nextRunAt(atTen, at(now))).toBe(at(next));
  });

  test("is on the stores' day, not on UTC's", () => {
    expect(nextRunAt(atTenPastMidnight, at("2026-06-15T00:09"))).toBe(at("2026-06-15T00:10"));
    expect(nextRunAt(atTenPastMidnight, at("2026-06-15T07:59"))).toBe(at("2026-06-16T00:10"));
    expect(nextRunAt(atTenPastMidnight, at("2026-06-15T08:01"))).toBe(at("2026-06-16T00:10"));
  });

  test("every so often", () => {
    expect(nextRunAt({ everyMs: 600_000 }, 1_000)).toBe(601_000);
  });
});

test("a job that never ran: at once, or at its time of day", () => {
  expect(firstRunAt({ everyMs: 600_000 }, 1_000)).toBe(1_000);
  expect(firstRunAt(atTen, at("2026-06-15T10:00"))).toBe(at("2026-06-15T10:00"));
  expect(firstRunAt(atTen, at("2026-06-15T10:01"))).toBe(at("2026-06-16T10:00"));
});

test("a run that failed is repeated within a minute, or earlier if it is due anyway", () => {
  const now = at("2026-06-15T10:00:30");
  expect(retryRunAt(atTen, at("2026-06-15T10:00"), now)).toBe(now + 60_000);
  expect(retryRunAt({ everyMs: 5_000 }, now - 3_000, now)).toBe(now + 2_000);
});

test("due: its time has come and nobody has it", () => {
  const states = [
    { name: "late", next_run_at: 900, leased_until: 0 },
    { name: "later", next_run_at: 1_001, leased_until: 0 },
    { name: "running", next_run_at: 500, leased_until: 1_001 },
    { name: "died", next_run_at: 100, leased_until: 1_000 },
    { name: "now", next_run_at: 1_000, leased_until: 0 },
  ];
  expect(dueJobs(states, 1_000)).toEqual(["died", "late", "now"]);
  expect(dueJobs([], 1_000)).toEqual([]);
});
