/** Reads behind the points screens. @module */
import { reading } from "../db/statement.ts";
import { standingSql, thresholdSql } from "../tiers/tier-rows.ts";
import { loyaltyOf } from "./queries.ts";

export type GlanceRow = {
  loyalty_id: string;
  brand_id: string;
  member_id: string;
  tier_id: string | null;
  carry: number;
  standing: string;
  debt: number;
  /** What the open lots come to, a JSON array (see lotSumsIn). */
  lots: string;
  /** The brand's tiers, a JSON array of [id, level, nameZh, nameEn, colour, threshold,
   *  pricePoints]. */
  tiers: string;
};

export type LotSums = {
  spendable: number;
  pending: number;
  /** Of what lapses soon. */
  soon: number;
  next_at: number | null;
};

export const lotSumsIn = ({ lots }: Pick<GlanceRow, "lots">): LotSums => {
  const [spendable, pending, soon, next_at] = JSON.parse(lots) as [
    number,
    number,
    number,
    number | null,
  ];
  return { spendable, pending, soon, next_at };
};

/** Balance by lots, so a lapsed lot never counts, swept or not. They are summed from their index as
 *  they lie there: grouped, each member's would be sorted first, with all columns of the row. What is asked is taken out
 *  of the JSON once for each caller, not once for each lot. */
export const glanceOf = reading<
  [handle: string, now: number, soonUntil: number, monthsFrom?: string, yearFrom?: string],
  GlanceRow
>(
  "points at a glance",
  `with j as materialized (select key, value->>0 as handle, value->>1 as now, value->>2 as soon,
     value->>3 as months, value->>4 as year from json_each(?1))
   select j.key as n, l.id as loyalty_id, l.brand_id, l.member_id, l.tier_id, p.carry,
     ${standingSql("q", "j.months", "j.year")} as standing, d.balance as debt,
     (select json_array(
         coalesce(sum(t.remaining) filter (where t.available_at <= j.now), 0),
         coalesce(sum(t.remaining) filter (where t.available_at > j.now), 0),
         coalesce(sum(t.remaining) filter (where t.lapses_at <= j.soon), 0),
         min(t.lapses_at))
       from lot t where t.account_id = p.id and t.remaining > 0
         and (t.lapses_at is null or t.lapses_at > j.now)) as lots, b.tiers
   from j
   join loyalty_account l on l.id = ${loyaltyOf("j.handle")}
   join account p on p.id = l.id || '.points'
   join account q on q.id = l.id || '.qualifying'
   join account d on d.id = l.id || '.points-debt'
   left join (select t.brand_id, json_group_array(json_array(t.id, t.level, t.name_zh, t.name_en,
       t.colour, ${thresholdSql}, y.price_points)) as tiers
     from tier t left join tier_terms y on y.tier_id = t.id
     left join tier_policy p on p.brand_id = t.brand_id group by t.brand_id) b
     on b.brand_id = l.brand_id`,
);

export type LotViewRow = {
  id: string;
  original: number;
  remaining: number;
  available_at: number;
  lapses_at: number | null;
  earned_at: number;
  kind: string;
  store_zh: string | null;
  store_en: string | null;
};

export const lotViewsOf = reading<[handle: string, now: number], LotViewRow>(
  "lots of an account",
  `select j.key as n, t.id, t.original, t.remaining, t.available_at, t.lapses_at,
     x.occurred_at as earned_at, x.kind, s.name_zh as store_zh, s.name_en as store_en
   from json_each(?1) j
   join lot t on t.account_id = ${loyaltyOf("j.value->>0")} || '.points' and t.remaining > 0
   join journal x on x.id = t.journal_id left join store s on s.id = x.store_id
   where t.lapses_at is null or t.lapses_at > j.value->>1
   order by j.key, t.lapses_at is null, t.lapses_at, t.available_at, t.id`,
);

