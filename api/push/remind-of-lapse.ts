/** Reminds members of points that will lapse soon. Safe to repeat: a member has one reminder a week,
 *  by the name of the message. @module */
import { lapseReminder, reminderAheadMs } from "../../shared/push/lapse-reminder.ts";
import { reading } from "../db/statement.ts";
import type { Desk } from "../desk.ts";
import { queueMessage } from "./queue-message.ts";

const pageMax = 200;

/** Active members with a subscription, a page after a member id. */
const subscribedMembers = reading<[after: string], { id: string; language: "zh-CN" | "en" }>(
  "subscribed members",
  `select 0 as n, m.id, m.language from member m
   where m.id in (select distinct s.member_id from push_subscription s
       where s.member_id > json_extract(?1, '$[0][0]') order by s.member_id limit ${pageMax})
   order by m.id`,
);

const lapsingOf = reading<
  [memberId: string, after: number, until: number],
  { lapsesAt: number; points: number }
>(
  "points lapsing soon",
  `select j.key as n, t.lapses_at as lapsesAt, sum(t.remaining) as points
   from json_each(?1) j join loyalty_account l on l.member_id = j.value->>0
   join lot t on t.account_id = l.id || '.points' and t.remaining > 0
     and t.lapses_at > j.value->>1 and t.lapses_at <= j.value->>2
   group by j.key, t.lapses_at`,
);

/** @returns members who were due a reminder, those reminded earlier this week included */
export const remindOfLapse = async (desk: Desk): Promise<number> => {
  let reminded = 0;
  for (let after = "";;) {
    const members = await desk.db.read(subscribedMembers, [after]);
    const lapsing = await Promise.all(
      members.map((m) => desk.db.read(lapsingOf, [m.id, desk.now, desk.now + reminderAheadMs])),
    );
    const writes = members.flatMap((member, i) => {
      const reminder = lapseReminder(lapsing[i]!, desk.now);
      if (!reminder) return [];
      const { week, ...fields } = reminder;
      return [queueMessage(desk, {
        channel: "push",
        kind: "lapse-soon",
        memberId: member.id,
        fields,
        topic: "lapse",
        language: member.language,
        expiresAt: reminder.lapsesAt,
        once: `lapse-soon ${member.id} ${week}`,
      })];
    });
    if (writes.length > 0) await desk.db.write(writes);
    reminded += writes.length;
    if (members.length < pageMax) return reminded;
    after = members.at(-1)!.id;
  }
};
