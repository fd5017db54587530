import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { openTestHouse, type TestHouse } from "../test-house.ts";
import { sparingly } from "./sparingly.ts";

let house: TestHouse;
beforeEach(async () => void (house = await openTestHouse()));
afterEach(async () => {
  vi.useRealTimers();
  await house.close();
});

const taking = (ms: number) => {
  let runs = 0;
  return async (): Promise<number> => {
    runs++;
    await new Promise((done) => setTimeout(done, ms));
    return runs;
  };
};

test("quick work is done each time, but once for who asks meanwhile", async () => {
  vi.useFakeTimers();
  const work = taking(20);
  const ask = () => sparingly(house.house.db, "quick", work);
  const both = Promise.all([ask(), ask()]);
  await vi.advanceTimersByTimeAsync(20);
  expect(await both).toEqual([1, 1]);
  const again = ask();
  await vi.advanceTimersByTimeAsync(20);
  expect(await again).toBe(2);
});

test("slow work is kept a hundred times as long as it took", async () => {
  vi.useFakeTimers();
  const work = taking(200);
  const ask = async () => {
    const asked = sparingly(house.house.db, "slow", work);
    await vi.advanceTimersByTimeAsync(200);
    return asked;
  };
  expect(await ask()).toBe(1);
  await vi.advanceTimersByTimeAsync(19_000);
  expect(await ask()).toBe(1);
  await vi.advanceTimersByTimeAsync(1000);
  expect(await ask()).toBe(2);
});

test("what failed is not kept", async () => {
  const ask = (answer: () => Promise<number>) => sparingly(house.house.db, "failing", answer);
  await expect(ask(() => Promise.reject(new Error("disk")))).rejects.toThrow("disk");
  expect(await ask(() => Promise.resolve(7))).toBe(7);
});
