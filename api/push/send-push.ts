/** Sends one notice to one phone: encrypts it (RFC 8291), signs who we are (RFC 8292), posts it
 *  (RFC 8030). Connects to push services only and follows no redirect. @module */
import { createHash } from "node:crypto";
import webPush from "web-push";
import type { Settings } from "../settings.ts";
import { pushEndpoint } from "./push-hosts.ts";
import { type Outcome, outcomeOf } from "./retry.ts";
import type { Vapid } from "./vapid.ts";
import type { Notice } from "./word-message.ts";

export type PushTarget = { endpoint: string; p256dh: string; auth: string };

export type PushLetter = {
  notice: Notice;
  /** How long the push service keeps it for a phone that is off. */
  ttlSeconds: number;
  /** A later one replaces this one while the phone is off. */
  topic: string | null;
  urgency: "low" | "normal" | "high";
};

export const pushTimeoutMs = 10_000;

/** A topic as the protocol wants it: at most 32 characters of base64url (RFC 8030 5.4). */
export const topicOf = (text: string): string =>
  createHash("sha256").update(text).digest("base64url").slice(0, 32);

const requestFor = (url: URL, target: PushTarget, letter: PushLetter, vapid: Vapid, who: string) =>
  webPush.generateRequestDetails(
    { endpoint: url.href, keys: { p256dh: target.p256dh, auth: target.auth } },
    JSON.stringify(letter.notice),
    {
      vapidDetails: { subject: who, ...vapid },
      TTL: letter.ttlSeconds,
      contentEncoding: "aes128gcm",
      urgency: letter.urgency,
      ...(letter.topic === null ? {} : { topic: topicOf(letter.topic) }),
    },
  );

/** Hands one notice to the push service. Never throws: whatever happens is an outcome. */
export const sendPush = async (
  settings: Pick<Settings, "pushHosts" | "vapidSubject">,
  vapid: Vapid,
  target: PushTarget,
  letter: PushLetter,
  now: number,
): Promise<Outcome> => {
  const url = pushEndpoint(target.endpoint, settings.pushHosts);
  if (!url) return { state: "gone", note: "not a push service" };
  let request: ReturnType<typeof requestFor>;
  try {
    request = requestFor(url, target, letter, vapid, settings.vapidSubject);
  } catch {
    return { state: "gone", note: "unusable keys" };
  }
  // fetch counts the length itself and refuses to be told.
  const { "Content-Length": _, ...headers } = request.headers as Record<string, string>;
  try {
    const answer = await fetch(url, {
      method: "POST",
      headers: Object.entries(headers).map(([k, v]): [string, string] => [k, String(v)]),
      body: new Uint8Array(request.body),
      redirect: "manual",
      signal: AbortSignal.timeout(pushTimeoutMs),
    });
    await answer.body?.cancel();
    return outcomeOf(answer.status, answer.headers.get("retry-after"), now, [404, 410]);
  } catch (error) {
    return { state: "retry", note: error instanceof Error ? error.name : "unreachable" };
  }
};
