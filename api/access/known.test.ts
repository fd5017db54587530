/** Who is known for two seconds, and no longer than the right lasts. */
import { describe, expect, test } from "vitest";
import type { Db } from "../db/open.ts";
import { forget, known } from "./known.ts";

/** What is known hangs on the database, of which nothing is asked here. */
const newDb = (): Db => ({}) as Db;
const db = newDb();

let count = 0;
/** Asks for a key as of an instant; what is found then counts up, so that it tells a new look. */
const asking = (ids: string[] = []) => {
  const key = `key ${count++}`;
  let looks = 0;
  const ask = (now: number, found: "there" | "gone" = "there") =>
    known(
      db,
      key,
      now,
      () => Promise.resolve(found === "there" ? { look: ++looks } : null),
      () => ids,
    ).then((value) => value?.look ?? null);
  return { key, ask };
};

describe("somebody who was found", () => {
  test("is looked up again after two seconds, not before", async () => {
    const { ask } = asking();
    expect([await ask(10_000), await ask(11_999), await ask(12_000), await ask(13_999)])
      .toEqual([1, 1, 2, 2]);
  });

  test("is looked up again where the clock was set back", async () => {
    const { ask } = asking();
    expect([await ask(10_000), await ask(9_999), await ask(9_999)]).toEqual([1, 2, 2]);
  });

  test("is gone as soon as nobody is found, also for a clock that is set back", async () => {
    const { ask } = asking();
    expect(await ask(10_000)).toBe(1);
    expect(await ask(12_000, "gone")).toBeNull();
    expect(await ask(11_000, "gone")).toBeNull();
    expect(await ask(11_000)).toBe(2);
  });

  test("is known in one house only", async () => {
    const { key, ask } = asking();
    await ask(10_000);
    const look = () => Promise.resolve("another");
    expect(await known(newDb(), key, 10_000, look, () => [])).toBe("another");
  });
});

describe("whose right is taken away", () => {
  test("is looked up at once, by any of the ids, and nobody else is", async () => {
    const [one, two] = [asking(["mem_a", "dev_a"]), asking(["mem_b", "dev_b"])];
    await Promise.all([one.ask(0), two.ask(0)]);
    forget(db, "mem_x", "dev_a");
    expect([await one.ask(1), await two.ask(1)]).toEqual([2, 1]);
    forget(db, "mem_b");
    expect([await one.ask(2), await two.ask(2)]).toEqual([2, 2]);
    forget(db);
    expect([await one.ask(3), await two.ask(3)]).toEqual([2, 2]);
  });

  test("while they are looked up, is served once and not kept", async () => {
    const key = `key ${count++}`;
    let found = (_: string) => {};
    const first = known(db, key, 0, () => new Promise<string>((done) => found = done), () => []);
    forget(db, "somebody");
    found("before");
    expect(await first).toBe("before");
    expect(await known(db, key, 0, () => Promise.resolve("after"), () => [])).toBe("after");
    expect(await known(db, key, 0, () => Promise.resolve("later"), () => [])).toBe("after");
  });
});

test("twenty thousand are kept, and all are let go before there is one more", async () => {
  const other = newDb();
  const ask = (key: number, value: string) =>
    known(other, `many ${key}`, 0, () => Promise.resolve(value), () => []);
  for (let i = 0; i < 20_000; i++) await ask(i, "first");
  expect([await ask(0, "again"), await ask(19_999, "again")]).toEqual(["first", "first"]);
  await ask(20_000, "first");
  expect([await ask(20_000, "again"), await ask(0, "again")]).toEqual(["first", "again"]);
});
