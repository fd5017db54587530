import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  adjustPoints,
  changeMember,
  changeMemberPhone,
  explainMemberEntry,
  listAudit,
  revealPhone,
  searchMembers,
  showMember,
  showMemberHistory,
} from "../../shared/console/endpoints.ts";
import { showMe } from "../../shared/members/endpoints.ts";
import { startSession } from "../access/session.ts";
import { nobody, openDesk } from "../desk.ts";
import { insertDevice } from "../members/devices.ts";
import { verifyLedger } from "../points/verify.ts";
import { type Caller, newKey } from "../test-house.ts";
import { type Office, openOffice, personOf, place } from "./test-office.ts";

let office: Office;
let manager: Caller;
let memberId: string;
let accountId: string;
beforeEach(async () => {
  office = await openOffice();
  manager = await office.as(personOf("store-manager"));
  ({ memberId, accountId } = await office.member({ phone: "13812348000", points: 120 }));
});
afterEach(() => office.close());

const params = () => ({ member: memberId });
const show = (as = manager) => office.ask(showMember, { params: params() }, as);
const reveal = (as = manager, reason = "顾客来电核对") =>
  office.ask(revealPhone, { params: params(), body: { reason } }, as);
const logged = async (action: string) =>
  (await office.ask(listAudit, { query: {} }, await office.as(personOf("hq-admin")))).rows
    .filter((r) => r.action === action);

/** A phone on which the member is signed in. */
const signedInPhone = async (): Promise<Caller> => {
  const desk = openDesk(office.house, nobody);
  const deviceId = desk.id("device");
  const session = startSession(desk, { kind: "member", subjectId: memberId, deviceId });
  await office.house.db.write([
    insertDevice.row({
      id: deviceId,
      member_id: memberId,
      label: "华为 Mate 60",
      created_at: desk.now,
      seen_at: desk.now,
    }),
    session.write,
  ]);
  return { client: "pwa", cookies: new Map([["jifu-member", session.token]]) };
};

describe("a member in the console", () => {
  test("the year of birth is seen by those alone who may see full details", async () => {
    const body = { birthday: { on: "1988-05-20", calendar: "solar" as const }, reason: "来店核对" };
    await office.ask(changeMember, { params: params(), body }, manager);
    expect((await show()).birthday).toBe("1988-05-20");
    const [marketing, auditor] = [
      await office.as(personOf("hq-marketing")),
      await office.as(personOf("auditor")),
    ];
    for (const as of [marketing, auditor]) expect((await show(as)).birthday).toBe("0000-05-20");
    const { rows } = await office.ask(listAudit, { query: {} }, auditor);
    const changed = rows.find((row) => row.action === "member.changed");
    expect(changed?.after).toContain("0000-05-20");
  });

  test("is shown masked, with points, lots and devices", async () => {
    await signedInPhone();
    const page = await show();
    expect(page).toMatchObject({
      id: memberId,
      nameMasked: "陈**",
      phoneMasked: "138****8000",
      source: "counter",
      points: { spendable: 120, debt: 0 },
      lots: [{ remaining: 120, lapsesAt: null }],
      cards: [],
      devices: [{ label: "华为 Mate 60" }],
    });
    expect(JSON.stringify(page)).not.toMatch(/13812348000|小满/);
  });

  test("history and each entry opened; another member's entry is not found", async () => {
    const { rows } = await office.ask(showMemberHistory, { params: params(), query: {} }, manager);
    expect(rows).toMatchObject([{ kind: "accrual", amount: 120, title: "时令蔬菜" }]);
    const journal = rows[0]!.journalId;
    const opened = { params: { ...params(), journal } };
    expect(await office.ask(explainMemberEntry, opened, manager)).toMatchObject({
      amount: 120,
      lots: [{ amount: 120 }],
    });
    const other = await office.member({ phone: "13700000000" });
    await expect(
      office.ask(explainMemberEntry, { params: { member: other.memberId, journal } }, manager),
    ).rejects.toMatchObject({ code: "not-found" });
  });

  test("is revealed with a reason that stays in the log", async () => {
    expect(await reveal()).toEqual({ name: "陈小满", phone: "13812348000" });
    expect(await logged("member.revealed")).toMatchObject([{
      actorName: "职员store-manager",
      subject: memberId,
      after: '{"reason":"顾客来电核对"}',
    }]);
  });

  test("sixty reveals an hour, and none without its log entry", async () => {
    const all = await Promise.allSettled(Array.from({ length: 61 }, () => reveal()));
    expect(all.filter((r) => r.status === "fulfilled")).toHaveLength(60);
    const [row] = await office.house.db.execute(
      "select count(*) as n from audit_log where action = 'member.revealed'",
    );
    expect(row?.n).toBe(60);
  });
});

