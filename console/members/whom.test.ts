import { expect, test } from "vitest";
import { screeningKey, totalFor, whomOf } from "./whom.ts";

const rich = { pointsMin: 500 };
const counted = { of: screeningKey("brd_hexin", rich), total: 12 };

test("a count belongs to the screening that it was made for", () => {
  expect(totalFor(counted, "brd_hexin", { pointsMin: 500 })).toBe(12);
  expect(totalFor(counted, "brd_hexin", {})).toBeNull();
  expect(totalFor(counted, "brd_muchen", rich)).toBeNull();
  expect(totalFor({ of: null, total: null }, "brd_hexin", rich)).toBeNull();
});

test("all of a screening are meant only while it is known how many they are", () => {
  expect(whomOf([], rich, 12, true)).toEqual({ count: 12, who: { screening: rich } });
  expect(whomOf([], rich, 12, false)).toBeNull();
  expect(whomOf([], rich, null, true)).toBeNull();
  expect(whomOf([], rich, 0, true)).toBeNull();
});

test("those ticked are meant whatever the list does meanwhile", () => {
  const ticked = new Set(["mbr_1", "mbr_2"]);
  const whom = { count: 2, who: { memberIds: ["mbr_1", "mbr_2"] } };
  expect(whomOf(ticked, rich, 12, true)).toEqual(whom);
  expect(whomOf(ticked, rich, null, false)).toEqual(whom);
});
