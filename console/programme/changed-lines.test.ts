import { expect, test } from "vitest";
import { changedLines } from "./changed-lines.ts";

const line = (key: string, text: string) => ({ key, text });
const before = [
  line("base", "每 10 元 1 分"),
  line("excluded", "烟酒不积分"),
  line("validity", "长期有效"),
];

test("says what became different, what is new and what is gone", () => {
  const after = [
    line("base", "每 5 元 1 分"),
    line("minimum", "满 20 元起积"),
    line("validity", "长期有效"),
  ];
  expect(changedLines(before, after)).toEqual([
    { key: "base", was: "每 10 元 1 分", now: "每 5 元 1 分" },
    { key: "minimum", was: null, now: "满 20 元起积" },
    { key: "excluded", was: "烟酒不积分", now: null },
  ]);
});

test("the same rules have no changed lines", () => {
  expect(changedLines(before, before.map((each) => ({ ...each })))).toEqual([]);
});
