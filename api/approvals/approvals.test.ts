import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  adjustPoints,
  countApprovals,
  decideApproval,
  listApprovals,
  listAudit,
  showMember,
  withdrawApproval,
} from "../../shared/console/endpoints.ts";
import { type Office, openOffice, personOf, place } from "../console/test-office.ts";
import { verifyLedger } from "../points/verify.ts";
import { type Caller, newKey } from "../test-house.ts";

let office: Office;
let manager: Caller;
let finance: Caller;
let admin: Caller;
let memberId: string;
beforeEach(async () => {
  office = await openOffice();
  manager = await office.as(personOf("store-manager"));
  finance = await office.as(personOf("hq-finance"));
  admin = await office.as(personOf("hq-admin"));
  ({ memberId } = await office.member({ phone: "13812348000", points: 120 }));
});
afterEach(() => office.close());

const adjust = (points: number, as = manager, key = newKey()) =>
  office.ask(adjustPoints, {
    params: { member: memberId },
    body: { points, reason: "系统故障补分" },
    key,
  }, as);
const points = async () =>
  (await office.ask(showMember, { params: { member: memberId } }, admin)).points.spendable;
const decide = (
  approval: string,
  as: Caller,
  decision: "approve" | "refuse" = "approve",
  key = newKey(),
) =>
  office.ask(decideApproval, {
    params: { approval },
    body: { decision, reason: "已核对小票" },
    key,
  }, as);
const waiting = async (as: Caller, show: "waiting" | "over" = "waiting") =>
  (await office.ask(listApprovals, { query: { show } }, as)).approvals;
const ask8000 = async () => (await adjust(8_000)).approvalId!;

describe("an adjustment above the limit", () => {
  test("waits, and the second person's yes books it once", async () => {
    const asked = await adjust(8_000);
    expect(asked).toMatchObject({ journalId: null, points: { spendable: 120 } });
    expect(await points()).toBe(120);
    const [row] = await waiting(finance);
    expect(row).toMatchObject({
      id: asked.approvalId,
      kind: "points.adjust",
      subject: memberId,
      amount: 8_000,
      reason: "系统故障补分",
      askedBy: { name: "职员store-manager" },
      state: "waiting",
      verdict: "yes",
    });
    expect(JSON.parse(row!.effect!)).toEqual({
      memberName: "陈**",
      before: 120,
      after: 8_120,
      repaid: 0,
    });
    await decide(asked.approvalId!, finance);
    expect(await points()).toBe(8_120);
    const made = await office.house.db.execute("select staff_id, approval_id from adjustment");
    expect(made.map((m) => ({ ...m }))).toEqual([
      { staff_id: personOf("store-manager"), approval_id: asked.approvalId },
    ]);
    expect((await verifyLedger(office.house.db, office.clock.now)).findings).toEqual([]);
    expect(await waiting(finance)).toEqual([]);
    expect(await waiting(finance, "over")).toMatchObject([
      { state: "approved", decidedBy: { name: "职员hq-finance" }, decision: "已核对小票" },
    ]);
  });

  test("is refused with a reason, and nothing is booked", async () => {
    const approval = await ask8000();
    await decide(approval, finance, "refuse");
    expect(await points()).toBe(120);
    await expect(decide(approval, admin)).rejects.toMatchObject({
      code: "approval-over",
      fields: { state: "refused" },
    });
    await expect(office.ask(decideApproval, {
      params: { approval },
      body: { decision: "refuse", reason: "" },
      key: newKey(),
    }, finance)).rejects.toMatchObject({ code: "input-invalid" });
  });

  test("is not asked for where the points are missing, nor above what anybody approves", async () => {
    await expect(adjust(-8_000)).rejects.toMatchObject({ code: "points-short" });
    await expect(adjust(1_000_001, admin)).rejects.toMatchObject({ code: "over-limit" });
    expect(await waiting(admin)).toEqual([]);
  });

  test("that has become impossible stays waiting and says why", async () => {
    ({ memberId } = await office.member({ phone: "13812348001", points: 9_000 }));
    const { approvalId } = await adjust(-8_000);
    await adjust(-5_000);
    expect(JSON.parse((await waiting(finance))[0]!.effect!)).toMatchObject({ after: null });
    await expect(decide(approvalId!, finance)).rejects.toMatchObject({ code: "points-short" });
    expect(await waiting(finance)).toHaveLength(1);
  });
});

