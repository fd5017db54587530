import { expect, test } from "vitest";
import { momentOf, momentText } from "./typed-time.ts";

test("a moment comes out as it went in, on the stores' clock", () => {
  const at = Date.UTC(2026, 10, 30, 16, 5);
  expect(momentText(at)).toBe("2026-12-01T00:05");
  expect(momentOf(momentText(at))).toBe(at);
});

test.each(["", "2026-12-01", "2026-13-01T00:00", "soon"])("%j is no moment", (text) => {
  expect(momentOf(text)).toBeNaN();
});
