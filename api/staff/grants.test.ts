import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { Secret, TOTP } from "otpauth";
import {
  changeStaffGrants,
  listPlaces,
  listStaff,
  resetStaffSignIn,
  showConsoleMe,
  signInConsole,
} from "../../shared/console/endpoints.ts";
import type { BodyOf } from "../../shared/endpoint.ts";
import type { Grant } from "../../shared/staff/grant.ts";
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

const listed = async (as: Caller) => (await office.ask(listStaff, {}, as)).staff;

describe("grants", () => {
  const change = (staff: string, grants: BodyOf<typeof changeStaffGrants>["grants"], as = admin) =>
    office.ask(changeStaffGrants, { params: { staff }, body: { grants } }, as);
  const at = (role: Grant["role"], storeId: string | null = null) => ({
    role,
    brandId: place.grocer,
    storeId,
  });

  test("are replaced and hold from the next request on", async () => {
    const stores = async () => (await office.ask(listPlaces, {}, manager)).stores.length;
    expect(await stores()).toBe(1);
    await change(personOf("store-manager"), [at("regional")]);
    expect(await stores()).toBe(2);
    expect(await office.ask(showConsoleMe, {}, manager)).toMatchObject({
      role: "regional",
      storeIds: null,
    });
    await change(personOf("store-manager"), [at("cashier", place.station)]);
    await expect(stores()).rejects.toMatchObject({ code: "signed-out" });
  });

  test("named twice are one; none at all leaves a person without a place", async () => {
    const twice = at("cashier", place.station);
    await change(personOf("cashier"), [twice, twice, at("cashier", place.riverside)]);
    const grants = async () =>
      (await listed(admin)).find((s) => s.id === personOf("cashier"))?.grants;
    expect(await grants()).toHaveLength(2);
    await change(personOf("cashier"), []);
    expect(await grants()).toEqual([]);
  });

  test("a manager moves nobody out of the own reach, lifts nobody, and not themselves", async () => {
    const cashier = personOf("cashier");
    for (
      const [grants, code] of [
        [[at("cashier", place.station)], "not-found"],
        [[at("store-manager", place.riverside)], "not-allowed"],
        [[at("cashier")], "not-found"],
      ] as const
    ) {
      await expect(change(cashier, [...grants], manager)).rejects.toMatchObject({ code });
    }
    await expect(change(personOf("store-manager"), [], manager)).rejects.toMatchObject({
      code: "not-allowed",
    });
    await expect(change(personOf("hq-admin"), [], admin)).rejects.toMatchObject({
      code: "not-allowed",
    });
  });
});

describe("a lost authenticator", () => {
  const reset = (staff: string, as = admin, key = newKey()) =>
    office.ask(resetStaffSignIn, {
      params: { staff },
      body: { password: "another long password" },
      key,
    }, as);
  const code = (uri: string) => {
    const secret = Secret.fromBase32(new URL(uri).searchParams.get("secret")!);
    return new TOTP({ secret }).generate({ timestamp: office.clock.now });
  };
  const signIn = (password: string, totp: string) =>
    office.ask(
      signInConsole,
      { body: { login: "store-manager", password, totp } },
      { client: "console" },
    );

  test("is replaced with the password; what the old ones opened is closed", async () => {
    const key = newKey();
    office.clock.now += 1;
    const { totpUri } = await reset(personOf("store-manager"), admin, key);
    office.clock.now += 1;
    expect(await reset(personOf("store-manager"), admin, key)).toEqual({ totpUri });
    await expect(office.ask(showConsoleMe, {}, manager)).rejects.toMatchObject({
      code: "signed-out",
    });
    await expect(signIn(password, code(totpUri))).rejects.toMatchObject({ code: "sign-in-wrong" });
    await expect(signIn("another long password", code(totpUri))).resolves.toMatchObject({
      role: "store-manager",
    });
  });

  test("nobody resets their own, nor a manager somebody above", async () => {
    await expect(reset(personOf("hq-admin"))).rejects.toMatchObject({ code: "not-allowed" });
    await expect(reset(personOf("regional"), manager)).rejects.toMatchObject({
      code: "not-found",
    });
  });
});
