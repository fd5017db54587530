import { expect, test } from "vitest";
import { mayBeReferralCode, typedReferralCode } from "./typed-code.ts";

test.each([
  ["7kq2 m9xa", "7KQ2M9XA"],
  ["7KQ2-M9XO", "7KQ2M9X0"],
  ["ilO07KQ2", "11007KQ2"],
  ["https://jifu.test/card/?invite=7KQ2M9XA&brand=brd_hexin", "7KQ2M9XA"],
  ["", ""],
])("%s is %s", (typed, code) => {
  expect(typedReferralCode(typed)).toBe(code);
  expect(mayBeReferralCode(typedReferralCode(typed))).toBe(true);
});

test.each(["7KQ2", "7KQ2M9XAA", "7KQ2M9U!"])("%s is none", (code) => {
  expect(mayBeReferralCode(code)).toBe(false);
});
