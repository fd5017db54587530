/** A command behind a PIN: what is counted, what is told, and what is written when. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readParameters } from "../../shared/parameters/parameters.ts";
import { Problem } from "../../shared/problems.ts";
import type { Decision } from "../db/settle.ts";
import { type Desk, openDesk, programme } from "../desk.ts";
import { setPin } from "../members/queries.ts";
import { settleWithPin } from "./settle-with-pin.ts";
import { pinLimit } from "./secret-try.ts";
import { givePin } from "./test-pin.ts";
import { newKey, openScene, refusalOf, type Scene } from "./test-scene.ts";
import { showMe } from "../../shared/members/endpoints.ts";

const pin = "739154";
type Done = { done: string };

let scene: Scene;
let memberId: string;
beforeAll(async () => {
  scene = await openScene();
  const { caller } = await scene.member();
  memberId = (await scene.ask(showMe, {}, caller)).member.id;
  await givePin(scene, memberId, pin);
});
afterAll(() => scene.close());

const desk = (): Desk => openDesk(scene.house, programme, { now: scene.clock.now });
/** Something that can be seen to have been written. */
const touched = (hash: string) => setPin.row({ id: memberId, pin_hash: hash, at: 1 });
const command = (
  given: string,
  decide: () => Promise<Decision<Done>>,
  key = newKey(),
  at = desk(),
) => settleWithPin(at, key, { wish: "tea" }, { memberId, pin: given }, decide);
const done = (): Promise<Decision<Done>> =>
  Promise.resolve({ answer: { done: "tea" }, writes: [], touches: [] });
const tries = async (): Promise<number | undefined> => {
  const [row] = await scene.db.execute(`select count from attempt where key = 'pin/${memberId}'`);
  return row?.count as number | undefined;
};
const commands = async () =>
  (await scene.db.execute("select count(*) as n from command where answer like '%tea%'"))[0]!.n;

describe("a command with a PIN", () => {
  test("is booked with the try given back, once for its key", async () => {
    const key = newKey();
    expect(await command(pin, done, key)).toEqual({ done: "tea" });
    expect(await command(pin, () => Promise.reject(new Error("decided again")), key))
      .toEqual({ done: "tea" });
    expect([await tries(), await commands()]).toEqual([undefined, 1]);
  });

  test("a wrong one writes nothing but its try, and hears no kept answer", async () => {
    const key = newKey();
    await command(pin, done, key);
    const before = await commands();
    const decided = () =>
      Promise.resolve({ answer: { done: "tea" }, writes: [touched("stolen")], touches: [] });
    expect(await refusalOf(command("000000", decided))).toBe("pin-wrong");
    expect(await refusalOf(command("000000", done, key))).toBe("pin-wrong");
    const [row] = await scene.db.execute(`select pin_hash from member where id = '${memberId}'`);
    expect(row!.pin_hash).not.toBe("stolen");
    expect([await tries(), await commands()]).toEqual([2, before]);
    await command(pin, done, key);
    expect(await tries()).toBeUndefined();
  });

  test("the PIN is said before any other refusal; a right one costs no try", async () => {
    const refused = () => Promise.reject(new Problem("points-short"));
    expect(await refusalOf(command("000000", refused))).toBe("pin-wrong");
    expect(await tries()).toBe(1);
    expect(await refusalOf(command(pin, refused))).toBe("points-short");
    expect(await tries()).toBeUndefined();
  });

  test("nothing is compared before the try is in the database", async () => {
    const { db } = scene.house;
    let takes: () => void = () => {};
    const held = new Promise<void>((go) => takes = go);
    let waiting = 0;
    const slow: Desk = {
      ...desk(),
      db: { ...db, write: (...args) => (waiting++, held.then(() => db.write(...args))) },
    };
    let told = "";
    const [right, wrong] = [pin, "000000"].map((given) =>
      command(given, done, newKey(), slow).then(() => "ok", (e: Problem) => e.code)
        .then((outcome) => told += outcome)
    );
    while (waiting === 0) await new Promise((next) => setImmediate(next));
    // The answers of all reads are in; who guesses still knows nothing.
    for (let n = 0; n < 20; n++) await new Promise((next) => setImmediate(next));
    expect([told, waiting]).toEqual(["", 1]);
    takes();
    await Promise.all([right, wrong]);
    expect(told).toBe("okpin-wrong");
    const lost = { ...desk(), db: { ...db, write: () => Promise.reject(new Error("gone")) } };
    await expect(command(pin, done, newKey(), lost as Desk)).rejects.toThrow("gone");
    await command(pin, done);
  });

  test("40 wrong ones at once are five tries", async () => {
    const all = await Promise.all(
      Array.from({ length: 40 }, () => refusalOf(command("000000", done))),
    );
    expect(all.filter((code) => code === "pin-wrong")).toHaveLength(4);
    expect(all.filter((code) => code === "pin-locked")).toHaveLength(36);
    expect(await refusalOf(command(pin, done))).toBe("pin-locked");
    expect(await tries()).toBe(5);
    scene.clock.now += 15 * 60_000;
    await command(pin, done);
  });

  test("the database reads the brand's limits as the house does", async () => {
    const bodies = [
      {},
      { pinTries: 3 },
      { pinTries: 4, pinLockMinutes: 60 },
      { pinTries: 2, pinLockMinutes: 1441 },
      { pinTries: 6, pinLockMinutes: 14 },
      { pinTries: 3.5, pinLockMinutes: 20.25 },
      { pinTries: "3", pinLockMinutes: null },
      { pinTries: 5, pinLockMinutes: 1440 },
    ];
    const seen: unknown[] = [];
    for (const body of bodies) {
      const sql = "insert into parameter_set values ('brd_hexin', ?, 1, null, 0)";
      await scene.db.execute(sql, [JSON.stringify(body)]);
      await refusalOf(command("000000", done));
      const [row] = await scene.db.execute(
        `select most, lock_ms from attempt where key = 'pin/${memberId}'`,
      );
      seen.push([row!.most, row!.lock_ms]);
      await scene.db.execute("delete from attempt");
      await scene.db.execute("delete from parameter_set");
    }
    const wanted = bodies.map((body) => pinLimit(readParameters(JSON.stringify(body))));
    expect(seen).toEqual(wanted.map(({ max, lockMs }) => [max, lockMs]));
  });

  test("who has no PIN is told so, however often", async () => {
    const { caller } = await scene.member();
    const { member } = await scene.ask(showMe, {}, caller);
    for (let n = 0; n < 7; n++) {
      const asked = { memberId: member.id, pin };
      expect(await refusalOf(settleWithPin(desk(), newKey(), {}, asked, done))).toBe("pin-missing");
    }
  });
});
