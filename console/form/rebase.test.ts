import { expect, test } from "vitest";
import { rebase } from "./rebase.ts";

const base = { name: "保温杯", points: 1200, tags: ["杯"], state: "listed" };

test("their changes are kept where I changed nothing, mine where I did", () => {
  const mine = { ...base, points: 1500 };
  const theirs = { ...base, name: "真空保温杯" };
  expect(rebase(base, mine, theirs)).toEqual({
    merged: { ...base, name: "真空保温杯", points: 1500 },
    changes: [{ name: "name", was: "保温杯", now: "真空保温杯", conflict: false }],
  });
});

test("what both changed differently is a conflict and mine is kept", () => {
  const { merged, changes } = rebase(base, { ...base, points: 1500 }, { ...base, points: 900 });
  expect(merged.points).toBe(1500);
  expect(changes).toEqual([{ name: "points", was: 1200, now: 900, conflict: true }]);
});

test("what both changed alike is no conflict", () => {
  const changed = { ...base, tags: ["杯", "户外"] };
  expect(rebase(base, changed, structuredClone(changed)).changes[0]?.conflict).toBe(false);
});
