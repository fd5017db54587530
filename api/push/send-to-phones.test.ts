import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { MessageChannel } from "../../shared/push/message.ts";
import type { TestHouse } from "../test-house.ts";
import { sendMessages } from "./send-messages.ts";
import { subscribe } from "./test-members.ts";
import { makePhone, openReceiver, verifyVapid } from "./test-push-service.ts";
import { openScene, type Scene } from "./test-sending.ts";
import { vapidOf } from "./vapid.ts";

let scene: Scene;
let house: TestHouse;
const phone = makePhone();
const minute = 60_000;

beforeEach(async () => {
  scene = await openScene();
  house = scene.house;
});
afterEach(() => scene.close());

const send = (channel: MessageChannel = "push") => sendMessages(house.house, channel);

describe("web push", () => {
  test("a phone can open what it gets, and the push service knows who sent it", async () => {
    await subscribe(house, scene.member, phone, `${scene.origin}/p/1`);
    await scene.queue();
    expect(await send()).toMatchObject({ sent: 1 });
    const [got] = scene.received;
    expect(got!.headers).toMatchObject({
      "content-encoding": "aes128gcm",
      ttl: "3600",
      urgency: "normal",
    });
    expect(got!.headers.topic).toMatch(/^[\w-]{1,32}$/);
    const vapid = verifyVapid(got!.headers.authorization, scene.origin);
    expect(vapid.publicKey).toBe((await vapidOf(house.house)).publicKey);
    expect(vapid.sub).toBe("mailto:push@jifu.example");
    expect(JSON.parse(phone.open(got!.body))).toEqual({
      title: "积分到账 +88",
      body: "春禾超市人民路店：获得 88 积分，可用 1,288 积分。",
      url: "points",
      tag: "points",
      lang: "zh-CN",
    });
    expect(got!.body.toString("latin1")).not.toContain("1,288");
    expect(() => makePhone().open(got!.body)).toThrow();
  });

  test("English goes to who reads English", async () => {
    await subscribe(house, scene.member, phone, `${scene.origin}/p/1`);
    await scene.queue({ language: "en" });
    await send();
    expect(JSON.parse(phone.open(scene.received[0]!.body)).body).toBe(
      "You earned 88 points at Renmin Rd. You have 1,288 points to spend.",
    );
  });

  test.each([404, 410])("%i: the phone is gone and is forgotten", async (status) => {
    await subscribe(house, scene.member, phone, `${scene.origin}/p/1`);
    await scene.queue();
    scene.answer = () => ({ status });
    expect(await send()).toMatchObject({ dropped: 1 });
    expect(await scene.rows("select * from push_subscription")).toEqual([]);
    await scene.queue();
    expect(await scene.messages()).toHaveLength(1);
  });

  test("429 waits as long as it is told, then sends once", async () => {
    await subscribe(house, scene.member, phone, `${scene.origin}/p/1`);
    await scene.queue();
    scene.answer = () => ({ status: 429, headers: { "retry-after": "120" } });
    expect(await send()).toMatchObject({ later: 1 });
    house.clock.now += 119_000;
    await send();
    expect(scene.received).toHaveLength(1);
    house.clock.now += 1_000;
    scene.answer = () => ({ status: 201 });
    expect(await send()).toMatchObject({ sent: 1 });
    await send();
    expect(scene.received).toHaveLength(2);
    expect(await scene.messages()).toMatchObject([{ state: "sent", tries: 2, leased_by: null }]);
  });

  test("500 is tried again with growing waits and given up in the end", async () => {
    await subscribe(house, scene.member, phone, `${scene.origin}/p/1`);
    await scene.queue({ expiresAt: house.clock.now + 40 * 24 * 60 * minute });
    scene.answer = () => ({ status: 503 });
    const dueAt: number[] = [];
    for (let i = 0; i < 30; i++) {
      await send();
      const [message] = await scene.messages();
      if (message!.state !== "waiting") break;
      dueAt.push(Number(message!.due_at) - house.clock.now);
      house.clock.now = Number(message!.due_at);
    }
    expect(await scene.messages()).toMatchObject([{ state: "failed", outcome: "status 503" }]);
    expect(scene.received).toHaveLength(14);
    expect(dueAt[0]).toBeLessThanOrEqual(2_000);
    expect(dueAt.at(-1)).toBeGreaterThan(7 * minute);
    expect(dueAt.at(-1)).toBeLessThanOrEqual(15 * minute);
  });

  test("of two phones only the one that failed is tried again", async () => {
    const other = makePhone();
    await subscribe(house, scene.member, phone, `${scene.origin}/good`);
    await subscribe(house, scene.member, other, `${scene.origin}/bad`);
    await scene.queue();
    let bad = 503;
    scene.answer = (got) => ({ status: got.path === "/bad" ? bad : 201 });
    expect(await send()).toMatchObject({ later: 1 });
    house.clock.now += 5_000;
    bad = 201;
    expect(await send()).toMatchObject({ sent: 1 });
    expect(scene.received.map((r) => r.path).sort()).toEqual(["/bad", "/bad", "/good"]);
  });

  test("a redirect is not followed", async () => {
    const inside = await openReceiver();
    await subscribe(house, scene.member, phone, `${scene.origin}/p/1`);
    await scene.queue();
    scene.answer = () => ({ status: 307, headers: { location: `${inside.origin}/metadata` } });
    expect(await send()).toMatchObject({ failed: 1 });
    expect(inside.connections()).toBe(0);
    await inside.close();
  });

  test("who chose not to be told is not told; security always goes", async () => {
    await subscribe(house, scene.member, phone, `${scene.origin}/p/1`);
    await scene.queue();
    await scene.rows(`insert into notice_choice values ('${scene.member.memberId}', 'points', 0)`);
    expect(await send()).toMatchObject({ dropped: 1 });
    await scene.queue();
    expect(await scene.messages()).toHaveLength(1);
    await scene.queue({ kind: "device-added", fields: { label: "小米 15", at: house.clock.now } });
    expect(await send()).toMatchObject({ sent: 1 });
  });

  test("what is too late is dropped", async () => {
    await subscribe(house, scene.member, phone, `${scene.origin}/p/1`);
    await scene.queue();
    house.clock.now += 61 * minute;
    expect(await send()).toMatchObject({ dropped: 1 });
    expect(scene.received).toHaveLength(0);
  });

  test("a phone that signed out gets nothing", async () => {
    await subscribe(house, scene.member, phone, `${scene.origin}/p/1`);
    await scene.queue();
    await scene.rows("update member_device set state = 'revoked'");
    await send();
    expect(scene.received).toHaveLength(0);
  });
});
