import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  closedPolicy,
  groupGiftCode,
  leftToSend,
  makeGiftCode,
  maySend,
  parseGiftCode,
  sendingPeriods,
  TransferPolicy,
} from "./transfer.ts";

const policy: TransferPolicy = {
  enabled: true,
  least: 10,
  perGift: 500,
  perDay: 800,
  perMonth: 1_000,
  acceptDays: 7,
};
const ground = {
  policy,
  points: 100,
  sentToday: 0,
  sentThisMonth: 0,
  spendable: 2_000,
  debt: 0,
  toSelf: false,
};

describe("may a gift of points be sent", () => {
  test.each([
    ["plainly", {}, null],
    ["the fewest", { points: 10 }, null],
    ["one fewer", { points: 9 }, "transfer-limit"],
    ["the most", { points: 500 }, null],
    ["one more", { points: 501 }, "transfer-limit"],
    ["to the day's limit", { points: 300, sentToday: 500, sentThisMonth: 500 }, null],
    ["beyond it", { points: 301, sentToday: 500, sentThisMonth: 500 }, "transfer-limit"],
    ["to the month's limit", { points: 200, sentThisMonth: 800 }, null],
    ["beyond it", { points: 201, sentThisMonth: 800 }, "transfer-limit"],
    ["all there is", { points: 100, spendable: 100 }, null],
    ["one too many", { points: 101, spendable: 100 }, "points-short"],
    ["to oneself", { toSelf: true }, "transfer-self"],
    ["owing", { debt: 1 }, "debt-open"],
    ["where it is off", { policy: closedPolicy }, "transfer-off"],
    // The order: what nobody can change comes first.
    ["off and to oneself", { policy: closedPolicy, toSelf: true }, "transfer-off"],
    ["to oneself and too much", { toSelf: true, points: 9_999 }, "transfer-self"],
    ["too much and owing", { points: 501, debt: 5 }, "transfer-limit"],
    ["owing and short", { debt: 5, spendable: 0 }, "debt-open"],
  ])("%s", (_, more, refused) => {
    expect(maySend({ ...ground, ...more }).refused).toBe(refused);
  });

  test("what is left is never below nothing, whatever the limits became", () => {
    expect(leftToSend({ policy, sentToday: 5_000, sentThisMonth: 5_000 })).toBe(0);
    expect(leftToSend({ policy: closedPolicy, sentToday: 0, sentThisMonth: 0 })).toBe(0);
  });
});

test("a day and a month begin in the stores' zone", () => {
  const at = (text: string) => Date.parse(`${text}+08:00`);
  expect(sendingPeriods(at("2027-01-01T00:00:00"))).toEqual({
    day: at("2027-01-01T00:00"),
    month: at("2027-01-01T00:00"),
  });
  expect(sendingPeriods(at("2028-02-29T23:59:59"))).toEqual({
    day: at("2028-02-29T00:00"),
    month: at("2028-02-01T00:00"),
  });
});

describe("gift codes", () => {
  test("are read however they are typed", () => {
    const code = makeGiftCode(new Uint8Array(24).fill(7));
    expect(parseGiftCode(code)).toBe(code);
    expect(parseGiftCode(` ${groupGiftCode(code).toLowerCase()} `)).toBe(code);
    for (const wrong of ["", "ABC", `${code}2`, "0000-0000-0000", "IIII-LLLL-OOOO"]) {
      expect(parseGiftCode(wrong)).toBeNull();
    }
  });

  test("favour no letter", () => {
    fc.assert(fc.property(fc.uint8Array({ minLength: 24, maxLength: 24 }), (bytes) => {
      const code = makeGiftCode(bytes);
      expect(code === "" || parseGiftCode(code) === code).toBe(true);
    }));
  });
});

test("limits that contradict each other are refused", () => {
  expect(TransferPolicy.safeParse(policy).success).toBe(true);
  for (const wrong of [{ perGift: 5 }, { perDay: 100 }, { perMonth: 700 }, { acceptDays: 0 }]) {
    expect(TransferPolicy.safeParse({ ...policy, ...wrong }).success).toBe(false);
  }
});
