import { expect, test } from "vitest";
import { happenedAt } from "./command.ts";

test("an operation is of the moment that it is booked for, whatever the clock of the device says", () => {
  const now = Date.parse("2026-11-22T16:40:00+08:00");
  const madeAt = now - 4 * 86_400_000;
  expect(happenedAt({ madeAt, body: { orderNo: "20261122-7QK2-0001", occurredAt: now } })).toBe(
    now,
  );
  expect(happenedAt({ madeAt, body: { phone: "13500050002", joinedAt: now } })).toBe(now);
  expect(happenedAt({ madeAt, body: { reason: "" } })).toBe(madeAt);
  expect(happenedAt({ madeAt })).toBe(madeAt);
});
