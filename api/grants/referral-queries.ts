/** Statements of the referrals. @module */
import { inserting, ranks, reading, writing } from "../db/statement.ts";

/** Rows in a page of the clock's work; `limit` takes a constant alone. */
export const pageMax = 200;
/** Purchases looked at: who returned so many is not waited for. */
const purchasesMax = 20;
const friendsMax = 50;

/** Who has a code. */
export const referrerByCode = reading<
  [code: string],
  { member_id: string; brand_id: string; name: string; state: string; phone_index: string | null }
>(
  "referrer by code",
  `select j.key as n, c.member_id, c.brand_id, m.name, m.state, m.phone_index
   from json_each(?1) j join referral_code c on c.code = j.value->>0
   join member m on m.id = c.member_id`,
);

export const codeOfMember = reading<[memberId: string], { code: string }>(
  "referral code of a member",
  `select j.key as n, c.code from json_each(?1) j join referral_code c on c.member_id = j.value->>0`,
);

export const insertReferralCode = inserting<{
  member_id: string;
  code: string;
  brand_id: string;
  created_at: number;
}>("referral_code", ranks.cause, ["member_id", "code", "brand_id", "created_at"]);

/** Browsers of a member, by the keyed hash of their mark. */
export const isOwnBrowser = reading<[memberId: string, mark: string], { seen_at: number }>(
  "own browser",
  `select j.key as n, o.seen_at from json_each(?1) j
   join own_browser o on o.member_id = j.value->>0 and o.mark = j.value->>1`,
);

export const noteOwnBrowser = writing<{ member_id: string; mark: string; seen_at: number }>(
  "note own browser",
  ranks.cause,
  ["member_id", "mark", "seen_at"],
  `insert into own_browser (member_id, mark, seen_at)
   select j.value->>0, j.value->>1, j.value->>2 from json_each(?1) j where true order by j.key
   on conflict (member_id, mark) do update set seen_at = excluded.seen_at`,
);

export const insertReferral = inserting<{
  friend_id: string;
  referrer_id: string;
  brand_id: string;
  way: "phone" | "counter" | "till";
  named_at: number;
}>("referral", ranks.cause, ["friend_id", "referrer_id", "brand_id", "way", "named_at"]);

export type OpenReferralRow = {
  friend_id: string;
  referrer_id: string;
  brand_id: string;
  named_at: number;
};

/** SQL: is a referral paid (and not taken back)? */
const standingEnd = (friend: string): string =>
  `exists (select 1 from referral_end e where e.friend_id = ${friend} and not exists (
     select 1 from referral_back k where k.friend_id = e.friend_id and k.turn = e.turn))`;

/** Referrals that have not ended (or were taken back) and whose friend has bought something, a page after a friend. */
export const openReferrals = reading<
  [after: string, since: number],
  OpenReferralRow
>(
  "open referrals",
  `select j.key as n, r.friend_id, r.referrer_id, r.brand_id, r.named_at
   from json_each(?1) j join referral r on r.friend_id in (select x.friend_id from referral x
     where x.friend_id > j.value->>0 and x.named_at >= j.value->>1
       and not ${standingEnd("x.friend_id")}
       and exists (select 1 from sale s where s.member_id = x.friend_id)
     order by x.friend_id limit ${pageMax})
   order by j.key, r.friend_id`,
);

export type ReferralRow = OpenReferralRow & {
  friend_state: string;
  referrer_state: string;
  ended: 0 | 1;
  /** Which payment the next one is, from 1. */
  turn: number;
};

export const referralOf = reading<[friendId: string], ReferralRow>(
  "referral of a friend",
  `select j.key as n, r.friend_id, r.referrer_id, r.brand_id, r.named_at,
     f.state as friend_state, m.state as referrer_state,
     ${standingEnd("r.friend_id")} as ended,
     1 + (select count(*) from referral_end e where e.friend_id = r.friend_id) as turn
   from json_each(?1) j join referral r on r.friend_id = j.value->>0
   join member f on f.id = r.friend_id join member m on m.id = r.referrer_id`,
);

/** First purchases of a member with what is kept of each. */
export const firstPurchases = reading<
  [memberId: string],
  { sale_id: string; occurred_at: number; kept_fen: number }
>(
  "first purchases",
  `select j.key as n, s.id as sale_id, s.occurred_at,
     (select coalesce(sum(l.amount_fen - l.returned_fen), 0) from sale_line l where l.sale_id = s.id)
       as kept_fen
   from json_each(?1) j join sale s on s.id in (select x.id from sale x
     where x.member_id = j.value->>0 order by x.occurred_at, x.id limit ${purchasesMax})
   order by j.key, s.occurred_at, s.id`,
);