describe("correcting a phone", () => {
  const change = (phone: string) =>
    office.ask(changeMemberPhone, { params: params(), body: { phone, reason: "换号" } }, manager);

  test("finds the member under the new one and signs every phone out", async () => {
    const phone = await signedInPhone();
    await office.ask(showMe, {}, phone);
    await change("13955556666");
    await expect(office.ask(showMe, {}, phone)).rejects.toMatchObject({ code: "signed-out" });
    const found = async (text: string) =>
      (await office.ask(searchMembers, { body: { text } }, manager)).members.map((m) => m.id);
    expect(await found("13955556666")).toEqual([memberId]);
    expect(await found("13812348000")).toEqual([]);
    expect(await found("6666")).toEqual([memberId]);
    expect((await show()).devices).toEqual([]);
    expect((await reveal()).phone).toBe("13955556666");
    const [note] = await logged("member.phone-changed");
    expect(note).toMatchObject({
      before: '{"phone":"138****8000"}',
      after: '{"phone":"139****6666","reason":"换号"}',
    });
  });

  test("refuses the number of another member, also of two that ask at once", async () => {
    const other = await office.member({ phone: "13700000000" });
    await expect(change("13700000000")).rejects.toMatchObject({ code: "member-exists" });
    const two = await Promise.allSettled([
      change("13911112222"),
      office.ask(changeMemberPhone, {
        params: { member: other.memberId },
        body: { phone: "13911112222", reason: "换号" },
      }, manager),
    ]);
    expect(two.filter((t) => t.status === "fulfilled")).toHaveLength(1);
  });
});

describe("points by hand", () => {
  const adjust = (points: number, as = manager, key = newKey()) =>
    office.ask(adjustPoints, { params: params(), body: { points, reason: "活动补分" }, key }, as);
  const sound = async () =>
    expect((await verifyLedger(office.house.db, office.clock.now)).findings).toEqual([]);

  test("are added and deducted with a reason in ledger, history and log", async () => {
    const added = await adjust(80);
    expect(added.points).toEqual((await show()).points);
    expect(added.points.spendable).toBe(200);
    expect((await adjust(-150)).points.spendable).toBe(50);
    const { rows } = await office.ask(showMemberHistory, { params: params(), query: {} }, manager);
    expect(rows.slice(0, 2)).toMatchObject([
      { kind: "adjustment", amount: -150, title: "活动补分" },
      { kind: "adjustment", amount: 80, title: "活动补分" },
    ]);
    expect((await logged("points.adjusted")).map((l) => JSON.parse(l.after!).points).sort())
      .toEqual([-150, 80]);
    const made = await office.house.db.execute("select points, reason, staff_id from adjustment");
    expect(made).toHaveLength(2);
    await sound();
  });

  test("the same key books once, another input with it is refused", async () => {
    const key = newKey();
    const answers = await Promise.all([adjust(10, manager, key), adjust(10, manager, key)]);
    expect(answers[0]).toEqual(answers[1]);
    expect((await show()).points.spendable).toBe(130);
    await expect(adjust(20, manager, key)).rejects.toMatchObject({ code: "key-reused" });
  });

  test.each(
    [
      [0, "store-manager", "amount-invalid", {}],
      [1_000_001, "hq-finance", "over-limit", { limit: 1_000_000 }],
      [-5001, "store-manager", "points-short", { spendable: 120, needed: 5001 }],
      [-121, "store-manager", "points-short", { spendable: 120, needed: 121 }],
    ] as const,
  )("%i by %s: %s", async (points, role, code, fields) => {
    await expect(adjust(points, await office.as(personOf(role)))).rejects.toMatchObject({
      code,
      fields,
    });
    expect((await show()).points.spendable).toBe(120);
  });

  test("twenty deductions at once take no more than there is", async () => {
    const all = await Promise.allSettled(Array.from({ length: 20 }, () => adjust(-50)));
    expect(all.filter((a) => a.status === "fulfilled")).toHaveLength(2);
    expect((await show()).points.spendable).toBe(20);
    await sound();
  });

  test("what is added pays a debt first", async () => {
    await office.house.db.execute(
      "update account set balance = 30 where id = ?",
      [`${accountId}.points-debt`],
    );
    const { points } = await adjust(80);
    expect(points).toMatchObject({ spendable: 170, debt: 0 });
    const { rows } = await office.ask(showMemberHistory, { params: params(), query: {} }, manager);
    expect(rows.slice(0, 2).map((r) => r.amount).sort()).toEqual([-30, 80]);
  });
});

describe("another brand's member", () => {
  test("is not there", async () => {
    const gone = { code: "not-found" };
    ({ memberId } = await office.member({ brandId: place.baker, phone: "13800000001" }));
    await expect(show()).rejects.toMatchObject(gone);
    await expect(reveal()).rejects.toMatchObject(gone);
    expect((await show(await office.as(personOf("hq-admin")))).brandId).toBe(place.baker);
  });
});
