import { expect, test } from "vitest";
import { type Answer, findingsOf } from "./findings.ts";

const found: Answer["found"] = [
  { kind: "member", href: "/console/members/mbr_1", title: "王*", detail: "", end: "" },
];
const answer: Answer = { wanted: "13800138000", found, failed: false };

test("members are offered for the text that found them", () => {
  expect(findingsOf("13800138000", answer)).toEqual({
    found,
    before: [],
    searching: false,
    failed: false,
  });
  expect(findingsOf("13800138000", { ...answer, found: [], failed: true }).failed).toBe(true);
});

test("members of another text stay in sight, but none of them can be opened", () => {
  expect(findingsOf("13800138001", answer)).toEqual({
    found: [],
    before: found,
    searching: true,
    failed: false,
  });
  expect(findingsOf("13800138001", { ...answer, failed: true }).failed).toBe(false);
});
