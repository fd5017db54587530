import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseCardCode } from "./card-code.ts";
import {
  composeCode,
  counterOf,
  judgeAge,
  judgeCode,
  macDigits,
  messageBytes,
  nearestStep,
  sameDigits,
  stepOf,
  stepStart,
} from "./ecard.ts";

const HANDLE = "4815162342";
const NOW = 118_000_050;

const hex = (bytes: Uint8Array) =>
  [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");

describe("steps", () => {
  test.each([
    [0, 0],
    [14_999, 0],
    [15_000, 1],
    [1_770_000_750_000, 118_000_050],
    [1_770_000_764_999, 118_000_050],
  ])("%i ms is step %i", (ms, step) => expect(stepOf(ms)).toBe(step));

  test("a step begins where the one before ends", () => {
    expect(stepOf(stepStart(NOW))).toBe(NOW);
    expect(stepOf(stepStart(NOW) - 1)).toBe(NOW - 1);
  });

  test("two digits of a step find it again within 50 before and 49 after", () => {
    fc.assert(fc.property(
      fc.integer({ min: 1000, max: 200_000_000 }),
      fc.integer({ min: -50, max: 49 }),
      (now, off) => {
        expect(nearestStep((now + off) % 100, now)).toBe(now + off);
      },
    ));
  });

  test("exactly fifty before is before", () => {
    expect(nearestStep((NOW + 50) % 100, NOW)).toBe(NOW - 50);
    expect(nearestStep((NOW + 49) % 100, NOW)).toBe(NOW + 49);
  });

  test.each([
    [0, "fresh"],
    [1, "fresh"],
    [-1, "fresh"],
    [2, "stale"],
    [-2, "stale"],
    [40, "stale"],
    [-40, "stale"],
    [41, "skewed"],
    [-41, "skewed"],
    [-4800, "skewed"],
  ])("%i steps off is %s", (off, age) => expect(judgeAge(NOW + off, NOW)).toBe(age));

  test("the counter grows with the step and with each refresh in it", () => {
    expect(counterOf(NOW, 0)).toBe(1_180_000_500);
    expect(counterOf(NOW, 9)).toBeLessThan(counterOf(NOW + 1, 0));
  });
});

describe("the digits", () => {
  test("the message is 23 bytes in the specified order", () => {
    expect(hex(messageBytes(HANDLE, NOW, 7))).toBe(
      "45433100" + "34383135313632333432" + "0000000007088" + "9b2" + "07",
    );
    expect(hex(messageBytes("0000000000", 2 ** 40 + 5, 0))).toBe(
      "45433100" + "30303030303030303030" + "0000010000000005" + "00",
    );
  });

  test.each([
    ["0000000000000000", "000000000"],
    ["000000003b9aca00", "000000000"],
    ["000000003b9ac9ff", "999999999"],
    ["ffffffffffffffff", "709551615"],
    ["99f46fef9e575460", "064764512"],
  ])("an HMAC that begins %s gives %s", (head, mac) => {
    const bytes = Uint8Array.from(
      (head + "aa".repeat(24)).match(/../g) ?? [],
      (pair) => Number.parseInt(pair, 16),
    );
    expect(macDigits(bytes)).toBe(mac);
    // A view into a larger buffer is read from its own beginning.
    const padded = new Uint8Array(40);
    padded.set(bytes, 5);
    expect(macDigits(padded.subarray(5, 37))).toBe(mac);
  });

  test("a composed code reads back", () => {
    const digit = fc.constantFrom(..."0123456789");
    const digits = (length: number) =>
      fc.string({ unit: digit, minLength: length, maxLength: length });
    fc.assert(fc.property(
      digits(10),
      fc.nat(300_000_000),
      fc.nat(9),
      digits(9),
      (handle, step, refresh, mac) => {
        const code = composeCode({ handle, step, refresh, mac });
        expect(code).toMatch(/^90\d{24}$/);
        const parts = { kind: "rotating", handle, stepMod: step % 100, refresh, mac };
        expect(parseCardCode(code)).toEqual(parts);
      },
    ));
  });

  const good = { handle: HANDLE, step: NOW, refresh: 0, mac: "064764512" };
  test.each<[object, string]>([
    [{ handle: "123" }, "ten digits"],
    [{ handle: `${HANDLE}0` }, "ten digits"],
    [{ handle: `x${HANDLE}` }, "ten digits"],
    [{ step: -1 }, "whole number"],
    [{ step: 1.5 }, "whole number"],
    [{ step: NaN }, "whole number"],
    [{ step: 2 ** 53 }, "whole number"],
    [{ refresh: -1 }, "0 to 9"],
    [{ refresh: 10 }, "0 to 9"],
    [{ refresh: 0.5 }, "0 to 9"],
    [{ mac: "64764512" }, "nine digits"],
    [{ mac: "0647645120" }, "nine digits"],
    [{ mac: "x064764512" }, "nine digits"],
  ])("%j is a bug", (wrong, said) => {
    expect(() => composeCode({ ...good, ...wrong })).toThrow(said);
    expect(() => composeCode({ ...good, ...wrong })).toThrow(RangeError);
  });

  test("equal digits are the same, others are not", () => {
    expect(sameDigits("064764512", "064764512")).toBe(true);
    expect(sameDigits("064764512", "064764513")).toBe(false);
    expect(sameDigits("164764512", "064764512")).toBe(false);
    expect(sameDigits("06476451", "064764512")).toBe(false);
    expect(sameDigits("064764512", "06476451")).toBe(false);
    expect(sameDigits("", "")).toBe(true);
  });
});

describe("judging a code", () => {
  /** A stand-in MAC that differs for every step. */
  const macAt = (step: number) => Promise.resolve(String(step % 1_000_000_000).padStart(9, "0"));
  const shown = async (step: number, refresh = 0) => ({
    stepMod: step % 100,
    refresh,
    mac: await macAt(step),
  });

  test.each([
    [0, "fresh"],
    [-1, "fresh"],
    [1, "fresh"],
    [-40, "stale"],
    [40, "stale"],
    [-41, "skewed"],
    [-50, "skewed"],
    [50, "skewed"],
    [-51, "skewed"],
    [-4_800, "skewed"],
    [4_800, "skewed"],
    [960, "skewed"],
  ])("a code shown %i steps from now is %s", async (off, age) => {
    const verdict = await judgeCode(await shown(NOW + off, 4), NOW, macAt);
    expect(verdict).toEqual({ age, step: NOW + off, counter: (NOW + off) * 10 + 4 });
  });

  test.each([-4_801, 4_801, -100_000])("%i steps from now it is forged", async (off) => {
    expect(await judgeCode(await shown(NOW + off), NOW, macAt)).toEqual({ age: "forged" });
  });

  test("a wrong MAC is forged, and costs the same work each time", async () => {
    let asked = 0;
    const counting = (step: number) => (asked++, macAt(step));
    const costs = new Set<number>();
    for (let off = -49; off < 49; off++) {
      asked = 0;
      const code = { stepMod: (NOW + off) % 100, refresh: 0, mac: "000000000" };
      expect(await judgeCode(code, NOW, counting)).toEqual({ age: "forged" });
      costs.add(asked);
    }
    // 95 or 96 other steps with the same two digits lie within 20 hours.
    expect([...costs].every((cost) => cost === 96 || cost === 97)).toBe(true);
  });

  test("near the beginning of time no negative step is asked for", async () => {
    const steps: number[] = [];
    await judgeCode({ stepMod: 10, refresh: 0, mac: "999999999" }, 20, (step) => {
      steps.push(step);
      return macAt(step);
    });
    expect(Math.min(...steps)).toBe(10);
  });

  test("the very first step is one too", async () => {
    const found = await judgeCode({ stepMod: 0, refresh: 0, mac: "000000000" }, 120, macAt);
    expect(found).toMatchObject({ step: 0, age: "skewed" });
  });
});
