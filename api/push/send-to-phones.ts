/** One message to all phones of a member. @module */
import { choiceOf, type MessageKind } from "../../shared/push/message.ts";
import type { House } from "../desk.ts";
import { fieldsOf } from "./open-message.ts";
import {
  choicesOf,
  dropSubscription,
  markSubscription,
  type MessageRow,
  type SubscriptionRow,
  subscriptionsOf,
} from "./queries.ts";
import type { Outcome } from "./retry.ts";
import type { Dispatch } from "./send-messages.ts";
import { type PushLetter, sendPush } from "./send-push.ts";
import { vapidOf } from "./vapid.ts";
import { noticeOf, wordMessage } from "./word-message.ts";

/** Longest that push services keep a message. */
const ttlMax = 28 * 86_400;

const urgencyOf: Partial<Record<MessageKind, PushLetter["urgency"]>> = {
  "device-added": "high",
  "lapse-soon": "low",
};

/** Sends a push to every phone that has not got it yet. Phones that are gone are forgotten. */
export const sendToPhones = async (house: House, message: MessageRow): Promise<Dispatch> => {
  const memberId = message.member_id ?? "";
  const [phones, choices, vapid] = await Promise.all([
    house.db.read(subscriptionsOf, [memberId]),
    house.db.read(choicesOf, [memberId]),
    vapidOf(house),
  ]);
  const choice = choiceOf[message.kind];
  if (choices.some((c) => c.kind === choice && !c.wanted)) {
    return { outcome: { state: "dropped", note: "not wanted" } };
  }
  const before = JSON.parse(message.reached) as string[];
  const now = house.clock();
  const letter = letterOf(house, message, now);
  const tries = await Promise.all(
    phones.filter((phone) => !before.includes(phone.id)).map(async (phone) => ({
      phone,
      outcome: await sendPush(house.settings, vapid, phone, letter, now),
    })),
  );
  const reached = [
    ...before,
    ...tries.filter((t) => t.outcome.state === "sent").map((t) => t.phone.id),
  ];
  return {
    outcome: together(tries.map((t) => t.outcome), reached.length),
    reached,
    writes: tries.flatMap(({ phone, outcome }) => markOf(phone, outcome, now)),
  };
};

const letterOf = (house: House, message: MessageRow, now: number): PushLetter => {
  const words = wordMessage(message.kind, fieldsOf(house, message), message.language);
  return {
    notice: noticeOf(message.kind, words, message.topic ?? message.id, message.language),
    ttlSeconds: Math.min(Math.floor((message.expires_at - now) / 1000), ttlMax),
    topic: message.topic,
    urgency: urgencyOf[message.kind] ?? "normal",
  };
};

const markOf = (phone: SubscriptionRow, outcome: Outcome, now: number) => {
  if (outcome.state === "gone") return [dropSubscription.row({ id: phone.id })];
  if (outcome.state === "retry") return [];
  const reached = outcome.state === "sent";
  return [markSubscription.row({ id: phone.id, ok_at: reached ? now : null })];
};

/** One outcome for all phones: as long as one may still be reached, there is a next try. */
const together = (outcomes: Outcome[], reached: number): Dispatch["outcome"] => {
  const later = outcomes.filter((o) => o.state === "retry");
  if (later.length > 0) {
    return {
      state: "retry",
      note: later[0]!.note,
      afterMs: Math.max(...later.map((o) => o.afterMs ?? 0)),
    };
  }
  if (reached > 0) return { state: "sent", note: `${reached} phones` };
  const refused = outcomes.find((o) => o.state === "refused");
  return refused ?? { state: "dropped", note: outcomes[0]?.note ?? "no subscription" };
};
