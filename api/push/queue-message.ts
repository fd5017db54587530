/** Puts a message into the outbox, in the same batch as its cause. @module */
import { createHash } from "node:crypto";
import {
  bulkKinds,
  choiceOf,
  type MessageChannel,
  type MessageFields,
  type MessageKind,
  secretKinds,
} from "../../shared/push/message.ts";
import { ranks, type Write, writing } from "../db/statement.ts";
import type { Desk } from "../desk.ts";
import { fieldsPlace, recipientPlace } from "./open-message.ts";

export type NewMessage<Kind extends MessageKind = MessageKind> = {
  channel: MessageChannel;
  kind: Kind;
  /** Whose phones get a push; for SMS and e-mail whom it is about, if anybody. */
  memberId?: string | null;
  /** Phone number or e-mail address; none for push. */
  recipient?: string | null;
  fields: MessageFields[Kind];
  /** A later message of the same topic replaces an unread earlier one, on the push service and on
   *  the phone. */
  topic?: string | null;
  language: "zh-CN" | "en";
  /** Not before (ms); now unless said. */
  dueAt?: number;
  /** Not after (ms): a message nobody could get by then is dropped. */
  expiresAt: number;
  /** Names the occasion: a second message of the same name is not queued. */
  once?: string;
};

type Row = {
  id: string;
  channel: string;
  kind: string;
  member_id: string | null;
  recipient_cipher: string | null;
  language: string;
  fields: string;
  topic: string | null;
  due_at: number;
  expires_at: number;
  created_at: number;
  bulk: boolean;
  choice: string | null;
};

// A push for a member who has no subscription, who does not want this kind or whose brand does not
// send it, is nobody's: it is
// not queued at all, so a sale to such a member costs one look at an index and no row.
const insertMessage = writing<Row>(
  "insert message",
  ranks.message,
  [
    "id",
    "channel",
    "kind",
    "member_id",
    "recipient_cipher",
    "language",
    "fields",
    "topic",
    "due_at",
    "expires_at",
    "created_at",
    "bulk",
    "choice",
  ],
  `insert into message (id, channel, kind, member_id, recipient_cipher, language, fields, topic,
     due_at, expires_at, created_at, bulk)
   select j.value->>0, j.value->>1, j.value->>2, j.value->>3, j.value->>4, j.value->>5, j.value->>6,
     j.value->>7, j.value->>8, j.value->>9, j.value->>10, j.value->>11
   from json_each(?1) j
   where (j.value->>1 <> 'push'
       or exists (select 1 from push_subscription s where s.member_id = j.value->>3))
     and not exists (select 1 from notice_choice c
       where c.member_id = j.value->>3 and c.kind = j.value->>12 and c.wanted = 0)
     and not exists (select 1 from member m join parameter_set p on p.brand_id = m.brand_id
       join json_each(p.body, '$.messagesOff') o on o.value = j.value->>12
       where m.id = j.value->>3)
   order by j.key
   on conflict (id) do nothing`,
);

const idOf = (desk: Desk, once: string | undefined): string =>
  once === undefined
    ? desk.id("message")
    : `msg_${createHash("sha256").update(once).digest("hex").slice(0, 32)}`;

/** The write that queues one message; it is sent after the batch is booked (send-messages.ts).
 *  @throws RangeError if a push names no member or another channel no recipient: a bug */
export const queueMessage = <Kind extends MessageKind>(
  desk: Desk,
  message: NewMessage<Kind>,
): Write => {
  const { channel, kind, memberId = null, recipient = null } = message;
  if (channel === "push" ? !memberId : !recipient) {
    throw new RangeError(`a ${channel} message needs somebody to go to`);
  }
  const id = idOf(desk, message.once);
  const fields = JSON.stringify(message.fields);
  return insertMessage.row({
    id,
    channel,
    kind,
    member_id: memberId,
    recipient_cipher: recipient === null ? null : desk.keys.seal(recipientPlace(id), recipient),
    language: message.language,
    fields: secretKinds.has(kind) ? desk.keys.seal(fieldsPlace(id), fields) : fields,
    topic: message.topic ?? null,
    due_at: message.dueAt ?? desk.now,
    expires_at: message.expiresAt,
    created_at: desk.now,
    bulk: bulkKinds.has(kind),
    choice: choiceOf[kind],
  });
};
