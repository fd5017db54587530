/** What was refused after it had been done without network comes back to the store's staff. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { enrolByStaff } from "../../shared/members/endpoints.ts";
import { askToJoin, dismissTask, leaveTask, listTasks } from "../../shared/offline/endpoints.ts";
import { LATE_MAX_MS } from "../../shared/offline/late.ts";
import { recordSale } from "../../shared/sales/endpoints.ts";
import {
  newKey,
  nextStoreId,
  openScene,
  refusalOf,
  type Scene,
  storeId,
} from "../access/test-scene.ts";
import type { Caller } from "../test-house.ts";

type Staff = Caller & { staffId: string };
type Terminal = Caller & { terminalId: string };
let scene: Scene;
let terminal: Terminal;
let cashier: Staff;
let manager: Staff;
let elsewhere: Staff;
let kiosk: Terminal;
beforeAll(async () => {
  scene = await openScene();
  terminal = await scene.terminal("counter");
  cashier = await scene.staff("cashier", {}, terminal);
  manager = await scene.staff("store-manager", {}, await scene.terminal("counter"));
  const next = await scene.terminal("counter", nextStoreId);
  elsewhere = await scene.staff("cashier", { store: nextStoreId }, next);
  kiosk = await scene.terminal("kiosk");
});
afterAll(() => scene.close());

let orders = 0;
const saleBody = (more: object = {}) => ({
  orderNo: `T${++orders}`,
  member: null,
  lines: [{ name: "阳澄湖大闸蟹", quantityMilli: 1000, amountFen: 128_00 }],
  totalFen: 128_00,
  occurredAt: scene.clock.now,
  ...more,
});
const leave = async (input: object, kind: "sale" | "enrolment" = "sale", key = newKey()) => {
  const body = {
    kind,
    label: "20260615-7QK2-0042",
    code: "card-frozen",
    fields: { state: "lost" },
    input: JSON.stringify(input),
    madeAt: scene.clock.now,
  };
  return (await scene.ask(leaveTask, { key, body }, cashier)).taskId;
};
const open = async (as: Caller = cashier) => (await scene.ask(listTasks, {}, as)).open;
const logOf = (taskId: string) =>
  scene.db.execute("select action, after_json from audit_log where subject = ? order by action", [
    taskId,
  ]);

describe("a task", () => {
  test("is left once, shows what was refused and why, to this store alone", async () => {
    const input = saleBody({ member: { card: "9112345678901234" } });
    const key = newKey();
    const taskId = await leave(input, "sale", key);
    expect(await leave(input, "sale", key)).toBe(taskId);
    const [task] = await open();
    expect(task).toMatchObject({ taskId, code: "card-frozen", fields: { state: "lost" }, input });
    expect(await open(elsewhere)).toEqual([]);
    const raw = await scene.db.execute("select * from offline_task where id = ?", [taskId]);
    expect(JSON.stringify(raw)).not.toContain("9112345678901234");
    expect(
      await refusalOf(scene.ask(dismissTask, {
        key: newKey(),
        params: { task: taskId },
        body: { reason: "别家的" },
      }, elsewhere)),
    ).toBe("not-found");
  });

  test("is settled by a booking that says why, in one step, once", async () => {
    const taskId = await leave(saleBody());
    const { cardNumber } = await scene.ask(
      enrolByStaff,
      { key: newKey(), body: { name: "周小川" } },
      cashier,
    );
    const task = { id: taskId, reason: "会员当场出示了新卡" };
    const body = saleBody({ member: { card: cardNumber }, task });
    const receipt = await scene.ask(recordSale, { key: newKey(), body }, cashier);
    expect(receipt.points).toMatchObject({ earned: 128 });
    expect((await open()).map((t) => t.taskId)).not.toContain(taskId);
    const again = saleBody({ task });
    expect(await refusalOf(scene.ask(recordSale, { key: newKey(), body: again }, cashier)))
      .toBe("task-ended");
    const log = await logOf(taskId);
    expect(log.map((l) => l.action)).toEqual(["offline.booked", "offline.left"]);
    expect(JSON.parse(String(log[0]!.after_json)))
      .toEqual({ reason: task.reason, booked: receipt.saleId });
  });

  test("a booking that is refused leaves it open", async () => {
    const taskId = await leave(saleBody());
    const task = { id: taskId, reason: "换一张卡" };
    const body = saleBody({ member: { card: "9100000000000000" }, task });
    expect(await refusalOf(scene.ask(recordSale, { key: newKey(), body }, cashier))).not.toBe("");
    expect((await open()).map((t) => t.taskId)).toContain(taskId);
  });

  test("of more than 72 hours ago is booked by the store manager", async () => {
    const taskId = await leave(saleBody());
    const occurredAt = scene.clock.now - LATE_MAX_MS - 1;
    const task = { id: taskId, reason: "核对了纸质小票" };
    const body = saleBody({ occurredAt, task });
    expect(await refusalOf(scene.ask(recordSale, { key: newKey(), body }, cashier)))
      .toBe("task-overdue");
    const receipt = await scene.ask(recordSale, { key: newKey(), body }, manager);
    expect(receipt.occurredAt).toBe(occurredAt);
  });

  test("of a till whose clock ran ahead is booked for now", async () => {
    const ahead = { occurredAt: scene.clock.now + 2 * 3_600_000 };
    const refused = scene.ask(recordSale, { key: newKey(), body: saleBody(ahead) }, cashier);
    expect(await refusalOf(refused)).toBe("time-refused");
    const task = { id: await leave(saleBody(ahead)), reason: "本机时钟快了两小时" };
    const body = saleBody({ ...ahead, task });
    const receipt = await scene.ask(recordSale, { key: newKey(), body }, cashier);
    expect(receipt.occurredAt).toBe(scene.clock.now);
  });

  test("of an enrolment is settled by the enrolment as it should have been", async () => {
    const taskId = await leave({ phone: "13700001111", referralCode: "NOTONE" }, "enrolment");
    const task = { id: taskId, reason: "邀请码写错了，不用邀请码" };
    const body = { phone: "13700001111", name: "许知远", task };
    const { cardNumber } = await scene.ask(enrolByStaff, { key: newKey(), body }, cashier);
    expect(cardNumber).toMatch(/^91\d{14}$/);
    expect((await open()).map((t) => t.taskId)).not.toContain(taskId);
  });

  test("is dismissed with a reason, once", async () => {
    const taskId = await leave(saleBody());
    const params = { task: taskId };
    const dismiss = (reason: string) =>
      scene.ask(dismissTask, { key: newKey(), params, body: { reason } }, cashier);
    expect(await refusalOf(dismiss(""))).toBe("input-invalid");
    const outcomes = await Promise.all(
      ["顾客已退货", "顾客不要积分"].map((reason) => refusalOf(dismiss(reason))),
    );
    expect(outcomes.sort()).toEqual(["", "task-ended"]);
    const { ended } = await scene.ask(listTasks, {}, cashier);
    expect(ended.find((t) => t.taskId === taskId)!.end).toMatchObject({
      state: "dismissed",
      by: "林晓梅",
    });
  });
});

describe("asking to join at a kiosk without network", () => {
  const ask = (phone: string, more: object = {}) => {
    const body = { phone, language: "zh-CN", terms: true, agreedAt: scene.clock.now } as const;
    return scene.ask(askToJoin, { key: newKey(), body: { ...body, ...more } }, kiosk);
  };
  const messages = () =>
    scene.db.execute("select id from message where kind = 'join-asked'").then((r) => r.length);

  test("makes nobody a member, sends one SMS, and the store has won the member", async () => {
    const before = await messages();
    await ask("13911112222");
    await ask("13911112222");
    expect(await messages()).toBe(before + 1);
    expect(await scene.db.execute("select id from member where phone_tail = '2222'")).toEqual([]);
    const raw = await scene.db.execute("select * from join_request");
    expect(JSON.stringify(raw)).not.toContain("13911112222");
    scene.clock.now += 61_000;
    await scene.enrol("13911112222", "方圆");
    expect(
      await scene.db.execute(
        "select source, joined_store_id as store from member where phone_tail = '2222'",
      ),
    ).toEqual([{ source: "kiosk", store: storeId }]);
  });

  test("answers a member's number like any other and sends nothing", async () => {
    scene.clock.now += 61_000;
    await scene.enrol("13911113333");
    const before = await messages();
    expect(await ask("13911113333")).toEqual({ done: true });
    expect(await messages()).toBe(before);
  });

  test("refuses what it could not keep its word on", async () => {
    expect(await refusalOf(ask("14100000000"))).toBe("phone-refused");
    const agreedAt = scene.clock.now - LATE_MAX_MS - 1;
    expect(await refusalOf(ask("13911114444", { agreedAt }))).toBe("time-refused");
    const body = { phone: "13911115555", language: "en", terms: true, agreedAt: 0 } as const;
    expect(await refusalOf(scene.ask(askToJoin, { key: newKey(), body }, cashier)))
      .toBe("not-allowed");
  });
});
