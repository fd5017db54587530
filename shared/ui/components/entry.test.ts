import { describe, expect, test } from "vitest";
import { pressKey } from "./press-key.ts";
import { groupPhone, phoneDigits } from "./phone-digits.ts";

describe("keys of the number pad", () => {
  test.each([
    ["", "8", "8"],
    ["88", "delete", "8"],
    ["88", "clear", ""],
    ["", ".", "0."],
    ["8.5", ".", "8.5"],
    ["8.50", "1", "8.50"],
    ["8", "00", "800"],
    ["123456", "7", "123456"],
    ["12345", "00", "12345"],
  ])("%j and %s give %j", (value, key, next) => expect(pressKey(value, key, 6)).toBe(next));
});

describe("a phone number as it is typed", () => {
  test.each([
    ["138 1648 6027", "13816486027"],
    ["１３８１６４８６０２７", "13816486027"],
    ["+86 138-1648-6027", "13816486027"],
    ["008613816486027", "13816486027"],
    ["861381648", "861381648"],
    ["138164860271", "13816486027"],
  ])("%s is %s", (typed, digits) => expect(phoneDigits(typed)).toBe(digits));

  test("is shown in groups, also while it is short", () => {
    expect(groupPhone("13816486027")).toBe("138 1648 6027");
    expect(groupPhone("1381")).toBe("138 1");
    expect(groupPhone("")).toBe("");
  });
});
