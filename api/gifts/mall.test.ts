import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addDays, dayOf, startOfDay } from "../../shared/business-day.ts";
import { verifyLedger } from "../points/verify.ts";
import { cancelClaim } from "./cancel-claim.ts";
import { claimGift } from "./claim-gift.ts";
import type { GiftRow } from "./gift-row.ts";
import { handOverClaim } from "./hand-over-claim.ts";
import { listGifts } from "./list-gifts.ts";
import { insertPart } from "./part-queries.ts";
import * as s from "./test-scene.ts";

let scene: s.Scene;
beforeAll(async () => void (scene = await s.openScene()));
afterAll(() => scene.close());

const times = <T>(n: number, work: (i: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: n }, (_, i) => work(i)));
const outcome = (work: Promise<unknown>): Promise<string> =>
  work.then(() => "ok", (p: { code?: string }) => p.code ?? String(p));
const tally = (outcomes: readonly string[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const o of outcomes) counts[o] = (counts[o] ?? 0) + 1;
  return counts;
};
const hour = 3_600_000;

/** A claim at the kiosk by a member with enough points. */
const claimAt = async (giftId: string, agreed: { points?: number; moneyFen?: number } = {}) => {
  const scanId = await scene.scan(await scene.member([{ points: 5_000 }]));
  return claimGift(scene.as(s.kiosk), s.newKey(), { scanId, giftId, ...agreed });
};
const flashOf = (points: number, pieces: number | null): Partial<GiftRow> => ({
  flash_points: points,
  flash_from: scene.clock.now - hour,
  flash_until: scene.clock.now + hour,
  flash_pieces: pieces,
});
const event = (places: number, at: number): Partial<GiftRow> => ({
  kind: "service",
  finer_kind: "event",
  event_at: at,
  venue_zh: "人民路店二楼",
  venue_en: "Renmin Road, 2nd floor",
  places,
});
const taken = async (giftId: string, quota: string) =>
  Number(
    (await scene.house.db.execute(
      "select taken from gift_quota where gift_id = ? and quota = ?",
      [giftId, quota],
    ))[0]?.taken ?? 0,
  );

describe("the price", () => {
  test("is the tier's own, and the list says so before the booking does", async () => {
    const giftId = await scene.gift(9, { tier_prices: "[[1,450,0],[2,300,0]]" });
    for (const [tier, points] of [[0, 500], [1, 450], [2, 300]] as const) {
      const scanId = await scene.scan(await scene.member([{ points: 600 }], { tier }));
      const { gifts } = await listGifts(scene.as(s.kiosk), { scanId });
      expect(gifts.find((g) => g.id === giftId)).toMatchObject({ points, moneyFen: 0 });
      const { claim } = await claimGift(scene.as(s.kiosk), s.newKey(), { scanId, giftId, points });
      expect(claim.points).toBe(points);
    }
  });

  test("that was agreed to is the one that is paid, in points and in money", async () => {
    const giftId = await scene.gift(9, { money_fen: 990 });
    expect(await outcome(claimAt(giftId, { points: 400 }))).toBe("changed-meanwhile");
    expect(await outcome(claimAt(giftId, { points: 500, moneyFen: 0 }))).toBe("changed-meanwhile");
    const { claim } = await claimAt(giftId, { points: 500, moneyFen: 990 });
    expect(claim).toMatchObject({ points: 500, moneyFen: 990, paidFen: 0, state: "open" });
  });

  test("30 tills race for the last two flash pieces: nobody pays the full price instead", async () => {
    const giftId = await scene.gift(99, flashOf(200, 2));
    const outcomes = await times(30, () => outcome(claimAt(giftId, { points: 200 })));
    expect(tally(outcomes)).toEqual({ ok: 2, "changed-meanwhile": 28 });
    expect(await taken(giftId, `flash:${scene.clock.now - hour}`)).toBe(2);
    const after = await claimAt(giftId, { points: 500 });
    expect(after.claim.points).toBe(500);
  });

  test("goes back with what it took: a cancelled flash piece can be had again", async () => {
    const giftId = await scene.gift(9, flashOf(200, 1));
    const { claim } = await claimAt(giftId);
    expect(await outcome(claimAt(giftId, { points: 200 }))).toBe("changed-meanwhile");
    await cancelClaim(scene.as(s.cashier), s.newKey(), claim.claimId);
    expect((await claimAt(giftId, { points: 200 })).claim.points).toBe(200);
  });
});

describe("money besides points", () => {
  test("is taken when the gift is handed over: exactly what is due, and kept", async () => {
    const giftId = await scene.gift(9, { money_fen: 990 });
    const { claim } = await claimAt(giftId);
    const hand = (paid?: { moneyFen: number; tender: "cash" | "mobile" }) =>
      handOverClaim(scene.as(s.cashier), s.newKey(), claim.claimId, paid ? { paid } : {});
    expect(await outcome(hand())).toBe("money-due");
    expect(await outcome(hand({ moneyFen: 900, tender: "cash" }))).toBe("money-due");
    const done = await hand({ moneyFen: 990, tender: "mobile" });
    expect(done.claim).toMatchObject({ state: "handed-over", paidFen: 990 });
    const rows = await scene.house.db.execute("select * from claim_payment where claim_id = ?", [
      claim.claimId,
    ]);
    expect(rows).toMatchObject([{ money_fen: 990, tender: "mobile", store_id: s.storeId }]);
  });

  test("keeps a virtual gift waiting for the counter; without it, it is there at once", async () => {
    const free = await scene.gift(0, { kind: "virtual" });
    expect((await claimAt(free)).claim).toMatchObject({ state: "handed-over", way: "pick-up" });
    const paid = await scene.gift(0, { kind: "virtual", money_fen: 100 });
    expect((await claimAt(paid)).claim.state).toBe("open");
  });

  test("is not asked for where none is due", async () => {
    const { claim } = await claimAt(await scene.gift(9));
    const paid = { moneyFen: 100, tender: "cash" as const };
    const hand = handOverClaim(scene.as(s.cashier), s.newKey(), claim.claimId, { paid });
    expect(await outcome(hand)).toBe("money-due");
  });
});

