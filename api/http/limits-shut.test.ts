/** What is known to be used up is refused without asking the database; and never longer than it is. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Desk, nobody, openDesk } from "../desk.ts";
import { type BareHouse, openBareHouse } from "../test-bare-house.ts";
import {
  forgetTriesWrite,
  isOverLimit,
  type Limit,
  readTries,
  takeTries,
  takeTry,
  tooMany,
  triesOf,
} from "./limits.ts";

let bare: BareHouse;
beforeAll(async () => {
  bare = await openBareHouse();
});
afterAll(() => bare.close());

const desk = (): Desk => openDesk(bare.house, nobody, { now: bare.clock.now });
const minute: Limit = { max: 1, windowMs: 60_000 };
const seconds = (asked: Promise<void>): Promise<unknown> =>
  asked.then(() => "taken", (e) => e.fields.retryAfterSeconds);

/** A desk that counts what it asks the database for. */
const counting = () => {
  let writes = 0;
  const { db } = bare.house;
  const write: typeof db.write = (...asked) => {
    writes++;
    return db.write(...asked);
  };
  const seen = { ...db, write };
  return { desk: () => ({ ...desk(), db: seen }), writes: () => writes };
};

test("a key that is used up costs no write until it opens, others do", async () => {
  const { desk, writes } = counting();
  await takeTry(desk(), "a", minute);
  expect(await seconds(takeTry(desk(), "a", minute))).toBe(60);
  expect(writes()).toBe(2);
  bare.clock.now += 59_000;
  expect(await seconds(takeTry(desk(), "a", minute))).toBe(1);
  bare.clock.now += 500;
  expect(await seconds(takeTry(desk(), "a", minute))).toBe(1);
  expect(writes()).toBe(2);
  await takeTry(desk(), "b", minute);
  expect(writes()).toBe(3);
  bare.clock.now += 500;
  await takeTry(desk(), "a", minute);
  expect(writes()).toBe(4);
});

test("of several only what is used up is remembered, and the longest wait is told", async () => {
  const { desk, writes } = counting();
  const long: Limit = { max: 1, windowMs: 600_000 };
  const wide: Limit = { max: 9, windowMs: 900_000 };
  await takeTries(desk(), { short: minute, long, wide });
  expect(await seconds(takeTries(desk(), { short: minute, long, wide }))).toBe(600);
  expect(writes()).toBe(2);
  await takeTry(desk(), "wide", wide);
  expect(writes()).toBe(3);
  expect((await readTries(desk(), "wide", wide)).left).toBe(7);
  expect(await seconds(takeTry(desk(), "short", minute))).toBe(60);
  expect(writes()).toBe(3);
});

test("ten thousand used up keys are not kept for ever", async () => {
  const { desk, writes } = counting();
  const keys = Array.from({ length: 10_001 }, (_, i) => `many ${i}`);
  const open = Object.fromEntries(keys.map((key) => [key, minute]));
  await takeTries(desk(), open);
  expect(await seconds(takeTries(desk(), open))).toBe(60);
  const before = writes();
  // The first ten thousand were let go for the last one: it is asked for anew.
  expect(await seconds(takeTry(desk(), keys[0]!, minute))).toBe(60);
  expect(writes()).toBe(before + 1);
  expect(await seconds(takeTry(desk(), keys.at(-1)!, minute))).toBe(60);
  expect(writes()).toBe(before + 1);
});

test("a wait is whole seconds, rounded up, and at least one", () => {
  const now = desk().now;
  const wait = (at: number) => tooMany(desk(), at).fields.retryAfterSeconds;
  expect([0, 1, 1000, 1001, 60_000, -5].map((ms) => wait(now + ms))).toEqual([1, 1, 1, 2, 60, 1]);
  expect(tooMany(desk(), now).code).toBe("too-many");
});

test("tries of a row: none yet, some left, used up, locked, over, and from the future", () => {
  const now = 1_000_000_000;
  const limit: Limit = { max: 3, windowMs: 60_000, lockMs: 90_000 };
  const row = { count: 2, at: now, window_ends_at: now + 10, locked_until: null };
  const fresh = { left: 3, opensAt: 0 };
  expect(triesOf(undefined, limit, now)).toEqual(fresh);
  expect(triesOf(row, limit, now)).toEqual({ left: 1, opensAt: now + 10 });
  expect(triesOf({ ...row, count: 7 }, limit, now)).toEqual({ left: 0, opensAt: now + 10 });
  expect(triesOf({ ...row, locked_until: now + 90 }, limit, now)).toEqual({
    left: 1,
    opensAt: now + 90,
  });
  expect(triesOf(row, limit, now + 10)).toEqual(fresh);
  expect(triesOf({ ...row, locked_until: now + 5 }, limit, now + 5)).toEqual(fresh);
  expect(triesOf({ ...row, at: now + 60_000 }, limit, now).left).toBe(1);
  expect(triesOf({ ...row, at: now + 60_001 }, limit, now)).toEqual(fresh);
});

test("a key can be forgotten, and another failure is no limit", async () => {
  await takeTry(desk(), "forgotten", minute);
  await bare.house.db.write([forgetTriesWrite("forgotten")]);
  await takeTry(desk(), "forgotten", minute);
  expect(isOverLimit(new Error("collision: attempt"))).toBe(false);
  const broken = { ...bare.house.db, write: () => Promise.reject(new Error("gone")) };
  await expect(takeTry({ ...desk(), db: broken }, "x", minute)).rejects.toThrow("gone");
});
