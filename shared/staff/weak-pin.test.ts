import { expect, test } from "vitest";
import { isWeakPin } from "./weak-pin.ts";

test.each(["0000", "1111", "1234", "4321", "890123", "7654", "1212", "123123", "80418041"])(
  "%s is tried first",
  (pin) => expect(isWeakPin(pin)).toBe(true),
);

test.each(["2580", "4071", "1357", "135791", "40718", "13131"])(
  "%s is not",
  (pin) => expect(isWeakPin(pin)).toBe(false),
);
