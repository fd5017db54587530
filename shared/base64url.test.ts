import * as fc from "fast-check";
import { expect, test } from "vitest";
import { fromBase64url, toBase64url } from "./base64url.ts";

test("says the same as the platform, both ways", () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
    const text = Buffer.from(bytes).toString("base64url");
    expect(toBase64url(bytes)).toBe(text);
    expect([...fromBase64url(text)]).toEqual([...bytes]);
  }));
});

test.each(["a", "ab=", "a+b/", "ab c", "积分"])("%j is refused", (text) => {
  expect(() => fromBase64url(text)).toThrow(RangeError);
});
