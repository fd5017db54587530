import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openDesk, programme } from "../desk.ts";
import { openTestHouse, type TestHouse } from "../test-house.ts";
import { type NewMessage, queueMessage } from "./queue-message.ts";
import { sendMessages } from "./send-messages.ts";
import { addMember, type SignedIn, subscribe } from "./test-members.ts";
import { type Answer, makePhone, openReceiver, verifyVapid } from "./test-push-service.ts";
import { vapidOf } from "./vapid.ts";

type Receiver = Awaited<ReturnType<typeof openReceiver>>;

let house: TestHouse;
let service: Receiver;
let answer: Answer;
let member: SignedIn;
const phone = makePhone();
const minute = 60_000;

beforeEach(async () => {
  answer = { status: 201 };
  service = await openReceiver(() => answer);
  house = await openTestHouse({
    PUSH_HOSTS: service.origin,
    SMS_URL: `${service.origin}/sms`,
    SMS_TOKEN: "sms-secret",
    EMAIL_URL: `${service.origin}/mail`,
    EMAIL_TOKEN: "mail-secret",
  });
  member = await addMember(house);
});
afterEach(async () => {
  await house.close();
  await service.close();
});

const queue = async (message: Partial<NewMessage> = {}): Promise<void> => {
  const desk = openDesk(house.house, programme);
  await house.house.db.write([queueMessage(desk, {
    channel: "push",
    kind: "points-earned",
    memberId: member.memberId,
    fields: {
      points: 88,
      balance: 1288,
      storeNameZh: "春禾超市人民路店",
      storeNameEn: "Renmin Rd",
    },
    topic: "points",
    language: "zh-CN",
    expiresAt: desk.now + 60 * minute,
    ...message,
  })]);
};
const rows = (sql: string) => house.house.db.execute(sql);
const messages = () => rows("select * from message order by created_at, id");

