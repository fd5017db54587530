import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { allowSpending } from "../../shared/cards/endpoints.ts";
import {
  adjustPoints,
  changeParameters,
  listApprovals,
  listAudit,
  showParameters,
} from "../../shared/console/endpoints.ts";
import { askMemberCode, showMe } from "../../shared/members/endpoints.ts";
import {
  defaultParameters,
  type Parameters,
  readParameters,
} from "../../shared/parameters/parameters.ts";
import { showTerminal, signInStaff } from "../../shared/terminals/endpoints.ts";
import { startSession } from "../access/session.ts";
import { type Office, openOffice, personOf, place } from "../console/test-office.ts";
import { nobody, openDesk } from "../desk.ts";
import { insertDevice } from "../members/devices.ts";
import { queueMessage } from "../push/queue-message.ts";
import { pairTerminal } from "../terminals/test-terminal.ts";
import { type Caller, newKey } from "../test-house.ts";

let office: Office;
let admin: Caller;
beforeEach(async () => {
  office = await openOffice();
  admin = await office.as(personOf("hq-admin"));
});
afterEach(() => office.close());

const show = (brandId = place.grocer, as = admin) =>
  office.ask(showParameters, { query: { brandId } }, as);
const change = async (part: Partial<Parameters>, brandId = place.grocer) => {
  const { parameters, revision } = await show(brandId);
  const body = { brandId, revision, parameters: { ...parameters, ...part } };
  return await office.ask(changeParameters, { body }, admin);
};

describe("the parameters of a brand", () => {
  test("start as the defaults, are changed brand by brand, and tell the log what changed", async () => {
    expect(await show()).toEqual({
      parameters: defaultParameters,
      revision: 0,
      changedAt: null,
    });
    await change({ returnWindowDays: 30, pointsNameZh: "福分" });
    expect((await show()).parameters).toMatchObject({ returnWindowDays: 30, pointsNameZh: "福分" });
    expect((await show(place.baker)).parameters).toEqual(defaultParameters);
    const { rows } = await office.ask(listAudit, { query: {} }, admin);
    const told = rows.find((row) => row.action === "parameters.changed")!;
    expect(told.subject).toBe(place.grocer);
    expect(JSON.parse(told.before!)).toEqual({ returnWindowDays: null, pointsNameZh: "积分" });
    expect(JSON.parse(told.after!)).toEqual({ returnWindowDays: 30, pointsNameZh: "福分" });
  });

  test("nothing changed is nothing written", async () => {
    await change({});
    expect((await show()).revision).toBe(0);
  });

  test("of two editors the second is told", async () => {
    const body = (days: number) => ({
      brandId: place.grocer,
      revision: 0,
      parameters: { ...defaultParameters, returnWindowDays: days },
    });
    const both = await Promise.allSettled(
      [7, 15].map((days) => office.ask(changeParameters, { body: body(days) }, admin)),
    );
    expect(both.filter((b) => b.status === "fulfilled")).toHaveLength(1);
    await expect(office.ask(changeParameters, { body: body(20) }, admin)).rejects.toMatchObject({
      code: "changed-meanwhile",
    });
  });

  test.each<[string, Partial<Parameters>]>([
    ["a PIN tried forever", { pinTries: 6 }],
    ["a lock of a minute", { pinLockMinutes: 1 }],
    ["a code tried ten times", { codeTries: 10 }],
    ["a kiosk that never asks", { kioskIdleSeconds: 3_600 }],
    ["a name of control characters", { pointsNameZh: "积\u202e分" }],
  ])("%s is refused", async (_, part) => {
    await expect(change(part)).rejects.toMatchObject({ code: "input-invalid" });
  });

  test("one that no longer holds falls back to its default", () => {
    const kept = JSON.stringify({
      ...defaultParameters,
      pinTries: 99,
      returnWindowDays: 8,
      old: 1,
    });
    expect(readParameters(kept)).toEqual({ ...defaultParameters, returnWindowDays: 8 });
    expect(readParameters(null)).toEqual(defaultParameters);
  });
});