export type EntryViewRow = {
  journal_id: string;
  seq: number;
  kind: string;
  contra: string;
  amount: number;
  balance_after: number;
  occurred_at: number;
  store_zh: string | null;
  store_en: string | null;
  title: string | null;
  title_en: string | null;
};

export const entriesBefore = reading<[handle: string, before: number, limit: number], EntryViewRow>(
  "entries of an account",
  `select j.key as n, e.journal_id, e.seq, x.kind, e.contra, e.amount, e.balance_after,
     x.occurred_at, s.name_zh as store_zh, s.name_en as store_en, nullif(x.explanation->>'title', '') as title,
     x.explanation->>'titleEn' as title_en
   from json_each(?1) j
   join entry e on e.account_id = ${loyaltyOf("j.value->>0")} || '.points'
     and e.seq < j.value->>1 and e.seq > (select min(a.seq + 1, j.value->>1) from account a
       where a.id = ${loyaltyOf("j.value->>0")} || '.points') - 1 - j.value->>2
   join journal x on x.id = e.journal_id left join store s on s.id = x.store_id
   order by j.key, e.seq desc`,
);

export const explainedEntries = reading<[handle: string, journalId: string], {
  kind: string;
  occurred_at: number;
  store_zh: string | null;
  store_en: string | null;
  unit: string;
  amount: number;
  explanation: string;
  rules_version: number | null;
  rules_from: number | null;
  reverses: string | null;
  hash: string;
}>(
  "a journal's entries of an account",
  `select j.key as n, x.kind, x.occurred_at, s.name_zh as store_zh, s.name_en as store_en, e.unit,
     e.amount, x.explanation, r.version as rules_version, r.effective_from as rules_from, x.reverses, e.hash
   from json_each(?1) j join journal x on x.id = j.value->>1
   join entry e on e.journal_id = x.id
     and e.account_id in (select a.id from account a where a.loyalty_id = ${
    loyaltyOf("j.value->>0")
  })
   left join store s on s.id = x.store_id
   left join earning_rules r on r.id = x.explanation->>'rulesId'
   order by j.key, e.account_id, e.seq`,
);

export type ExplainedLineRow = {
  order_no: string;
  line_n: number;
  name: string;
  quantity_milli: number;
  amount_fen: number;
  returned_fen: number;
};

export const explainedLines = reading<[journalId: string], ExplainedLineRow>(
  "sale lines behind a journal",
  `select j.key as n, s.order_no, l.n as line_n, l.name, l.quantity_milli, l.amount_fen, l.returned_fen
   from json_each(?1) j join journal x on x.id = j.value->>0
   join sale s on s.id = case x.cause_kind when 'sale' then x.cause_id when 'offset' then x.cause_id
     when 'return' then (select r.sale_id from sale_return r where r.id = x.cause_id)
     when 'offset-back' then (select r.sale_id from sale_return r where r.id = x.cause_id) end
   join sale_line l on l.sale_id = s.id order by j.key, l.n`,
);

export const explainedLots = reading<[handle: string, journalId: string], {
  lot_id: string;
  amount: number;
  lapses_at: number | null;
  earned_at: number;
}>(
  "lots a journal made or used",
  `select j.key as n, t.id as lot_id, t.original as amount, t.lapses_at, y.occurred_at as earned_at
   from json_each(?1) j join lot t on t.journal_id = j.value->>1
     and t.account_id = ${loyaltyOf("j.value->>0")} || '.points'
   join journal y on y.id = t.journal_id
   union all
   select j.key as n, u.lot_id, u.amount, t.lapses_at, y.occurred_at
   from json_each(?1) j join entry e on e.journal_id = j.value->>1
     and e.account_id = ${loyaltyOf("j.value->>0")} || '.points'
   join lot_use u on u.account_id = e.account_id and u.seq = e.seq
   join lot t on t.id = u.lot_id join journal y on y.id = t.journal_id`,
);