describe("who decides", () => {
  test("never the person who asked, though they could otherwise", async () => {
    const { approvalId } = await adjust(200_000, finance);
    expect((await waiting(finance))[0]!.verdict).toBe("own");
    await expect(decide(approvalId!, finance)).rejects.toMatchObject({ code: "approval-own" });
    await decide(approvalId!, admin);
    expect(await points()).toBe(200_120);
  });

  test("nor one without permission, limit or reach", async () => {
    const { approvalId } = await adjust(200_000, finance);
    for (
      const [role, code] of [
        ["hq-marketing", "not-allowed"],
        ["auditor", "not-allowed"],
        ["store-manager", "over-limit"],
      ] as const
    ) {
      const as = await office.as(personOf(role));
      await expect(decide(approvalId!, as)).rejects.toMatchObject({ code });
    }
    const other = await office.member({ brandId: place.baker, phone: "13900000000" });
    memberId = other.memberId;
    const baker = (await adjust(200_000, admin)).approvalId!;
    await expect(decide(baker, finance)).rejects.toMatchObject({ code: "not-found" });
    expect((await waiting(finance)).map((row) => row.id)).toEqual([approvalId]);
  });

  test("the count tells each person what waits for them", async () => {
    await ask8000();
    const count = async (as: Caller) => (await office.ask(countApprovals, {}, as)).waiting;
    expect(await count(finance)).toBe(1);
    expect(await count(admin)).toBe(1);
    expect(await count(manager)).toBe(0);
    expect(await count(await office.as(personOf("hq-marketing")))).toBe(0);
  });

  test("the database itself refuses the asker, a second end and a late one", async () => {
    const approval = await ask8000();
    const end = (by: string, state: string, at = office.clock.now) =>
      office.house.db.execute(
        "insert into approval_end values (?, ?, '', ?, 'x', ?, null)",
        [approval, state, by, at],
      );
    const [asker, second] = [personOf("store-manager"), personOf("hq-finance")];
    await expect(end(asker, "approved")).rejects.toThrow(/collision/);
    await expect(end(second, "withdrawn")).rejects.toThrow(/collision/);
    await expect(end(second, "approved", office.clock.now + 90 * 86_400_000)).rejects.toThrow();
    await end(second, "refused");
    await expect(end(personOf("hq-admin"), "approved")).rejects.toThrow(/collision/);
    for (const sql of ["update approval set amount = 1", "delete from approval_end"]) {
      await expect(office.house.db.execute(sql)).rejects.toThrow(/append-only/);
    }
  });
});

describe("once", () => {
  test("two who decide at the same moment decide once", async () => {
    for (let round = 0; round < 5; round++) {
      const before = await points();
      const approval = await ask8000();
      const both = await Promise.allSettled([
        decide(approval, finance),
        decide(approval, admin, round % 2 ? "refuse" : "approve"),
      ]);
      expect(both.filter((b) => b.status === "fulfilled")).toHaveLength(1);
      expect([before, before + 8_000]).toContain(await points());
    }
    expect((await verifyLedger(office.house.db, office.clock.now)).findings).toEqual([]);
  });

  test("the same key again is the same decision", async () => {
    const approval = await ask8000();
    const key = newKey();
    await decide(approval, finance, "approve", key);
    await decide(approval, finance, "approve", key);
    expect(await points()).toBe(8_120);
  });

  test("the asker takes it back; nobody else does, and not twice", async () => {
    const approval = await ask8000();
    const back = (as: Caller) => office.ask(withdrawApproval, { params: { approval } }, as);
    await expect(back(finance)).rejects.toMatchObject({ code: "not-allowed" });
    await back(manager);
    await expect(back(manager)).rejects.toMatchObject({ code: "approval-over" });
    await expect(decide(approval, finance)).rejects.toMatchObject({ code: "approval-over" });
  });

  test("what nobody decided lapses after two weeks", async () => {
    const approval = await ask8000();
    office.clock.now += 14 * 86_400_000;
    [finance, admin] = [
      await office.as(personOf("hq-finance")),
      await office.as(personOf("hq-admin")),
    ];
    await expect(decide(approval, finance)).rejects.toMatchObject({
      code: "approval-over",
      fields: { state: "expired" },
    });
    expect(await waiting(admin, "over")).toMatchObject([{ state: "expired" }]);
  });
});

describe("the day of one person", () => {
  test("holds even when twenty come at once: what is left waits", async () => {
    const all = await Promise.all(Array.from({ length: 6 }, () => adjust(4_000)));
    expect(all.filter((a) => a.journalId)).toHaveLength(5);
    expect(all.filter((a) => a.approvalId)).toHaveLength(1);
    expect(await points()).toBe(20_120);
    office.clock.now += 86_400_000;
    manager = await office.as(personOf("store-manager"));
    expect((await adjust(4_000)).journalId).not.toBeNull();
  });

  test("what a second person approved does not count for it", async () => {
    await decide(await ask8000(), finance);
    expect((await adjust(5_000)).journalId).not.toBeNull();
  });
});

test("the log tells who asked, who decided and what was booked", async () => {
  await decide(await ask8000(), finance);
  const { rows } = await office.ask(listAudit, { query: {} }, admin);
  const told = rows.map((r) => [r.action, r.actorName]);
  expect(told).toEqual(expect.arrayContaining([
    ["approval.asked", "职员store-manager"],
    ["approval.approved", "职员hq-finance"],
    ["points.adjusted", "职员hq-finance"],
  ]));
});
