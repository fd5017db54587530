import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkDigits, hasValidCheckDigits, withCheckDigits } from "./check-digits.ts";

const digits = (min: number, max = min) =>
  fc.string({ unit: fc.constantFrom(..."0123456789"), minLength: min, maxLength: max });

describe("ISO 7064 MOD 97-10", () => {
  test.each([
    // The standard's own example.
    ["794", "44"],
    ["0", "98"],
    ["96", "04"],
    ["97", "98"],
    ["123456", "76"],
    // Longer than any number type holds.
    ["904815162342500064764512", "50"],
  ])("%s gets %s", (body, check) => {
    expect(checkDigits(body)).toBe(check);
    expect(BigInt(body + check) % 97n).toBe(1n);
  });

  test("what was composed verifies, whatever its length", () => {
    fc.assert(fc.property(digits(1, 40), (body) => {
      expect(hasValidCheckDigits(withCheckDigits(body))).toBe(true);
    }));
  });

  test("every single misread digit is noticed", () => {
    fc.assert(
      fc.property(digits(24), fc.nat(25), fc.integer({ min: 1, max: 9 }), (body, at, by) => {
        const code = withCheckDigits(body);
        const wrong = (Number(code[at]) + by) % 10;
        expect(hasValidCheckDigits(code.slice(0, at) + wrong + code.slice(at + 1))).toBe(false);
      }),
    );
  });

  test.each([1, 2])("every swap of digits %i apart is noticed", (apart) => {
    fc.assert(fc.property(digits(24), fc.nat(25 - apart), (body, at) => {
      const code = [...withCheckDigits(body)];
      const [one, other] = [code[at] ?? "", code[at + apart] ?? ""];
      fc.pre(one !== other);
      code[at] = other;
      code[at + apart] = one;
      expect(hasValidCheckDigits(code.join(""))).toBe(false);
    }));
  });

  test("check digits that are only congruent are wrong", () => {
    // 98 and 01 leave the same remainder, and so do 97 and 00, 02 and 99.
    expect(hasValidCheckDigits("098")).toBe(true);
    expect(hasValidCheckDigits("001")).toBe(false);
    for (let body = 0; body < 97; body++) {
      for (const check of ["00", "01", "99"]) {
        expect(hasValidCheckDigits(`${body}${check}`)).toBe(false);
      }
    }
  });

  test.each(["", "1", "44", "1234xx56", "79 444", "79444x", "７９４４４", "-79444"])(
    "%j has none",
    (text) => expect(hasValidCheckDigits(text)).toBe(false),
  );

  test("only digits can be given check digits", () => {
    expect(() => checkDigits("")).toThrow(RangeError);
    expect(() => checkDigits("12a")).toThrow(RangeError);
    expect(() => checkDigits("a12")).toThrow("made of digits only");
  });
});
