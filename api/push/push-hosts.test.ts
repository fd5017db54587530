import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { pushEndpoint } from "./push-hosts.ts";
import { sendPush } from "./send-push.ts";
import { makePhone, openReceiver } from "./test-push-service.ts";

const ours = { pushHosts: [], vapidSubject: "mailto:a@example.com" };

/** Ways to write an address inside the house, or to dress one up as a push service. */
const spellings = (port: number): string[] => {
  const inside = [
    "127.0.0.1",
    "127.1",
    "127.0.1",
    "2130706433",
    "0x7f000001",
    "0x7f.1",
    "0x7F.0x0.0x0.0x1",
    "017700000001",
    "0177.0.0.1",
    "0177.0.0.01",
    "127.000.000.001",
    "127.0.0.1.",
    "127。0。0。1",
    "①②⑦.⓪.⓪.①",
    "127.0.0.2",
    "127.255.255.254",
    "0.0.0.0",
    "0",
    "localhost",
    "LOCALHOST",
    "localhost.",
    "ⓛⓞⓒⓐⓛⓗⓞⓢⓣ",
    "lo%63alhost",
    "%31%32%37.0.0.1",
    "[::1]",
    "[0:0:0:0:0:0:0:1]",
    "[::]",
    "[::ffff:127.0.0.1]",
    "[::ffff:7f00:1]",
    "[0:0:0:0:0:ffff:127.0.0.1]",
    "[::127.0.0.1]",
    "[64:ff9b::7f00:1]",
    "localtest.me",
    "127.0.0.1.nip.io",
    "7f000001.c0a80001.rbndr.us",
    "fcm.googleapis.com.127.0.0.1.nip.io",
    "169.254.169.254",
    "[fd00:ec2::254]",
    "10.0.0.1",
    "192.168.1.1",
    "metadata.google.internal",
  ];
  const dressedUp = [
    `https://fcm.googleapis.com@127.0.0.1:${port}/`,
    `https://fcm.googleapis.com:443@127.0.0.1:${port}/`,
    `https://127.0.0.1:${port}@fcm.googleapis.com/`,
    `https://fcm.googleapis.com%40127.0.0.1:${port}/`,
    `https://fcm.googleapis.com%2F@127.0.0.1:${port}/`,
    `https://127.0.0.1:${port}\\@fcm.googleapis.com/`,
    `https://127.0.0.1:${port}/fcm.googleapis.com`,
    `https://127.0.0.1:${port}?fcm.googleapis.com`,
    `https://127.0.0.1:${port}#fcm.googleapis.com`,
    `https://127.0.0.1:${port}/#@fcm.googleapis.com`,
    "https://fcm.googleapis.com#@127.0.0.1/",
    "https://fcm.googleapis.com:80/",
    "https://fcm.googleapis.com:8443/",
    `https://fcm.googleapis.com:${port}/`,
    "http://fcm.googleapis.com/",
    "http://fcm.googleapis.com:443/",
    "https://fcm.googleapis.com./",
    "https://.fcm.googleapis.com/",
    "https://x.fcm.googleapis.com/",
    "https://fcmgoogleapis.com/",
    "https://fcm.googleapis.com.evil.example/",
    "https://evil-fcm.googleapis.com/",
    "https://push.apple.com/",
    "https://.push.apple.com/x",
    "https://evilpush.apple.com/",
    "https://web.push.apple.com.evil.example/",
    "https://push.apple.com.evil.example/",
    "https://notify.windows.com/",
    "https://evilnotify.windows.com/",
    "https://updates.push.services.mozilla.com.evil.example/",
    "https://push.services.mozilla.com/",
    "https://updates-push.services.mozilla.com/",
    "https://fcm.googleapis.com\u0000.evil.example/",
    "https://fcm.googleapis.com\t@127.0.0.1/",
    "https://user@fcm.googleapis.com/",
    "https://:@127.0.0.1/",
    "ftp://fcm.googleapis.com/",
    "file:///etc/passwd",
    "data:text/plain,x",
    "blob:https://fcm.googleapis.com/x",
    "javascript:fetch('/')",
    "gopher://fcm.googleapis.com/",
    "ws://fcm.googleapis.com/",
    "wss://fcm.googleapis.com/",
    "unix:///var/run/docker.sock",
    "//fcm.googleapis.com/",
    "fcm.googleapis.com",
    "/fcm/send/x",
    "https:",
    "https://",
    "",
    " ",
    `https://fcm.googleapis.com/${"x".repeat(1100)}`,
  ];
  return [
    ...inside.flatMap((host) => [
      `http://${host}:${port}/`,
      `https://${host}:${port}/`,
      `https://${host}/`,
    ]),
    ...dressedUp,
  ];
};

describe("where a push may go", () => {
  let inside: Awaited<ReturnType<typeof openReceiver>>;
  beforeAll(async () => {
    inside = await openReceiver();
  });
  afterAll(() => inside.close());

  test("no spelling of another address is a push service, and none is connected to", async () => {
    const urls = spellings(inside.port);
    expect(urls.length).toBeGreaterThanOrEqual(100);
    const phone = makePhone();
    const letter = {
      notice: { title: "", body: "", url: "", tag: "", lang: "en" },
      ttlSeconds: 60,
      topic: null,
      urgency: "normal" as const,
    };
    const vapid = { publicKey: makePhone().p256dh, privateKey: phone.auth.padEnd(43, "A") };
    for (const endpoint of urls) {
      expect(pushEndpoint(endpoint), endpoint).toBeNull();
      const outcome = await sendPush(ours, vapid, { ...phone, endpoint }, letter, 0);
      expect(outcome, endpoint).toEqual({ state: "gone", note: "not a push service" });
    }
    expect(inside.connections()).toBe(0);
  });

  test.each([
    "https://fcm.googleapis.com/fcm/send/dh1:APA91b",
    "https://fcm.googleapis.com:443/wp/dh1:APA91b",
    "https://FCM.googleapis.com/wp/x",
    "https://web.push.apple.com/QGuQyavXutnMH8x",
    "https://updates.push.services.mozilla.com/wpush/v2/gAAAAA",
    "https://wns2-bl2p.notify.windows.com/w/?token=BQYAAAB",
  ])("%s is a push service", (endpoint) => {
    expect(pushEndpoint(endpoint)?.protocol).toBe("https:");
  });

  test("a host of the settings is allowed exactly as written", () => {
    const extra = ["relay.example:8443", "http://127.0.0.1:4000"];
    expect(pushEndpoint("https://relay.example:8443/p", extra)).not.toBeNull();
    expect(pushEndpoint("http://127.0.0.1:4000/p", extra)).not.toBeNull();
    expect(pushEndpoint("https://relay.example/p", extra)).toBeNull();
    expect(pushEndpoint("http://relay.example:8443/p", extra)).toBeNull();
    expect(pushEndpoint("http://127.0.0.1:4001/p", extra)).toBeNull();
    expect(pushEndpoint("http://u@127.0.0.1:4000/p", extra)).toBeNull();
  });
});
