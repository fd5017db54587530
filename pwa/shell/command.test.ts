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
