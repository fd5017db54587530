/** Statements of the tier reviews. @module */
import { reading } from "../db/statement.ts";

/** Holds whose last day (of the tier, or of grace) has passed. */
export const holdsDue = reading<[today: string, limit: number], { loyalty_id: string }>(
  "tier holds due",
  `select 0 as n, h.loyalty_id from tier_hold h
   where h.review_on is not null and coalesce(h.grace_until, h.review_on) < json_extract(?1, '$[0][0]')
   order by coalesce(h.grace_until, h.review_on) limit json_extract(?1, '$[0][1]')`,
);

/** Members above the entry tier of whom no hold is noted: who had it before there were reviews. */
export const holdsMissing = reading<
  [limit: number],
  { loyalty_id: string; brand_id: string; tier_id: string; since: number; review: string }
>(
  "tiers held without a note",
  `select 0 as n, l.id as loyalty_id, l.brand_id, l.tier_id,
     coalesce(l.tier_since, l.opened_at) as since, p.review
   from tier_policy p join tier t on t.brand_id = p.brand_id and t.level > 0
   join loyalty_account l on l.tier_id = t.id
   where p.review <> '{"kind":"never"}'
     and not exists (select 1 from tier_hold h where h.loyalty_id = l.id)
   limit json_extract(?1, '$[0][0]')`,
);

/** Everything a review looks at, in one row. */
export const reviewGround = reading<[loyaltyId: string, from: string, yearFrom: string], {
  loyalty_id: string;
  member_id: string;
  brand_id: string;
  member_state: string;
  language: string;
  listens: number;
  tier_id: string;
  review_on: string | null;
  grace_until: string | null;
  counted: number;
}>(
  "ground of a tier review",
  `select j.key as n, l.id as loyalty_id, l.member_id, l.brand_id, m.state as member_state, m.language,
     exists (select 1 from push_subscription u where u.member_id = m.id) as listens,
     l.tier_id, h.review_on, h.grace_until,
     max(0, coalesce((select sum(case p.basis when 'points' then d.points else d.fen end)
       from qualifying_day d where d.loyalty_id = l.id
       and d.day >= case p.span when 'months' then j.value->>1 when 'year' then j.value->>2
         else '' end), 0)) as counted
   from json_each(?1) j join loyalty_account l on l.id = j.value->>0
   join member m on m.id = l.member_id join tier_hold h on h.loyalty_id = l.id
   left join tier_policy p on p.brand_id = l.brand_id`,
);
