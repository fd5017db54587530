import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Limits, Permission } from "../../shared/access.ts";
import {
  addRole,
  addStaff,
  adjustPoints,
  changeRole,
  changeStaffGrants,
  listAudit,
  listRoles,
  retireRole,
  searchMembers,
  setStaffPin,
  showConsoleMe,
} from "../../shared/console/endpoints.ts";
import { showTerminal, signInStaff } from "../../shared/terminals/endpoints.ts";
import type { OwnRoleId } from "../../shared/staff/grant.ts";
import { type Office, openOffice, personOf, pin, place } from "../console/test-office.ts";
import { pairTerminal } from "../terminals/test-terminal.ts";
import { type Caller, newKey } from "../test-house.ts";

let office: Office;
let admin: Caller;
beforeEach(async () => {
  office = await openOffice();
  admin = await office.as(personOf("hq-admin"));
});
afterEach(() => office.close());

const none: Limits = { adjustment: 0, adjustmentDay: 0, adjustmentApprove: 0, refundFen: 0 };
const desk: Permission[] = ["console.enter", "member.look-up", "place.read"];

const add = async (
  permissions: Permission[] = desk,
  { as = admin, limits = none, nameZh = "会员专员", brandId = place.grocer } = {},
) =>
  (await office.ask(addRole, {
    body: { brandId, nameZh, nameEn: "Member desk", permissions, limits },
    key: newKey(),
  }, as)).roleId;
const change = (
  role: string,
  permissions: Permission[],
  { as = admin, revision = 1, limits = none } = {},
) =>
  office.ask(changeRole, {
    params: { role },
    body: { revision, nameZh: "会员专员", nameEn: "Member desk", permissions, limits },
  }, as);

/** Gives the marketing person this role instead. */
const give = (role: OwnRoleId, storeId: string | null = null, as = admin, to = "hq-marketing") =>
  office.ask(changeStaffGrants, {
    params: { staff: personOf(to as "hq-marketing") },
    body: { grants: [{ role, brandId: place.grocer, storeId }] },
  }, as);
const search = (as: Caller) => office.ask(searchMembers, { body: { text: "" } }, as);

describe("a role of one's own", () => {
  test("lets its people do what it says, from their next request on", async () => {
    const person = await office.as(personOf("hq-marketing"));
    const role = await add();
    await give(role);
    expect(await office.ask(showConsoleMe, {}, person)).toMatchObject({
      role: "own",
      ownRole: { id: role, nameZh: "会员专员" },
      permissions: [...desk].sort(),
      brandIds: [place.grocer],
    });
    await search(person);
    await change(role, ["console.enter", "place.read"]);
    await expect(search(person)).rejects.toMatchObject({ code: "not-allowed" });
    await change(role, desk, { revision: 2 });
    await search(person);
    expect((await office.ask(listRoles, {}, admin)).roles).toMatchObject([
      { id: role, people: 1, revision: 3 },
    ]);
  });

  test("carries its own limits", async () => {
    const person = await office.as(personOf("hq-marketing"));
    const limits = { ...none, adjustment: 50, adjustmentDay: 80 };
    await give(await add([...desk, "member.adjust"], { limits }));
    const { memberId } = await office.member({ phone: "13812348000", points: 10 });
    const adjust = (points: number) =>
      office.ask(adjustPoints, {
        params: { member: memberId },
        body: { points, reason: "活动补分" },
        key: newKey(),
      }, person);
    expect((await adjust(50)).journalId).not.toBeNull();
    expect((await adjust(51)).approvalId).not.toBeNull();
    expect((await adjust(31)).approvalId).not.toBeNull();
    expect((await adjust(30)).journalId).not.toBeNull();
  });

  test("works at a counter of its store when it may use the terminal", async () => {
    const counter: Permission[] = ["terminal.self", "sale.record", "scan.open"];
    const role = await add(counter, { nameZh: "兼职收银" });
    await give(role, place.riverside, admin, "cashier");
    const till = await pairTerminal(office, "counter", place.riverside, admin);
    const { staff } = await office.ask(showTerminal, {}, till);
    expect(staff.find((s) => s.id === personOf("cashier"))).toMatchObject({ role: "own" });
    const caller = till;
    await office.ask(signInStaff, { body: { staffId: personOf("cashier"), pin } }, caller);
    expect((await office.ask(showTerminal, {}, caller)).signedIn).toMatchObject({ role: "own" });
  });

  test("is retired when nobody holds it, and then gives nothing", async () => {
    const role = await add();
    await give(role);
    await expect(office.ask(retireRole, { params: { role } }, admin)).rejects.toMatchObject({
      code: "role-held",
      fields: { people: 1 },
    });
    const other = await add(desk, { nameZh: "另一个" });
    await give(other);
    await office.ask(retireRole, { params: { role } }, admin);
    await expect(give(role)).rejects.toMatchObject({ code: "not-found" });
    // The name is free again.
    await add();
  });

  test("stands in the log with what it was and is", async () => {
    const role = await add();
    office.clock.now += 1_000;
    await change(role, ["console.enter"]);
    const rows = (await office.ask(listAudit, { query: {} }, admin)).rows
      .filter((r) => r.subject === role);
    expect(rows.map((r) => r.action)).toEqual(["role.changed", "role.added"]);
    expect(JSON.parse(rows[0]!.before!).permissions).toEqual([...desk].sort());
    expect(JSON.parse(rows[0]!.after!).permissions).toEqual(["console.enter"]);
  });
});

