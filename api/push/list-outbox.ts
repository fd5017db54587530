/** The demo's outbox: what would have been sent if there were a provider. @module */
import { maskName } from "../../shared/cards/mask.ts";
import type { AnswerOf } from "../../shared/endpoint.ts";
import type { listOutbox as door } from "../../shared/console/endpoints.ts";
import { Problem } from "../../shared/problems.ts";
import type { MessageChannel } from "../../shared/push/message.ts";
import type { Desk, House } from "../desk.ts";
import { fieldsOf, recipientOf } from "./open-message.ts";
import { latestMessages, type MessageRow } from "./queries.ts";
import { wordMessage } from "./word-message.ts";

/** Are this channel's messages for everybody to read? Only in the demo, and only while no provider
 *  sends them to somebody real. */
export const isOpenOutbox = (house: Pick<House, "settings">, channel: MessageChannel): boolean => {
  const { demo, production, sms, email } = house.settings;
  if (!demo || production) return false;
  return channel === "push" || (channel === "sms" ? sms : email) === null;
};

type Listed = AnswerOf<typeof door>["messages"][number];

const listed = (desk: Desk, message: MessageRow & { member_name: string | null }): Listed => {
  const words = wordMessage(message.kind, fieldsOf(desk, message), message.language);
  return {
    id: message.id,
    channel: message.channel,
    to: recipientOf(desk, message) || maskName(message.member_name ?? ""),
    title: words.title,
    text: words.body,
    state: message.state,
    at: message.created_at,
  };
};

/** Messages of the last while, newest first, with their codes in clear.
 *  @throws Problem not-found outside the demo */
export const listOutbox = async (desk: Desk): Promise<AnswerOf<typeof door>> => {
  if (!desk.settings.demo || desk.settings.production) throw new Problem("not-found");
  const messages = await desk.db.readSeen(latestMessages, [], desk.seen);
  return {
    messages: messages.filter((m) => isOpenOutbox(desk, m.channel)).map((m) => listed(desk, m)),
  };
};
