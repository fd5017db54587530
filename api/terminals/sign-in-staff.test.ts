import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { changeStaffState, setStaffPin } from "../../shared/console/endpoints.ts";
import { listTasks } from "../../shared/offline/endpoints.ts";
import { WORKING_HEADER } from "../../shared/terminals/terminal-proof.ts";
import { showTerminal, signInStaff, signOutStaff } from "../../shared/terminals/endpoints.ts";
import { type Office, openOffice, personOf, pin, place } from "../console/test-office.ts";
import type { Caller } from "../test-house.ts";
import { pairTerminal } from "./test-terminal.ts";

let office: Office;
let manager: Caller;
let counter: Caller;
beforeEach(async () => {
  office = await openOffice();
  manager = await office.as(personOf("store-manager"));
  counter = await pairTerminal(office, "counter", place.riverside, manager);
});
afterEach(() => office.close());

const cashier = personOf("cashier");
const signIn = (as = counter, staffId = cashier, given = pin) =>
  office.ask(signInStaff, { body: { staffId, pin: given } }, as);
const signedIn = async (as = counter) => (await office.ask(showTerminal, {}, as)).signedIn;

describe("staff at the counter", () => {
  test("sign in with their PIN and out again", async () => {
    expect(await signIn()).toEqual({
      staff: { id: cashier, name: "职员cashier", role: "cashier" },
      expiresAt: office.clock.now + 12 * 3_600_000,
    });
    expect(await signedIn()).toMatchObject({ id: cashier, role: "cashier" });
    await office.ask(signOutStaff, {}, counter);
    expect(await signedIn()).toBeNull();
  });

  test("the next one takes over; the cookie of the one before is worth nothing", async () => {
    await signIn();
    const before: Caller = { ...counter, cookies: new Map(counter.cookies) };
    await signIn(counter, personOf("store-manager"));
    expect(await signedIn()).toMatchObject({ role: "store-manager" });
    expect(await signedIn(before)).toBeNull();
  });

  test("the session of the one before ends nobody else's", async () => {
    await signIn();
    const before: Caller = { ...counter, cookies: new Map(counter.cookies) };
    await signIn(counter, personOf("store-manager"));
    await office.ask(signOutStaff, {}, before);
    expect(await signedIn()).toMatchObject({ role: "store-manager" });
  });

  test("a session serves nobody but its owner, whoever the screen says is working", async () => {
    await signIn();
    const saying = (who: string): Caller => ({
      ...counter,
      headers: { [WORKING_HEADER]: who },
    });
    expect(await signedIn(saying(cashier))).toMatchObject({ id: cashier });
    expect(await signedIn(saying(personOf("store-manager")))).toBeNull();
    await expect(office.ask(listTasks, {}, saying(personOf("store-manager")))).rejects
      .toMatchObject({ code: "signed-out" });
    await office.ask(signOutStaff, {}, saying(personOf("store-manager")));
    expect(await signedIn()).toMatchObject({ id: cashier });
  });

  test("the cookie serves on this terminal only", async () => {
    await signIn();
    const other = await pairTerminal(office, "counter", place.riverside, manager);
    expect(await signedIn({ ...other, cookies: counter.cookies! })).toBeNull();
  });

  test("five wrong PINs lock for fifteen minutes, on this terminal", async () => {
    for (const triesLeft of [4, 3, 2, 1]) {
      await expect(signIn(counter, cashier, "9999")).rejects.toMatchObject({
        code: "pin-wrong",
        fields: { triesLeft },
      });
    }
    await expect(signIn(counter, cashier, "9999")).rejects.toMatchObject({ code: "pin-locked" });
    await expect(signIn()).rejects.toMatchObject({
      code: "pin-locked",
      fields: { lockedUntil: office.clock.now + 900_000 },
    });
    await expect(signIn(counter, personOf("store-manager"))).resolves.toBeTruthy();
    office.clock.now += 900_000;
    await expect(signIn()).resolves.toBeTruthy();
  });

  test("fifty guesses at once are five", async () => {
    const all = await Promise.allSettled(
      Array.from({ length: 50 }, (_, i) => signIn(counter, cashier, String(1000 + i))),
    );
    const codes = all.map((a) => a.status === "rejected" ? a.reason.code : "in");
    expect(codes.filter((c) => c === "in")).toHaveLength(0);
    const [row] = await office.house.db.execute(
      "select count from attempt where key like 'staff-pin/%'",
    );
    expect(row?.count).toBe(5);
  });

  test.each([
    ["somebody of another store", place.station, cashier],
    ["the head office", place.riverside, personOf("hq-admin")],
    ["nobody", place.riverside, "stf_nobody"],
  ])("%s has no PIN here", async (_, storeId, staffId) => {
    const admin = await office.as(personOf("hq-admin"));
    const terminal = await pairTerminal(office, "counter", storeId, admin);
    await expect(signIn(terminal, staffId)).rejects.toMatchObject({ code: "pin-wrong" });
  });

  test("not on a kiosk, not without a terminal, not with a stale proof", async () => {
    const kiosk = await pairTerminal(office, "kiosk", place.riverside, manager);
    await expect(signIn(kiosk)).rejects.toMatchObject({ code: "not-allowed" });
    await expect(signIn({ client: "counter" })).rejects.toMatchObject({
      code: "terminal-unknown",
    });
    const stale: Caller = {
      ...counter,
      sign: (...request) => {
        office.clock.now -= 121_000;
        const proof = counter.sign!(...request);
        office.clock.now += 121_000;
        return proof;
      },
    };
    await expect(signIn(stale)).rejects.toMatchObject({ code: "proof-invalid" });
  });

  test.each([
    [
      "disabling",
      () =>
        office.ask(
          changeStaffState,
          { params: { staff: cashier }, body: { state: "disabled" } },
          manager,
        ),
    ],
    [
      "a new PIN",
      () => office.ask(setStaffPin, { params: { staff: cashier }, body: { pin: "8052" } }, manager),
    ],
  ])("%s ends the session at once", async (_, change) => {
    await signIn();
    expect(await signedIn()).not.toBeNull();
    await change();
    expect(await signedIn()).toBeNull();
    await expect(signIn()).rejects.toMatchObject({ code: "pin-wrong" });
  });
});
