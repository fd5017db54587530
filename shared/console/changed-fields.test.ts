import { expect, test } from "vitest";
import { changedFields } from "./changed-fields.ts";

test("only what differs is told, nested fields by their path", () => {
  const before = { points: 800, state: "listed", body: { validity: { months: 12 }, v: 1 } };
  const after = { points: 900, state: "listed", body: { validity: { months: 18 }, v: 1 } };
  expect(changedFields(JSON.stringify(before), JSON.stringify(after))).toEqual([
    { name: "points", was: "800", now: "900" },
    { name: "body.validity.months", was: "12", now: "18" },
  ]);
});

test("something new was nothing, something gone is nothing", () => {
  expect(changedFields(null, JSON.stringify({ reason: "活动补偿" }))).toEqual([
    { name: "reason", was: null, now: "活动补偿" },
  ]);
  expect(changedFields(JSON.stringify({ opens_at: 5 }), JSON.stringify({ opens_at: null })))
    .toEqual([
      { name: "opens_at", was: "5", now: null },
    ]);
});

test("JSON inside JSON is opened, lists stay whole, text that is no JSON is kept", () => {
  expect(changedFields(null, JSON.stringify({ body: '{"v":1,"ids":["a","b"]}' }))).toEqual([
    { name: "body.v", was: null, now: "1" },
    { name: "body.ids", was: null, now: '["a","b"]' },
  ]);
  expect(changedFields(null, "closed")).toEqual([{ name: "", was: null, now: "closed" }]);
});
