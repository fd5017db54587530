import { describe, expect, test } from "vitest";
import { nextTryAt, outcomeOf, retryAfterMs, triesMax } from "./retry.ts";

const now = Date.UTC(2026, 5, 15, 2);
const far = now + 40 * 86_400_000;

describe("Retry-After", () => {
  test.each([
    ["120", 120_000],
    [" 0 ", 0],
    ["Mon, 15 Jun 2026 02:00:30 GMT", 30_000],
    ["Mon, 15 Jun 2026 01:00:00 GMT", 0],
    ["999999999", 6 * 3_600_000],
    ["-5", 0],
    ["soon", undefined],
    ["", undefined],
    ["1e9999", undefined],
    [null, undefined],
  ])("%s", (header, ms) => {
    expect(retryAfterMs(header, now)).toBe(ms);
  });
});

describe("what a status means", () => {
  test.each([
    [200, "sent"],
    [201, "sent"],
    [202, "sent"],
    [301, "refused"],
    [307, "refused"],
    [400, "refused"],
    [401, "refused"],
    [403, "refused"],
    [404, "gone"],
    [410, "gone"],
    [408, "retry"],
    [413, "refused"],
    [425, "retry"],
    [429, "retry"],
    [500, "retry"],
    [502, "retry"],
    [503, "retry"],
  ])("%i: %s", (status, state) => {
    expect(outcomeOf(status, null, now, [404, 410]).state).toBe(state);
  });
  test("a provider that is not there is not a phone that is gone", () => {
    expect(outcomeOf(404, null, now).state).toBe("refused");
  });
});

describe("the next try", () => {
  test("waits double, spread between half and whole", () => {
    for (let tries = 1; tries < triesMax; tries++) {
      const whole = Math.min(2_000 * 2 ** (tries - 1), 15 * 60_000);
      expect(nextTryAt(now, tries, far, 255)).toBe(now + whole);
      expect(nextTryAt(now, tries, far, 0)).toBe(now + whole / 2);
    }
  });
  test("never before what the other side asked for", () => {
    expect(nextTryAt(now, 1, far, 0, 90_000)).toBe(now + 90_000);
  });
  test("none after the last, none past the expiry", () => {
    expect(nextTryAt(now, triesMax, far, 0)).toBeNull();
    expect(nextTryAt(now, 1, now + 1_000, 0)).toBeNull();
    expect(nextTryAt(now, 1, now + 1_001, 0)).toBe(now + 1_000);
  });
});
