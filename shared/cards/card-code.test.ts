import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  CODE_LENGTH,
  composeClaimCode,
  composeStaticNumber,
  groupDigits,
  parseCardCode,
} from "./card-code.ts";
import { withCheckDigits } from "./check-digits.ts";
import { composeCode } from "./ecard.ts";

const digits = (length: number) =>
  fc.string({ unit: fc.constantFrom(..."0123456789"), minLength: length, maxLength: length });

const ROTATING = "90481516234250306476451235";
const PARTS = {
  kind: "rotating",
  handle: "4815162342",
  stepMod: 50,
  refresh: 3,
  mac: "064764512",
};
const NUMBER = "9162840195736484";
const CLAIM = "92730581629473015842";

describe("telling codes apart", () => {
  test("codes are composed as they are written here", () => {
    const { handle, refresh, mac } = PARTS;
    expect(composeCode({ handle, step: 118_000_050, refresh, mac })).toBe(ROTATING);
    expect(composeStaticNumber("628401957364")).toBe(NUMBER);
    expect(composeClaimCode("7305816294730158")).toBe(CLAIM);
  });

  test("a hundred characters are looked at, one more is not", () => {
    expect(parseCardCode(NUMBER.padEnd(100))).toEqual({ kind: "static", number: NUMBER });
    expect(parseCardCode(NUMBER.padEnd(101))).toEqual({ kind: "malformed", why: "too-long" });
  });

  test("a scanner's prefix counts at the beginning only", () => {
    const inside = `${NUMBER.slice(0, 8)}]Q1${NUMBER.slice(8)}`;
    expect(parseCardCode(inside)).toEqual({ kind: "malformed", why: "not-digits" });
  });

  test("a rotating code comes apart into its fields", () => {
    expect(ROTATING).toHaveLength(26);
    expect(parseCardCode(ROTATING)).toEqual(PARTS);
  });

  test("a static number and a claim code are kept whole", () => {
    expect(NUMBER).toMatch(/^91628401957364\d\d$/);
    expect(parseCardCode(NUMBER)).toEqual({ kind: "static", number: NUMBER });
    expect(CLAIM).toMatch(/^927305816294730158\d\d$/);
    expect(parseCardCode(CLAIM)).toEqual({ kind: "claim", code: CLAIM });
  });

  test.each([
    "13800138000",
    "+8613800138000",
    "+86 138 0013 8000",
    "008613800138000",
    "8613800138000",
    "138-0013-8000",
    "１３８００１３８０００",
    "＋86 138 0013 8000\r\n",
  ])("%j is a phone number", (text) => {
    expect(parseCardCode(text)).toEqual({ kind: "phone", phone: "13800138000" });
  });

  test("no code of ours is as long as a code of someone else", () => {
    const foreign = [8, 12, 13, 14, 18, 19];
    for (const length of Object.values(CODE_LENGTH)) expect(foreign).not.toContain(length);
  });
});

describe("what scanners and keyboards add", () => {
  const dressed: [string, (code: string) => string][] = [
    ["an AIM prefix of a QR code", (code) => `]Q1${code}`],
    ["an AIM prefix of a Code 128", (code) => `]C1${code}`],
    ["Enter", (code) => `${code}\r\n`],
    ["a tab and a group separator", (code) => `\t${code}\u001d`],
    ["full-width digits", wide],
    ["a full-width AIM prefix", (code) => `］Ｑ１${wide(code)}`],
    ["spaces in between", groupDigits],
    ["full-width spaces", (code) => groupDigits(code).replaceAll(" ", "\u3000")],
    ["hyphens", (code) => groupDigits(code).replaceAll(" ", "-")],
    ["dashes and minus signs", (code) => groupDigits(code).replaceAll(" ", "\u2013\u2212")],
    ["a zero-width space and a byte order mark", (code) => `\ufeff${code}\u200b`],
  ];
  test.each(dressed)("%s", (_what, dress) => {
    expect(parseCardCode(dress(ROTATING))).toEqual(PARTS);
    expect(parseCardCode(dress(NUMBER))).toEqual({ kind: "static", number: NUMBER });
    expect(parseCardCode(dress(CLAIM))).toEqual({ kind: "claim", code: CLAIM });
  });
});

describe("what is none of ours", () => {
  test.each([
    ["", "empty"],
    [" \r\n", "empty"],
    ["]Q1", "empty"],
    ["1".repeat(101), "too-long"],
    ["会员卡", "not-digits"],
    ["9162840195736x12", "not-digits"],
    ["https://example.cn/c/91", "not-digits"],
    ["134567890123456789", "unknown-kind"], // WeChat Pay
    ["287654321098765432", "unknown-kind"], // Alipay
    ["6901234567892", "unknown-kind"], // EAN-13
    ["23800138000", "unknown-kind"],
    ["1380013800", "unknown-kind"],
    ["138001380001", "unknown-kind"],
    ["+8523800138000", "not-digits"],
    [withCheckDigits("93628401957364"), "unknown-kind"],
    [NUMBER.slice(0, 15), "unknown-kind"],
    [ROTATING + "0", "unknown-kind"],
    // The right check digits, but a kind with the length of another.
    [withCheckDigits("90" + "1".repeat(12)), "unknown-kind"],
    [withCheckDigits("91" + "1".repeat(22)), "unknown-kind"],
  ])("%j is %s", (text, why) => {
    expect(parseCardCode(text)).toEqual({ kind: "malformed", why });
  });

  test("a misread digit is told from a forged code", () => {
    for (const code of [ROTATING, NUMBER, CLAIM]) {
      const wrong = code.slice(0, 9) + ((Number(code[9]) + 1) % 10) + code.slice(10);
      expect(parseCardCode(wrong)).toEqual({ kind: "malformed", why: "check-digits" });
    }
  });

  test("nothing that can be typed or scanned makes it throw", () => {
    fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
      expect(parseCardCode(text).kind).toBeTypeOf("string");
    }));
  });
});

describe("composing", () => {
  test("every serial gives a code that reads back", () => {
    fc.assert(fc.property(digits(12), digits(16), (serial, claim) => {
      const number = composeStaticNumber(serial);
      expect(parseCardCode(number)).toEqual({ kind: "static", number });
      const code = composeClaimCode(claim);
      expect(parseCardCode(code)).toEqual({ kind: "claim", code });
    }));
  });

  test.each(["", "12345678901", "1234567890123", "12345678901a", "a12345678901"])(
    "%j is no serial of a card",
    (serial) => expect(() => composeStaticNumber(serial)).toThrow("static code takes 12 random"),
  );

  test.each(["", "123456789012", "12345678901234567", "123456789012345x"])(
    "%j is no serial of a claim",
    (serial) => expect(() => composeClaimCode(serial)).toThrow(RangeError),
  );

  test("digits are grouped by four", () => {
    expect(groupDigits("9162840195736412")).toBe("9162 8401 9573 6412");
    expect(groupDigits("91628")).toBe("9162 8");
  });
});

function wide(code: string): string {
  return code.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
}
