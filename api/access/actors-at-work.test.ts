/** From a request of staff or of a terminal to who asks, with all that is then known of them. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { WORKING_HEADER } from "../../shared/terminals/terminal-proof.ts";
import { nobody } from "../desk.ts";
import type { Caller } from "../test-house.ts";
import { forget } from "./known.ts";
import { openAsking } from "./test-asking.ts";
import { brandId, nextStoreId, staffOn, storeId, terminalOn } from "./test-callers.ts";
import { hashToken } from "./tokens.ts";

let house: Awaited<ReturnType<typeof openAsking>>;
beforeAll(async () => {
  house = await openAsking();
});
afterAll(() => house.close());
// What was kept of another test is over.
beforeEach(() => {
  house.clock.now += 3_600_000;
});

const minute = 60_000;
const here = { brandIds: [brandId], storeIds: [storeId] };
const hashIn = (as: Caller) => hashToken([...as.cookies!.values()][0]!);
const staff: ReturnType<typeof staffOn> = (...args) => staffOn(house.ground)(...args);
const terminal: ReturnType<typeof terminalOn> = (...args) => terminalOn(house.ground)(...args);
const who = (as: Caller) => house.who(as);
const refused = (refusal: string) => ({ ...nobody, refusal });

describe("staff in the console", () => {
  test("are who their session says, with role, places and when they signed in", async () => {
    const regional = await staff("regional", { store: null });
    const actor = {
      role: "regional",
      id: regional.staffId,
      staffId: regional.staffId,
      scope: { brandIds: [brandId], storeIds: null },
      sessionHash: hashIn(regional),
    };
    expect(await who(regional)).toEqual({ ...actor, strongAt: house.clock.now });
    await house.run("update session set strong_at = null where subject_id = ?", regional.staffId);
    forget(house.db, hashIn(regional));
    expect(await who(regional)).toEqual(actor);
  });

  test("are nobody without a grant for it, disabled, idle, or by a counter's session", async () => {
    expect(await who({ client: "console" })).toEqual(nobody);
    expect(await who(await staff("cashier"))).toEqual(nobody);
    const counter = await staff("store-manager", {}, await terminal("counter"));
    const [token] = counter.cookies!.values();
    const moved: Caller = { client: "console", cookies: new Map([["jifu-console", token!]]) };
    expect(await who(moved)).toEqual(nobody);
    const manager = await staff("store-manager");
    expect(await who(manager)).toMatchObject({ role: "store-manager", scope: here });
    await house.run("update staff set state = 'disabled' where id = ?", manager.staffId);
    expect((await who(manager)).role).toBe("store-manager");
    forget(house.db, manager.staffId);
    expect(await who(manager)).toEqual(nobody);
    const idle = await staff("auditor");
    house.clock.now += 30 * minute;
    expect(await who(idle)).toEqual(nobody);
  });

  test("were here: noted once a minute", async () => {
    const admin = await staff("hq-admin", { brand: null, store: null });
    const seen = () =>
      house.only("select seen_at from session where subject_id = ?", admin.staffId);
    const from = await seen();
    house.clock.now += minute - 1;
    await who(admin);
    expect(await seen()).toBe(from);
    house.clock.now += 1;
    await who(admin);
    expect(await seen()).toBe(house.clock.now);
  });

  test("are looked up anew once their session, or a role that somebody changed, is named", async () => {
    const both = await staff("auditor");
    await house.run(
      "insert into staff_grant (staff_id, role, brand_id, store_id, granted_at) values (?, 'hq-admin', ?, null, 0)",
      both.staffId,
      brandId,
    );
    expect((await who(both)).role).toBe("hq-admin");
    await house.run(
      "delete from staff_grant where staff_id = ? and role = 'hq-admin'",
      both.staffId,
    );
    forget(house.db, "hq-finance", "trm_none");
    expect((await who(both)).role).toBe("hq-admin");
    forget(house.db, "hq-admin");
    expect((await who(both)).role).toBe("auditor");
    await house.run("delete from session where subject_id = ?", both.staffId);
    expect((await who(both)).role).toBe("auditor");
    forget(house.db, hashIn(both));
    expect(await who(both)).toEqual(nobody);
  });
});

describe("a terminal", () => {
  const place = (terminalId: string) => ({ terminalId, storeId, brandId, scope: here });

  test("is a kiosk, or a counter where nobody is signed in", async () => {
    const [kiosk, counter] = [await terminal("kiosk"), await terminal("counter")];
    const at = (id: string) => ({ ...place(id), id });
    expect(await who(kiosk)).toEqual({ ...at(kiosk.terminalId), role: "kiosk" });
    expect(await who(counter))
      .toEqual({ ...at(counter.terminalId), role: "counter", refusal: "signed-out" });
    // Whoever is signed in on a kiosk is not asked.
    const cashier = await staff("cashier", {}, kiosk);
    expect((await who({ ...cashier, client: "kiosk" })).role).toBe("kiosk");
  });

  test("is known by its header and its proof, while it is paired", async () => {
    const kiosk = await terminal("kiosk");
    const silent: Caller = { client: "kiosk" };
    expect(await who(silent)).toEqual(refused("terminal-unknown"));
    const named = (id: string) => ({ ...silent, headers: { "jifu-terminal": id } });
    expect(await who(named("trm_none"))).toEqual(refused("terminal-unknown"));
    expect(await who(named(kiosk.terminalId))).toEqual(refused("proof-invalid"));
    expect((await who(kiosk)).role).toBe("kiosk");
    await house.run("update terminal set state = 'revoked' where id = ?", kiosk.terminalId);
    expect((await who(kiosk)).role).toBe("kiosk");
    forget(house.db, kiosk.terminalId);
    expect(await who(kiosk)).toEqual(refused("terminal-unknown"));
  });

  test("was here: noted once a minute", async () => {
    const kiosk = await terminal("kiosk");
    const seen = () =>
      house.only("select last_seen_at from terminal where id = ?", kiosk.terminalId);
    await who(kiosk);
    const from = house.clock.now;
    expect(await seen()).toBe(from);
    for (const passed of [1000, minute - 1]) {
      house.clock.now = from + passed;
      await who(kiosk);
      expect(await seen()).toBe(from);
    }
    house.clock.now = from + minute;
    await who(kiosk);
    expect(await seen()).toBe(house.clock.now);
  });

  test("is whoever of the staff is signed in on it and works there", async () => {
    const counter = await terminal("counter");
    const cashier = await staff("cashier", {}, counter);
    const { staffId } = cashier;
    expect(await who(cashier)).toEqual({
      ...place(counter.terminalId),
      role: "cashier",
      id: staffId,
      staffId,
      sessionHash: hashIn(cashier),
    });
    const out = { role: "counter", id: counter.terminalId, refusal: "signed-out" };
    const naming = (id: string) => ({
      ...cashier,
      headers: { ...cashier.headers, [WORKING_HEADER]: id },
    });
    expect(await who(naming(staffId))).toMatchObject({ role: "cashier", staffId });
    // Sent by the tab of whoever worked there before.
    expect(await who(naming("stf_somebodyelse"))).toMatchObject(out);
    expect(await who(await staff("cashier", { store: nextStoreId }, counter))).toMatchObject(out);
    expect(await who(await staff("auditor", { store: null }, counter))).toMatchObject(out);
    const next = await terminal("counter");
    expect(await who({ ...next, cookies: cashier.cookies! }))
      .toMatchObject({ ...out, id: next.terminalId });
    const office = await staff("store-manager");
    const moved = new Map([["jifu-counter", [...office.cookies!.values()][0]!]]);
    expect(await who({ ...counter, cookies: moved })).toMatchObject(out);
    const seen = () => house.only("select seen_at from session where subject_id = ?", staffId);
    house.clock.now += 2 * minute;
    await who(cashier);
    expect(await seen()).toBe(house.clock.now);
    await house.run("update staff set state = 'disabled' where id = ?", staffId);
    forget(house.db, counter.terminalId);
    expect(await who(cashier)).toMatchObject(out);
  });

  test("has nobody left at it after thirty idle minutes", async () => {
    const counter = await terminal("counter");
    const cashier = await staff("cashier", {}, counter);
    house.clock.now += 30 * minute - 1;
    expect((await who(cashier)).role).toBe("cashier");
    house.clock.now += 30 * minute;
    expect((await who(cashier)).role).toBe("counter");
  });
});
