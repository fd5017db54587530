import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Problem } from "../../shared/problems.ts";
import { summaryOf } from "../points/show-points.ts";
import { verifyLedger } from "../points/verify.ts";
import { cancelClaim, cancelMyClaim } from "./cancel-claim.ts";
import { claimGift } from "./claim-gift.ts";
import { findClaim, listMyClaims } from "./find-claim.ts";
import { handOverClaim } from "./hand-over-claim.ts";
import { lapseClaims } from "./lapse-claims.ts";
import * as s from "./test-scene.ts";

let scene: s.Scene;
beforeAll(async () => void (scene = await s.openScene()));
afterAll(() => scene.close());

const refusal = (work: Promise<unknown>): Promise<Problem> =>
  work.then(() => Promise.reject(new Error("was not refused")), (p: Problem) => p);

const day = 86_400_000;

/** A member who has claimed one gift of 500 points. */
const claimed = async (
  lots: readonly s.Lot[] = [{ points: 800 }],
  terms: Parameters<s.Scene["gift"]>[1] = {},
) => {
  const who = await scene.member(lots);
  const giftId = await scene.gift(3, terms);
  const body = { scanId: await scene.scan(who), giftId };
  const { claim } = await claimGift(scene.as(s.kiosk), s.newKey(), body);
  return { ...who, giftId, claim, id: claim.claimId };
};

describe("findClaim()", () => {
  test("finds a claim by its code in every store of the brand, and says whether it is here", async () => {
    const { claim } = await claimed();
    const spaced = claim.code.replace(/(\d{4})/g, "$1 ");
    const found = await findClaim(scene.as(s.cashier), { code: spaced });
    expect(found).toEqual({ claim, memberNameMasked: "林**", here: true });
    expect(await findClaim(scene.as(s.nextCashier), { code: claim.code }))
      .toMatchObject({ here: false });
  });

  test("another brand's claim is not there, nor is a code that nobody made", async () => {
    const { claim } = await claimed();
    expect(await refusal(findClaim(scene.as(s.otherCashier), { code: claim.code })))
      .toMatchObject({ code: "not-found" });
    expect(await refusal(findClaim(scene.as(s.cashier), { code: "9112345678901234" })))
      .toMatchObject({ code: "code-malformed" });
    const wrongDigit = claim.code.slice(0, 19) + (Number(claim.code[19]) + 1) % 10;
    expect(await refusal(findClaim(scene.as(s.cashier), { code: wrongDigit })))
      .toMatchObject({ code: "code-malformed" });
  });
});

describe("handOverClaim()", () => {
  test("once; a repeat with the same key answers the same", async () => {
    const { id, memberId } = await claimed();
    const key = s.newKey();
    const first = await handOverClaim(scene.as(s.cashier), key, id);
    expect(first.claim).toMatchObject({ state: "handed-over", endedAt: scene.clock.now });
    expect(await handOverClaim(scene.as(s.cashier), key, id)).toEqual(first);
    expect(await refusal(handOverClaim(scene.as(s.cashier), s.newKey(), id)))
      .toMatchObject({ code: "claim-used", fields: { at: scene.clock.now } });
    expect(await refusal(cancelClaim(scene.as(s.cashier), s.newKey(), id)))
      .toMatchObject({ code: "claim-used" });
    expect(await listMyClaims(scene.as(s.asMember(memberId)))).toEqual({ claims: [first.claim] });
  });

  test("only at the claim's own store; another brand does not know it", async () => {
    const { id } = await claimed();
    const at = (actor: Parameters<s.Scene["as"]>[0], language: "zh-CN" | "en") =>
      refusal(handOverClaim(scene.as(actor, { language }), s.newKey(), id));
    expect(await at(s.nextCashier, "zh-CN"))
      .toMatchObject({ code: "claim-elsewhere", fields: { store: "人民路店" } });
    expect(await at(s.nextCashier, "en")).toMatchObject({ fields: { store: "Renmin Road" } });
    expect(await at(s.otherCashier, "zh-CN")).toMatchObject({ code: "not-found" });
    expect(await refusal(handOverClaim(scene.as(s.cashier), s.newKey(), "clm_none")))
      .toMatchObject({ code: "not-found" });
  });

  test("not after its last day, swept or not", async () => {
    const { id, claim } = await claimed();
    const late = (now: number) => scene.as(s.cashier, { now });
    expect(await refusal(handOverClaim(late(claim.expiresAt), s.newKey(), id)))
      .toMatchObject({ code: "claim-over", fields: { state: "lapsed" } });
    const { claim: done } = await handOverClaim(late(claim.expiresAt - 1), s.newKey(), id);
    expect(done.state).toBe("handed-over");
  });
});

