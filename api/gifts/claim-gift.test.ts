import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { dayOf, endOfDay } from "../../shared/business-day.ts";
import { hasValidCheckDigits } from "../../shared/cards/check-digits.ts";
import type { Problem } from "../../shared/problems.ts";
import { summaryOf } from "../points/show-points.ts";
import { claimGift } from "./claim-gift.ts";
import { listGifts } from "./list-gifts.ts";
import * as s from "./test-scene.ts";

let scene: s.Scene;
beforeAll(async () => void (scene = await s.openScene()));
afterAll(() => scene.close());

const refusal = (work: Promise<unknown>): Promise<Problem> =>
  work.then(() => Promise.reject(new Error("was not refused")), (p: Problem) => p);

const day = 86_400_000;

describe("claimGift()", () => {
  test("draws first to lapse first, takes one piece, makes a claim and answers the new balance", async () => {
    const now = scene.clock.now;
    const who = await scene.member([
      { points: 300 },
      { points: 200, lapsesAt: now + 40 * day },
      { points: 150, lapsesAt: now + 10 * day },
      { points: 900, availableAt: now + day },
      { points: 70, lapsesAt: now - 1 },
    ]);
    const giftId = await scene.gift(3);
    const desk = scene.as(s.kiosk);
    const { claim, points } = await claimGift(desk, s.newKey(), {
      scanId: await scene.scan(who),
      giftId,
    });
    expect(await scene.left(who.lotIds)).toEqual([150, 0, 0, 900, 70]);
    expect(await scene.remaining(giftId)).toBe(2);
    expect(claim).toMatchObject({ state: "open", points: 500, storeId: s.storeId, endedAt: null });
    expect(claim.code).toMatch(/^92\d{18}$/);
    expect(hasValidCheckDigits(claim.code)).toBe(true);
    // Seven days later, to the end of that day in the stores.
    expect(claim.expiresAt).toBe(endOfDay(dayOf(now + 7 * day)));
    expect(points).toMatchObject({ spendable: 150, pending: 900, debt: 0, lapsesNextAt: null });
    expect(points).toEqual(await summaryOf(scene.as(s.kiosk), who.loyaltyId));
    const [entry] = await scene.house.db.execute(
      "select e.amount, e.contra, x.kind from entry e join journal x on x.id = e.journal_id where x.cause_id = ?",
      [claim.claimId],
    );
    expect(entry).toMatchObject({
      amount: -500,
      contra: `redeemed@${s.storeId}`,
      kind: "redemption",
    });
  });

  test("another price than the member agreed to is refused and takes nothing", async () => {
    const who = await scene.member([{ points: 1200 }]);
    const [scanId, giftId] = [await scene.scan(who), await scene.gift(5)];
    const at = (points: number) =>
      claimGift(scene.as(s.kiosk), s.newKey(), { scanId, giftId, points });
    expect(await refusal(at(300))).toMatchObject({ code: "changed-meanwhile" });
    expect(await scene.left(who.lotIds)).toEqual([1200]);
    expect((await at(500)).points.spendable).toBe(700);
  });

  test("the same key answers the same claim and takes nothing twice", async () => {
    const who = await scene.member([{ points: 1200 }]);
    const body = { scanId: await scene.scan(who), giftId: await scene.gift(5) };
    const key = s.newKey();
    const first = await claimGift(scene.as(s.kiosk), key, body);
    expect(await claimGift(scene.as(s.kiosk), key, body)).toEqual(first);
    expect(await scene.left(who.lotIds)).toEqual([700]);
    expect(await scene.remaining(body.giftId)).toBe(4);
    const other = { ...body, giftId: await scene.gift(5) };
    expect(await refusal(claimGift(scene.as(s.kiosk), key, other))).toMatchObject({
      code: "key-reused",
    });
  });

  test("a virtual gift is handed over at once and needs no shelf", async () => {
    const who = await scene.member([{ points: 500 }]);
    const giftId = await scene.gift(0, { kind: "virtual" });
    const body = { scanId: await scene.scan(who), giftId };
    const { claim } = await claimGift(scene.as(s.kiosk), s.newKey(), body);
    expect(claim).toMatchObject({ state: "handed-over", endedAt: scene.clock.now });
    expect(
      await scene.house.db.execute("select * from open_claim where claim_id = ?", [
        claim.claimId,
      ]),
    ).toEqual([]);
  });

  test("several gifts can be claimed with one scan", async () => {
    const who = await scene.member([{ points: 1000 }]);
    const body = { scanId: await scene.scan(who), giftId: await scene.gift(5) };
    await claimGift(scene.as(s.kiosk), s.newKey(), body);
    const { points } = await claimGift(scene.as(s.kiosk), s.newKey(), body);
    expect(points.spendable).toBe(0);
  });
});

