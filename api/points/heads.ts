/** The heads of an account: what every command reads before it decides. @module */
import { reading } from "../db/statement.ts";
import { standingSql } from "../tiers/tier-rows.ts";
import { loyaltyOf } from "./queries.ts";

export type HeadsRow = {
  loyalty_id: string;
  member_id: string;
  brand_id: string;
  tier_id: string | null;
  member_state: string;
  member_name: string;
  member_language: string;
  /** Has any phone subscribed to web push: otherwise no message needs to be queued. */
  listens: 0 | 1;
  p_balance: number;
  p_seq: number;
  p_head: string;
  carry: number;
  q_balance: number;
  q_seq: number;
  q_head: string;
  d_balance: number;
  d_seq: number;
  d_head: string;
  spendable: number;
  pending: number;
  standing: string;
};

/** Asks an account behind a handle: [handle, now, monthsFrom, yearFrom, …]. Taken out of the JSON once
 *  for each caller: with the hundreds of lots of a busy member they are looked at. */
export const headAsked = `with j as materialized (select key, value, value->>0 as handle,
     value->>1 as now, value->>2 as months, value->>3 as year from json_each(?1))`;
export const headColumns = `j.key as n, l.id as loyalty_id, l.member_id, l.brand_id, l.tier_id,
     m.state as member_state, m.name as member_name, m.language as member_language,
     exists (select 1 from push_subscription u where u.member_id = m.id) as listens,
     p.balance as p_balance, p.seq as p_seq, p.head as p_head, p.carry,
     q.balance as q_balance, q.seq as q_seq, q.head as q_head,
     d.balance as d_balance, d.seq as d_seq, d.head as d_head,
     (select coalesce(sum(t.remaining), 0) from lot t where t.account_id = p.id and t.remaining > 0
       and (t.lapses_at is null or t.lapses_at > j.now)
       and t.available_at <= j.now) as spendable,
     (select coalesce(sum(t.remaining), 0) from lot t where t.account_id = p.id and t.remaining > 0
       and (t.lapses_at is null or t.lapses_at > j.now)
       and t.available_at > j.now) as pending,
     ${standingSql("q", "j.months", "j.year")} as standing`;
export const headJoins = `from j
   join loyalty_account l on l.id = ${loyaltyOf("j.handle")}
   join member m on m.id = l.member_id
   join account p on p.id = l.id || '.points'
   join account q on q.id = l.id || '.qualifying'
   join account d on d.id = l.id || '.points-debt'`;

/** Everything a command needs to know of an account but its lots, as one row: a sale creates a lot
 *  and looks at no other, so it does not read the hundreds a busy member has. */
export const headsOf = reading<
  [handle: string, now: number, monthsFrom: string, yearFrom: string],
  HeadsRow
>("heads of a loyalty account", `${headAsked} select ${headColumns} ${headJoins}`);
