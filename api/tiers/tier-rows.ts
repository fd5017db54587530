/** Reads and writes of tiers that the ledger's own statements are made with. @module */
import type { TierBasis } from "../../shared/tiers/policy.ts";
import { ranks, reading, writing } from "../db/statement.ts";
import { brandOf } from "../points/handles.ts";

export type TierRow = {
  id: string;
  brand_id: string;
  level: number;
  name_zh: string;
  name_en: string;
  colour: string;
  /** Fen or points, as the brand's policy counts. */
  threshold: number;
  price_points: number | null;
};

/** SQL for the threshold that holds: `t` tier, `y` its terms, `p` the brand's policy. */
export const thresholdSql =
  "case p.basis when 'points' then coalesce(y.threshold_points, 0) else t.threshold_fen end";

/** @param brand see brandOf */
export const tiersOf = reading<[brand: string], TierRow>(
  "tiers of a brand",
  `select j.key as n, t.id, t.brand_id, t.level, t.name_zh, t.name_en, t.colour,
     ${thresholdSql} as threshold, y.price_points
   from json_each(?1) j join tier t on t.brand_id = ${brandOf("j.value->>0")}
   left join tier_terms y on y.tier_id = t.id left join tier_policy p on p.brand_id = t.brand_id
   order by j.key, t.level`,
);

/** SQL for what an account `l` counts towards its tier, as a JSON array (see Standing).
 *  @param q alias of the qualifying account; @param months @param year first day of either span */
export const standingSql = (q: string, months: string, year: string): string =>
  `(select json_array(coalesce(p.basis, 'spending'),
     case when coalesce(p.span, 'lifetime') = 'lifetime' and coalesce(p.basis, 'spending') = 'spending'
       then ${q}.balance
       else (select max(0, coalesce(sum(case p.basis when 'points' then d.points else d.fen end), 0))
         from qualifying_day d where d.loyalty_id = l.id
           and d.day >= case p.span when 'months' then ${months} when 'year' then ${year} else '' end)
     end, h.review_on, h.grace_until, p.review,
     case p.span when 'months' then ${months} when 'year' then ${year} else '' end)
   from (select 1) left join tier_policy p on p.brand_id = l.brand_id
   left join tier_hold h on h.loyalty_id = l.id)`;

/** What counts towards the tier now, and what was promised about the tier held. */
export type Standing = {
  basis: TierBasis;
  counted: number;
  reviewOn: string | null;
  graceUntil: string | null;
  /** The brand's rule for the next review, JSON; null: never. */
  review: string | null;
  /** The first day that counts; "" for every day. */
  from: string;
};

export const standingIn = (text: string): Standing => {
  const [basis, counted, reviewOn, graceUntil, review, from] = JSON.parse(text) as [
    TierBasis,
    number,
    string | null,
    string | null,
    string | null,
    string,
  ];
  return { basis, counted, reviewOn, graceUntil, review, from };
};

/** Of an account that has just been opened. */
export const emptyStanding: Standing = {
  basis: "spending",
  counted: 0,
  reviewOn: null,
  graceUntil: null,
  review: null,
  from: "",
};

export const raiseTier = writing<{ id: string; tier_id: string; tier_since: number }>(
  "raise tier",
  ranks.change,
  ["id", "tier_id", "tier_since"],
  `update loyalty_account set tier_id = j.value->>1, tier_since = j.value->>2
   from json_each(?1) j where loyalty_account.id = j.value->>0`,
);
