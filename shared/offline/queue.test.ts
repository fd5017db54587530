import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Unreachable } from "../call.ts";
import { Problem, type ProblemCode, type ProblemFields } from "../problems.ts";
import { CLOCK_AHEAD_MS } from "./late.ts";
import {
  afterAttempt,
  isForgotten,
  isOpen,
  momentAfter,
  pauseMs,
  plainLabel,
  plainRefusal,
  type QueueItem,
  toAdopt,
  type Verdict,
  verdictOf,
} from "./queue.ts";

const item = (n: number, more: Partial<QueueItem> = {}): QueueItem => ({
  n,
  key: `key-${n}`,
  kind: "sale",
  label: `20261122-7QK2-${n}`,
  madeAt: n,
  state: "waiting",
  tries: 0,
  ...more,
});

describe("verdictOf", () => {
  test("no answer and what nobody expected say nothing", () => {
    expect(verdictOf(new Unreachable("cut"))).toEqual({ how: "again", afterSeconds: null });
    expect(verdictOf(new TypeError("x"))).toEqual({ how: "again", afterSeconds: null });
  });

  test.each<[ProblemCode, ProblemFields, Verdict]>([
    ["too-busy", { retryAfterSeconds: 3 }, { how: "again", afterSeconds: 3 }],
    ["too-many", { retryAfterSeconds: 60 }, { how: "again", afterSeconds: 60 }],
    ["internal", {}, { how: "again", afterSeconds: null }],
    ["writer-away", {}, { how: "again", afterSeconds: null }],
    ["signed-out", {}, { how: "person" }],
    ["terminal-unknown", {}, { how: "person" }],
    ["card-frozen", { state: "lost" }, {
      how: "refused",
      code: "card-frozen",
      fields: { state: "lost" },
    }],
    ["order-exists", {}, { how: "refused", code: "order-exists", fields: {} }],
  ])("%s", (code, fields, verdict) => {
    expect(verdictOf(new Problem(code, fields))).toEqual(verdict);
  });
});

describe("afterAttempt", () => {
  const refused: Verdict = { how: "refused", code: "card-frozen", fields: {} };

  test("booked is booked, a refusal waits to be handed over and then is a task", () => {
    expect(afterAttempt(item(1), { how: "booked" }, 9)).toMatchObject({
      state: "booked",
      settledAt: 9,
    });
    const back = afterAttempt(item(1, { tries: 3 }), refused, 9);
    expect(back).toMatchObject({ state: "refused", tries: 0, refusal: { code: "card-frozen" } });
    expect(afterAttempt(back, { how: "booked" }, 10)).toMatchObject({
      state: "task",
      settledAt: 10,
    });
  });

  test("a task that is not taken stays, with the first refusal", () => {
    const back = afterAttempt(item(1), refused, 9);
    const still = afterAttempt(back, { how: "refused", code: "input-invalid", fields: {} }, 10);
    expect(still).toMatchObject({ state: "refused", refusal: { code: "card-frozen" }, tries: 1 });
  });

  test("nothing that comes without an answer changes what it is", () => {
    for (const verdict of [{ how: "again", afterSeconds: 2 }, { how: "person" }] as Verdict[]) {
      expect(afterAttempt(item(1), verdict, 9).state).toBe("waiting");
    }
  });

  test("whatever the answers, everything is settled in order and once", () => {
    const answers = fc.array(
      fc.constantFrom<Verdict>(
        { how: "booked" },
        { how: "again", afterSeconds: null },
        { how: "person" },
        refused,
      ),
      { maxLength: 60 },
    );
    fc.assert(fc.property(fc.integer({ min: 1, max: 12 }), answers, (count, said) => {
      let items = Array.from({ length: count }, (_, i) => item(i + 1));
      const settled: number[] = [];
      for (const verdict of said) {
        const next = items.find(isOpen);
        if (!next) break;
        expect(settled).not.toContain(next.n);
        const after = afterAttempt(next, verdict, 1);
        items = items.map((each) => each.n === next.n ? after : each);
        if (!isOpen(after)) settled.push(after.n);
      }
      expect(settled).toEqual(settled.toSorted((a, b) => a - b));
      expect(settled).toEqual(Array.from(settled, (_, i) => i + 1));
    }));
  });
});

describe("pauseMs", () => {
  test("grows to half a minute, and is spread", () => {
    expect([1, 2, 3, 4].map((tries) => pauseMs(tries, null, 0))).toEqual([500, 1000, 2000, 4000]);
    expect(pauseMs(40, null, 0)).toBe(30_000);
    expect(pauseMs(40, null, 1)).toBe(15_000);
  });

  test("is never shorter than the house asks", () => {
    for (const chance of [0, 0.5, 1]) {
      expect(pauseMs(1, 7, chance)).toBeGreaterThanOrEqual(7_000);
    }
  });
});

test("a clock that is put back does not turn the order around", () => {
  expect(momentAfter(null, 5)).toBe(5);
  expect(momentAfter(4, 5)).toBe(5);
  expect(momentAfter(9, 5)).toBe(9);
});

test("one operation of a clock that ran ahead does not take those after it along", () => {
  const now = Date.parse("2026-11-22T16:40:00+08:00");
  expect(momentAfter(now + 2 * 3_600_000, now)).toBe(now);
  for (const ahead of [0, 1_000, 4 * 60_000, 5 * 60_000, 6 * 60_000, 86_400_000]) {
    const next = momentAfter(now + ahead, now);
    expect(next).toBeGreaterThanOrEqual(now);
    // The server takes five minutes; the till knows its time to some seconds.
    expect(next).toBeLessThan(now + CLOCK_AHEAD_MS - 10_000);
  }
});

test("what was left without an answer joins the queue once, oldest first", () => {
  const left = [
    { key: "b", madeAt: 2, endpoint: "recordSale" },
    { key: "c", madeAt: 3, endpoint: "returnSale" },
    { key: "a", madeAt: 1, endpoint: "recordSale" },
    { key: "d", madeAt: 4, endpoint: "recordSale" },
    { key: "a", madeAt: 1, endpoint: "recordSale" },
  ];
  const adopted = toAdopt(left, [{ key: "d" }], (each) => each.endpoint === "recordSale");
  expect(adopted.map(({ key }) => key)).toEqual(["a", "b"]);
});

test("only what was settled long ago is forgotten", () => {
  expect(isForgotten(item(1, { state: "booked", settledAt: 1 }), 100, 50)).toBe(true);
  expect(isForgotten(item(1, { state: "booked", settledAt: 60 }), 100, 50)).toBe(false);
  expect(isForgotten(item(1, { settledAt: 1 }), 100, 50)).toBe(false);
});

test("a refusal is handed over with plain fields alone", () => {
  const fields = { state: "lost", errors: [{ pointer: "/x" }], left: 3, long: "x".repeat(300) };
  expect(plainRefusal({ code: "card-frozen", fields })).toEqual({
    code: "card-frozen",
    fields: { state: "lost", left: 3 },
  });
  expect(plainRefusal({ code: "no such", fields: {} }).code).toBe("internal");
});

test("a name that the house refused does not keep its task from being left", () => {
  expect(plainLabel("\u202d顾\u200b念慈\u202c ", "enrolment")).toBe("顾念慈");
  expect(plainLabel("\u200b", "enrolment")).toBe("enrolment");
  expect(plainLabel("x".repeat(90), "sale")).toHaveLength(80);
});