describe("cancelClaim()", () => {
  test("gives the points back to the very lots, with their dates, and the piece to the shelf", async () => {
    const now = scene.clock.now;
    const c = await claimed([
      { points: 300, lapsesAt: now + 90 * day },
      { points: 400, lapsesAt: now + 20 * day },
    ]);
    expect(await scene.left(c.lotIds)).toEqual([200, 0]);
    const { claim } = await cancelClaim(scene.as(s.cashier), s.newKey(), c.id);
    expect(claim.state).toBe("cancelled");
    expect(await scene.left(c.lotIds)).toEqual([300, 400]);
    expect(await scene.remaining(c.giftId)).toBe(3);
    const lots = (await scene.holdings(c.loyaltyId)).lots;
    expect(lots.map((l) => l.lapsesAt)).toEqual([now + 20 * day, now + 90 * day]);
    expect(await refusal(handOverClaim(scene.as(s.cashier), s.newKey(), c.id)))
      .toMatchObject({ code: "claim-over", fields: { state: "cancelled" } });
    expect(await refusal(cancelClaim(scene.as(s.cashier), s.newKey(), c.id)))
      .toMatchObject({ code: "claim-over" });
  });

  test("a lot that lapsed meanwhile lapses at once, the rest stays spendable", async () => {
    const now = scene.clock.now;
    const c = await claimed([{ points: 300 }, { points: 400, lapsesAt: now + 2 * day }]);
    await cancelClaim(scene.as(s.cashier, { now: now + 3 * day }), s.newKey(), c.id);
    expect(await scene.left(c.lotIds)).toEqual([300, 0]);
    const entries = await scene.house.db.execute(
      "select amount, contra from entry where account_id = ? order by seq desc limit 2",
      [`${c.loyaltyId}.points`],
    );
    expect(entries.map((e) => [e.amount, e.contra])).toEqual([
      [-400, `lapsed@${s.brandId}`],
      [500, `redeemed@${s.storeId}`],
    ]);
  });

  test("what comes back pays off a debt made meanwhile", async () => {
    const c = await claimed([{ points: 500 }]);
    const desk = scene.as(s.cashier);
    const { startPosting } = await import("../points/posting.ts");
    const posting = startPosting(desk, await scene.holdings(c.loyaltyId), {
      kind: "return",
      cause: { kind: "return", id: `ret_${c.id}` },
      storeId: s.storeId,
      occurredAt: desk.now,
      explanation: { reasons: [] },
    });
    posting.owe(120, `owed@${s.storeId}`);
    await scene.house.db.write(posting.writes());
    const me = scene.as(s.asMember(c.memberId));
    const { points } = await cancelMyClaim(me, s.newKey(), c.id);
    expect(points).toMatchObject({ spendable: 380, debt: 0 });
    expect(points).toEqual(await summaryOf(scene.as(s.asMember(c.memberId)), c.loyaltyId));
  });

  test("a member cancels only their own", async () => {
    const c = await claimed();
    const stranger = await scene.member([]);
    const key = s.newKey();
    expect(await refusal(cancelMyClaim(scene.as(s.asMember(stranger.memberId)), key, c.id)))
      .toMatchObject({ code: "not-found" });
    expect((await cancelMyClaim(scene.as(s.asMember(c.memberId)), key, c.id)).claim.state)
      .toBe("cancelled");
    expect(await refusal(cancelClaim(scene.as(s.nextCashier), s.newKey(), c.id)))
      .toMatchObject({ code: "claim-elsewhere" });
  });

  test("a cancelled claim does not count against the limit", async () => {
    const c = await claimed([{ points: 1500 }], { per_member_max: 1 });
    await cancelClaim(scene.as(s.cashier), s.newKey(), c.id);
    const body = { scanId: await scene.scan(c), giftId: c.giftId };
    const { claim } = await claimGift(scene.as(s.kiosk), s.newKey(), body);
    expect(claim.state).toBe("open");
  });
});

describe("lapseClaims()", () => {
  test("releases what nobody fetched, once, and nothing else", async () => {
    const late = await claimed([{ points: 700 }]);
    const fetched = await claimed();
    const longer = await claimed([{ points: 600 }], { claim_days: 30 });
    await handOverClaim(scene.as(s.cashier), s.newKey(), fetched.id);
    const at = late.claim.expiresAt;
    const sweep = (now: number) => lapseClaims(scene.as(s.kiosk, { now }));
    await sweep(at - 1);
    expect(await scene.left(late.lotIds)).toEqual([200]);
    expect(await sweep(at)).toBeGreaterThan(0);
    expect(await sweep(at)).toBe(0);
    expect(await scene.left(late.lotIds)).toEqual([700]);
    expect(await scene.left(longer.lotIds)).toEqual([100]);
    expect(await scene.remaining(late.giftId)).toBe(3);
    const [end] = await scene.house.db.execute(
      "select e.state, x.actor from claim_end e join journal x on x.id = e.journal_id where e.claim_id = ?",
      [late.id],
    );
    expect(end).toMatchObject({ state: "lapsed", actor: "programme:programme" });
  });

  test("a late hand-over and the sweep never both win", async () => {
    const claims = await Promise.all(Array.from({ length: 12 }, () => claimed()));
    const at = claims[0]!.claim.expiresAt;
    const [, ...handed] = await Promise.all([
      lapseClaims(scene.as(s.kiosk, { now: at })),
      ...claims.map((c) =>
        handOverClaim(scene.as(s.cashier, { now: at - 1 }), s.newKey(), c.id).catch(() => null)
      ),
    ]);
    for (const [i, c] of claims.entries()) {
      const [left] = await scene.left(c.lotIds);
      expect(left).toBe(handed[i] ? 300 : 800);
    }
  });
});

test("after all of this the books are in order", async () => {
  const { findings } = await verifyLedger(scene.house.db, scene.clock.now + 40 * day);
  expect(findings).toEqual([]);
});
