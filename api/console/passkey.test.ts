import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  changeStaffState,
  keepPasskey,
  offerPasskey,
  resetStaffSignIn,
  showConsoleMe,
  signInPasskey,
  startPasskey,
} from "../../shared/console/endpoints.ts";
import { type Caller, newKey } from "../test-house.ts";
import { type Office, openOffice, personOf } from "./test-office.ts";
import { makePasskey } from "./test-passkey.ts";

let office: Office;
let manager: Caller;
beforeEach(async () => {
  office = await openOffice();
  manager = await office.as(personOf("store-manager"));
});
afterEach(() => office.close());

const add = async (passkey: ReturnType<typeof makePasskey>, as = manager) => {
  const { challengeId, options } = await office.ask(startPasskey, {}, as);
  const body = { challengeId, label: "办公室电脑", response: passkey.create(options) };
  await office.ask(keepPasskey, { body }, as);
  return body;
};
const offer = () => office.ask(offerPasskey, {}, { client: "console" });
const signIn = (
  challengeId: string,
  response: Record<string, unknown>,
  as: Caller = { client: "console" },
) => office.ask(signInPasskey, { body: { challengeId, response } }, as);
const wrong = { code: "sign-in-wrong" };

describe("passkeys", () => {
  test("one is added and opens the console without a login", async () => {
    const passkey = makePasskey("manager-laptop");
    await add(passkey);
    const browser: Caller = { client: "console" };
    const { challengeId, options } = await offer();
    expect(options).toMatchObject({ rpId: "localhost", userVerification: "required" });
    expect(options.allowCredentials ?? []).toEqual([]);
    const me = await signIn(challengeId, passkey.get(options), browser);
    expect(me).toMatchObject({ staffId: personOf("store-manager"), hasPasskey: true });
    expect(await office.ask(showConsoleMe, {}, browser)).toEqual(me);
  });

  test("a challenge serves once, also at the same moment, and for five minutes", async () => {
    const passkey = makePasskey("manager-laptop");
    await add(passkey);
    const { challengeId, options } = await offer();
    const response = passkey.get(options);
    const all = await Promise.allSettled(
      Array.from({ length: 9 }, () => signIn(challengeId, response)),
    );
    expect(all.filter((a) => a.status === "fulfilled")).toHaveLength(1);
    await expect(signIn(challengeId, response)).rejects.toMatchObject(wrong);
    office.clock.now += 60_000;
    const late = await offer();
    office.clock.now += 300_000;
    await expect(signIn(late.challengeId, passkey.get(late.options))).rejects.toMatchObject(wrong);
  });

  test("a response for another challenge, another site or without verification is wrong", async () => {
    const passkey = makePasskey("manager-laptop");
    await add(passkey);
    const [a, b] = [await offer(), await offer()];
    await expect(signIn(a.challengeId, passkey.get(b.options))).rejects.toMatchObject(wrong);
    const elsewhere = makePasskey("manager-laptop", "https://jifu.evil.example");
    await expect(signIn(a.challengeId, elsewhere.get(a.options))).rejects.toMatchObject(wrong);
    await expect(signIn(a.challengeId, passkey.get(a.options, false))).rejects.toMatchObject(wrong);
    await expect(signIn(a.challengeId, { id: "manager-laptop" })).rejects.toMatchObject(wrong);
    await expect(signIn(a.challengeId, {})).rejects.toMatchObject(wrong);
    await expect(signIn("no-such-challenge", passkey.get(a.options))).rejects.toMatchObject(wrong);
    await expect(signIn(a.challengeId, passkey.get(a.options))).resolves.toBeTruthy();
  });

  test("a counter that does not grow gives a copied key away", async () => {
    const passkey = makePasskey("manager-laptop");
    await add(passkey);
    const first = await offer();
    await signIn(first.challengeId, passkey.get(first.options));
    passkey.rewind();
    const second = await offer();
    await expect(signIn(second.challengeId, passkey.get(second.options)))
      .rejects.toMatchObject(wrong);
  });

  test("what one person asked for, another cannot keep, nor twice", async () => {
    const passkey = makePasskey("manager-laptop");
    const admin = await office.as(personOf("hq-admin"));
    const { challengeId, options } = await office.ask(startPasskey, {}, manager);
    const body = { challengeId, label: "x", response: passkey.create(options) };
    await expect(office.ask(keepPasskey, { body }, admin)).rejects.toMatchObject(wrong);
    await office.ask(keepPasskey, { body }, manager);
    await expect(office.ask(keepPasskey, { body }, manager)).rejects.toMatchObject(wrong);
    // A challenge for adding is none for signing in.
    const other = await office.ask(startPasskey, {}, manager);
    await expect(signIn(other.challengeId, passkey.get(other.options)))
      .rejects.toMatchObject(wrong);
  });

  test("is gone once the person's sign-in was replaced", async () => {
    const passkey = makePasskey("manager-laptop");
    await add(passkey);
    await office.ask(resetStaffSignIn, {
      params: { staff: personOf("store-manager") },
      body: { password: "another long password" },
      key: newKey(),
    }, await office.as(personOf("hq-admin")));
    const { challengeId, options } = await offer();
    await expect(signIn(challengeId, passkey.get(options))).rejects.toMatchObject(wrong);
  });

  test("of somebody disabled it opens nothing", async () => {
    const passkey = makePasskey("manager-laptop");
    await add(passkey);
    const { challengeId, options } = await offer();
    await office.ask(changeStaffState, {
      params: { staff: personOf("store-manager") },
      body: { state: "disabled" },
    }, await office.as(personOf("hq-admin")));
    await expect(signIn(challengeId, passkey.get(options))).rejects.toMatchObject(wrong);
  });
});
