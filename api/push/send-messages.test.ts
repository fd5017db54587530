import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { MessageChannel } from "../../shared/push/message.ts";
import type { TestHouse } from "../test-house.ts";
import type { NewMessage } from "./queue-message.ts";
import { sendMessages } from "./send-messages.ts";
import { subscribe } from "./test-members.ts";
import { makePhone } from "./test-push-service.ts";
import { openScene, type Scene } from "./test-sending.ts";

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

describe("the outbox", () => {
  test("nobody subscribed: nothing is queued", async () => {
    await scene.queue();
    expect(await scene.messages()).toEqual([]);
  });

  test("an occasion with a name is queued once", async () => {
    await subscribe(house, scene.member, phone, `${scene.origin}/p/1`);
    await scene.queue({ once: "lapse 2026-06-30" });
    await scene.queue({ once: "lapse 2026-06-30" });
    expect(await scene.messages()).toHaveLength(1);
  });

  test("two senders at once send each message once", async () => {
    await subscribe(house, scene.member, phone, `${scene.origin}/p/1`);
    for (let i = 0; i < 150; i++) await scene.queue();
    await Promise.all(Array.from({ length: 4 }, () => send()));
    await send();
    expect(scene.received).toHaveLength(150);
    expect(await scene.rows("select state, count(*) as n from message group by state")).toEqual([
      { state: "sent", n: 150 },
    ]);
  });

  test("a sender that died leaves its messages to the next", async () => {
    await subscribe(house, scene.member, phone, `${scene.origin}/p/1`);
    await scene.queue();
    await scene.rows(
      `update message set leased_by = 'dead', leased_until = ${house.clock.now + minute}`,
    );
    await send();
    expect(scene.received).toHaveLength(0);
    house.clock.now += minute;
    expect(await send()).toMatchObject({ sent: 1 });
  });

  test("a message that cannot be worded fails alone", async () => {
    await subscribe(house, scene.member, phone, `${scene.origin}/p/1`);
    await scene.queue();
    await scene.queue();
    await scene.rows("update message set fields = '{' where rowid = 1");
    expect(await send()).toMatchObject({ sent: 1, failed: 1 });
  });

  test("one for one person goes before a crowd's", async () => {
    await subscribe(house, scene.member, phone, `${scene.origin}/p/1`);
    const lapsesAt = house.clock.now + 7 * 24 * 60 * minute;
    for (let i = 0; i < 100; i++) {
      await scene.queue({ kind: "lapse-soon", fields: { points: 300, lapsesAt }, topic: "lapse" });
    }
    house.clock.now += 1;
    await scene.queue();
    await send();
    const tags = scene.received.map((got) => JSON.parse(phone.open(got.body)).tag);
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
    await scene.queue(otp);
    const stored = JSON.stringify(await scene.messages());
    expect(stored).not.toContain("604173");
    expect(stored).not.toContain("13800138000");
    expect(await send("sms")).toMatchObject({ sent: 1 });
    const [got] = scene.received;
    const [message] = await scene.messages();
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
    await scene.queue({ ...otp, expiresAt: house.clock.now + 5 * minute });
    scene.answer = () => ({ status: 503, headers: { "retry-after": "600" } });
    await send("sms");
    expect(await scene.messages()).toMatchObject([{ state: "failed", fields: "{}" }]);
  });

  test("a refusal is not repeated, trouble is, with the same reference", async () => {
    await scene.queue(otp);
    scene.answer = () => ({ status: 500 });
    expect(await send("sms")).toMatchObject({ later: 1 });
    house.clock.now += 3_000;
    scene.answer = () => ({ status: 422 });
    expect(await send("sms")).toMatchObject({ failed: 1 });
    const references = scene.received.map((r) => r.headers["idempotency-key"]);
    expect(references[0]).toBe(references[1]);
  });

  test("the seal goes out by e-mail", async () => {
    const fields = { day: "2026-06-14", root: "kZ3r", heads: 41 };
    await scene.queue({ channel: "email", kind: "seal", recipient: "audit@example.com", fields });
    expect(await send("email")).toMatchObject({ sent: 1 });
    const letter = JSON.parse(scene.received[0]!.body.toString("utf8"));
    expect(scene.received[0]!.headers.authorization).toBe("Bearer mail-secret");
    expect(letter).toMatchObject({ to: "audit@example.com", subject: "积福账本封签 2026-06-14" });
    expect(letter.text).toContain("kZ3r");
  });

  test("without a provider, only the demo counts a code as sent", async () => {
    house.house.settings.sms = null;
    await scene.queue(otp);
    expect(await send("sms")).toMatchObject({ failed: 1 });
    house.house.settings.demo = true;
    await scene.queue(otp);
    expect(await send("sms")).toMatchObject({ sent: 1 });
    expect(scene.received).toHaveLength(0);
  });
});