describe("they act", () => {
  test("pinTries and pinLockMinutes: how often a PIN may be wrong", async () => {
    await change({ pinTries: 3, pinLockMinutes: 60 });
    const till = await pairTerminal(office, "counter", place.riverside, admin);
    const wrong = () =>
      office.ask(signInStaff, { body: { staffId: personOf("cashier"), pin: "9999" } }, till)
        .catch((e) => e);
    expect(await wrong()).toMatchObject({ code: "pin-wrong", fields: { triesLeft: 2 } });
    await wrong();
    const locked = await wrong();
    expect(locked).toMatchObject({
      code: "pin-locked",
      fields: { lockedUntil: office.clock.now + 3_600_000 },
    });
    expect(allowSpending.problems).toContain("pin-locked");
  });

  test("codeTries: how often a one-time code may be wrong", async () => {
    await change({ codeTries: 3 });
    const body = { brandId: place.grocer, phone: "13812340001", language: "zh-CN" } as const;
    await office.ask(askMemberCode, { body }, { client: "pwa" });
    const [row] = await office.house.db.execute("select tries_left from one_time_code");
    expect(row?.tries_left).toBe(3);
  });

  test("kioskIdleSeconds and counterLockMinutes: how long a terminal waits", async () => {
    await change({ kioskIdleSeconds: 90, counterLockMinutes: 5 });
    const idle = async (kind: "kiosk" | "counter") => {
      const terminal = await pairTerminal(office, kind, place.riverside, admin);
      return (await office.ask(showTerminal, {}, terminal)).idleSeconds;
    };
    expect(await idle("kiosk")).toBe(90);
    expect(await idle("counter")).toBe(300);
  });

  test("adjustmentAloneMax and approvalDays: who waits for a second person, and how long", async () => {
    await change({ adjustmentAloneMax: 10, approvalDays: 3 });
    const { memberId } = await office.member({ points: 5 });
    await office.ask(adjustPoints, {
      params: { member: memberId },
      body: { points: 11, reason: "补分" },
      key: newKey(),
    }, admin);
    const { approvals } = await office.ask(listApprovals, { query: {} }, admin);
    expect(approvals).toMatchObject([{ expiresAt: office.clock.now + 3 * 86_400_000 }]);
  });

  test("messagesOff: what the brand does not send", async () => {
    const { memberId } = await office.member({ phone: "13812340002" });
    await office.house.db.execute(
      "insert into push_subscription values ('sub_1', ?, null, 'https://push.example/1', 'p', 'a', 0, null, 0)",
      [memberId],
    );
    const send = async () => {
      const desk = openDesk(office.house, nobody);
      const fields = { points: 1, balance: 2, reason: "补分" };
      const message = { memberId, fields, language: "zh-CN" as const, expiresAt: desk.now + 1_000 };
      await office.house.db.write([
        queueMessage(desk, { channel: "push", kind: "adjustment", ...message }),
      ]);
      const [row] = await office.house.db.execute("select count(*) as n from message");
      return Number(row?.n);
    };
    expect(await send()).toBe(1);
    await change({ messagesOff: ["points"] });
    office.clock.now += 1_000;
    expect(await send()).toBe(1);
    await change({ messagesOff: ["offers"] });
    expect(await send()).toBe(2);
  });

  test("pointsName: what the phone calls them", async () => {
    await change({ pointsNameZh: "福分", pointsNameEn: "blessings" });
    const { memberId } = await office.member({ phone: "13812340003" });
    const desk = openDesk(office.house, nobody);
    const deviceId = desk.id("device");
    const session = startSession(desk, { kind: "member", subjectId: memberId, deviceId });
    const device = { id: deviceId, member_id: memberId, label: "手机" };
    await office.house.db.write([
      insertDevice.row({ ...device, created_at: desk.now, seen_at: desk.now }),
      session.write,
    ]);
    const phone: Caller = { client: "pwa", cookies: new Map([["jifu-member", session.token]]) };
    expect((await office.ask(showMe, {}, phone)).member).toMatchObject({
      pointsNameZh: "福分",
      pointsNameEn: "blessings",
    });
  });
});
