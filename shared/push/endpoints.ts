/** Doors of the messages a member gets. @module */
import * as z from "zod/mini";
import { endpoint } from "../endpoint.ts";

/** Kinds of message a member can switch; security messages always go. */
export const noticeKinds = ["points", "claims", "lapse", "offers"] as const;
export type NoticeKind = typeof noticeKinds[number];
const Choices = z.object({
  points: z.boolean(),
  claims: z.boolean(),
  lapse: z.boolean(),
  offers: z.boolean(),
});

export const showMyNotices = endpoint({
  id: "showMyNotices",
  method: "GET",
  path: "/api/members/me/notices",
  who: "own.read",
  summary: "What the member wants to be told, and the key to subscribe with.",
  answer: z.object({ choices: Choices, vapidPublicKey: z.string(), subscribed: z.boolean() }),
  problems: [],
});

export const chooseMyNotices = endpoint({
  id: "chooseMyNotices",
  method: "PUT",
  path: "/api/members/me/notices",
  who: "own.change",
  summary: "Chooses what to be told.",
  body: z.strictObject({
    points: z.boolean(),
    claims: z.boolean(),
    lapse: z.boolean(),
    offers: z.boolean(),
  }),
  answer: z.object({ choices: Choices }),
  problems: [],
});

export const subscribePush = endpoint({
  id: "subscribePush",
  method: "PUT",
  path: "/api/members/me/push",
  who: "own.change",
  summary: "Keeps this phone's web-push subscription.",
  body: z.strictObject({
    endpoint: z.string().check(z.maxLength(1024)),
    keys: z.strictObject({
      p256dh: z.string().check(z.regex(/^[\w-]{86,88}=?$/)),
      auth: z.string().check(z.regex(/^[\w-]{22}(==)?$/)),
    }),
  }),
  answer: z.object({ done: z.literal(true) }),
  problems: ["push-refused"],
});

export const unsubscribePush = endpoint({
  id: "unsubscribePush",
  method: "DELETE",
  path: "/api/members/me/push",
  who: "own.change",
  summary: "Forgets this phone's subscription.",
  answer: z.object({ done: z.literal(true) }),
  problems: [],
});
