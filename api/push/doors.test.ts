import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { listOutbox } from "../../shared/console/endpoints.ts";
import { watchMe } from "../../shared/members/endpoints.ts";
import {
  chooseMyNotices,
  showMyNotices,
  subscribePush,
  unsubscribePush,
} from "../../shared/push/endpoints.ts";
import { openDesk, programme } from "../desk.ts";
import { type Caller, openTestHouse, type TestHouse } from "../test-house.ts";
import { queueMessage } from "./queue-message.ts";
import { sendMessages } from "./send-messages.ts";
import { addMember, type SignedIn, signIn } from "./test-members.ts";
import { makePhone } from "./test-push-service.ts";

let house: TestHouse;
let member: SignedIn;

const open = async (settings: Record<string, string> = {}) => {
  house = await openTestHouse(settings);
  member = await addMember(house);
};
beforeEach(() => open());
afterEach(() => house.close());

const as = (who: SignedIn = member): Caller => ({
  client: "pwa",
  cookies: new Map([["jifu-member", who.token]]),
});
const subscription = (endpoint = "https://web.push.apple.com/QGuQyav") => {
  const { p256dh, auth } = makePhone();
  return { endpoint, keys: { p256dh, auth } };
};
const rows = (sql: string) => house.house.db.execute(sql);

describe("choices", () => {
  test("everything is on at first, and stays as the member says", async () => {
    const all = { points: true, claims: true, lapse: true, offers: true };
    const before = await house.ask(showMyNotices, {}, as());
    expect(before).toMatchObject({ choices: all, subscribed: false });
    expect(Buffer.from(before.vapidPublicKey, "base64url")).toHaveLength(65);
    await house.ask(chooseMyNotices, { body: { ...all, offers: false } }, as());
    await house.ask(chooseMyNotices, { body: { ...all, offers: false, lapse: false } }, as());
    const after = await house.ask(showMyNotices, {}, as());
    expect(after.choices).toEqual({ ...all, offers: false, lapse: false });
    expect(after.vapidPublicKey).toBe(before.vapidPublicKey);
    const other = await addMember(house, "李建国");
    expect((await house.ask(showMyNotices, {}, as(other))).choices).toEqual(all);
  });

  test("nobody signed in: nobody asked", async () => {
    await expect(house.ask(showMyNotices, {})).rejects.toMatchObject({ code: "signed-out" });
    await expect(house.ask(subscribePush, { body: subscription() })).rejects.toMatchObject({
      code: "signed-out",
    });
    await expect(house.ask(watchMe, {})).rejects.toMatchObject({ code: "signed-out" });
  });
});

