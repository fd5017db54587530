/** Statements of the gifts by the calendar: birthdays and festivals. @module */
import { ranks, reading, writing } from "../db/statement.ts";

/** Members in a page: `limit` takes a constant alone. */
export const pageMax = 200;

export const brandIds = reading<[], { id: string }>(
  "brands",
  "select j.key as n, b.id from json_each(?1) j join brand b order by b.id",
);

/** SQL for the birthday points that a member's tier promises: 0 where it promises a gift instead,
 *  null where it promises nothing. */
export const tierBirthdayPoints = (member: string): string =>
  `(select case y.birthday->>'kind' when 'points' then y.birthday->>'points' when 'gift' then 0 end
    from loyalty_account l join tier_terms y on y.tier_id = l.tier_id
    where l.member_id = ${member})`;

/** Active members whose birthday is kept as a month and day, and who have not had this year's gift:
 *  a page after a member. `joinedBefore` (ms): who joined later was not a member in the window.
 *  `setBefore` (ms): who moved it later waits. */
export const birthdaysDue = reading<
  [
    brandId: string,
    calendar: string,
    monthDay: string,
    year: number,
    joinedBefore: number,
    after: string,
    setBefore: number,
  ],
  { id: string; tier_points: number | null; tier_gift: string | null }
>(
  "birthdays due",
  `select j.key as n, m.id, ${tierBirthdayPoints("m.id")} as tier_points,
     (select y.birthday->>'giftId' from loyalty_account l join tier_terms y on y.tier_id = l.tier_id
      where l.member_id = m.id) as tier_gift
   from json_each(?1) j join member m on m.id in (
     select x.id from member x where x.brand_id = j.value->>0 and x.birthday is not null
       and x.birthday_calendar = j.value->>1 and substr(x.birthday, 6) = j.value->>2
       and x.id > j.value->>5 and x.state = 'active' and x.joined_at < j.value->>4
       and (x.birthday_set_at is null or x.birthday_set_at <= j.value->>6)
       and not exists (select 1 from journal o where o.cause_kind = 'birthday'
         and o.cause_id = x.id || '.' || (j.value->>3))
     order by x.id limit ${pageMax})
   order by j.key, m.id`,
);

/** The same for those who came by between two instants (ms). */
export const visitedBetween = reading<[memberId: string, from: number, to: number], { at: number }>(
  "visited between",
  `select j.key as n, max(s.occurred_at) as at from json_each(?1) j
   join sale s on s.member_id = j.value->>0 and s.occurred_at >= j.value->>1
     and s.occurred_at < j.value->>2
   group by j.key`,
);

/** Members of a brand, a page after one, active or not. */
export const membersAfter = reading<
  [brandId: string, after: string],
  { id: string; state: string }
>(
  "members of a brand after one",
  `select j.key as n, m.id, m.state from json_each(?1) j join member m on m.id in (
     select x.id from member x where x.brand_id = j.value->>0 and x.id > j.value->>1
     order by x.id limit ${pageMax})
   order by j.key, m.id`,
);

export const progressOf = reading<
  [brandId: string, cause: string],
  { after: string; granted: number }
>(
  "how far a gift got",
  `select j.key as n, g.after, g.granted from json_each(?1) j
   join grant_progress g on g.brand_id = j.value->>0 and g.cause = j.value->>1`,
);

export const putProgress = writing<
  { brand_id: string; cause: string; after: string; granted: number; at: number }
>(
  "note how far a gift got",
  ranks.change,
  ["brand_id", "cause", "after", "granted", "at"],
  `insert into grant_progress (brand_id, cause, after, granted, at)
   select j.value->>0, j.value->>1, j.value->>2, j.value->>3, j.value->>4 from json_each(?1) j
   where true order by j.key
   on conflict (brand_id, cause) do update set after = excluded.after, granted = excluded.granted,
     at = excluded.at`,
);

/** Members told of one date; more are counted. */
const celebrantsMax = 20;

/** Active members of a brand whose birthday is kept as a month and day. */
export const celebrants = reading<
  [brandId: string, calendar: string, monthDay: string],
  { id: string; name: string; birthday: string; total: number }
>(
  "celebrants",
  `select j.key as n, m.id, m.name, m.birthday, (select count(*) from member c
     where c.brand_id = j.value->>0 and c.birthday is not null and c.state = 'active'
       and c.birthday_calendar = j.value->>1 and substr(c.birthday, 6) = j.value->>2) as total
   from json_each(?1) j join member m on m.id in (select x.id from member x
     where x.brand_id = j.value->>0 and x.birthday is not null and x.state = 'active'
       and x.birthday_calendar = j.value->>1 and substr(x.birthday, 6) = j.value->>2
     order by x.id limit ${celebrantsMax})
   order by j.key, m.id`,
);