describe("refused", () => {
  test("a role with more than the person who makes it could give", async () => {
    const boss: Permission[] = [...desk, "role.manage", "staff.manage", "role.read"];
    await give(await add(boss, { nameZh: "区域主管" }));
    const person = await office.as(personOf("hq-marketing"));
    await add(desk, { as: person, nameZh: "可以" });
    const refused = { code: "not-allowed" };
    await expect(add([...desk, "key.manage"], { as: person, nameZh: "不行" }))
      .rejects.toMatchObject(refused);
    await expect(add(desk, { as: person, nameZh: "不行", limits: { ...none, adjustment: 1 } }))
      .rejects.toMatchObject(refused);
    // What somebody else can do is not theirs to take away or widen.
    const strong = await add([...desk, "programme.publish"], { nameZh: "规则专员" });
    await expect(change(strong, desk, { as: person })).rejects.toMatchObject(refused);
    await expect(give(strong, null, person, "regional")).rejects.toMatchObject(refused);
  });

  test("changing the role one works in", async () => {
    const boss: Permission[] = [...desk, "role.manage", "role.read"];
    const role = await add(boss, { nameZh: "区域主管" });
    await give(role);
    const person = await office.as(personOf("hq-marketing"));
    await expect(change(role, boss, { as: person })).rejects.toMatchObject({ code: "not-allowed" });
    await expect(office.ask(retireRole, { params: { role } }, person))
      .rejects.toMatchObject({ code: "not-allowed" });
  });

  test("at another brand, for the whole house, taken names, an old revision", async () => {
    const role = await add();
    const grant = (brandId: string | null) =>
      office.ask(changeStaffGrants, {
        params: { staff: personOf("hq-marketing") },
        body: { grants: [{ role, brandId, storeId: null }] },
      }, admin);
    await expect(grant(place.baker)).rejects.toMatchObject({ code: "not-found" });
    await expect(grant(null)).rejects.toMatchObject({ code: "not-found" });
    await expect(add()).rejects.toMatchObject({ code: "name-taken", fields: { field: "nameZh" } });
    await change(role, desk);
    await expect(change(role, desk)).rejects.toMatchObject({ code: "changed-meanwhile" });
  });

  test("two changes at once keep one", async () => {
    const role = await add();
    const both = await Promise.allSettled([change(role, desk), change(role, ["console.enter"])]);
    expect(both.filter((b) => b.status === "fulfilled")).toHaveLength(1);
  });

  test("a manager gives an own role only if it is no more than a cashier's", async () => {
    const manager = await office.as(personOf("store-manager"));
    const small = await add(["terminal.self", "sale.record"], { nameZh: "兼职收银" });
    const large = await add(["terminal.self", "sale.find", "member.reveal"], { nameZh: "客服" });
    const body = (role: OwnRoleId, login: string) => ({
      login,
      name: "小李",
      grant: { role, brandId: place.grocer, storeId: place.riverside },
    });
    await office.ask(addStaff, { body: body(small, "xiao.li"), key: newKey() }, manager);
    await expect(office.ask(addStaff, { body: body(large, "xiao.ma"), key: newKey() }, manager))
      .rejects.toMatchObject({ code: "not-allowed" });
    await office.ask(setStaffPin, {
      params: { staff: personOf("cashier") },
      body: { pin: "8052" },
    }, manager);
  });
});
