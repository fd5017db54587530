/** A replica that is behind, stands still or is gone: a screen never shows less than its owner has done,
 *  and the primary answers meanwhile. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { verifyLedger } from "../../api/points/verify.ts";
import { call } from "../../shared/call.ts";
import { showMe } from "../../shared/members/endpoints.ts";
import { recordSale } from "../../shared/sales/endpoints.ts";
import { freshKey, openServerScene, type ServerScene, sleep } from "./server-scene.ts";
import { transportTo } from "./stubborn.ts";
import { soak, tried } from "./tried.ts";

let scene: ServerScene;

beforeAll(async () => {
  scene = await openServerScene({ patrons: 8, scans: soak ? 500 : 40, seed: 8 });
}, 120_000);
afterAll(() => scene?.close());

describe("a replica", () => {
  const yuan = 7;
  const sellTo = (n: number) => {
    const key = freshKey("own");
    scene.work.keys.add(key);
    const patron = scene.chain.patrons[n]!;
    scene.work.wanted.get(patron)!.sales++;
    scene.work.wanted.get(patron)!.balance += yuan;
    const till = transportTo(() => scene.api.url, scene.chain.till, scene.tries);
    const lines = [{ name: "安吉白茶", quantityMilli: 1000, amountFen: yuan * 100 }];
    const body = { orderNo: key, member: { card: patron.card }, lines, totalFen: yuan * 100 };
    return call(till, recordSale, { key, body }).then(() => till.seen!.level);
  };
  /** What a phone that has seen `level` is shown. */
  const shownTo = async (n: number, level: number): Promise<number> => {
    const phone = transportTo(() => scene.api.url, scene.chain.patrons[n]!.own, scene.tries);
    phone.seen!.level = level;
    const { points } = await call(phone, showMe, {});
    return points.spendable;
  };
  const asWanted = (n: number) => scene.work.wanted.get(scene.chain.patrons[n]!)!.balance;

  test("that is behind never shows a balance from before one's own sale", async () => {
    const times = soak ? 500 : 24;
    const before = scene.copy.requests();
    for (let i = 0; i < times; i++) {
      // Now and then it hears nothing of the primary for a while.
      if (i % 8 === 4) scene.between.pause(true);
      if (i % 8 === 0) scene.between.pause(false);
      const n = i % scene.chain.patrons.length;
      expect(await shownTo(n, await sellTo(n))).toBe(asWanted(n));
    }
    expect(scene.copy.requests() - before).toBeGreaterThan(times / 2);
    scene.between.pause(false);
    tried({
      fault: "replica behind, by what the network takes or for good",
      times: `${times} sales, each looked at at once`,
      happened: "always with the sale",
    });
  }, 120_000);

  test("that is behind for seconds is not asked, not even by who has seen nothing", async () => {
    scene.between.pause(true);
    await sellTo(1);
    const from = performance.now();
    while (await shownTo(1, 0) !== asWanted(1)) {
      expect(performance.now() - from).toBeLessThan(6_000);
      await sleep(100);
    }
    scene.between.pause(false);
  }, 30_000);

  test("that stands still, then is killed: the primary answers, and it comes back", async () => {
    scene.server.halt("replica", true);
    const level = await sellTo(0);
    const from = performance.now();
    expect(await shownTo(0, level)).toBe(asWanted(0));
    const first = performance.now() - from;
    expect(first).toBeLessThan(3_000);
    const again = performance.now();
    expect(await shownTo(0, await sellTo(0))).toBe(asWanted(0));
    expect(performance.now() - again).toBeLessThan(1_000);
    await scene.server.kill("replica");
    for (let i = 0; i < 20; i++) {
      expect(await shownTo(i % 8, await sellTo(i % 8))).toBe(asWanted(i % 8));
    }
    await scene.server.start("replica");
    const before = scene.copy.requests();
    // What it is asked by the line itself are questions whether it is there; screens follow.
    for (let i = 0; scene.copy.requests() < before + 20; i++) {
      expect(i).toBeLessThan(400);
      expect(await shownTo(i % 8, level)).toBe(asWanted(i % 8));
      await sleep(10);
    }
    await scene.inOrder();
    tried({
      fault: "replica stands still, is killed (-9), comes back",
      times: "once",
      happened: `first read ${first.toFixed(0)} ms, then at once from the primary`,
    });
  }, 120_000);
});

test("afterwards the books are in order", async () => {
  const { findings } = await verifyLedger(scene.chain.house.db, Date.now());
  expect(findings).toEqual([]);
});
