import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Desk, nobody, openDesk } from "../desk.ts";
import { type BareHouse, openBareHouse } from "../test-bare-house.ts";
import { type Limit, openWrite, readTries, takeTries, takeTry, tryWrite } from "./limits.ts";

let test_: BareHouse;
beforeAll(async () => {
  test_ = await openBareHouse();
});
afterAll(() => test_.close());

let count = 0;
const newKey = (): string => `limit ${count++}`;
const desk = (): Desk => openDesk(test_.house, nobody, { now: test_.clock.now });
const took = (asked: Promise<void>): Promise<string> =>
  asked.then(() => "taken", (e: { code?: string }) => e.code ?? String(e));

describe("a limit", () => {
  test("lets exactly so many through, however many come at once", async () => {
    const limit: Limit = { max: 7, windowMs: 60_000 };
    const key = newKey();
    const all = await Promise.all(
      Array.from({ length: 100 }, () => took(takeTry(desk(), key, limit))),
    );
    expect(all.filter((a) => a === "taken")).toHaveLength(7);
    expect(all.filter((a) => a === "too-many")).toHaveLength(93);
  });

  test("opens again when its window is over, and says when", async () => {
    const limit: Limit = { max: 2, windowMs: 60_000 };
    const key = newKey();
    await takeTry(desk(), key, limit);
    test_.clock.now += 20_000;
    await takeTry(desk(), key, limit);
    await expect(takeTry(desk(), key, limit)).rejects.toMatchObject({
      code: "too-many",
      fields: { retryAfterSeconds: 40 },
    });
    test_.clock.now += 40_000;
    expect(await took(takeTry(desk(), key, limit))).toBe("taken");
  });

  test("with a lock stays shut from its last try on", async () => {
    const limit: Limit = { max: 2, windowMs: 60_000, lockMs: 600_000 };
    const key = newKey();
    await takeTry(desk(), key, limit);
    test_.clock.now += 50_000;
    await takeTry(desk(), key, limit);
    test_.clock.now += 599_999;
    expect(await took(takeTry(desk(), key, limit))).toBe("too-many");
    test_.clock.now += 1;
    expect(await readTries(desk(), key, limit)).toEqual({ left: 2, opensAt: 0 });
    expect(await took(takeTry(desk(), key, limit))).toBe("taken");
  });

  test("among several takes all or none", async () => {
    const [a, b] = [newKey(), newKey()];
    const one: Limit = { max: 1, windowMs: 60_000 };
    const two: Limit = { max: 2, windowMs: 60_000 };
    await takeTry(desk(), a, one);
    expect(await took(takeTries(desk(), { [b]: two, [a]: one }))).toBe("too-many");
    expect((await readTries(desk(), b, two)).left).toBe(2);
  });

  test("refuses a batch that only asks it to be open", async () => {
    const limit: Limit = { max: 1, windowMs: 60_000 };
    const key = newKey();
    const { db } = test_.house;
    await db.write([openWrite(desk(), key)]);
    await db.write([tryWrite(desk(), key, limit)]);
    await expect(db.write([openWrite(desk(), key)])).rejects.toThrow("collision: attempt");
    test_.clock.now += 60_000;
    await db.write([openWrite(desk(), key)]);
  });

  test("agrees with a plain model under any clock", async () => {
    const step = fc.record({
      wait: fc.integer({ min: 0, max: 40_000 }),
      tries: fc.integer({ min: 1, max: 4 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), fc.boolean(), async (steps, locks) => {
        const limit: Limit = { max: 3, windowMs: 60_000, ...(locks ? { lockMs: 90_000 } : {}) };
        const key = newKey();
        let model = { count: 0, until: 0 };
        for (const { wait, tries } of steps) {
          test_.clock.now += wait;
          for (let i = 0; i < tries; i++) {
            const { now } = test_.clock;
            if (now >= model.until) model = { count: 0, until: now + limit.windowMs };
            const expected = model.count < limit.max ? "taken" : "too-many";
            if (expected === "taken" && ++model.count === limit.max && limit.lockMs) {
              model.until = now + limit.lockMs;
            }
            expect(await took(takeTry(desk(), key, limit))).toBe(expected);
          }
        }
      }),
      { numRuns: 40 },
    );
  });
});
