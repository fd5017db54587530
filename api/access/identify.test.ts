import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { showConsoleMe } from "../../shared/console/endpoints.ts";
import { endScan, openScan } from "../../shared/cards/endpoints.ts";
import { listMyDevices, showMe } from "../../shared/members/endpoints.ts";
import { showTerminal } from "../../shared/terminals/endpoints.ts";
import { findSales } from "../../shared/sales/endpoints.ts";
import type { Caller } from "../test-house.ts";
import { forget } from "./known.ts";
import {
  brandId,
  openScene,
  otherBrandId,
  otherStoreId,
  refusalOf,
  type Scene,
  storeId,
} from "./test-scene.ts";

let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
});
afterAll(() => scene.close());

const someScan = { params: { scan: "scn_nobody" } };
const minute = 60_000;

describe("a member's session", () => {
  test("counts for the e-card only, and not for the console with the same cookie", async () => {
    const { caller } = await scene.member();
    expect(await refusalOf(scene.ask(showMe, {}, caller))).toBe("");
    expect(await refusalOf(scene.ask(showMe, {}, { ...caller, client: "console" }))).toBe(
      "signed-out",
    );
    expect(await refusalOf(scene.ask(endScan, someScan, caller))).toBe("not-allowed");
  });

  test("needs no client header where an EventSource asks, but everywhere else", async () => {
    const { caller } = await scene.member();
    const cookie = [...caller.cookies!].map(([k, v]) => `${k}=${v}`).join("; ");
    const own = await scene.raw("/api/members/me/devices", { headers: { cookie } });
    expect(own.status).toBe(200);
    const other = await scene.raw("/api/members/mex", { headers: { cookie } });
    expect(other.status).toBe(404);
  });

  test("ends 30 days after the last request, not before", async () => {
    const { caller } = await scene.member();
    for (let i = 0; i < 3; i++) {
      scene.clock.now += 29 * 1440 * minute;
      expect(await refusalOf(scene.ask(listMyDevices, {}, caller))).toBe("");
      // The note that somebody was here is written behind the answer.
      await scene.db.write([]);
    }
    scene.clock.now += 30 * 1440 * minute + 1;
    expect(await refusalOf(scene.ask(listMyDevices, {}, caller))).toBe("signed-out");
  });

  test.each([
    ["update member set state = 'frozen' where id = ?", "member-frozen"],
    ["update member set state = 'closed' where id = ?", "signed-out"],
    ["update member_device set state = 'revoked' where member_id = ?", "signed-out"],
    ["delete from session where subject_id = ?", "signed-out"],
  ])("is refused at once after: %s", async (sql, refusal) => {
    const { caller } = await scene.member();
    const { member } = await scene.ask(showMe, {}, caller);
    await scene.db.execute(sql, [member.id]);
    // Kept for two seconds unless whoever took the right away says so.
    expect(await refusalOf(scene.ask(showMe, {}, caller))).toBe("");
    forget(scene.db, member.id);
    expect(await refusalOf(scene.ask(showMe, {}, caller))).toBe(refusal);
  });

  test("is forgotten after two seconds even if nobody says so", async () => {
    const { caller } = await scene.member();
    const { member } = await scene.ask(showMe, {}, caller);
    await scene.db.execute("delete from session where subject_id = ?", [member.id]);
    scene.clock.now += 2_000;
    expect(await refusalOf(scene.ask(showMe, {}, caller))).toBe("signed-out");
  });
});

