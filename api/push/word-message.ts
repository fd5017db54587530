/** Puts a message into words: the sentence in the reader's language, and where a tap leads.
 *  @module */
import type { MessageFields, MessageKind } from "../../shared/push/message.ts";
import { en } from "../../shared/wording/messages/en.ts";
import { type MessagesWording, zh } from "../../shared/wording/messages/zh.ts";

export type Words = { title: string; body: string };

const languages: Record<string, MessagesWording> = { "zh-CN": zh, en };

/** Title and body; the body stands alone. An unknown language reads the source, zh-CN. */
export const wordMessage = <Kind extends MessageKind>(
  kind: Kind,
  fields: MessageFields[Kind],
  language: string,
): Words => (languages[language] ?? zh)[kind](fields);

/** Page of the e-card that a tap on the notification opens, relative to the e-card's address. */
const pages: Record<MessageKind, string> = {
  "otp": "",
  "join-asked": "",
  "device-added": "devices",
  "points-earned": "points",
  "points-returned": "points",
  "claim-made": "claims",
  "claim-handed-over": "claims",
  "order-placed": "claims",
  "order-shipped": "claims",
  "event-booked": "claims",
  "claim-lapsed": "claims",
  "claim-cancelled": "claims",
  "lapse-soon": "points",
  "seal": "",
  "adjustment": "points",
  "grant": "points",
};

/** What the service worker gets (pwa/push/notice.ts reads it). */
export type Notice = Words & { url: string; tag: string; lang: string };

/** Bytes that fit one record for every push service (RFC 8291 4 and the services' 4096 limit). */
export const noticeBytesMax = 3_900;

/** A notice that fits; a body that is too long is cut.
 *  @param tag a later notice with the same tag replaces this one on the phone */
export const noticeOf = (
  kind: MessageKind,
  words: Words,
  tag: string,
  lang = "zh-CN",
): Notice => {
  const notice = { ...words, url: pages[kind], tag, lang };
  const size = () => new TextEncoder().encode(JSON.stringify(notice)).length;
  while (size() > noticeBytesMax && notice.body.length > 1) {
    const over = size() - noticeBytesMax;
    const keep = Math.max(0, notice.body.length - 1 - Math.max(1, Math.ceil(over / 6)));
    // A surrogate pair cut in half would not be text any more.
    notice.body = `${notice.body.slice(0, keep).replace(/[\uD800-\uDBFF]$/, "")}…`;
  }
  return notice;
};
