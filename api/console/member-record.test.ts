import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  adjustPoints,
  changeMember,
  changeOwnPassword,
  searchMembers,
  showConsoleMe,
  showMember,
  showMemberRecord,
  signInConsole,
} from "../../shared/console/endpoints.ts";
import { firstTotpSecret, totpCode } from "../staff/totp.ts";
import { type Caller, newKey } from "../test-house.ts";
import { type Office, openOffice, password, personOf, place } from "./test-office.ts";

let office: Office;
let manager: Caller;
let memberId: string;
beforeEach(async () => {
  office = await openOffice();
  manager = await office.as(personOf("store-manager"));
  ({ memberId } = await office.member({ phone: "13812348000", points: 120 }));
});
afterEach(() => office.close());

const params = () => ({ member: memberId });

describe("correcting a member", () => {
  const change = (body: Record<string, unknown>, as = manager) =>
    office.ask(changeMember, { params: params(), body: { reason: "登记时写错", ...body } }, as);

  test("changes name and birthday, finds them by the new name, and tells who did it", async () => {
    await change({ name: "沈大满", birthday: { on: "1990-08-15", calendar: "lunar" } });
    expect(await office.ask(showMember, { params: params() }, manager)).toMatchObject({
      nameMasked: "沈**",
      birthday: "1990-08-15",
      birthdayCalendar: "lunar",
    });
    const found = await office.ask(searchMembers, { body: { text: "沈大" } }, manager);
    expect(found.members.map((m) => m.id)).toEqual([memberId]);
    const { changes } = await office.ask(showMemberRecord, { params: params() }, manager);
    expect(changes).toMatchObject([{ action: "member.changed", actorName: "职员store-manager" }]);
    expect(JSON.parse(changes[0]!.before!)).toEqual({ name: "陈**", birthday: null });
    expect(JSON.parse(changes[0]!.after!)).toEqual({
      name: "沈**",
      birthday: "1990-08-15",
      reason: "登记时写错",
    });
  });

  test("what is not given stays; a reason is asked for; another brand's is not there", async () => {
    await change({ birthday: { on: "1990-08-15", calendar: "solar" } });
    await change({ name: "陈小满" });
    expect((await office.ask(showMember, { params: params() }, manager)).birthday)
      .toBe("1990-08-15");
    await change({ birthday: null });
    expect((await office.ask(showMember, { params: params() }, manager)).birthday).toBeNull();
    await expect(change({ name: "某人", reason: "" })).rejects.toMatchObject({
      code: "input-invalid",
    });
    ({ memberId } = await office.member({ brandId: place.baker, phone: "13800000001" }));
    await expect(change({ name: "某人" })).rejects.toMatchObject({ code: "not-found" });
  });
});

test("an adjustment that waits is shown on the page", async () => {
  const body = { points: 8_000, reason: "系统故障补分" };
  const { approvalId } = await office.ask(
    adjustPoints,
    { params: params(), body, key: newKey() },
    manager,
  );
  expect((await office.ask(showMember, { params: params() }, manager)).waiting)
    .toEqual([{ id: approvalId, points: 8_000, askedAt: office.clock.now }]);
});

describe("one's own password", () => {
  const id = personOf("store-manager");
  const signIn = (secret: string) => {
    office.clock.now += 30_000;
    const totp = totpCode(firstTotpSecret(office.house.keys, id), office.clock.now);
    const caller: Caller = { client: "console", cookies: new Map() };
    return office.ask(
      signInConsole,
      { body: { login: "store-manager", password: secret, totp } },
      caller,
    );
  };
  const change = (current: string, next = "a brand new password", as = manager) =>
    office.ask(changeOwnPassword, { body: { current, next } }, as);

  test("is changed by who knows it; other sessions end, this one goes on", async () => {
    const elsewhere = await office.as(id);
    await change(password);
    await expect(office.ask(showConsoleMe, {}, elsewhere)).rejects.toMatchObject({
      code: "signed-out",
    });
    await office.ask(showConsoleMe, {}, manager);
    await expect(signIn(password)).rejects.toMatchObject({ code: "sign-in-wrong" });
    expect((await signIn("a brand new password")).staffId).toBe(id);
  });

  test("is not guessed: five tries, then it is locked", async () => {
    for (let n = 0; n < 4; n++) {
      await expect(change("guess")).rejects.toMatchObject({ code: "sign-in-wrong" });
    }
    await expect(change("guess")).rejects.toMatchObject({ code: "sign-in-locked" });
    await expect(change(password)).rejects.toMatchObject({ code: "sign-in-locked" });
  });

  test("is not short", async () => {
    await expect(change(password, "short")).rejects.toMatchObject({ code: "input-invalid" });
  });
});
