import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as consoleDoors from "../../shared/console/endpoints.ts";
import type { BodyOf } from "../../shared/endpoint.ts";
import * as doors from "../../shared/gifts/endpoints.ts";
import { hashSecret } from "../access/secret-hash.ts";
import * as a from "../access/test-scene.ts";
import { openDesk, programme } from "../desk.ts";
import { findHoldings } from "../points/holdings.ts";
import { startPosting } from "../points/posting.ts";
import { verifyLedger } from "../points/verify.ts";
import type { Caller } from "../test-house.ts";
import { lapseClaims } from "./lapse-claims.ts";
import { receiveOverdue } from "./step-gift-order.ts";

let scene: a.Scene;
let admin: Caller;
let manager: Caller;
let otherManager: Caller;
let finance: Caller;
let phone: Awaited<ReturnType<typeof memberWith>>;
let giftId: string;

const pin = "628405";
const address = {
  name: "林晓梅",
  phone: "13812345678",
  region: "浙江省 杭州市 西湖区",
  street: "文三路 398 号 2 幢 501 室",
};
const day = 86_400_000;

/** A member with a PIN and so many points. */
const memberWith = async (points: number) => {
  const made = await scene.member();
  const [row] = await scene.db.execute(
    "select l.id from loyalty_account l join member m on m.id = l.member_id order by m.joined_at desc, m.id desc limit 1",
  );
  const holdings = (await findHoldings(scene.desk(), String(row!.id)))!;
  const posting = startPosting(scene.desk(), holdings, {
    kind: "adjustment",
    cause: { kind: "opening", id: holdings.memberId },
    storeId: null,
    occurredAt: scene.clock.now,
    explanation: { reasons: [] },
  });
  const contra = `adjusted@${a.brandId}`;
  const lot = { contra, availableAt: scene.clock.now, lapsesAt: null, rulesId: null };
  posting.issue(points, lot);
  await scene.db.write(posting.writes());
  await scene.db.execute("update member set pin_hash = ? where id = ?", [
    await hashSecret(scene.house, pin),
    holdings.memberId,
  ]);
  return { ...made, memberId: holdings.memberId };
};

beforeAll(async () => {
  scene = await a.openScene();
  admin = await scene.staff("hq-admin", { brand: null, store: null });
  manager = await scene.staff("store-manager");
  otherManager = await scene.staff("store-manager", { store: a.nextStoreId });
  finance = await scene.staff("hq-finance", { store: null });
  phone = await memberWith(100_000);
  const gift = {
    ...consoleDoors.plainGift,
    brandId: a.brandId,
    code: "POST-1",
    nameZh: "紫砂茶具",
    nameEn: "Clay tea set",
    detailZh: "",
    detailEn: "",
    picture: "/pictures/tea-set.svg",
    kind: "goods" as const,
    points: 800,
    marketFen: 12_800,
    tierLevelMin: 0,
    perMemberMax: null,
    opensAt: null,
    closesAt: null,
    claimDays: 7,
    byDelivery: true,
    state: "listed" as const,
  };
  ({ giftId } = await scene.ask(consoleDoors.addGift, { body: gift, key: a.newKey() }, admin));
  await scene.ask(consoleDoors.moveGiftStock, {
    params: { gift: giftId },
    body: { storeId: a.storeId, amount: 50 },
    key: a.newKey(),
  }, admin);
});
afterAll(() => scene.close());

const order = async (key = a.newKey()) => {
  const body = { giftId, storeId: a.storeId, pin, address, points: 800, moneyFen: 0 };
  return (await scene.ask(doors.claimMyGift, { body, key }, phone.caller)).claim;
};
type Step = BodyOf<typeof consoleDoors.stepGiftOrder>;
const step = (claimId: string, body: Step, as = admin, key = a.newKey()) =>
  scene.ask(consoleDoors.stepGiftOrder, { params: { claim: claimId }, body, key }, as);
const shipped: Step = { to: "shipped", carrier: "sf", tracking: "SF1024658890" };
const mine = async (claimId: string) =>
  (await scene.ask(doors.listMyClaims, {}, phone.caller)).claims
    .find((claim) => claim.claimId === claimId)!;
const list = (query: object = {}, as = admin) =>
  scene.ask(consoleDoors.listGiftOrders, { query } as never, as);
const spendable = async () =>
  (await scene.house.db.execute(
    "select balance from account where id = (select id from loyalty_account where member_id = ?) || '.points'",
    [phone.memberId],
  ))[0]!.balance;

