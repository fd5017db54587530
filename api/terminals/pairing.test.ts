import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  approvePairing,
  findPairing,
  listTerminals,
  revokeTerminal,
} from "../../shared/console/endpoints.ts";
import { followPairing, showTerminal, startPairing } from "../../shared/terminals/endpoints.ts";
import { type Office, openOffice, personOf, place } from "../console/test-office.ts";
import type { Caller } from "../test-house.ts";
import { type Device, follow, pairTerminal, showCode } from "./test-terminal.ts";

let office: Office;
let manager: Caller;
beforeEach(async () => {
  office = await openOffice();
  manager = await office.as(personOf("store-manager"));
});
afterEach(() => office.close());

const approve = (device: Device, change: object = {}, as = manager) =>
  office.ask(approvePairing, {
    params: { pairing: device.pairing.pairingId },
    body: { code: device.pairing.code, storeId: place.riverside, label: "1 号台", ...change },
  }, as);

describe("pairing a terminal", () => {
  test("code, approval, key: from then on it proves who it is", async () => {
    const device = await showCode(office, "counter");
    expect(device.pairing.code).toMatch(/^[BCDFGHJKLMNPQRSTVWXZ]{8}$/);
    expect(device.pairing.expiresAt).toBe(office.clock.now + 600_000);
    await expect(follow(office, "counter", device)).rejects.toThrow("still waits");
    const typed = device.pairing.code.toLowerCase().replace(/^(.{4})/, "$1-");
    expect(await office.ask(findPairing, { body: { code: typed } }, manager)).toEqual({
      pairingId: device.pairing.pairingId,
      kind: "counter",
      label: "收银台 iPad",
      expiresAt: device.pairing.expiresAt,
    });
    const { terminalId } = await approve(device, { code: typed });
    const terminal = await follow(office, "counter", device);
    expect(terminal.terminalId).toBe(terminalId);
    expect(await office.ask(showTerminal, {}, terminal)).toMatchObject({
      terminal: { id: terminalId, kind: "counter", label: "1 号台" },
      store: { id: place.riverside, nameZh: "滨江店" },
      brand: { id: place.grocer, nameEn: "Baiwei Fresh" },
      staff: [
        { id: personOf("cashier"), role: "cashier" },
        { id: personOf("store-manager"), role: "store-manager" },
      ],
      signedIn: null,
      rules: { version: 1, body: { fenPerPoint: 100 } },
      tiers: [{ level: 0 }],
      demo: false,
      serverTime: office.clock.now,
    });
  });

  test("the database holds neither the secret nor a key", async () => {
    const device = await showCode(office, "kiosk");
    await approve(device);
    const rows = [
      ...await office.house.db.execute("select * from pairing"),
      ...await office.house.db.execute("select * from terminal"),
    ];
    expect(JSON.stringify(rows)).not.toContain(device.pairing.secret);
  });

  test("a kiosk names no staff", async () => {
    const kiosk = await pairTerminal(office, "kiosk", place.riverside, manager);
    expect((await office.ask(showTerminal, {}, kiosk)).staff).toEqual([]);
  });

  test("of two managers who approve at once, one does; the same one hears it again", async () => {
    const device = await showCode(office, "counter");
    const admin = await office.as(personOf("hq-admin"));
    const both = await Promise.allSettled([approve(device), approve(device, {}, admin)]);
    expect(both.filter((b) => b.status === "fulfilled")).toHaveLength(1);
    const { terminalId } = await follow(office, "counter", device);
    const first = both[0]!.status === "fulfilled" ? manager : admin;
    const other = first === manager ? admin : manager;
    expect(await approve(device, {}, first)).toEqual({ terminalId });
    await expect(approve(device, {}, other)).rejects.toMatchObject({ code: "pairing-over" });
    expect(await office.house.db.execute("select id from terminal")).toHaveLength(1);
  });

  test("after ten minutes the code is dead; approved at the last second, it is not", async () => {
    const [late, last] = [await showCode(office, "counter"), await showCode(office, "counter")];
    office.clock.now += 599_999;
    await approve(last);
    office.clock.now += 1;
    await expect(approve(late)).rejects.toMatchObject({ code: "pairing-over" });
    await expect(follow(office, "counter", late)).rejects.toMatchObject({ code: "pairing-over" });
    await expect(office.ask(findPairing, { body: { code: late.pairing.code } }, manager))
      .rejects.toMatchObject({ code: "pairing-over" });
    await expect(follow(office, "counter", last)).resolves.toBeTruthy();
    office.clock.now += 600_000;
    await expect(follow(office, "counter", last)).rejects.toMatchObject({ code: "pairing-over" });
  });

  test("a wrong secret, a wrong code and an unknown pairing are over", async () => {
    const device = await showCode(office, "counter");
    const { pairingId } = device.pairing;
    const over = { code: "pairing-over" };
    await expect(approve(device, { code: "BCDFGHJK" })).rejects.toMatchObject(over);
    await approve(device);
    for (const [pairing, secret] of [[pairingId, "x"], ["par_00000000", device.pairing.secret]]) {
      await expect(
        office.ask(followPairing, { params: { pairing: pairing! }, body: { secret: secret! } }),
      ).rejects.toMatchObject(over);
    }
  });

  test("a manager pairs for the own store only; another store does not exist", async () => {
    const device = await showCode(office, "counter");
    for (const storeId of [place.station, place.bakery, "sto_nowhere"]) {
      await expect(approve(device, { storeId })).rejects.toMatchObject({ code: "not-found" });
    }
  });

  test("a key that is no point of the curve is refused before anybody approves it", async () => {
    const body = { kind: "kiosk" as const, label: "x", publicKey: "A".repeat(87) };
    await expect(office.ask(startPairing, { body }, { client: "kiosk" }))
      .rejects.toMatchObject({ code: "input-invalid" });
  });

  test("codes and guesses are limited", async () => {
    const shown = await Promise.allSettled(
      Array.from({ length: 22 }, () => showCode(office, "kiosk")),
    );
    expect(shown.filter((s) => s.status === "fulfilled")).toHaveLength(20);
    const guesses = await Promise.allSettled(
      Array.from(
        { length: 22 },
        () => office.ask(findPairing, { body: { code: "BCDFGHJK" } }, manager),
      ),
    );
    const codes = guesses.map((g) => g.status === "rejected" ? g.reason.code : "found");
    expect(codes.filter((c) => c === "pairing-over")).toHaveLength(20);
    expect(codes.filter((c) => c === "too-many")).toHaveLength(2);
  });
});

