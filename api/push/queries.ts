/** Statements of the messages room. @module */
import type { MessageChannel, MessageKind } from "../../shared/push/message.ts";
import { ranks, reading, writing } from "../db/statement.ts";

export type MessageRow = {
  id: string;
  channel: MessageChannel;
  kind: MessageKind;
  member_id: string | null;
  recipient_cipher: string | null;
  language: string;
  fields: string;
  topic: string | null;
  due_at: number;
  expires_at: number;
  state: "waiting" | "sent" | "failed" | "dropped";
  tries: number;
  outcome: string | null;
  created_at: number;
  sent_at: number | null;
  reached: string;
};

/** Ids of a channel's messages that are due and that nobody is sending now: those for one person
 *  first, then what goes to a crowd; longest due first. */
export const dueMessages = reading<[channel: MessageChannel, now: number], { id: string }>(
  "due messages",
  `select j.key as n, m.id from json_each(?1) j join message m on m.id in (
     select x.id from message x where x.state = 'waiting' and x.channel = j.value->>0
       and x.due_at <= j.value->>1 and x.leased_until <= j.value->>1
     order by x.bulk, x.due_at limit 64)`,
);

/** Takes a message for one sender; whoever has it keeps it until the lease ends. */
export const leaseMessage = writing<
  { id: string; leased_by: string; leased_until: number; now: number }
>(
  "lease message",
  ranks.message,
  ["id", "leased_by", "leased_until", "now"],
  `update message set leased_by = j.value->>1, leased_until = j.value->>2 from json_each(?1) j
   where message.id = j.value->>0 and message.state = 'waiting'
     and message.leased_until <= j.value->>3`,
);

export const leasedMessages = reading<[leasedBy: string], MessageRow>(
  "leased messages",
  `select j.key as n, m.* from json_each(?1) j
   join message m on m.leased_by = j.value->>0 and m.state = 'waiting' order by m.bulk, m.due_at`,
);

export type Settled = {
  id: string;
  leased_by: string;
  state: MessageRow["state"];
  tries: number;
  outcome: string;
  due_at: number;
  sent_at: number | null;
  reached: string;
  fields: string;
};

/** Records how sending went, but only for the sender that still holds the message. */
export const settleMessage = writing<Settled>(
  "settle message",
  ranks.message,
  ["id", "leased_by", "state", "tries", "outcome", "due_at", "sent_at", "reached", "fields"],
  `update message set state = j.value->>2, tries = j.value->>3, outcome = j.value->>4,
     due_at = j.value->>5, sent_at = j.value->>6, reached = j.value->>7, fields = j.value->>8,
     leased_by = null, leased_until = 0
   from json_each(?1) j where message.id = j.value->>0 and message.leased_by = j.value->>1`,
);

export type SubscriptionRow = {
  id: string;
  member_id: string;
  device_id: string | null;
  endpoint: string;
  p256dh: string;
  auth: string;
  created_at: number;
};

/** Subscriptions of a member whose phone is still signed in, newest first. */
export const subscriptionsOf = reading<[memberId: string], SubscriptionRow>(
  "subscriptions of a member",
  `select j.key as n, s.id, s.member_id, s.device_id, s.endpoint, s.p256dh, s.auth, s.created_at
   from json_each(?1) j join push_subscription s on s.member_id = j.value->>0
   left join member_device d on d.id = s.device_id
   where s.device_id is null or d.state = 'active'
   order by j.key, s.created_at desc, s.id desc`,
);

/** Kinds the member switched (no row: wanted). */
export const choicesOf = reading<[memberId: string], { kind: string; wanted: number }>(
  "notice choices",
  `select j.key as n, c.kind, c.wanted from json_each(?1) j
   join notice_choice c on c.member_id = j.value->>0`,
);

export const keepChoice = writing<{ member_id: string; kind: string; wanted: boolean }>(
  "keep notice choice",
  ranks.change,
  ["member_id", "kind", "wanted"],
  `insert into notice_choice (member_id, kind, wanted)
   select j.value->>0, j.value->>1, j.value->>2 from json_each(?1) j where true order by j.key
   on conflict (member_id, kind) do update set wanted = excluded.wanted`,
);

/** An endpoint belongs to one phone: whoever subscribes with it last has it. */
export const keepSubscription = writing<SubscriptionRow>(
  "keep subscription",
  ranks.message,
  ["id", "member_id", "device_id", "endpoint", "p256dh", "auth", "created_at"],
  `insert into push_subscription (id, member_id, device_id, endpoint, p256dh, auth, created_at)
   select j.value->>0, j.value->>1, j.value->>2, j.value->>3, j.value->>4, j.value->>5, j.value->>6
   from json_each(?1) j where true order by j.key
   on conflict (endpoint) do update set member_id = excluded.member_id,
     device_id = excluded.device_id, p256dh = excluded.p256dh, auth = excluded.auth,
     created_at = excluded.created_at, failures = 0`,
);

/** After a new subscription: the phone's former ones go, and what is beyond the newest five. */
export const trimSubscriptions = writing<
  { member_id: string; device_id: string | null; endpoint: string }
>(
  "trim subscriptions",
  ranks.message + 1,
  ["member_id", "device_id", "endpoint"],
  `delete from push_subscription where id in (
     select s.id from json_each(?1) j join push_subscription s on s.member_id = j.value->>0
     where (s.device_id = j.value->>1 and s.endpoint <> j.value->>2)
       or (select count(*) from push_subscription x where x.member_id = s.member_id
         and (x.created_at, x.id) > (s.created_at, s.id)) >= 5)`,
);

export const dropSubscriptionsOf = writing<{ member_id: string; device_id: string | null }>(
  "drop subscriptions of a phone",
  ranks.change,
  ["member_id", "device_id"],
  `delete from push_subscription where id in (
     select s.id from json_each(?1) j join push_subscription s
     on s.member_id = j.value->>0 and s.device_id is j.value->>1)`,
);

export const dropSubscription = writing<{ id: string }>(
  "drop subscription",
  ranks.change,
  ["id"],
  "delete from push_subscription where id in (select j.value->>0 from json_each(?1) j)",
);

/** Counts how a subscription fares: `ok_at` when it was reached, null when it failed. */
export const markSubscription = writing<{ id: string; ok_at: number | null }>(
  "mark subscription",
  ranks.message,
  ["id", "ok_at"],
  `update push_subscription set last_ok_at = coalesce(j.value->>1, last_ok_at),
     failures = case when j.value->>1 is null then failures + 1 else 0 end
   from json_each(?1) j where push_subscription.id = j.value->>0`,
);

/** Messages made lately, newest first: the demo's outbox page. */
export const latestMessages = reading<[], MessageRow & { member_name: string | null }>(
  "latest messages",
  `select j.key as n, m.*, p.name as member_name from json_each(?1) j
   join message m on m.id in (
     select x.id from message x order by x.created_at desc, x.id desc limit 100)
   left join member p on p.id = m.member_id
   order by j.key, m.created_at desc, m.id desc`,
);