describe("a terminal", () => {
  test("is a kiosk by its own proof", async () => {
    const kiosk = await scene.terminal("kiosk");
    expect(await refusalOf(scene.ask(endScan, someScan, kiosk))).toBe("");
    expect(await refusalOf(scene.ask(findSales, { query: {} }, kiosk))).toBe("not-allowed");
  });

  test("cannot be played with a copied cookie or a copied id", async () => {
    const counter = await scene.terminal("counter");
    const cashier = await scene.staff("cashier", {}, counter);
    expect(await refusalOf(scene.ask(endScan, someScan, cashier))).toBe("");
    const copied: Caller = { client: "counter", cookies: cashier.cookies! };
    expect(await refusalOf(scene.ask(endScan, someScan, copied))).toBe("terminal-unknown");
    const withId = { ...copied, headers: { "jifu-terminal": counter.terminalId } };
    expect(await refusalOf(scene.ask(endScan, someScan, withId))).toBe("proof-invalid");
    // Another paired counter has a proof of its own, but not the session of this one.
    const next = await scene.terminal("counter");
    const stolen = { ...next, cookies: cashier.cookies! };
    expect(await refusalOf(scene.ask(endScan, someScan, stolen))).toBe("signed-out");
  });

  test("signs this request and no other", async () => {
    const kiosk = await scene.terminal("kiosk");
    const path = "/api/scans/scn_nobody/end";
    const signed = await kiosk.sign!("POST", path, "{}");
    const send = (to: string, body: string, headers: Record<string, string>) =>
      scene.raw(to, {
        method: "POST",
        body,
        headers: { "content-type": "application/json", "jifu-client": "kiosk", ...headers },
      });
    expect((await send(path, "{}", signed)).status).toBe(200);
    expect((await send("/api/scans/scn_other/end", "{}", signed)).status).toBe(401);
    expect((await send(`${path}?x=1`, "{}", signed)).status).toBe(401);
    expect((await send(path, "{ }", signed)).status).toBe(401);
    const cut = { ...signed, "jifu-proof": signed["jifu-proof"]!.slice(0, -1) };
    expect((await send(path, "{}", cut)).status).toBe(401);
    scene.clock.now += 119_000;
    expect((await send(path, "{}", signed)).status).toBe(200);
    scene.clock.now += 2_000;
    expect((await send(path, "{}", signed)).status).toBe(401);
  });

  test("is unknown once revoked", async () => {
    const kiosk = await scene.terminal("kiosk");
    await scene.ask(endScan, someScan, kiosk);
    await scene.db.execute("update terminal set state = 'revoked' where id = ?", [
      kiosk.terminalId,
    ]);
    forget(scene.db, kiosk.terminalId);
    expect(await refusalOf(scene.ask(endScan, someScan, kiosk))).toBe("terminal-unknown");
    expect(await refusalOf(scene.ask(showTerminal, {}, kiosk))).toBe("terminal-unknown");
  });

  test("lets staff in who have a role there, and nobody else", async () => {
    const counter = await scene.terminal("counter");
    const manager = await scene.staff("store-manager", {}, counter);
    expect(await refusalOf(scene.ask(findSales, { query: {} }, manager))).toBe("");
    const chainwide = await scene.staff("cashier", { brand: null, store: null }, counter);
    expect(await refusalOf(scene.ask(findSales, { query: {} }, chainwide))).toBe("");
    const elsewhere = await scene.staff(
      "cashier",
      { brand: otherBrandId, store: otherStoreId },
      counter,
    );
    expect(await refusalOf(scene.ask(findSales, { query: {} }, elsewhere))).toBe("signed-out");
    const office = await scene.staff("hq-admin", { brand: null, store: null }, counter);
    expect(await refusalOf(scene.ask(findSales, { query: {} }, office))).toBe("signed-out");
  });

  test("ends a cashier's session when disabled, after 30 idle minutes, after 12 hours", async () => {
    const counter = await scene.terminal("counter");
    const cashier = await scene.staff("cashier", {}, counter);
    for (let i = 0; i < 24; i++) {
      scene.clock.now += 29 * minute;
      expect(await refusalOf(scene.ask(endScan, someScan, cashier))).toBe("");
      await scene.db.write([]);
    }
    scene.clock.now += 29 * minute;
    expect(await refusalOf(scene.ask(endScan, someScan, cashier))).toBe("signed-out");

    const idle = await scene.staff("cashier", {}, counter);
    scene.clock.now += 30 * minute;
    expect(await refusalOf(scene.ask(endScan, someScan, idle))).toBe("signed-out");

    const leaver = await scene.staff("cashier", {}, counter);
    expect(await refusalOf(scene.ask(endScan, someScan, leaver))).toBe("");
    await scene.db.execute("update staff set state = 'disabled' where id = ?", [leaver.staffId]);
    forget(scene.db, leaver.staffId);
    expect(await refusalOf(scene.ask(endScan, someScan, leaver))).toBe("signed-out");
  });
});

describe("the console", () => {
  test("shows the widest role with its places", async () => {
    const regional = await scene.staff("regional", { store: null });
    const me = await scene.ask(showConsoleMe, {}, regional);
    expect(me).toMatchObject({ role: "regional", brandIds: [brandId], storeIds: null });
    const admin = await scene.staff("hq-admin", { brand: null, store: null });
    expect(await scene.ask(showConsoleMe, {}, admin)).toMatchObject({
      brandIds: null,
      storeIds: null,
    });
  });

  test("is shut for cashiers, the disabled and the idle", async () => {
    const cashier = await scene.staff("cashier");
    expect(await refusalOf(scene.ask(showConsoleMe, {}, cashier))).toBe("signed-out");
    const manager = await scene.staff("store-manager");
    expect(await refusalOf(scene.ask(showConsoleMe, {}, manager))).toBe("");
    await scene.db.execute("update staff set state = 'disabled' where id = ?", [manager.staffId]);
    forget(scene.db, manager.staffId);
    expect(await refusalOf(scene.ask(showConsoleMe, {}, manager))).toBe("signed-out");
    const idle = await scene.staff("auditor");
    scene.clock.now += 30 * minute;
    expect(await refusalOf(scene.ask(showConsoleMe, {}, idle))).toBe("signed-out");
  });
});

describe("an API key", () => {
  test("works in its store until it is revoked", async () => {
    const till = await scene.key(brandId, storeId);
    const body = { code: "13800009999" };
    expect(await refusalOf(scene.ask(openScan, { body }, till))).toBe("card-code-invalid");
    await scene.db.execute("update api_key set state = 'revoked'");
    const [row] = await scene.db.execute("select id from api_key order by created_at desc");
    forget(scene.db, String(row!.id));
    expect(await refusalOf(scene.ask(openScan, { body }, till))).toBe("signed-out");
  });

  test("of another system has no till", async () => {
    const system = await scene.key(brandId, null);
    const body = { code: "13800009999" };
    expect(await refusalOf(scene.ask(openScan, { body }, system))).toBe("not-allowed");
  });

  test.each(["", "Bearer ", "Bearer wrong-secret-wrong-secret", "Basic abc"])(
    "%j opens nothing",
    async (authorization) => {
      const asked = scene.ask(openScan, { body: { code: "13800009999" } }, {
        client: "pos",
        headers: { authorization },
      });
      expect(await refusalOf(asked)).toBe("signed-out");
    },
  );
});