describe("two drinks", () => {
  test("are two pieces of the shelf, and go back as two", async () => {
    const giftId = await scene.gift(5, { kind: "service", quantity: 2, points: 1000 });
    const { claim } = await claimAt(giftId, { points: 1000 });
    expect(claim.quantity).toBe(2);
    expect(await scene.remaining(giftId)).toBe(3);
    await claimAt(giftId);
    // One is left, and half a claim there is not.
    expect(await outcome(claimAt(giftId))).toBe("gift-gone");
    await cancelClaim(scene.as(s.cashier), s.newKey(), claim.claimId);
    expect(await scene.remaining(giftId)).toBe(3);
  });
});

describe("a bundle", () => {
  const bundle = async (pieces: [string, number][]) => {
    const giftId = await scene.gift(0, { finer_kind: "bundle", points: 900 });
    await scene.house.db.write(
      pieces.map(([part_id, n]) => insertPart.row({ gift_id: giftId, part_id, pieces: n })),
    );
    return giftId;
  };

  test("takes each of its parts, once, and gives all of them back", async () => {
    const [mug, towel] = [await scene.gift(4), await scene.gift(5)];
    const giftId = await bundle([[mug, 1], [towel, 2]]);
    const { gifts } = await listGifts(scene.as(s.kiosk), {});
    const shown = gifts.find((g) => g.id === giftId)!;
    expect(shown).toMatchObject({ kind: "bundle", stock: 2 });
    expect(new Map(shown.parts.map((part) => [part.giftId, part.pieces]))).toEqual(
      new Map([[mug, 1], [towel, 2]]),
    );
    const { claim } = await claimAt(giftId, { points: 900 });
    expect([await scene.remaining(mug), await scene.remaining(towel)]).toEqual([3, 3]);
    await cancelClaim(scene.as(s.cashier), s.newKey(), claim.claimId);
    expect([await scene.remaining(mug), await scene.remaining(towel)]).toEqual([4, 5]);
  });

  test("is gone when one of its parts is, and a race takes no half bundle", async () => {
    const [mug, towel] = [await scene.gift(9), await scene.gift(2)];
    const giftId = await bundle([[mug, 1], [towel, 2]]);
    const outcomes = await times(20, () => outcome(claimAt(giftId)));
    expect(tally(outcomes)).toEqual({ ok: 1, "gift-gone": 19 });
    expect([await scene.remaining(mug), await scene.remaining(towel)]).toEqual([8, 0]);
  });
});

describe("an event", () => {
  test("50 members race for the last place: one has it", async () => {
    const giftId = await scene.gift(0, event(1, scene.clock.now + 48 * hour));
    const outcomes = await times(50, () => outcome(claimAt(giftId)));
    expect(tally(outcomes)).toEqual({ ok: 1, "gift-gone": 49 });
    expect(await taken(giftId, "places")).toBe(1);
  });

  test("the code is good until the event's day is over, the place goes back when cancelled", async () => {
    const at = scene.clock.now + 72 * hour;
    const giftId = await scene.gift(0, event(1, at));
    const { claim } = await claimAt(giftId);
    expect(claim).toMatchObject({
      expiresAt: startOfDay(addDays(dayOf(at), 1)),
      event: { at, venueZh: "人民路店二楼" },
    });
    await cancelClaim(scene.as(s.cashier), s.newKey(), claim.claimId);
    expect(await taken(giftId, "places")).toBe(0);
    expect(await outcome(claimAt(giftId))).toBe("ok");
  });

  test("that has begun takes nobody more", async () => {
    const giftId = await scene.gift(0, event(5, scene.clock.now));
    expect(await outcome(claimAt(giftId))).toBe("gift-closed");
  });
});

describe("limits of a day", () => {
  test("two tills give one member no more than the day allows; the next day does", async () => {
    const giftId = await scene.gift(99, { member_day_max: 1 });
    const who = await scene.member([{ points: 90_000 }]);
    const scanId = await scene.scan(who);
    const claiming = () =>
      outcome(claimGift(scene.as(s.kiosk), s.newKey(), { scanId, giftId, points: 500 }));
    const counts = tally(await times(12, claiming));
    expect(counts.ok).toBe(1);
    expect((counts["gift-limit-today"] ?? 0) + (counts["too-busy"] ?? 0)).toBe(11);
    scene.clock.now = startOfDay(addDays(dayOf(scene.clock.now), 1));
    const tomorrow = { scanId: await scene.scan(who), giftId, points: 500 };
    expect(await outcome(claimGift(scene.as(s.kiosk), s.newKey(), tomorrow))).toBe("ok");
  });

  test("tills give all members together no more than the day allows", async () => {
    const giftId = await scene.gift(99, { day_max: 3 });
    const outcomes = await times(20, () => outcome(claimAt(giftId)));
    expect(tally(outcomes)).toEqual({ ok: 3, "gift-gone-today": 17 });
  });
});

test.each(["coupon", "stored-value", "cash"] as const)(
  "%s says that it is not yet",
  async (kind) => {
    const giftId = await scene.gift(0, { kind: "virtual", finer_kind: kind, payout_fen: 1000 });
    expect(await outcome(claimAt(giftId))).toBe("gift-not-yet");
  },
);

test("after all of it the books are in order", async () => {
  const { findings } = await verifyLedger(scene.house.db, scene.clock.now);
  expect(findings).toEqual([]);
});
