import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as doors from "../../shared/gifts/endpoints.ts";
import * as a from "../access/test-scene.ts";
import { openDesk, programme } from "../desk.ts";
import { verifyLedger } from "../points/verify.ts";
import { lapseClaims } from "./lapse-claims.ts";
import { receiveOverdue } from "./step-gift-order.ts";
import { openParcels, type Parcels, shipped } from "./test-parcels.ts";

let parcels: Parcels;
beforeAll(async () => void (parcels = await openParcels()));
afterAll(() => parcels.scene.close());

const day = 86_400_000;

describe("from the phone to the door", () => {
  test("placed, packed, shipped with its number, received; the phone sees each step", async () => {
    const claim = await parcels.order();
    expect(claim).toMatchObject({ way: "delivery", state: "open", order: { state: "placed" } });
    await parcels.step(claim.claimId, { to: "packed" }, parcels.manager);
    const { order: sent } = await parcels.step(claim.claimId, shipped, parcels.manager);
    expect(sent).toMatchObject({ state: "shipped", carrier: "sf", tracking: "SF1024658890" });
    expect((await parcels.mine(claim.claimId)).order).toMatchObject({
      ...{ state: "shipped", carrier: "sf", tracking: "SF1024658890" },
      steps: [{ state: "placed" }, { state: "packed" }, { state: "shipped" }],
    });
    const done = await parcels.scene.ask(doors.receiveMyOrder, {
      params: { claim: claim.claimId },
      key: a.newKey(),
    }, parcels.phone.caller);
    expect(done.claim).toMatchObject({ state: "handed-over", order: { state: "received" } });
    expect(await parcels.mine(claim.claimId)).toEqual(done.claim);
  });

  test("what has been shipped is shipped: no second number, no way back", async () => {
    const { claimId } = await parcels.order();
    await parcels.step(claimId, shipped);
    const moved = (work: Promise<unknown>) =>
      expect(a.refusalOf(work)).resolves.toBe("order-moved");
    await moved(parcels.step(claimId, shipped));
    await moved(parcels.step(claimId, { to: "packed" }));
    await moved(parcels.step(claimId, { to: "cancelled", note: "地址不详" }));
    const params = { claim: claimId };
    await moved(
      parcels.scene.ask(doors.cancelMyClaim, { params, key: a.newKey() }, parcels.phone.caller),
    );
  });

  test("one key is one step, and of ten offices that ship at once one does", async () => {
    const { claimId } = await parcels.order();
    const key = a.newKey();
    const again = await Promise.all(
      [1, 2, 3].map(() => parcels.step(claimId, { to: "packed" }, parcels.admin, key)),
    );
    expect(new Set(again.map((each) => JSON.stringify(each))).size).toBe(1);
    const races = await Promise.all(
      Array.from({ length: 10 }, () => a.refusalOf(parcels.step(claimId, shipped))),
    );
    expect(races.sort()).toEqual(["", ...Array<string>(9).fill("order-moved")]);
  });

  test("cancelled, the points go back to their own lots and the piece to the shelf", async () => {
    const before = await parcels.spendable();
    const { claimId } = await parcels.order();
    await parcels.step(claimId, { to: "cancelled", note: "仓库破损" });
    expect(await parcels.spendable()).toBe(before);
    expect(await parcels.mine(claimId)).toMatchObject({
      state: "cancelled",
      order: { state: "cancelled" },
    });
    const { orders } = await parcels.list({ state: "cancelled" });
    expect(orders.find((each) => each.claimId === claimId)?.note).toBe("仓库破损");
  });

  test("shipped and refused, the points go back; the piece to the shelf unless it is lost", async () => {
    const stock = async () =>
      Number(
        (await parcels.scene.db.execute("select sum(remaining) as n from gift_stock"))[0]!.n,
      );
    const [points, pieces] = [await parcels.spendable(), await stock()];
    const back = (restock: boolean) => ({ to: "returned" as const, note: "会员拒收", restock });
    for (const restock of [true, false]) {
      const { claimId } = await parcels.order();
      expect(await a.refusalOf(parcels.step(claimId, back(restock)))).toBe("order-moved");
      await parcels.step(claimId, shipped);
      expect(await a.refusalOf(parcels.step(claimId, back(restock), parcels.finance)))
        .toBe("not-allowed");
      const { order } = await parcels.step(claimId, back(restock), parcels.manager);
      expect(order).toMatchObject({ state: "returned", note: "会员拒收" });
      expect(await parcels.spendable()).toBe(points);
      expect(await stock()).toBe(restock ? pieces : pieces - 1);
      expect(await parcels.mine(claimId)).toMatchObject({
        ...{ state: "cancelled", order: { state: "returned" } },
      });
      expect(await a.refusalOf(parcels.step(claimId, { to: "received" }))).toBe("order-moved");
      const [logged] = await parcels.scene.db.execute(
        "select after_json from audit_log where action = 'order.returned' and subject = ?",
        [claimId],
      );
      expect(JSON.parse(String(logged!.after_json))).toMatchObject({ note: "会员拒收", restock });
    }
  });

  test("the member cancels until it is packed", async () => {
    const params = { claim: (await parcels.order()).claimId };
    const cancel = () =>
      parcels.scene.ask(doors.cancelMyClaim, { params, key: a.newKey() }, parcels.phone.caller);
    expect((await cancel()).claim).toMatchObject({
      state: "cancelled",
      order: { state: "cancelled" },
    });
    const packed = { claim: (await parcels.order()).claimId };
    await parcels.step(packed.claim, { to: "packed" });
    const late = parcels.scene.ask(
      doors.cancelMyClaim,
      { params: packed, key: a.newKey() },
      parcels.phone.caller,
    );
    expect(await a.refusalOf(late)).toBe("order-moved");
  });

  test("a counter neither hands it over nor cancels it", async () => {
    const { claimId } = await parcels.order();
    const counter = await parcels.scene.staff(
      "cashier",
      {},
      await parcels.scene.terminal("counter"),
    );
    const params = { claim: claimId };
    for (
      const work of [
        parcels.scene.ask(doors.handOverClaim, { params, body: {}, key: a.newKey() }, counter),
        parcels.scene.ask(doors.cancelClaim, { params, key: a.newKey() }, counter),
      ]
    ) expect(await a.refusalOf(work)).toBe("claim-sent");
  });
});

test("a parcel never lapses, and counts as received when nobody complains for long", async () => {
  const { claimId } = await parcels.order();
  await parcels.step(claimId, shipped);
  const desk = () => openDesk(parcels.scene.house, programme, { now: parcels.scene.clock.now });
  parcels.scene.clock.now += 14 * day;
  await lapseClaims(desk());
  expect(await receiveOverdue(desk())).toBe(0);
  parcels.scene.clock.now += day;
  expect(await receiveOverdue(desk())).toBeGreaterThan(0);
  expect(await receiveOverdue(desk())).toBe(0);
  const [row] = await parcels.scene.db.execute("select state from gift_order where claim_id = ?", [
    claimId,
  ]);
  expect(row).toEqual({ state: "received" });
  expect((await verifyLedger(parcels.scene.house.db, parcels.scene.clock.now)).findings).toEqual(
    [],
  );
});
