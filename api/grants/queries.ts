/** Statements of the grants room: check-ins, profile, and what the earn page shows. @module */
import { inserting, ranks, reading } from "../db/statement.ts";
import { tierBirthdayPoints } from "./gift-queries.ts";

export const lastCheckIn = reading<
  [memberId: string],
  { day: string; streak: number; points: number; bonus: number }
>(
  "last check-in",
  `select j.key as n, c.day, c.streak, c.points, c.bonus from json_each(?1) j
   join check_in c on c.member_id = j.value->>0
     and c.day = (select max(x.day) from check_in x where x.member_id = j.value->>0)`,
);

export const checkInDays = reading<[memberId: string, from: string], { day: string }>(
  "check-in days",
  `select j.key as n, c.day from json_each(?1) j
   join check_in c on c.member_id = j.value->>0 and c.day >= j.value->>1 order by j.key, c.day`,
);

export const insertCheckIn = inserting<{
  member_id: string;
  day: string;
  streak: number;
  points: number;
  bonus: number;
  journal_id: string;
  at: number;
}>("check_in", ranks.cause, [
  "member_id",
  "day",
  "streak",
  "points",
  "bonus",
  "journal_id",
  "at",
]);

export type ProfileRow = {
  id: string;
  name: string;
  phone: 0 | 1;
  sex: string | null;
  birthday: string | null;
  birthday_calendar: "solar" | "lunar" | "lunar-leap";
  birthday_set_at: number | null;
  state: string;
  tier_id: string | null;
  /** Birthday points that the tier promises; 0: it promises a gift. */
  tier_birthday: number | null;
  /** Of the member by the member: names, JSON. */
  own_tags: string;
  /** [id, name] of each tag the office gave, JSON. */
  tags: string;
};

/** What decides which grants are for a member. */
export const profileOfMember = reading<[memberId: string], ProfileRow>(
  "profile for grants",
  `select j.key as n, m.id, m.name, m.phone_index is not null as phone, m.sex, m.birthday,
     m.birthday_calendar, m.birthday_set_at, m.state, m.tags as own_tags, l.tier_id,
     (select json_group_array(json_array(t.id, t.name)) from member_tag x
       join tag t on t.id = x.tag_id and t.state = 'active' where x.member_id = m.id) as tags,
     ${tierBirthdayPoints("m.id")} as tier_birthday
   from json_each(?1) j join member m on m.id = j.value->>0
   join loyalty_account l on l.member_id = m.id`,
);

/** The journal that a cause was booked with, if it was. */
export const journalOfCause = reading<[kind: string, id: string], { id: string }>(
  "journal of a cause",
  `select j.key as n, x.id from json_each(?1) j
   join journal x on x.cause_kind = j.value->>0 and x.cause_id = j.value->>1`,
);

/** Points granted to an account since an instant: bounded by the entries of that time. */
export const grantedSince = reading<[memberId: string, since: number], { points: number }>(
  "points granted lately",
  `select j.key as n, coalesce(sum(e.amount), 0) as points from json_each(?1) j
   join loyalty_account l on l.member_id = j.value->>0
   join entry e on e.account_id = l.id || '.points' and e.at >= j.value->>1 and e.amount > 0
   join journal x on x.id = e.journal_id and x.kind = 'grant'
   group by j.key`,
);
