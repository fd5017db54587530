import { afterAll, beforeAll, expect, test } from "vitest";
import { brandId, newKey, openScene, type Scene, storeId } from "../access/test-scene.ts";
import { auditRow } from "../audit/queries.ts";
import type { Caller } from "../test-house.ts";

let scene: Scene;
let till: Caller;
beforeAll(async () => {
  scene = await openScene();
  till = await scene.key(brandId, storeId);
});
afterAll(() => scene.close());

const sell = (name: string) =>
  scene.raw("/api/sales", {
    method: "POST",
    headers: { ...till.headers, "content-type": "application/json", "idempotency-key": newKey() },
    body: `{"orderNo":"${newKey()}","totalFen":100,` +
      `"lines":[{"name":"${name}","quantityMilli":1000,"amountFen":100}]}`,
  });

test.each(["\\ud83c", "苹果\\uDF4E", "\\u0000"])("%s is no text", async (name) => {
  const answer = await sell(name);
  expect(answer.status).toBe(400);
  expect(await answer.json()).toMatchObject({ type: "/problems/input-invalid" });
});

test.each(["🍎", "\\ud83c\\udf4e", "\\\\ud83c", "\\\\u0000"])("%s is", async (name) => {
  const answer = await sell(name);
  expect(answer.status).toBe(201);
});

test("what cuts a character in two by itself does not end the process at the next read", async () => {
  const desk = scene.desk();
  const row = auditRow(desk, { action: "gift.changed", subject: "苹果🍎".slice(0, 3), brandId });
  await desk.db.write([row]);
  const [kept] = await desk.db.execute(
    "select subject from audit_log where action = 'gift.changed'",
  );
  expect(kept).toEqual({ subject: "苹果\ufffd" });
});
