import { expect, test } from "vitest";
import { PlainText } from "./plain-text.ts";

const Name = PlainText(6, 1);

test.each([
  ["  百味鲜 ", "百味鲜"],
  ["Cafe\u0301", "Café"],
  ["👩‍🍳", "👩‍🍳"],
  ["O'Neil", "O'Neil"],
])("%j is kept as %j", (typed, kept) => expect(Name.parse(typed)).toBe(kept));

test.each([
  "",
  "   ",
  "一二三四五六七",
  "a\u202eb",
  "a\u200bb",
  "a\u0000b",
  "a\nb",
  "\u2066a",
  "a\ufeffb",
])(
  "%j is refused",
  (typed) => expect(Name.safeParse(typed).success).toBe(false),
);
