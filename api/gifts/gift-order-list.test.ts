import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as consoleDoors from "../../shared/console/endpoints.ts";
import * as doors from "../../shared/gifts/endpoints.ts";
import * as a from "../access/test-scene.ts";
import type { Caller } from "../test-house.ts";
import { address, openParcels, type Parcels, shipped } from "./test-parcels.ts";

let parcels: Parcels;
beforeAll(async () => void (parcels = await openParcels()));
afterAll(() => parcels.scene.close());

const day = 86_400_000;

describe("the address", () => {
  test("is nowhere in clear: not in the database, not in an answer of the list", async () => {
    const { claimId } = await parcels.order();
    const kept = JSON.stringify(await parcels.scene.db.execute("select * from gift_order"));
    const commands = JSON.stringify(await parcels.scene.db.execute("select * from command"));
    const seen = JSON.stringify(await parcels.list());
    for (const text of [address.name, address.phone, address.street]) {
      for (const place of [kept, commands, seen]) expect(place).not.toContain(text);
    }
    const { orders } = await parcels.list();
    expect(orders.find((each) => each.claimId === claimId)).toMatchObject({
      nameMasked: "林**",
      phoneMasked: "138****5678",
      region: address.region,
    });
  });

  test("is shown to its member, and to staff who say why, which the log keeps", async () => {
    const { claimId } = await parcels.order();
    const params = { claim: claimId };
    expect((await parcels.scene.ask(doors.showMyOrder, { params }, parcels.phone.caller)).address)
      .toEqual(address);
    expect((await parcels.scene.ask(doors.showMyAddress, {}, parcels.phone.caller)).address)
      .toEqual(address);
    const stranger = await parcels.memberWith(0);
    expect(await a.refusalOf(parcels.scene.ask(doors.showMyOrder, { params }, stranger.caller)))
      .toBe("not-found");
    expect((await parcels.scene.ask(doors.showMyAddress, {}, stranger.caller)).address).toBeNull();
    const reveal = (as: Caller) =>
      parcels.scene.ask(consoleDoors.revealGiftOrder, { params, body: { reason: "打印面单" } }, as);
    expect((await reveal(parcels.manager)).address).toEqual(address);
    expect(await a.refusalOf(reveal(parcels.otherManager))).toBe("not-found");
    expect(await a.refusalOf(reveal(parcels.finance))).toBe("not-allowed");
    const log = await parcels.scene.db.execute(
      "select after_json from audit_log where action = 'order.revealed' and subject = ?",
      [claimId],
    );
    expect(log).toHaveLength(1);
    expect(String(log[0]!.after_json)).toContain("打印面单");
    expect(String(log[0]!.after_json)).not.toContain(address.street);
  });

  test("another member's parcel is neither received nor cancelled", async () => {
    const params = { claim: (await parcels.order()).claimId };
    await parcels.step(params.claim, shipped);
    const { caller } = await parcels.memberWith(0);
    for (const door of [doors.receiveMyOrder, doors.cancelMyClaim]) {
      expect(await a.refusalOf(parcels.scene.ask(door, { params, key: a.newKey() }, caller)))
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
        const page: Awaited<ReturnType<typeof parcels.list>> = await parcels.list(query);
        expect(page.orders.length).toBeLessThanOrEqual(2);
        seen.push(...page.orders.map((each) => each.claimId));
        after = page.nextAfter;
      } while (after);
      const [{ n } = { n: 0 }] = await parcels.scene.db.execute(
        "select count(*) as n from gift_order",
      );
      expect(seen).toHaveLength(Number(n));
      expect(seen).toEqual(
        [...new Set(seen)].sort((x, y) => sort === "newest" ? (x < y ? 1 : -1) : (x < y ? -1 : 1)),
      );
    }
  });

  test("filters by state, store and number, and counts what is in sight", async () => {
    const { orders, counts } = await parcels.list();
    const one = orders.find((each) => each.state === "shipped")!;
    expect(
      (await parcels.list({ state: "shipped" })).orders.every((each) => each.state === "shipped"),
    )
      .toBe(true);
    expect((await parcels.list({ state: "shipped" })).counts).toEqual(counts);
    expect((await parcels.list({ storeId: a.nextStoreId })).orders).toEqual([]);
    const byNumber = await parcels.list({ text: one.number.toLowerCase() });
    expect(byNumber.orders.map((each) => each.claimId)).toEqual([one.claimId]);
    expect((await parcels.list({ text: "sf10246" })).orders.length).toBeGreaterThan(0);
    expect((await parcels.list({ from: parcels.scene.clock.now + day })).orders).toEqual([]);
  });

  test("shows a store its own; another store finds nothing and moves nothing", async () => {
    const { claimId } = await parcels.order();
    expect((await parcels.list({}, parcels.manager)).orders.length).toBeGreaterThan(0);
    expect((await parcels.list({}, parcels.otherManager)).orders).toEqual([]);
    expect(await a.refusalOf(parcels.step(claimId, { to: "packed" }, parcels.otherManager))).toBe(
      "not-found",
    );
    expect(await a.refusalOf(parcels.step(claimId, { to: "packed" }, parcels.finance))).toBe(
      "not-allowed",
    );
    const seen = await parcels.list({}, parcels.finance);
    expect(seen.orders.length).toBeGreaterThan(0);
  });
});
