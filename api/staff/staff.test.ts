import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  addStaff,
  changeStaffState,
  listStaff,
  setStaffPin,
  signInConsole,
} from "../../shared/console/endpoints.ts";
import type { BodyOf } from "../../shared/endpoint.ts";
import { Secret, TOTP } from "otpauth";
import { type Office, openOffice, password, personOf, place } from "../console/test-office.ts";
import { type Caller, newKey } from "../test-house.ts";

let office: Office;
let manager: Caller;
let admin: Caller;
beforeEach(async () => {
  office = await openOffice();
  manager = await office.as(personOf("store-manager"));
  admin = await office.as(personOf("hq-admin"));
});
afterEach(() => office.close());

type Body = BodyOf<typeof addStaff>;
const cashierHere = {
  role: "cashier" as const,
  brandId: place.grocer,
  storeId: place.riverside as string | null,
};
const add = (change: Partial<Body> = {}, as = manager, key = newKey()) =>
  office.ask(addStaff, {
    body: { login: "lin.xiaomei", name: "林晓梅", grant: cashierHere, pin: "8052", ...change },
    key,
  }, as);
const listed = async (as = manager) => (await office.ask(listStaff, {}, as)).staff;

describe("adding staff", () => {
  test("a manager adds a cashier to the own store", async () => {
    const { staffId, totpUri } = await add();
    expect(totpUri).toBeNull();
    expect((await listed()).find((s) => s.id === staffId)).toEqual({
      id: staffId,
      login: "lin.xiaomei",
      name: "林晓梅",
      state: "active",
      hasPin: true,
      hasPassword: false,
      grants: [cashierHere],
    });
  });

  test("with a password comes a second factor that signs in, shown again to a repeat", async () => {
    const key = newKey();
    const change: Partial<Body> = {
      password,
      grant: { role: "auditor", brandId: place.grocer, storeId: null },
    };
    const added = await add(change, admin, key);
    expect(await add(change, admin, key)).toEqual(added);
    const uri = new URL(added.totpUri!);
    expect(uri.protocol).toBe("otpauth:");
    const secret = Secret.fromBase32(uri.searchParams.get("secret")!);
    expect(secret.buffer.byteLength).toBe(20);
    const totp = new TOTP({ secret }).generate({ timestamp: office.clock.now });
    const body = { login: "lin.xiaomei", password, totp };
    await expect(office.ask(signInConsole, { body }, { client: "console" }))
      .resolves.toMatchObject({ role: "auditor" });
  });

  test("no secret is left in the database", async () => {
    const { totpUri } = await add({ password }, admin);
    const secret = new URL(totpUri!).searchParams.get("secret")!;
    const tables = ["staff", "command", "audit_log"];
    const rows = await Promise.all(
      tables.map((t) => office.house.db.execute(`select * from ${t}`)),
    );
    const text = JSON.stringify(rows);
    for (const hidden of [secret, password, "8052"]) expect(text).not.toContain(hidden);
  });

  test.each<[string, Partial<Body>, string]>([
    ["a manager", { grant: { ...cashierHere, role: "store-manager" } }, "not-allowed"],
    ["somebody of head office", { grant: { ...cashierHere, role: "auditor" } }, "not-allowed"],
    ["a cashier next door", { grant: { ...cashierHere, storeId: place.station } }, "not-found"],
    ["a cashier everywhere", { grant: { ...cashierHere, storeId: null } }, "not-found"],
    ["a weak PIN", { pin: "1234" }, "pin-weak"],
    ["a short PIN", { pin: "123" }, "input-invalid"],
    ["a short password", { password: "short" }, "input-invalid"],
    ["a taken login", { login: "cashier" }, "name-taken"],
    ["a login with spaces", { login: "lin xiao" }, "input-invalid"],
  ])("a manager cannot add %s", async (_, change, code) => {
    await expect(add(change)).rejects.toMatchObject({ code });
  });

  test("a store is named with its own brand", async () => {
    const grant = { ...cashierHere, brandId: place.baker };
    await expect(add({ grant }, admin)).rejects.toMatchObject({ code: "not-found" });
    await expect(add({ grant: { ...cashierHere, brandId: null } }, admin))
      .rejects.toMatchObject({ code: "not-found" });
  });

  test("of two who take a login at once, one gets it", async () => {
    const both = await Promise.allSettled([add(), add({ name: "林小妹" })]);
    expect(both.map((b) => b.status).sort()).toEqual(["fulfilled", "rejected"]);
  });
});

describe("changing staff", () => {
  const setPin = (staff: string, as = manager, given = "8052") =>
    office.ask(setStaffPin, { params: { staff }, body: { pin: given } }, as);
  const disable = (staff: string, as = manager) =>
    office.ask(changeStaffState, { params: { staff }, body: { state: "disabled" } }, as);

  test("a manager changes the own cashiers and the own PIN, nobody above", async () => {
    await setPin(personOf("cashier"));
    await setPin(personOf("store-manager"));
    await disable(personOf("cashier"));
    await expect(setPin(personOf("regional"))).rejects.toMatchObject({ code: "not-found" });
    await expect(disable(personOf("hq-admin"))).rejects.toMatchObject({ code: "not-found" });
  });

  test("who also holds more than the caller may grant is not the caller's to change", async () => {
    await office.house.db.execute(
      "insert into staff_grant values (?, 'auditor', ?, null, null, 0)",
      [
        personOf("cashier"),
        place.grocer,
      ],
    );
    await expect(setPin(personOf("cashier"))).rejects.toMatchObject({ code: "not-allowed" });
    await expect(disable(personOf("cashier"))).rejects.toMatchObject({ code: "not-allowed" });
    await expect(setPin(personOf("cashier"), admin)).resolves.toBeTruthy();
  });

  test("nobody disables themselves; a weak PIN stays out", async () => {
    await expect(disable(personOf("hq-admin"), admin)).rejects.toMatchObject({
      code: "not-allowed",
    });
    await expect(setPin(personOf("cashier"), manager, "0000")).rejects.toMatchObject({
      code: "pin-weak",
    });
  });

  test("a manager sees the people of the own store, each with the roles held there", async () => {
    await office.house.db.execute("insert into staff_grant values (?, 'cashier', ?, ?, null, 0)", [
      personOf("cashier"),
      place.grocer,
      place.station,
    ]);
    const people = await listed();
    expect(people.map((p) => p.login)).toEqual(["cashier", "store-manager"]);
    expect(people[0]?.grants).toEqual([cashierHere]);
    expect((await listed(admin)).length).toBe(7);
  });
});