/** How many referrals a member was paid for in a calendar month and keeps, and the last number. */
export const paidInMonth = reading<
  [referrerId: string, month: string],
  { paid: number; last: number }
>(
  "referrals paid in a month",
  `select j.key as n, max(e.n) as last, sum(not exists (select 1 from referral_back k
     where k.friend_id = e.friend_id and k.turn = e.turn)) as paid from json_each(?1) j
   join referral_end e on e.referrer_id = j.value->>0 and e.month = j.value->>1 group by j.key`,
);

export const insertReferralEnd = inserting<{
  friend_id: string;
  turn: number;
  referrer_id: string;
  sale_id: string;
  referrer_points: number;
  friend_points: number;
  month: string | null;
  n: number | null;
  at: number;
  wait_days: number;
}>("referral_end", ranks.causeLine, [
  "friend_id",
  "turn",
  "referrer_id",
  "sale_id",
  "referrer_points",
  "friend_points",
  "month",
  "n",
  "at",
  "wait_days",
]);

export const insertReferralWatch = inserting<
  { friend_id: string; turn: number; until: number }
>(
  "referral_watch",
  ranks.change,
  ["friend_id", "turn", "until"],
);

export const forgetReferralWatch = writing<{ friend_id: string }>(
  "forget referral watch",
  ranks.change,
  ["friend_id"],
  `delete from referral_watch where friend_id in (select j.value->>0 from json_each(?1) j)`,
);

/** Referrals paid at once whose purchase may still be returned. */
export const watchedReferrals = reading<
  [after: string],
  {
    friend_id: string;
    turn: number;
    referrer_id: string;
    brand_id: string;
    named_at: number;
    until: number;
    kept_fen: number;
  }
>(
  "referrals that may be forfeit",
  `select j.key as n, w.friend_id, w.turn, e.referrer_id, r.brand_id, r.named_at, w.until,
     (select coalesce(sum(l.amount_fen - l.returned_fen), 0) from sale_line l where l.sale_id = e.sale_id)
       as kept_fen
   from json_each(?1) j join referral_watch w on w.friend_id in (select x.friend_id
     from referral_watch x where x.friend_id > j.value->>0 order by x.friend_id limit ${pageMax})
   join referral_end e on e.friend_id = w.friend_id and e.turn = w.turn
   join referral r on r.friend_id = w.friend_id
   order by j.key, w.friend_id`,
);

export const insertReferralBack = inserting<{ friend_id: string; turn: number; at: number }>(
  "referral_back",
  ranks.cause,
  ["friend_id", "turn", "at"],
);

/** The lots that one side of a referral was paid with, and what lapsed of them unspent. */
export const paidLots = reading<
  [causeId: string],
  {
    id: string;
    original: number;
    lapsed: number;
    journal_id: string;
  }
>(
  "lots of a referral grant",
  `select j.key as n, t.id, t.original, t.journal_id,
     (select coalesce(-sum(u.amount), 0) from lot_use u
       join entry e on e.account_id = u.account_id and e.seq = u.seq and e.contra like 'lapsed@%'
       where u.lot_id = t.id) as lapsed
   from json_each(?1) j join journal x on x.cause_kind = 'referral' and x.cause_id = j.value->>0
   join lot t on t.journal_id = x.id`,
);

/** What names one side's payment of a turn: the first as it always was. */
export const referralCause = (
  friendId: string,
  what: "referrer" | "friend",
  turn: number,
): string => turn === 1 ? `${friendId}.${what}` : `${friendId}.${what}.${turn}`;

export type FriendRow = {
  friend_id: string;
  name: string;
  named_at: number;
  bought_at: number | null;
  paid_at: number | null;
  points: number | null;
  back_at: number | null;
};

/** Those whom a member brought, newest first. */
export const friendsOf = reading<[referrerId: string], FriendRow>(
  "friends of a referrer",
  `select j.key as n, r.friend_id, m.name, r.named_at, e.at as paid_at, e.referrer_points as points,
     k.at as back_at,
     (select min(s.occurred_at) from sale s where s.member_id = r.friend_id and exists (
       select 1 from sale_line l where l.sale_id = s.id and l.amount_fen > l.returned_fen)) as bought_at
   from json_each(?1) j join referral r on r.friend_id in (select x.friend_id from referral x
     where x.referrer_id = j.value->>0 order by x.named_at desc limit ${friendsMax})
   join member m on m.id = r.friend_id
   left join referral_end e on e.friend_id = r.friend_id and e.turn = (
     select max(x.turn) from referral_end x where x.friend_id = r.friend_id)
   left join referral_back k on k.friend_id = e.friend_id and k.turn = e.turn
   order by j.key, r.named_at desc`,
);
