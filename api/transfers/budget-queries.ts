/** Statements of the stores' own points. @module */
import { inserting, ranks, reading } from "../db/statement.ts";

export const budgetOf = reading<
  [storeId: string],
  { store_id: string; brand_id: string; state: string; remaining: number }
>(
  "points budget of a store",
  `select j.key as n, s.id as store_id, s.brand_id, s.state, coalesce(b.remaining, 0) as remaining
   from json_each(?1) j join store s on s.id = j.value->>0
   left join store_budget b on b.store_id = s.id`,
);

export const budgetsOf = reading<[brandIds: readonly string[] | null, since: number], {
  store_id: string;
  brand_id: string;
  name_zh: string;
  name_en: string;
  remaining: number;
  given: number;
  back: number;
}>(
  "points budgets of stores",
  `select j.key as n, s.id as store_id, s.brand_id, s.name_zh, s.name_en,
     coalesce(b.remaining, 0) as remaining,
     coalesce((select sum(-m.points) from store_budget_move m where m.store_id = s.id
       and m.at >= j.value->>1 and m.kind = 'top-up'), 0) as given,
     coalesce((select sum(m.points) from store_budget_move m where m.store_id = s.id
       and m.at >= j.value->>1 and m.kind = 'give-back'), 0) as back
   from json_each(?1) j join store s on s.state = 'open' and (j.value->0 = 'null'
     or s.brand_id in (select x.value from json_each(j.value, '$[0]') x))
   left join store_budget b on b.store_id = s.id order by j.key, s.brand_id, s.code`,
);

/** Up to 51: one more than a page can be (SQL takes no limit from a row). */
export const budgetMovesOf = reading<[storeId: string, before: number], {
  id: string;
  kind: "set" | "top-up" | "give-back";
  points: number;
  member_id: string | null;
  member_name: string | null;
  reason: string;
  by_name: string | null;
  at: number;
}>(
  "moves of a points budget",
  `select j.key as n, b.id, b.kind, b.points, m.id as member_id, m.name as member_name, b.reason,
     s.name as by_name, b.at
   from json_each(?1) j join store_budget_move b on b.id in (select x.id from store_budget_move x
     where x.store_id = j.value->>0 and x.at < j.value->>1 order by x.at desc limit 51)
   left join loyalty_account l on l.id = b.account_id left join member m on m.id = l.member_id
   left join staff s on s.id = b.staff_id order by j.key, b.at desc, b.id desc`,
);

export const insertBudgetMove = inserting<{
  id: string;
  store_id: string;
  brand_id: string;
  kind: "set" | "top-up" | "give-back";
  points: number;
  account_id: string | null;
  journal_id: string | null;
  reason: string;
  staff_id: string | null;
  at: number;
  /** Points this person may move alone on this day in this way; null: nothing is counted. */
  day_most: number | null;
}>("store_budget_move", ranks.cause, [
  "id",
  "store_id",
  "brand_id",
  "kind",
  "points",
  "account_id",
  "journal_id",
  "reason",
  "staff_id",
  "at",
  "day_most",
]);

/** Points a person moved in one way since an instant (ms). */
export const movedBy = reading<
  [staffId: string, kind: "set" | "top-up", since: number],
  { points: number }
>(
  "budget points moved by a person",
  `select j.key as n, coalesce(sum(abs(m.points)), 0) as points from json_each(?1) j
   join store_budget_move m on m.staff_id = j.value->>0 and m.kind = j.value->>1
     and m.at >= j.value->>2 group by j.key`,
);