describe("web push", () => {
  test("a phone can open what it gets, and the push service knows who sent it", async () => {
    await subscribe(house, member, phone, `${service.origin}/p/1`);
    await queue();
    expect(await sendMessages(house.house, "push")).toMatchObject({ sent: 1 });
    const [got] = service.received;
    expect(got!.headers).toMatchObject({
      "content-encoding": "aes128gcm",
      ttl: "3600",
      urgency: "normal",
    });
    expect(got!.headers.topic).toMatch(/^[\w-]{1,32}$/);
    const vapid = verifyVapid(got!.headers.authorization, service.origin);
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
    await subscribe(house, member, phone, `${service.origin}/p/1`);
    await queue({ language: "en" });
    await sendMessages(house.house, "push");
    expect(JSON.parse(phone.open(service.received[0]!.body)).body).toBe(
      "You earned 88 points at Renmin Rd. You have 1,288 points to spend.",
    );
  });

  test.each([404, 410])("%i: the phone is gone and is forgotten", async (status) => {
    await subscribe(house, member, phone, `${service.origin}/p/1`);
    await queue();
    answer = { status };
    expect(await sendMessages(house.house, "push")).toMatchObject({ dropped: 1 });
    expect(await rows("select * from push_subscription")).toEqual([]);
    await queue();
    expect(await messages()).toHaveLength(1);
  });

  test("429 waits as long as it is told, then sends once", async () => {
    await subscribe(house, member, phone, `${service.origin}/p/1`);
    await queue();
    answer = { status: 429, headers: { "retry-after": "120" } };
    expect(await sendMessages(house.house, "push")).toMatchObject({ later: 1 });
    house.clock.now += 119_000;
    await sendMessages(house.house, "push");
    expect(service.received).toHaveLength(1);
    house.clock.now += 1_000;
    answer = { status: 201 };
    expect(await sendMessages(house.house, "push")).toMatchObject({ sent: 1 });
    await sendMessages(house.house, "push");
    expect(service.received).toHaveLength(2);
    expect(await messages()).toMatchObject([{ state: "sent", tries: 2, leased_by: null }]);
  });

  test("500 is tried again with growing waits and given up in the end", async () => {
    await subscribe(house, member, phone, `${service.origin}/p/1`);
    await queue({ expiresAt: house.clock.now + 40 * 24 * 60 * minute });
    answer = { status: 503 };
    const dueAt: number[] = [];
    for (let i = 0; i < 30; i++) {
      await sendMessages(house.house, "push");
      const [message] = await messages();
      if (message!.state !== "waiting") break;
      dueAt.push(Number(message!.due_at) - house.clock.now);
      house.clock.now = Number(message!.due_at);
    }
    expect(await messages()).toMatchObject([{ state: "failed", outcome: "status 503" }]);
    expect(service.received).toHaveLength(14);
    expect(dueAt[0]).toBeLessThanOrEqual(2_000);
    expect(dueAt.at(-1)).toBeGreaterThan(7 * minute);
    expect(dueAt.at(-1)).toBeLessThanOrEqual(15 * minute);
  });

  test("of two phones only the one that failed is tried again", async () => {
    const other = makePhone();
    await subscribe(house, member, phone, `${service.origin}/good`);
    await subscribe(house, member, other, `${service.origin}/bad`);
    await queue();
    let bad = 503;
    await service.close();
    service = await openReceiver((got) => ({ status: got.path === "/bad" ? bad : 201 }));
    house.house.settings.pushHosts = [service.origin];
    await rows(`update push_subscription set endpoint = '${service.origin}/' ||
      case when p256dh = '${other.p256dh}' then 'bad' else 'good' end`);
    expect(await sendMessages(house.house, "push")).toMatchObject({ later: 1 });
    house.clock.now += 5_000;
    bad = 201;
    expect(await sendMessages(house.house, "push")).toMatchObject({ sent: 1 });
    expect(service.received.map((r) => r.path).sort()).toEqual(["/bad", "/bad", "/good"]);
  });

  test("a redirect is not followed", async () => {
    const inside = await openReceiver();
    await subscribe(house, member, phone, `${service.origin}/p/1`);
    await queue();
    answer = { status: 307, headers: { location: `${inside.origin}/metadata` } };
    expect(await sendMessages(house.house, "push")).toMatchObject({ failed: 1 });
    expect(inside.connections()).toBe(0);
    await inside.close();
  });

  test("who chose not to be told is not told; security always goes", async () => {
    await subscribe(house, member, phone, `${service.origin}/p/1`);
    await queue();
    await rows(`insert into notice_choice values ('${member.memberId}', 'points', 0)`);
    expect(await sendMessages(house.house, "push")).toMatchObject({ dropped: 1 });
    await queue();
    expect(await messages()).toHaveLength(1);
    await queue({ kind: "device-added", fields: { label: "小米 15", at: house.clock.now } });
    expect(await sendMessages(house.house, "push")).toMatchObject({ sent: 1 });
  });

  test("what is too late is dropped", async () => {
    await subscribe(house, member, phone, `${service.origin}/p/1`);
    await queue();
    house.clock.now += 61 * minute;
    expect(await sendMessages(house.house, "push")).toMatchObject({ dropped: 1 });
    expect(service.received).toHaveLength(0);
  });

  test("a phone that signed out gets nothing", async () => {
    await subscribe(house, member, phone, `${service.origin}/p/1`);
    await queue();
    await rows("update member_device set state = 'revoked'");
    await sendMessages(house.house, "push");
    expect(service.received).toHaveLength(0);
  });
});

