import { expect, test, vi } from "vitest";
import { Unreachable } from "../../shared/call.ts";
import { Problem, type ProblemCode } from "../../shared/problems.ts";
import { once } from "./command.ts";

// Node has no IndexedDB: this is the phone that refuses storage, which is told about it.
vi.spyOn(console, "warn").mockImplementation(() => {});

/** Sends the same wish over and over; the keys that were used. */
const wishing = (intent: string) => {
  const keys: string[] = [];
  return {
    keys,
    get: (answer: Error | string) =>
      once(intent, (key) => {
        keys.push(key);
        return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
      }).catch((error: unknown) => error),
  };
};

test.each<ProblemCode>(["pin-wrong", "pin-locked", "signed-out", "writer-away", "internal"])(
  "after a lost answer %s keeps the key: the first try may have been booked",
  async (code) => {
    const { keys, get } = wishing(`claim:${code}`);
    await get(new Unreachable("cut"));
    await get(new Problem(code));
    expect(await get("booked long ago")).toBe("booked long ago");
    expect(new Set(keys).size).toBe(1);
  },
);

test("an answer ends the wish, a final refusal too", async () => {
  const { keys, get } = wishing("claim:gift");
  await get("booked");
  await get(new Problem("points-short"));
  await get("booked");
  expect(new Set(keys).size).toBe(3);
});

test("pressed twice before the first answer it is one wish", async () => {
  const { keys, get } = wishing("claim:twice");
  await Promise.all([get("booked"), get("booked")]);
  expect(new Set(keys).size).toBe(1);
});

test("a busy server is asked again when it says, with the same key, three times at most", async () => {
  vi.useFakeTimers();
  const busy = new Problem("too-busy", { retryAfterSeconds: 2 });
  const { keys, get } = wishing("claim:busy");
  const outcome = get(busy);
  await vi.advanceTimersByTimeAsync(1_900);
  expect(keys.length).toBe(1);
  await vi.advanceTimersByTimeAsync(4_000);
  expect(await outcome).toBe(busy);
  expect(keys.length).toBe(3);
  vi.useRealTimers();
  await get("booked");
  expect(new Set(keys).size).toBe(1);
});

test("nobody is kept waiting for longer than a few seconds", async () => {
  const { keys, get } = wishing("claim:very busy");
  const busy = new Problem("too-busy", { retryAfterSeconds: 9 });
  expect(await get(busy)).toBe(busy);
  expect(keys.length).toBe(1);
});
