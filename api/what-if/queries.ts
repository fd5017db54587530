/** Statements of replays: the runs themselves, and past sales in pages. @module */
import { inserting, ranks, reading, writing } from "../db/statement.ts";
import { notWithdrawn } from "../points/queries.ts";

export type RunRow = {
  id: string;
  brand_id: string;
  draft_name: string | null;
  draft_revision: number | null;
  version: number | null;
  body: string;
  from_on: string;
  to_on: string;
  state: "running" | "done" | "cancelled" | "interrupted" | "failed";
  accounts: number;
  accounts_done: number;
  sales_done: number;
  outcome: string | null;
  asked_by: string;
  asked_at: number;
  heard_at: number;
  ended_at: number | null;
};
export type RunHead = Omit<RunRow, "body" | "outcome"> & { asked_by_name: string | null };

const headColumns =
  `w.id, w.brand_id, w.draft_name, w.draft_revision, w.version, w.from_on, w.to_on,
  w.state, w.accounts, w.accounts_done, w.sales_done, w.asked_by, w.asked_at, w.heard_at, w.ended_at,
  s.name as asked_by_name`;

export const runById = reading<[runId: string], RunHead>(
  "what-if by id",
  `select j.key as n, ${headColumns} from json_each(?1) j
   join what_if_run w on w.id = j.value->>0 left join staff s on s.id = w.asked_by`,
);

export const outcomeOfRun = reading<[runId: string], { outcome: string | null }>(
  "outcome of a what-if",
  `select j.key as n, w.outcome from json_each(?1) j join what_if_run w on w.id = j.value->>0`,
);

/** Up to 50, newest first. */
export const runsOf = reading<[brandId: string], RunHead>(
  "what-ifs of a brand",
  `select j.key as n, ${headColumns} from json_each(?1) j
   join what_if_run w on w.id in (select x.id from what_if_run x where x.brand_id = j.value->>0
     order by x.id desc limit 50)
   left join staff s on s.id = w.asked_by order by j.key, w.id desc`,
);

export const insertRun = inserting<
  Omit<RunRow, "state" | "accounts_done" | "sales_done" | "outcome" | "ended_at">
>("what_if_run", ranks.change + 1, [
  "id",
  "brand_id",
  "draft_name",
  "draft_revision",
  "version",
  "body",
  "from_on",
  "to_on",
  "accounts",
  "asked_by",
  "asked_at",
  "heard_at",
]);

/** A sign of life, or how it ended; a trigger refuses both after an end. */
export const moveRun = writing<
  Pick<RunRow, "id" | "state" | "heard_at" | "ended_at" | "outcome"> & {
    /** Null: as it was. */
    accounts_done: number | null;
    sales_done: number | null;
  }
>(
  "move what-if",
  ranks.change,
  ["id", "state", "accounts_done", "sales_done", "heard_at", "ended_at", "outcome"],
  `update what_if_run set state = j.value->>1,
     accounts_done = coalesce(j.value->>2, what_if_run.accounts_done),
     sales_done = coalesce(j.value->>3, what_if_run.sales_done), heard_at = j.value->>4,
     ended_at = j.value->>5, outcome = j.value->>6
   from json_each(?1) j where what_if_run.id = j.value->>0`,
);

export const accountsOf = reading<[brandId: string], { accounts: number }>(
  "accounts of a brand",
  `select j.key as n, (select count(*) from loyalty_account l where l.brand_id = j.value->>0) as accounts
   from json_each(?1) j`,
);

type PageArgs = [brandId: string, after: string];

/** SQL takes no limit from a row: one statement for each size of page. */
export const pageSizes = [4, 20, 100, 500] as const;
export const accountPages = pageSizes.map((limit) =>
  reading<PageArgs, { id: string; member_id: string }>(
    `next ${limit} accounts`,
    `select j.key as n, l.id, l.member_id from json_each(?1) j
     join loyalty_account l on l.brand_id = j.value->>0 and l.id > j.value->>1
     order by j.key, l.id limit ${limit}`,
  )
);

export type PastSaleRow = {
  member_id: string;
  account_id: string;
  at: number;
  store_id: string;
  tier_id: string | null;
  rules_id: string | null;
  booked_at: number;
  /** What the sale was judged on, JSON; null: its rules asked nothing. */
  ground: string | null;
  /** [n, product, category path, quantity, amount, offset, gift card] of each line, JSON. */
  lines: string;
  /** [return, booked at, line n, quantity, amount] of each returned line, JSON; null: none. */
  returns: string | null;
};

