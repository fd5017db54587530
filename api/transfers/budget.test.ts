/** A store's own points: set, given, given back; who may, where, and that the books agree. */
import { afterEach, beforeEach, expect, test } from "vitest";
import { allowSpending } from "../../shared/cards/endpoints.ts";
import {
  listBudgetMoves,
  listBudgets,
  putTransferSettings,
  setBudget,
  showTransferSettings,
  topUpMember,
} from "../../shared/console/transfer-doors.ts";
import { decideApproval } from "../../shared/console/endpoints.ts";
import { showMe } from "../../shared/members/endpoints.ts";
import { giveBackByScan, showStoreBudget, topUpByScan } from "../../shared/transfers/endpoints.ts";
import { nextStoreId, otherBrandId, otherStoreId, storeId } from "../access/test-callers.ts";
import { givePin } from "../access/test-pin.ts";
import { openScene, refusalOf, type Scene } from "../access/test-scene.ts";
import { verifyLedger } from "../points/verify.ts";
import { type Caller, newKey } from "../test-house.ts";

let scene: Scene;
let phone: Awaited<ReturnType<Scene["member"]>>;
let memberId: string;
let finance: Caller;
let manager: Caller;
let counter: Awaited<ReturnType<Scene["terminal"]>>;
let atCounter: Caller;

beforeEach(async () => {
  scene = await openScene();
  phone = await scene.member("13800003001", "宋知远");
  memberId = (await scene.ask(showMe, {}, phone.caller)).member.id;
  await givePin(scene, memberId, "739154");
  finance = await scene.staff("hq-finance", { store: null });
  manager = await scene.staff("store-manager");
  counter = await scene.terminal("counter");
  atCounter = await scene.staff("store-manager", {}, counter);
});
afterEach(async () => {
  const proof = await verifyLedger(scene.house.db, scene.clock.now);
  expect(proof.findings).toEqual([]);
  await scene.close();
});

const set = (points: number, as = finance, store = storeId) =>
  scene.ask(setBudget, {
    params: { store },
    key: newKey(),
    body: { points, reason: "十一月门店预算" },
  }, as);
const topUp = (points: number, as = manager, store = storeId, member = memberId) =>
  scene.ask(topUpMember, {
    params: { member },
    key: newKey(),
    body: { storeId: store, points, reason: "客诉补偿" },
  }, as);

test("set by finance, given by the manager, given back by the member; every move is kept", async () => {
  expect((await set(1_000)).remaining).toBe(1_000);
  expect((await topUp(300)).points.spendable).toBe(300);
  const { scanId } = await scene.scan(await phone.code(), atCounter);
  const given = await scene.ask(topUpByScan, {
    params: { scan: scanId },
    key: newKey(),
    body: { points: 200, reason: "开业活动" },
  }, atCounter);
  expect([given.points.spendable, given.remaining]).toEqual([500, 500]);
  const back = await scene.ask(giveBackByScan, {
    params: { scan: scanId },
    key: newKey(),
    body: { points: 120 },
  }, atCounter);
  expect([back.points.spendable, back.remaining]).toEqual([380, 620]);
  expect((await scene.ask(showStoreBudget, {}, atCounter)).remaining).toBe(620);
  const { budgets } = await scene.ask(listBudgets, {}, finance);
  expect(budgets.find((each) => each.storeId === storeId)).toMatchObject({
    remaining: 620,
    given30: 500,
    back30: 120,
  });
  const { moves } = await scene.ask(
    listBudgetMoves,
    { params: { store: storeId }, query: {} },
    manager,
  );
  expect(moves.map((each) => [each.kind, each.points]).sort()).toEqual([
    ["give-back", 120],
    ["set", 1_000],
    ["top-up", -200],
    ["top-up", -300],
  ]);
  const lots = await scene.house.db.execute("select distinct issued_store_id from lot");
  expect(lots).toEqual([{ issued_store_id: storeId }]);
});