describe("from the phone to the door", () => {
  test("placed, packed, shipped with its number, received; the phone sees each step", async () => {
    const claim = await order();
    expect(claim).toMatchObject({ way: "delivery", state: "open", order: { state: "placed" } });
    await step(claim.claimId, { to: "packed" }, manager);
    const { order: sent } = await step(claim.claimId, shipped, manager);
    expect(sent).toMatchObject({ state: "shipped", carrier: "sf", tracking: "SF1024658890" });
    expect((await mine(claim.claimId)).order).toMatchObject({
      ...{ state: "shipped", carrier: "sf", tracking: "SF1024658890" },
      steps: [{ state: "placed" }, { state: "packed" }, { state: "shipped" }],
    });
    const done = await scene.ask(doors.receiveMyOrder, {
      params: { claim: claim.claimId },
      key: a.newKey(),
    }, phone.caller);
    expect(done.claim).toMatchObject({ state: "handed-over", order: { state: "received" } });
    expect(await mine(claim.claimId)).toEqual(done.claim);
  });

  test("what has been shipped is shipped: no second number, no way back", async () => {
    const { claimId } = await order();
    await step(claimId, shipped);
    const moved = (work: Promise<unknown>) =>
      expect(a.refusalOf(work)).resolves.toBe("order-moved");
    await moved(step(claimId, shipped));
    await moved(step(claimId, { to: "packed" }));
    await moved(step(claimId, { to: "cancelled", note: "地址不详" }));
    const params = { claim: claimId };
    await moved(scene.ask(doors.cancelMyClaim, { params, key: a.newKey() }, phone.caller));
  });

  test("one key is one step, and of ten offices that ship at once one does", async () => {
    const { claimId } = await order();
    const key = a.newKey();
    const again = await Promise.all(
      [1, 2, 3].map(() => step(claimId, { to: "packed" }, admin, key)),
    );
    expect(new Set(again.map((each) => JSON.stringify(each))).size).toBe(1);
    const races = await Promise.all(
      Array.from({ length: 10 }, () => a.refusalOf(step(claimId, shipped))),
    );
    expect(races.sort()).toEqual(["", ...Array<string>(9).fill("order-moved")]);
  });

  test("cancelled, the points go back to their own lots and the piece to the shelf", async () => {
    const before = await spendable();
    const { claimId } = await order();
    await step(claimId, { to: "cancelled", note: "仓库破损" });
    expect(await spendable()).toBe(before);
    expect(await mine(claimId)).toMatchObject({
      state: "cancelled",
      order: { state: "cancelled" },
    });
    const { orders } = await list({ state: "cancelled" });
    expect(orders.find((each) => each.claimId === claimId)?.note).toBe("仓库破损");
  });

  test("the member cancels until it is packed", async () => {
    const params = { claim: (await order()).claimId };
    const cancel = () => scene.ask(doors.cancelMyClaim, { params, key: a.newKey() }, phone.caller);
    expect((await cancel()).claim).toMatchObject({
      state: "cancelled",
      order: { state: "cancelled" },
    });
    const packed = { claim: (await order()).claimId };
    await step(packed.claim, { to: "packed" });
    const late = scene.ask(doors.cancelMyClaim, { params: packed, key: a.newKey() }, phone.caller);
    expect(await a.refusalOf(late)).toBe("order-moved");
  });

  test("a counter neither hands it over nor cancels it", async () => {
    const { claimId } = await order();
    const counter = await scene.staff("cashier", {}, await scene.terminal("counter"));
    const params = { claim: claimId };
    for (
      const work of [
        scene.ask(doors.handOverClaim, { params, body: {}, key: a.newKey() }, counter),
        scene.ask(doors.cancelClaim, { params, key: a.newKey() }, counter),
      ]
    ) expect(await a.refusalOf(work)).toBe("claim-sent");
  });
});