/** Sales of members in a period, each member's in the order of booking, with what came back in it. */
export const salesOfMembers = reading<
  [memberIds: readonly string[], from: number, to: number],
  PastSaleRow
>(
  "past sales of members",
  `select j.key as n, s.member_id, s.account_id, s.occurred_at as at, s.store_id, s.tier_id, s.rules_id,
     s.recorded_at as booked_at, s.ground,
     (select json_group_array(json_array(l.n, l.product_id, json(l.category_path), l.quantity_milli,
        l.amount_fen, l.offset_fen, l.gift_card)) from sale_line l where l.sale_id = s.id) as lines,
     (select json_group_array(json_array(r.n, r.recorded_at, y.n, y.quantity_milli, y.amount_fen))
      from sale_return r join sale_return_line y on y.return_id = r.id
      where r.sale_id = s.id and r.occurred_at < j.value->>2 group by r.sale_id) as returns
   from json_each(?1) j, json_each(j.value, '$[0]') x
   join sale s on s.member_id = x.value and s.occurred_at >= j.value->>1
     and s.occurred_at < j.value->>2
   order by j.key, s.member_id, s.recorded_at, s.occurred_at, s.id`,
);

export type StartRow = {
  id: string;
  member_id: string;
  name: string;
  birthday: string | null;
  birthday_calendar: "solar" | "lunar" | "lunar-leap";
  own_tags: string;
  tags: string;
  category_id: string | null;
  bought: 0 | 1;
  carry: number | null;
  /** Points an instant before the period. */
  balance_then: number | null;
  given: string;
  balance: number;
  debt: number;
};

/** What there was before the period, and what is held and owed now. The fraction and the balance of
 *  then are those that the last sale before it left. */
export const startsOf = reading<
  [loyaltyIds: readonly string[], from: number, day: string],
  StartRow
>(
  "members before a period",
  `select j.key as n, l.id, m.id as member_id, m.name, m.birthday, m.birthday_calendar,
     m.tags as own_tags,
     (select json_group_array(json_array(t.id, t.name)) from member_tag y
       join tag t on t.id = y.tag_id and t.state = 'active' where y.member_id = m.id) as tags,
     (select c.id from member_in_category i join member_category c on c.id = i.category_id
       and c.state = 'open' where i.member_id = m.id) as category_id,
     exists (select 1 from sale s join sale_line y on y.sale_id = s.id
       where s.member_id = m.id and s.occurred_at < j.value->>1
         and y.returned_milli < y.quantity_milli) as bought,
     e.carry_after as carry, e.balance_after as balance_then,
     (select json_group_array(json_array(g.key, g.micro)) from (
       select y.key, sum(y.micro) as micro from earning_given y
       where y.account_id = l.id and y.day < j.value->>2 group by y.key) g) as given,
     p.balance, d.balance as debt
   from json_each(?1) j, json_each(j.value, '$[0]') x
   join loyalty_account l on l.id = x.value join member m on m.id = l.member_id
   join account p on p.id = l.id || '.points' join account d on d.id = l.id || '.points-debt'
   left join sale b on b.id = (select s.id from sale s
     where s.member_id = m.id and s.occurred_at < j.value->>1
     order by s.occurred_at desc, s.id desc limit 1)
   left join entry e on e.account_id = p.id and e.seq = (select max(y.seq) from entry y
     where y.journal_id = b.journal_id and y.account_id = p.id)
   order by j.key, l.id`,
);

/** Names that rows of an outcome are told by. */
export const namesOf = reading<
  [brandId: string],
  { kind: "store" | "tier" | "category"; id: string; name_zh: string; name_en: string }
>(
  "names of stores, tiers and categories",
  `select j.key as n, x.kind, x.id, x.name_zh, x.name_en from json_each(?1) j join (
     select 'store' as kind, id, brand_id, name_zh, name_en from store
     union all select 'tier', id, brand_id, name_zh, name_en from tier
     union all select 'category', id, brand_id, name_zh, name_en from category) x
   on x.brand_id = j.value->>0`,
);

export const versionsOf = reading<
  [brandId: string],
  { id: string; version: number; effective_from: number; body: string }
>(
  "standing versions of a brand",
  `select j.key as n, r.id, r.version, r.effective_from, r.body from json_each(?1) j
   join earning_rules r on r.brand_id = j.value->>0
   where ${notWithdrawn("r.id")} order by j.key, r.version`,
);