test("no more than there is, whoever is quick", async () => {
  await set(100);
  expect(await refusalOf(topUp(101))).toBe("budget-short");
  const two = await Promise.allSettled([topUp(80), topUp(80)]);
  expect(two.map((each) => each.status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(await refusalOf(set(-21))).toBe("budget-short");
  expect((await set(-20)).remaining).toBe(0);
  expect(await refusalOf(set(0))).toBe("amount-invalid");
});

test("as much as the person may alone, in one go and in a day; a budget above waits", async () => {
  expect((await set(100_000)).approvalId).toBeNull();
  const asked = await set(100_001);
  expect(asked).toMatchObject({ remaining: 100_000, approvalId: expect.any(String) });
  expect(await refusalOf(set(1_000_000_000))).toBe("over-limit");
  const approve = (as: Caller) =>
    scene.ask(decideApproval, {
      params: { approval: asked.approvalId! },
      body: { decision: "approve", reason: "季度预算" },
      key: newKey(),
    }, as);
  expect(await refusalOf(approve(finance))).toBe("approval-own");
  await approve(await scene.staff("hq-admin", { store: null }));
  const { budgets } = await scene.ask(listBudgets, {}, finance);
  expect(budgets.find((each) => each.storeId === storeId)?.remaining).toBe(200_001);
  expect(await refusalOf(topUp(5_001))).toBe("over-limit");
  const five = await Promise.all(Array.from({ length: 6 }, () => refusalOf(topUp(4_000))));
  expect(five.toSorted()).toEqual(["", "", "", "", "", "over-limit"]);
});

test("by whom and where it may be", async () => {
  await set(500);
  for (const role of ["store-manager", "regional", "hq-marketing", "auditor"] as const) {
    const who = await scene.staff(role, { store: role === "store-manager" ? storeId : null });
    expect(await refusalOf(set(10, who))).toBe("not-allowed");
  }
  const auditor = await scene.staff("auditor", { store: null });
  expect(await refusalOf(topUp(10, auditor))).toBe("not-allowed");
  expect(await refusalOf(topUp(10, finance))).toBe("not-allowed");
  // A manager gives from the own store, finance sets the own brand's stores.
  expect(await refusalOf(topUp(10, manager, nextStoreId))).toBe("not-found");
  expect(await refusalOf(set(10, finance, otherStoreId))).toBe("not-found");
  const { budgets } = await scene.ask(listBudgets, {}, manager);
  expect(budgets.map((each) => each.storeId)).toEqual([storeId]);
  const cashier = await scene.staff("cashier", {}, counter);
  const { scanId } = await scene.scan(await phone.code(), cashier);
  const body = { points: 10, reason: "开业活动" };
  const give = { params: { scan: scanId }, key: newKey(), body };
  expect(await refusalOf(scene.ask(topUpByScan, give, cashier))).toBe("not-allowed");
});

test("points come back only with the member's word", async () => {
  await set(500);
  await topUp(300);
  const tail = "13800003001";
  const scan = await scene.scan(tail, atCounter);
  const giveBack = (points: number) =>
    scene.ask(giveBackByScan, {
      params: { scan: scan.scanId },
      key: newKey(),
      body: { points },
    }, atCounter);
  expect(await refusalOf(giveBack(50))).toBe("scan-earn-only");
  await scene.ask(allowSpending, {
    params: { scan: scan.scanId },
    body: { pin: "739154" },
  }, atCounter);
  expect(await refusalOf(giveBack(301))).toBe("points-short");
  expect((await giveBack(300)).points.spendable).toBe(0);
});

test("what members may send is head office's to say", async () => {
  const marketing = await scene.staff("hq-marketing", { store: null });
  const put = (as: Caller, brandId = "brd_hexin", revision = 0) =>
    scene.ask(putTransferSettings, {
      body: {
        brandId,
        revision,
        policy: {
          enabled: true,
          least: 10,
          perGift: 100,
          perDay: 200,
          perMonth: 300,
          acceptDays: 3,
        },
      },
    }, as);
  expect(await refusalOf(put(manager))).toBe("not-allowed");
  expect(await refusalOf(put(marketing, otherBrandId))).toBe("not-found");
  expect((await put(marketing)).revision).toBe(1);
  expect(await refusalOf(put(marketing))).toBe("changed-meanwhile");
  const seen = await scene.ask(
    showTransferSettings,
    { query: { brandId: "brd_hexin" } },
    finance,
  );
  expect(seen).toMatchObject({ revision: 1, waiting: 0, policy: { perGift: 100 } });
});
