/** The member of a sale as the rules judge it: heads of the account, and what is known of the member
 *  before the sale. @module */
import { dayOf } from "../../shared/business-day.ts";
import type { Birthday } from "../../shared/calendar/birthday.ts";
import { birthdayCounts } from "../../shared/members/birthday-change.ts";
import type { EarningGround } from "../../shared/points/when.ts";
import { inserting, ranks, reading } from "../db/statement.ts";
import type { Desk } from "../desk.ts";
import { headAsked, headColumns, headJoins, type HeadsRow } from "../points/heads.ts";
import { headsArgs, type Holdings, holdingsOf, lotOf } from "../points/holdings.ts";
import { openLotsOf } from "../points/queries.ts";

type GroundRow = {
  birthday: string | null;
  birthday_calendar: Birthday["calendar"];
  birthday_set_at: number | null;
  own_tags: string;
  /** [id, name] of each tag, JSON. */
  tags: string;
  category_id: string | null;
  first_purchase: 0 | 1;
  /** [day or "", key, micro], JSON. */
  tally: string;
};

/** One row, so that a sale reads as many statements as before. Whoever has something on the
 *  qualifying account has bought and kept something, whoever has no entry has bought nothing: only
 *  the few between are looked up. A purchase in which nothing counted (tobacco alone) is none. */
const headsAndGround = reading<
  [handle: string, now: number, monthsFrom: string, yearFrom: string, day: string],
  HeadsRow & GroundRow
>(
  "heads and ground of a sale",
  `${headAsked} select ${headColumns}, m.birthday, m.birthday_calendar, m.birthday_set_at,
     m.tags as own_tags,
     (select json_group_array(json_array(t.id, t.name)) from member_tag x
       join tag t on t.id = x.tag_id and t.state = 'active' where x.member_id = m.id) as tags,
     (select c.id from member_in_category i join member_category c on c.id = i.category_id
       and c.state = 'open' where i.member_id = m.id) as category_id,
     case when q.balance > 0 then 0 when p.seq = 0 then 1 else not exists (
       select 1 from sale s join sale_line l on l.sale_id = s.id
       where s.member_id = m.id and s.points > 0 and l.returned_milli < l.quantity_milli)
       end as first_purchase,
     (select json_group_array(json_array(y.day, y.key, y.micro)) from earning_tally y
       where y.account_id = l.id and y.day in ('', j.value->>4)) as tally ${headJoins}`,
);

const groundOf = (row: GroundRow & { spendable: number }, at: number): EarningGround => {
  const day: Record<string, number> = {};
  const ever: Record<string, number> = {};
  for (const [on, key, micro] of JSON.parse(row.tally) as [string, string, number][]) {
    (on === "" ? ever : day)[key] = micro;
  }
  return {
    storeId: null,
    tags: [
      ...JSON.parse(row.own_tags) as string[],
      ...(JSON.parse(row.tags) as [string, string][]).flat(),
    ],
    memberCategoryId: row.category_id,
    birthday: row.birthday === null || !birthdayCounts(row.birthday_set_at, at)
      ? null
      : { on: row.birthday, calendar: row.birthday_calendar },
    firstPurchase: row.first_purchase === 1,
    balance: row.spendable,
    tally: { day, ever },
  };
};

/** Holdings behind a handle (see loyaltyOf) and the ground of a sale at an instant; the store is left
 *  to the caller. Lots only where points are to be spent. Null if there is no such account. */
export const findBuyer = async (
  desk: Desk,
  handle: string,
  { at, lots }: { at: number; lots: boolean },
): Promise<{ holdings: Holdings; ground: EarningGround } | null> => {
  const [[row], open] = await Promise.all([
    desk.db.read(headsAndGround, [...headsArgs(desk, handle), dayOf(at)]),
    lots ? desk.db.read(openLotsOf, [handle]) : [],
  ]);
  return row ? { holdings: holdingsOf(row, open.map(lotOf)), ground: groundOf(row, at) } : null;
};

export const insertGiven = inserting<{
  account_id: string;
  day: string;
  key: string;
  cause_id: string;
  micro: number;
}>("earning_given", ranks.causeLine, ["account_id", "day", "key", "cause_id", "micro"]);