type Case = {
  code: string;
  fields?: Record<string, unknown>;
  member?: Parameters<s.Scene["member"]>[1];
  points?: number;
  scan?: Parameters<s.Scene["scan"]>[1];
  stock?: number;
  gift?: Parameters<s.Scene["gift"]>[1];
  waitMs?: number;
  /** Whether the gift wall says the same. */
  listed?: boolean;
};
const cases: Case[] = [
  { code: "scan-expired", waitMs: 180_000 },
  { code: "scan-expired", scan: { terminal: "trm_elsewhere" } },
  { code: "scan-expired", scan: { store: s.nextStoreId } },
  { code: "scan-used", scan: { usedBy: "sal_paid" } },
  { code: "scan-earn-only", scan: { rights: "earn" } },
  { code: "not-found", gift: { brand_id: s.otherBrandId } },
  { code: "member-frozen", member: { state: "frozen" } },
  { code: "gift-closed", gift: { state: "hidden" } },
  { code: "gift-closed", gift: { opens_at: 9_000_000_000_000 }, listed: true },
  {
    code: "gift-tier",
    fields: { tier: 2 },
    gift: { tier_level_min: 2 },
    member: { tier: 1 },
    listed: true,
  },
  { code: "gift-gone", stock: 0, listed: true },
  { code: "debt-open", fields: { debt: 30 }, member: { debt: 30 }, listed: true },
  { code: "points-short", fields: { spendable: 499, needed: 500 }, points: 499, listed: true },
];

describe("claimGift() refuses and changes nothing", () => {
  test.each(cases)("$code", async (c) => {
    const who = await scene.member([{ points: c.points ?? 500 }], c.member);
    const giftId = await scene.gift(c.stock ?? 3, c.gift);
    const scanId = await scene.scan(who, c.scan);
    const desk = scene.as(s.kiosk, { now: scene.clock.now + (c.waitMs ?? 0) });
    const problem = await refusal(claimGift(desk, s.newKey(), { scanId, giftId }));
    expect(problem).toMatchObject({ code: c.code, fields: c.fields ?? {} });
    expect((await scene.holdings(who.loyaltyId)).points.balance).toBe(c.points ?? 500);
    expect(await scene.house.db.execute("select 1 from claim where gift_id = ?", [giftId]))
      .toEqual([]);
    if (!c.listed) return;
    const { gifts } = await listGifts(desk, { scanId });
    expect(gifts.find((g) => g.id === giftId)).toMatchObject({
      refused: c.code,
      refusedFields: problem.fields,
    });
  });

  test("gift-limit: once the limit is reached, and not for claims that were cancelled", async () => {
    const who = await scene.member([{ points: 5000 }]);
    const body = {
      scanId: await scene.scan(who),
      giftId: await scene.gift(9, { per_member_max: 2 }),
    };
    const once = () => claimGift(scene.as(s.kiosk), s.newKey(), body);
    await once();
    await once();
    expect(await refusal(once())).toMatchObject({ code: "gift-limit", fields: { limit: 2 } });
  });

  test("an unknown gift or scan", async () => {
    const who = await scene.member([{ points: 500 }]);
    const scanId = await scene.scan(who);
    const asked = (body: { scanId: string; giftId: string }) =>
      refusal(claimGift(scene.as(s.kiosk), s.newKey(), body));
    expect(await asked({ scanId, giftId: "gft_none" })).toMatchObject({ code: "not-found" });
    expect(await asked({ scanId: "scn_none", giftId: await scene.gift(1) }))
      .toMatchObject({ code: "scan-expired" });
  });
});

describe("listGifts()", () => {
  test("without a scan nothing is refused but what is closed or gone", async () => {
    const gone = await scene.gift(0);
    const dear = await scene.gift(2, { points: 1_000_000, tier_level_min: 2 });
    const over = await scene.gift(2, { closes_at: scene.clock.now });
    const { gifts } = await listGifts(scene.as(s.kiosk), {});
    const seen = (id: string) => gifts.find((g) => g.id === id);
    expect(seen(gone)).toMatchObject({ refused: "gift-gone", stock: 0 });
    expect(seen(dear)).toMatchObject({ refused: null, stock: 2 });
    expect(seen(over)).toBeUndefined();
  });

  test("another terminal's scan is refused", async () => {
    const scanId = await scene.scan(await scene.member([]), { terminal: "trm_elsewhere" });
    expect(await refusal(listGifts(scene.as(s.kiosk), { scanId })))
      .toMatchObject({ code: "scan-expired" });
  });
});
