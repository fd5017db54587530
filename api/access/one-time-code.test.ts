import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Desk, openDesk, programme } from "../desk.ts";
import { tryCode } from "./one-time-code.ts";
import { openScene, refusalOf, type Scene } from "./test-scene.ts";
import type { Caller } from "../test-house.ts";

const phone = (): Caller => ({ client: "pwa", cookies: new Map() });

let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
});
afterAll(() => scene.close());

const desk = (): Desk => openDesk(scene.house, programme, { now: scene.clock.now });
const triesLeft = async (id: string) =>
  (await scene.db.execute("select tries_left from one_time_code where id = ?", [id]))[0]!
    .tries_left;
let serial = 1001;
/** A code that was sent, and one that it is not. */
const asked = async () => {
  scene.clock.now += 61_000;
  const id = await scene.askCode(`1380000${serial++}`, phone());
  const code = await scene.lastCode();
  return { id, code, wrong: code === "000000" ? "000001" : "000000" };
};

describe("a one-time code", () => {
  test("is not compared before its try is in the database", async () => {
    const { id, code, wrong } = await asked();
    const { db } = scene.house;
    let takes: () => void = () => {};
    const held = new Promise<void>((go) => takes = go);
    const slow: Desk = {
      ...desk(),
      db: { ...db, write: (...args) => held.then(() => db.write(...args)) },
    };
    const told: string[] = [];
    const guesses = [code, wrong].map((guess) =>
      refusalOf(tryCode(slow, id, guess, "sign-in")).then((outcome) => told.push(outcome))
    );
    for (let n = 0; n < 20; n++) await new Promise((next) => setImmediate(next));
    expect([told, await triesLeft(id)]).toEqual([[], 5]);
    takes();
    await Promise.all(guesses);
    expect([told.sort(), await triesLeft(id)]).toEqual([["", "code-wrong"], 3]);
  });

  test("whose try is lost is not compared at all", async () => {
    const { id, code } = await asked();
    const { db } = scene.house;
    const lost = { ...desk(), db: { ...db, write: () => Promise.reject(new Error("gone")) } };
    await expect(tryCode(lost as Desk, id, code, "sign-in")).rejects.toThrow("gone");
    expect(await triesLeft(id)).toBe(5);
  });

  test("takes five tries however many come in one group", async () => {
    const { id, wrong } = await asked();
    const three = Array.from({ length: 3 }, () => refusalOf(tryCode(desk(), id, wrong, "sign-in")));
    expect(await Promise.all(three)).toEqual(["code-wrong", "code-wrong", "code-wrong"]);
    expect(await triesLeft(id)).toBe(2);
    const many = Array.from({ length: 30 }, () => refusalOf(tryCode(desk(), id, wrong, "sign-in")));
    const outcomes = await Promise.all(many);
    expect(outcomes.filter((outcome) => outcome === "code-wrong")).toHaveLength(2);
    expect(outcomes.filter((outcome) => outcome === "code-expired")).toHaveLength(28);
  });

  test("loses no try at a door that it is not for", async () => {
    const { id, code } = await asked();
    expect(await refusalOf(tryCode(desk(), id, code, "spend"))).toBe("code-expired");
    expect(await triesLeft(id)).toBe(5);
    expect((await tryCode(desk(), id, code, "sign-in")).id).toBe(id);
  });
});
