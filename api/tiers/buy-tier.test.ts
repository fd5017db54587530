/** Climbing with points, from the phone and in front of a kiosk. */
import { afterEach, beforeEach, expect, test } from "vitest";
import { allowSpending } from "../../shared/cards/endpoints.ts";
import { showMe } from "../../shared/members/endpoints.ts";
import {
  buyMyTier,
  buyTierByScan,
  listMyTiers,
  listScanTiers,
} from "../../shared/tiers/endpoints.ts";
import { otherBrandId, otherStoreId } from "../access/test-callers.ts";
import { givePin } from "../access/test-pin.ts";
import { openScene, refusalOf, type Scene } from "../access/test-scene.ts";
import { openDesk, programme } from "../desk.ts";
import { readHoldings } from "../points/holdings.ts";
import { startPosting } from "../points/posting.ts";
import { verifyLedger } from "../points/verify.ts";
import { type Caller, newKey } from "../test-house.ts";
import { reviewTiers } from "./review-tiers.ts";

const pin = "739154";
let scene: Scene;
let phone: Awaited<ReturnType<Scene["member"]>>;

beforeEach(async () => {
  scene = await openScene();
  await scene.house.db.batch([
    "insert into tier values ('tie_gold', 'brd_hexin', 1, '金卡会员', 'Gold', '#c79a3a', 500000)",
    "insert into tier_terms (tier_id, threshold_points, price_points, price_months) values ('tie_gold', 5000, 900, 6)",
  ].map((sql) => ({ sql })));
  phone = await scene.member("13800005001", "黎书言");
  const desk = openDesk(scene.house, programme);
  const { member } = await scene.ask(showMe, {}, phone.caller);
  await givePin(scene, member.id, pin);
  const posting = startPosting(desk, await readHoldings(desk, member.id), {
    kind: "grant",
    cause: { kind: "test", id: "points" },
    storeId: null,
    occurredAt: desk.now,
    explanation: { reasons: [] },
  });
  posting.issue(1_000, {
    contra: "issued@brd_hexin",
    availableAt: desk.now,
    lapsesAt: null,
    rulesId: null,
  });
  await scene.house.db.write(posting.writes());
});
afterEach(async () => {
  const proof = await verifyLedger(scene.house.db, scene.clock.now);
  expect(proof.findings).toEqual([]);
  await scene.close();
});

const buy = (points = 900, key = newKey(), given = pin, as: Caller = phone.caller) =>
  scene.ask(buyMyTier, { key, body: { tierId: "tie_gold", points, pin: given } }, as);

test("bought on the phone: once, held half a year, then reviewed", async () => {
  const ladder = await scene.ask(listMyTiers, {}, phone.caller);
  expect(ladder.steps.map((step) => step.pricePoints)).toEqual([null, 900]);
  expect(ladder.progress.nextPricePoints).toBe(900);
  expect(await refusalOf(buy(900, newKey(), "000000"))).toBe("pin-wrong");
  expect(await refusalOf(buy(899))).toBe("changed-meanwhile");
  const key = newKey();
  const [first, second] = await Promise.all([buy(900, key), buy(900, key)]);
  expect(first).toEqual(second);
  expect(first.heldUntil).toBe("2026-12-15");
  expect(first.points).toMatchObject({ spendable: 100, tier: { current: { id: "tie_gold" } } });
  expect(await refusalOf(buy())).toBe("tier-held");
  scene.clock.now = Date.parse("2026-12-16T01:00:00+08:00");
  expect(await reviewTiers(openDesk(scene.house, programme))).toBe(1);
  const [row] = await scene.house.db.execute(
    "select tier_id from loyalty_account where tier_id is not null limit 1",
  );
  expect(row!.tier_id).toBe("tie_hexin");
});

test("two phones at once: one of them pays", async () => {
  const two = await Promise.allSettled([buy(), buy()]);
  expect(two.map((each) => each.status).sort()).toEqual(["fulfilled", "rejected"]);
  const { points } = await scene.ask(showMe, {}, phone.caller);
  expect(points.spendable).toBe(100);
});

test("at the kiosk with a scan that may spend, of this very terminal", async () => {
  const kiosk = await scene.terminal("kiosk");
  const other = await scene.terminal("kiosk", otherStoreId, otherBrandId);
  const { scanId } = await scene.scan("13800005001", kiosk);
  const want = (as: Caller, scan = scanId) =>
    scene.ask(buyTierByScan, {
      params: { scan },
      key: newKey(),
      body: { tierId: "tie_gold", points: 900 },
    }, as);
  expect(await refusalOf(want(kiosk))).toBe("scan-earn-only");
  expect(await refusalOf(want(other))).toBe("scan-expired");
  expect(await refusalOf(scene.ask(listScanTiers, { params: { scan: scanId } }, other))).toBe(
    "scan-expired",
  );
  await scene.ask(allowSpending, { params: { scan: scanId }, body: { pin } }, kiosk);
  const bought = await want(kiosk);
  expect(bought.points.spendable).toBe(100);
  const ladder = await scene.ask(listScanTiers, { params: { scan: scanId } }, kiosk);
  expect(ladder.progress.current.id).toBe("tie_gold");
  const counter = await scene.terminal("counter");
  expect(await refusalOf(want(counter))).toBe("signed-out");
});