describe("a terminal in the console", () => {
  test("is listed in scope and dies at once when revoked", async () => {
    const kiosk = await pairTerminal(office, "kiosk", place.riverside, manager);
    expect((await office.ask(listTerminals, {}, manager)).terminals).toMatchObject([{
      id: kiosk.terminalId,
      storeId: place.riverside,
      state: "active",
      approvedBy: "职员store-manager",
    }]);
    await office.ask(showTerminal, {}, kiosk);
    office.clock.now += 1;
    await office.ask(revokeTerminal, { params: { terminal: kiosk.terminalId } }, manager);
    await expect(office.ask(showTerminal, {}, kiosk)).rejects.toMatchObject({
      code: "terminal-unknown",
    });
    const log = await office.house.db.execute(
      "select action, actor_id, store_id from audit_log order by at",
    );
    expect(log.map((l) => ({ ...l }))).toEqual(
      ["terminal.approved", "terminal.revoked"].map((action) => ({
        action,
        actor_id: personOf("store-manager"),
        store_id: place.riverside,
      })),
    );
  });

  test("of another store is neither listed nor revoked by a manager", async () => {
    const admin = await office.as(personOf("hq-admin"));
    const kiosk = await pairTerminal(office, "kiosk", place.station, admin);
    expect((await office.ask(listTerminals, {}, manager)).terminals).toEqual([]);
    await expect(
      office.ask(revokeTerminal, { params: { terminal: kiosk.terminalId } }, manager),
    ).rejects.toMatchObject({ code: "not-found" });
  });
});
