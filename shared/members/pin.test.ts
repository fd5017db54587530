import { expect, test } from "vitest";
import { isWeakPin } from "./pin.ts";

test.each([
  "123456",
  "987654",
  "111111",
  "121212",
  "112112",
  "123123",
  "789012",
  "135791",
  "1234",
  "2222",
  "1212",
])("%s is weak", (pin) => expect(isWeakPin(pin)).toBe(true));

test.each(["830417", "904415", "271828", "8305"])("%s will do", (pin) => {
  expect(isWeakPin(pin)).toBe(false);
});

test.each(["880315", "031588", "150388", "198803", "031988"])(
  "%s is the birthday of 15 March 1988",
  (pin) => {
    expect(isWeakPin(pin)).toBe(false);
    expect(isWeakPin(pin, "1988-03-15")).toBe(true);
  },
);