describe("the outbox", () => {
  test("nobody subscribed: nothing is queued", async () => {
    await queue();
    expect(await messages()).toEqual([]);
  });

  test("an occasion with a name is queued once", async () => {
    await subscribe(house, member, phone, `${service.origin}/p/1`);
    await queue({ once: "lapse 2026-06-30" });
    await queue({ once: "lapse 2026-06-30" });
    expect(await messages()).toHaveLength(1);
  });

  test("two senders at once send each message once", async () => {
    await subscribe(house, member, phone, `${service.origin}/p/1`);
    for (let i = 0; i < 150; i++) await queue();
    await Promise.all(Array.from({ length: 4 }, () => sendMessages(house.house, "push")));
    await sendMessages(house.house, "push");
    expect(service.received).toHaveLength(150);
    expect(await rows("select state, count(*) as n from message group by state")).toEqual([
      { state: "sent", n: 150 },
    ]);
  });

  test("a sender that died leaves its messages to the next", async () => {
    await subscribe(house, member, phone, `${service.origin}/p/1`);
    await queue();
    await rows(
      `update message set leased_by = 'dead', leased_until = ${house.clock.now + minute}`,
    );
    await sendMessages(house.house, "push");
    expect(service.received).toHaveLength(0);
    house.clock.now += minute;
    expect(await sendMessages(house.house, "push")).toMatchObject({ sent: 1 });
  });

  test("a message that cannot be worded fails alone", async () => {
    await subscribe(house, member, phone, `${service.origin}/p/1`);
    await queue();
    await queue();
    await rows("update message set fields = '{' where rowid = 1");
    expect(await sendMessages(house.house, "push")).toMatchObject({ sent: 1, failed: 1 });
  });

  test("one for one person goes before a crowd's", async () => {
    await subscribe(house, member, phone, `${service.origin}/p/1`);
    const lapsesAt = house.clock.now + 7 * 24 * 60 * minute;
    for (let i = 0; i < 100; i++) {
      await queue({ kind: "lapse-soon", fields: { points: 300, lapsesAt }, topic: "lapse" });
    }
    house.clock.now += 1;
    await queue();
    await sendMessages(house.house, "push");
    const tags = service.received.map((got) => JSON.parse(phone.open(got.body)).tag);
    expect(tags).toHaveLength(101);
    expect(tags.indexOf("points")).toBeLessThan(16);
  });
});

describe("SMS and e-mail", () => {
  const otp: Partial<NewMessage> = {
    channel: "sms",
    kind: "otp",
    recipient: "13800138000",
    fields: { code: "604173", minutes: 5, brandNameZh: "春禾" },
    topic: null,
  };

  test("a code reaches the provider and is stored nowhere in clear", async () => {
    await queue(otp);
    const stored = JSON.stringify(await messages());
    expect(stored).not.toContain("604173");
    expect(stored).not.toContain("13800138000");
    expect(await sendMessages(house.house, "sms")).toMatchObject({ sent: 1 });
    const [got] = service.received;
    const [message] = await messages();
    expect(got!.path).toBe("/sms");
    expect(got!.headers).toMatchObject({
      authorization: "Bearer sms-secret",
      "content-type": "application/json",
      "idempotency-key": message!.id,
    });
    expect(JSON.parse(got!.body.toString("utf8"))).toEqual({
      to: "13800138000",
      text: "【春禾】验证码 604173，5 分钟内有效。请勿告诉任何人，门店员工也不会向您索要。",
      reference: message!.id,
    });
    expect(message).toMatchObject({ state: "sent", fields: "{}" });
  });

  test("a code nobody could enter any more is not sent", async () => {
    await queue({ ...otp, expiresAt: house.clock.now + 5 * minute });
    answer = { status: 503, headers: { "retry-after": "600" } };
    await sendMessages(house.house, "sms");
    expect(await messages()).toMatchObject([{ state: "failed", fields: "{}" }]);
  });

  test("a refusal is not repeated, trouble is, with the same reference", async () => {
    await queue(otp);
    answer = { status: 500 };
    expect(await sendMessages(house.house, "sms")).toMatchObject({ later: 1 });
    house.clock.now += 3_000;
    answer = { status: 422 };
    expect(await sendMessages(house.house, "sms")).toMatchObject({ failed: 1 });
    const references = service.received.map((r) => r.headers["idempotency-key"]);
    expect(references[0]).toBe(references[1]);
  });

  test("the seal goes out by e-mail", async () => {
    const fields = { day: "2026-06-14", root: "kZ3r", heads: 41 };
    await queue({ channel: "email", kind: "seal", recipient: "audit@example.com", fields });
    expect(await sendMessages(house.house, "email")).toMatchObject({ sent: 1 });
    const letter = JSON.parse(service.received[0]!.body.toString("utf8"));
    expect(service.received[0]!.headers.authorization).toBe("Bearer mail-secret");
    expect(letter).toMatchObject({ to: "audit@example.com", subject: "积福账本封签 2026-06-14" });
    expect(letter.text).toContain("kZ3r");
  });

  test("without a provider, only the demo counts a code as sent", async () => {
    house.house.settings.sms = null;
    await queue(otp);
    expect(await sendMessages(house.house, "sms")).toMatchObject({ failed: 1 });
    house.house.settings.demo = true;
    await queue(otp);
    expect(await sendMessages(house.house, "sms")).toMatchObject({ sent: 1 });
    expect(service.received).toHaveLength(0);
  });
});
