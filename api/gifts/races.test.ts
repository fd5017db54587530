import { afterAll, beforeAll, expect, test } from "vitest";
import { verifyLedger } from "../points/verify.ts";
import { cancelClaim } from "./cancel-claim.ts";
import { claimGift } from "./claim-gift.ts";
import { handOverClaim } from "./hand-over-claim.ts";
import * as s from "./test-scene.ts";

let scene: s.Scene;
beforeAll(async () => void (scene = await s.openScene()));
afterAll(() => scene.close());

const times = <T>(n: number, work: (i: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: n }, (_, i) => work(i)));

/** How often each outcome came: "ok" or the refusal's code. */
const tally = (outcomes: readonly string[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const o of outcomes) counts[o] = (counts[o] ?? 0) + 1;
  return counts;
};
const outcome = (work: Promise<unknown>): Promise<string> =>
  work.then(() => "ok", (p: { code?: string }) => p.code ?? String(p));

test("50 tills race for the last gift: exactly one gets it", async () => {
  const giftId = await scene.gift(1);
  const scans = await times(50, async () => scene.scan(await scene.member([{ points: 900 }])));
  const outcomes = await times(
    50,
    (i) => outcome(claimGift(scene.as(s.kiosk), s.newKey(), { scanId: scans[i]!, giftId })),
  );
  expect(tally(outcomes)).toEqual({ ok: 1, "gift-gone": 49 });
  expect(await scene.remaining(giftId)).toBe(0);
});

test("50 claims of a gift with enough on the shelf all succeed", async () => {
  const giftId = await scene.gift(50);
  const scans = await times(50, async () => scene.scan(await scene.member([{ points: 500 }])));
  const outcomes = await times(
    50,
    (i) => outcome(claimGift(scene.as(s.kiosk), s.newKey(), { scanId: scans[i]!, giftId })),
  );
  expect(tally(outcomes)).toEqual({ ok: 50 });
  expect(await scene.remaining(giftId)).toBe(0);
});

test("20 claims race for one balance that pays three", async () => {
  const who = await scene.member([{ points: 700 }, { points: 999 }]);
  const giftId = await scene.gift(99);
  const scanId = await scene.scan(who);
  const outcomes = await times(
    20,
    () => outcome(claimGift(scene.as(s.kiosk), s.newKey(), { scanId, giftId })),
  );
  const counts = tally(outcomes);
  // Those that were beaten too often are told to come again; none is booked beyond the balance.
  expect(counts.ok).toBe(3);
  expect((counts["points-short"] ?? 0) + (counts["too-busy"] ?? 0)).toBe(17);
  expect((await scene.holdings(who.loyaltyId)).points.balance).toBe(199);
});

test("20 claims of one member race for a gift limited to one", async () => {
  const who = await scene.member([{ points: 90_000 }]);
  const body = {
    scanId: await scene.scan(who),
    giftId: await scene.gift(99, { per_member_max: 1 }),
  };
  const counts = tally(
    await times(20, () => outcome(claimGift(scene.as(s.kiosk), s.newKey(), body))),
  );
  expect(counts.ok).toBe(1);
  expect((counts["gift-limit"] ?? 0) + (counts["too-busy"] ?? 0)).toBe(19);
});

const claimed = async () => {
  const who = await scene.member([{ points: 500 }]);
  const body = { scanId: await scene.scan(who), giftId: await scene.gift(1) };
  const { claim } = await claimGift(scene.as(s.kiosk), s.newKey(), body);
  return { ...who, id: claim.claimId };
};

test("20 tills race to hand one claim over: exactly one does", async () => {
  const { id } = await claimed();
  const outcomes = await times(
    20,
    () => outcome(handOverClaim(scene.as(s.cashier), s.newKey(), id)),
  );
  expect(tally(outcomes)).toEqual({ ok: 1, "claim-used": 19 });
});

test("20 repeats of one hand-over with one key all get the same answer", async () => {
  const { id } = await claimed();
  const key = s.newKey();
  const answers = await times(20, () => handOverClaim(scene.as(s.cashier), key, id));
  expect(new Set(answers.map((a) => JSON.stringify(a))).size).toBe(1);
});

test("handing over and cancelling race: one of them, and the points agree", async () => {
  for (let round = 0; round < 10; round++) {
    const { id, lotIds } = await claimed();
    const [handed, cancelled] = await Promise.all([
      outcome(handOverClaim(scene.as(s.cashier), s.newKey(), id)),
      outcome(cancelClaim(scene.as(s.cashier), s.newKey(), id)),
    ]);
    expect([handed, cancelled].filter((o) => o === "ok")).toHaveLength(1);
    expect(await scene.left(lotIds)).toEqual([cancelled === "ok" ? 500 : 0]);
  }
});

test("after all races the books are in order", async () => {
  const { findings } = await verifyLedger(scene.house.db, scene.clock.now);
  expect(findings).toEqual([]);
});