describe("the address", () => {
  test("is nowhere in clear: not in the database, not in an answer of the list", async () => {
    const { claimId } = await order();
    const kept = JSON.stringify(await scene.db.execute("select * from gift_order"));
    const commands = JSON.stringify(await scene.db.execute("select * from command"));
    const seen = JSON.stringify(await list());
    for (const text of [address.name, address.phone, address.street]) {
      for (const place of [kept, commands, seen]) expect(place).not.toContain(text);
    }
    const { orders } = await list();
    expect(orders.find((each) => each.claimId === claimId)).toMatchObject({
      nameMasked: "林**",
      phoneMasked: "138****5678",
      region: address.region,
    });
  });

  test("is shown to its member, and to staff who say why, which the log keeps", async () => {
    const { claimId } = await order();
    const params = { claim: claimId };
    expect((await scene.ask(doors.showMyOrder, { params }, phone.caller)).address).toEqual(address);
    expect((await scene.ask(doors.showMyAddress, {}, phone.caller)).address).toEqual(address);
    const stranger = await memberWith(0);
    expect(await a.refusalOf(scene.ask(doors.showMyOrder, { params }, stranger.caller)))
      .toBe("not-found");
    expect((await scene.ask(doors.showMyAddress, {}, stranger.caller)).address).toBeNull();
    const reveal = (as: Caller) =>
      scene.ask(consoleDoors.revealGiftOrder, { params, body: { reason: "打印面单" } }, as);
    expect((await reveal(manager)).address).toEqual(address);
    expect(await a.refusalOf(reveal(otherManager))).toBe("not-found");
    expect(await a.refusalOf(reveal(finance))).toBe("not-allowed");
    const log = await scene.db.execute(
      "select after_json from audit_log where action = 'order.revealed' and subject = ?",
      [claimId],
    );
    expect(log).toHaveLength(1);
    expect(String(log[0]!.after_json)).toContain("打印面单");
    expect(String(log[0]!.after_json)).not.toContain(address.street);
  });

  test("another member's parcel is neither received nor cancelled", async () => {
    const params = { claim: (await order()).claimId };
    await step(params.claim, shipped);
    const { caller } = await memberWith(0);
    for (const door of [doors.receiveMyOrder, doors.cancelMyClaim]) {
      expect(await a.refusalOf(scene.ask(door, { params, key: a.newKey() }, caller)))
        .toBe("not-found");
    }
  });
});

describe("the office's list", () => {
  test("pages both ways over all orders in scope, each once", async () => {
    for (const sort of ["newest", "oldest"] as const) {
      const seen: string[] = [];
      let after: string | null = null;
      do {
        const query = { sort, limit: 2, ...(after ? { after } : {}) };
        const page: Awaited<ReturnType<typeof list>> = await list(query);
        expect(page.orders.length).toBeLessThanOrEqual(2);
        seen.push(...page.orders.map((each) => each.claimId));
        after = page.nextAfter;
      } while (after);
      const [{ n } = { n: 0 }] = await scene.db.execute("select count(*) as n from gift_order");
      expect(seen).toHaveLength(Number(n));
      expect(seen).toEqual(
        [...new Set(seen)].sort((x, y) => sort === "newest" ? (x < y ? 1 : -1) : (x < y ? -1 : 1)),
      );
    }
  });

  test("filters by state, store and number, and counts what is in sight", async () => {
    const { orders, counts } = await list();
    const one = orders.find((each) => each.state === "shipped")!;
    expect((await list({ state: "shipped" })).orders.every((each) => each.state === "shipped"))
      .toBe(true);
    expect((await list({ state: "shipped" })).counts).toEqual(counts);
    expect((await list({ storeId: a.nextStoreId })).orders).toEqual([]);
    const byNumber = await list({ text: one.number.toLowerCase() });
    expect(byNumber.orders.map((each) => each.claimId)).toEqual([one.claimId]);
    expect((await list({ text: "sf10246" })).orders.length).toBeGreaterThan(0);
    expect((await list({ from: scene.clock.now + day })).orders).toEqual([]);
  });

  test("shows a store its own; another store finds nothing and moves nothing", async () => {
    const { claimId } = await order();
    expect((await list({}, manager)).orders.length).toBeGreaterThan(0);
    expect((await list({}, otherManager)).orders).toEqual([]);
    expect(await a.refusalOf(step(claimId, { to: "packed" }, otherManager))).toBe("not-found");
    expect(await a.refusalOf(step(claimId, { to: "packed" }, finance))).toBe("not-allowed");
    const seen = await list({}, finance);
    expect(seen.orders.length).toBeGreaterThan(0);
  });
});

test("a parcel never lapses, and counts as received when nobody complains for long", async () => {
  const { claimId } = await order();
  await step(claimId, shipped);
  const desk = () => openDesk(scene.house, programme, { now: scene.clock.now });
  scene.clock.now += 14 * day;
  await lapseClaims(desk());
  expect(await receiveOverdue(desk())).toBe(0);
  scene.clock.now += day;
  expect(await receiveOverdue(desk())).toBeGreaterThan(0);
  expect(await receiveOverdue(desk())).toBe(0);
  const [row] = await scene.db.execute("select state from gift_order where claim_id = ?", [
    claimId,
  ]);
  expect(row).toEqual({ state: "received" });
  expect((await verifyLedger(scene.house.db, scene.clock.now)).findings).toEqual([]);
});