describe("a subscription", () => {
  test("belongs to the phone that made it, one per phone", async () => {
    await house.ask(subscribePush, { body: subscription() }, as());
    const second = subscription("https://fcm.googleapis.com/fcm/send/b");
    await house.ask(subscribePush, { body: second }, as());
    expect(await rows("select device_id, endpoint from push_subscription")).toEqual([
      { device_id: member.deviceId, endpoint: second.endpoint },
    ]);
    expect((await house.ask(showMyNotices, {}, as())).subscribed).toBe(true);
    const otherPhone = await signIn(house, member);
    expect((await house.ask(showMyNotices, {}, as(otherPhone))).subscribed).toBe(false);
    await house.ask(unsubscribePush, {}, as(otherPhone));
    expect(await rows("select id from push_subscription")).toHaveLength(1);
    await house.ask(unsubscribePush, {}, as());
    await house.ask(unsubscribePush, {}, as());
    expect(await rows("select id from push_subscription")).toHaveLength(0);
  });

  test("a phone that changes hands takes its subscription along", async () => {
    const same = subscription();
    await house.ask(subscribePush, { body: same }, as());
    const other = await addMember(house, "李建国");
    await house.ask(subscribePush, { body: same }, as(other));
    expect(await rows("select member_id, device_id from push_subscription")).toEqual([
      { member_id: other.memberId, device_id: other.deviceId },
    ]);
  });

  test("a member has five at most; the oldest makes room", async () => {
    for (let i = 0; i < 7; i++) {
      house.clock.now += 1_000;
      await rows("update member_device set state = 'revoked'");
      const phone = await signIn(house, member);
      const body = subscription(`https://fcm.googleapis.com/fcm/send/${i}`);
      await house.ask(subscribePush, { body }, as(phone));
    }
    const kept = await rows("select endpoint from push_subscription order by created_at");
    expect(kept.map((k) => String(k.endpoint).at(-1))).toEqual(["2", "3", "4", "5", "6"]);
  });

  test.each([
    "http://127.0.0.1:8000/",
    "https://fcm.googleapis.com:8443/x",
    "https://fcm.googleapis.com.evil.example/x",
    "not a URL",
  ])("%s is no place to send to", async (endpoint) => {
    const body = subscription(endpoint);
    await expect(house.ask(subscribePush, { body }, as())).rejects.toMatchObject({
      code: "push-refused",
    });
    expect(await rows("select id from push_subscription")).toHaveLength(0);
  });

  test("a key that is no point on the curve is refused", async () => {
    const point = Buffer.alloc(65, 7);
    point[0] = 4;
    const { keys, endpoint } = subscription();
    const body = { endpoint, keys: { ...keys, p256dh: point.toString("base64url") } };
    await expect(house.ask(subscribePush, { body }, as())).rejects.toMatchObject({
      code: "push-refused",
    });
  });

  test.each([
    ["unknown fields", { ...subscription(), expirationTime: 0 }],
    ["no keys", { endpoint: "https://web.push.apple.com/x" }],
    ["short auth", {
      endpoint: "https://web.push.apple.com/x",
      keys: { ...subscription().keys, auth: "AA" },
    }],
  ])("%s is not valid input", async (_, body) => {
    const asked = house.ask(subscribePush, { body: body as never }, as());
    await expect(asked).rejects.toMatchObject({ code: "input-invalid" });
  });
});

describe("the outbox page", () => {
  const code = async () => {
    const desk = openDesk(house.house, programme);
    await house.house.db.write([queueMessage(desk, {
      channel: "sms",
      kind: "otp",
      recipient: "13800138000",
      fields: { code: "604173", minutes: 5 },
      language: "zh-CN",
      expiresAt: desk.now + 300_000,
    })]);
    await sendMessages(house.house, "sms");
  };

  test("is not there outside the demo", async () => {
    await expect(house.ask(listOutbox, {})).rejects.toMatchObject({ code: "not-found" });
  });

  test("shows the demo's codes, before and after they are sent", async () => {
    await house.close();
    await open({ DEMO: "1" });
    await code();
    expect((await house.ask(listOutbox, {})).messages).toMatchObject([
      { channel: "sms", to: "13800138000", state: "sent", title: "验证码" },
    ]);
    expect((await house.ask(listOutbox, {})).messages[0]!.text).toContain("604173");
  });

  test("shows no code that a provider sends to somebody real", async () => {
    await house.close();
    await open({ DEMO: "1", SMS_URL: "http://127.0.0.1:9/sms" });
    await code();
    expect((await house.ask(listOutbox, {})).messages).toEqual([]);
  });
});

test("the live view is an event stream with the points at once", async () => {
  const answer = await house.raw(watchMe.path, {
    headers: { cookie: `jifu-member=${member.token}` },
  });
  expect(answer.status).toBe(200);
  expect(answer.headers.get("content-type")).toBe("text/event-stream; charset=utf-8");
  expect(answer.headers.get("cache-control")).toBe("no-store");
  const reader = answer.body!.getReader();
  let text = "";
  while (!text.includes("event: claims")) {
    text += new TextDecoder().decode((await reader.read()).value);
  }
  expect(text).toMatch(/^retry: 2000\n\nevent: points\ndata: \{"spendable":0,/);
  await reader.cancel();
});
