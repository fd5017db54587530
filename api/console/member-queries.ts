/** What the office reads and changes of members. @module */
import { inserting, ranks, reading, writing } from "../db/statement.ts";

export type OfficeMember = {
  id: string;
  brand_id: string;
  name: string;
  birthday: string | null;
  birthday_calendar: "solar" | "lunar" | "lunar-leap";
  birthday_set_at: number | null;
  sex: string | null;
  phone_cipher: string | null;
  phone_index: string | null;
  language: "zh-CN" | "en";
  joined_at: number;
  source: string;
  state: string;
  external_ref: string | null;
  account_id: string;
};

export const officeMember = reading<[memberId: string], OfficeMember>(
  "member for the office",
  `select j.key as n, m.id, m.brand_id, m.name, m.birthday, m.birthday_calendar, m.birthday_set_at,
     m.sex, m.phone_cipher, m.phone_index, m.language, m.joined_at, m.source, m.state, m.external_ref, l.id as account_id
   from json_each(?1) j join member m on m.id = j.value->>0
   join loyalty_account l on l.member_id = m.id`,
);

/** Who froze a member, when and why: of those who are frozen now, and by somebody here. */
export const freezeOf = reading<
  [memberId: string],
  { at: number; after_json: string | null; by_name: string }
>(
  "freeze of a member",
  `select j.key as n, a.at, a.after_json, coalesce((select s.name from staff s where s.id = a.actor_id),
     (select k.label from api_key k where k.id = a.actor_id), a.actor_role) as by_name
   from json_each(?1) j join member m on m.id = j.value->>0 and m.state = 'frozen'
   join audit_log a on a.id = (select max(x.id) from audit_log x
     where x.subject = m.id and x.action = 'member.frozen')`,
);

export const cardsOf = reading<
  [memberId: string],
  {
    id: string;
    medium: "plastic" | "ecard";
    number: string | null;
    handle: string | null;
    state: string;
    issued_at: number;
  }
>(
  "cards of a member",
  `select j.key as n, c.id, c.medium, c.number, c.handle, c.state, c.issued_at
   from json_each(?1) j join card c on c.member_id = j.value->>0
   order by j.key, c.state <> 'active', c.issued_at desc, c.id`,
);

/** What a member redeemed, newest first, a page of it. */
export const claimsOfMember = reading<
  [memberId: string],
  {
    id: string;
    gift_zh: string;
    gift_en: string;
    points: number;
    claimed_at: number;
    store_id: string;
    state: string;
  }
>(
  "claims of a member for the office",
  `select j.key as n, c.id, g.name_zh as gift_zh, g.name_en as gift_en, c.points, c.claimed_at,
     c.store_id, coalesce(e.state, o.state, 'open') as state
   from json_each(?1) j join claim c on c.member_id = j.value->>0 join gift g on g.id = c.gift_id
   left join claim_end e on e.claim_id = c.id left join gift_order o on o.claim_id = c.id
   order by j.key, c.claimed_at desc limit 500`,
);

/** A corrected phone counts as unverified until its owner types a code. */
export const updatePhone = writing<{
  id: string;
  phone_cipher: string;
  phone_index: string;
  phone_tail: string;
}>(
  "correct phone",
  ranks.change,
  ["id", "phone_cipher", "phone_index", "phone_tail"],
  `update member set phone_cipher = j.value->>1, phone_index = j.value->>2,
     phone_tail = j.value->>3, phone_verified_at = null, revision = revision + 1
   from json_each(?1) j where member.id = j.value->>0`,
);

/** A membership that was closed stays so. */
export const updateMemberState = writing<{ id: string; state: "active" | "frozen" }>(
  "freeze or unfreeze a member",
  ranks.change,
  ["id", "state"],
  `update member set state = j.value->>1, revision = revision + 1 from json_each(?1) j
   where member.id = j.value->>0 and member.state <> 'closed'`,
);

export const insertAdjustment = inserting<{
  id: string;
  account_id: string;
  member_id: string;
  points: number;
  reason: string;
  staff_id: string;
  journal_id: string;
  at: number;
  approval_id: string | null;
  day: string | null;
  day_most: number | null;
}>("adjustment", ranks.cause, [
  "id",
  "account_id",
  "member_id",
  "points",
  "reason",
  "staff_id",
  "journal_id",
  "at",
  "approval_id",
  "day",
  "day_most",
]);

/** Points that a person moved by hand alone on a day of the stores, either way. */
export const adjustedAlone = reading<[staffId: string, day: string], { points: number }>(
  "adjusted alone on a day",
  `select j.key as n, coalesce(sum(abs(a.points)), 0) as points from json_each(?1) j
   join adjustment a on a.staff_id = j.value->>0 and a.day = j.value->>1 group by j.key`,
);
