import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { hold, ifFree, letGo } from "./hold.ts";

/** The locks of a browser, as far as they are used here. */
const fakeLocks = () => {
  const held = new Set<string>();
  return {
    request: async (name: string, ...rest: unknown[]) => {
      const work = rest.at(-1) as (lock: object | null) => Promise<unknown>;
      if (held.has(name)) return await work(null);
      held.add(name);
      try {
        return await work({ name });
      } finally {
        held.delete(name);
      }
    },
  };
};

const command = { key: "0f8fad5b", madeAt: Date.now() };
const take = () => ifFree(command, () => Promise.resolve("taken"));

beforeEach(() => void vi.stubGlobal("navigator", { locks: fakeLocks() }));
afterEach(() => void vi.unstubAllGlobals());

test("nobody takes up what a page sends or shows, and anybody what it has let go", async () => {
  await hold(command.key);
  expect(await take()).toBeUndefined();
  letGo(command.key);
  await vi.waitFor(async () => expect(await take()).toBe("taken"));
});

test("what no page holds is free", async () => {
  await hold("another");
  expect(await take()).toBe("taken");
  letGo("another");
});

test("without locks only what is older than anybody's patience is free", async () => {
  vi.stubGlobal("navigator", {});
  await hold(command.key);
  expect(await take()).toBeUndefined();
  const old = { ...command, madeAt: Date.now() - 61_000 };
  expect(await ifFree(old, () => Promise.resolve("taken"))).toBe("taken");
});
