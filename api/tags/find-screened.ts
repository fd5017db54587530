/** Members that a screening finds: pages in any order, their number, their ids. @module */
import { type SQL, sql } from "drizzle-orm";
import { endOfDay, startOfDay } from "../../shared/business-day.ts";
import type { MemberSort, Screening } from "../../shared/members/screening.ts";
import type { Desk } from "../desk.ts";

export type ScreenedMember = {
  id: string;
  brand_id: string;
  name: string;
  phone_cipher: string | null;
  birthday: string | null;
  tier_zh: string;
  tier_en: string;
  colour: string;
  balance: number;
  joined_at: number;
  bought_at: number | null;
  store_id: string | null;
  state: string;
  external_ref: string | null;
  /** [id, name] of each, JSON. */
  tags: string;
  sorted_by: number | string;
};

export type Sorting = { key: MemberSort; descending: boolean };

const oneOf = (values: readonly (string | number)[]): SQL =>
  sql`(${sql.join(values.map((v) => sql`${v}`), sql`, `)})`;

const lastBought = sql`(select max(s.occurred_at) from sale s where s.member_id = m.id)`;
const tierOf = sql`coalesce(l.tier_id, (select y.id from tier y where y.brand_id = m.brand_id
  order by y.level limit 1))`;
const spendable = (now: number): SQL =>
  sql`(select coalesce(sum(o.remaining), 0) from lot o
    where o.account_id = l.id || '.points' and o.remaining > 0 and o.available_at <= ${now}
      and (o.lapses_at is null or o.lapses_at > ${now}))`;

/** What the screening asks, cheapest first. */
const conditions = (desk: Desk, brandId: string, f: Screening): SQL => {
  const among = (tag: SQL) =>
    sql`exists (select 1 from member_tag x join tag g on g.id = x.tag_id and g.state = 'active'
      where x.member_id = m.id and ${tag})`;
  const all: (SQL | "" | undefined)[] = [
    sql`m.brand_id = ${brandId}`,
    f.state && sql`m.state = ${f.state}`,
    f.joinedFrom && sql`m.joined_at >= ${startOfDay(f.joinedFrom)}`,
    f.joinedTo && sql`m.joined_at < ${endOfDay(f.joinedTo)}`,
    f.storeIds && sql`m.joined_store_id in ${oneOf(f.storeIds)}`,
    f.birthdayMonths && sql`cast(substr(m.birthday, -5, 2) as int) in ${oneOf(f.birthdayMonths)}`,
    f.tierIds && sql`${tierOf} in ${oneOf(f.tierIds)}`,
    f.categoryIds && sql`exists (select 1 from member_in_category c where c.member_id = m.id
      and c.category_id in ${oneOf(f.categoryIds)})`,
    f.tagIds && among(sql`x.tag_id in ${oneOf(f.tagIds)}`),
    f.boughtFrom && sql`${lastBought} >= ${startOfDay(f.boughtFrom)}`,
    f.boughtTo && sql`${lastBought} < ${endOfDay(f.boughtTo)}`,
    f.notBoughtSince && sql`not exists (select 1 from sale s where s.member_id = m.id
      and s.occurred_at >= ${startOfDay(f.notBoughtSince)})`,
    f.pointsMin === undefined ? undefined : sql`${spendable(desk.now)} >= ${f.pointsMin}`,
    f.pointsMax === undefined ? undefined : sql`${spendable(desk.now)} <= ${f.pointsMax}`,
  ];
  return sql.join(all.filter((each): each is SQL => Boolean(each)), sql` and `);
};

const sortedBy = (desk: Desk, key: MemberSort): SQL => {
  switch (key) {
    case "joined":
      return sql`m.joined_at`;
    case "points":
      return spendable(desk.now);
    case "bought":
      return sql`coalesce(${lastBought}, 0)`;
    case "name":
      return sql`m.name_search`;
  }
};

/** What lies behind the last row of a page: its value and id. Numbers and texts stay what they are. */
export const cursorOf = (row: ScreenedMember): string => JSON.stringify([row.sorted_by, row.id]);
const readCursor = (after: string): [number | string, string] | null => {
  try {
    const [value, id] = JSON.parse(after) as unknown[];
    const fits = (typeof value === "number" || typeof value === "string") &&
      typeof id === "string";
    return fits ? [value, id] : null;
  } catch {
    return null;
  }
};

/** A page of members; a cursor that nobody gave out starts from the beginning. */
export const findScreened = async (
  desk: Desk,
  brandId: string,
  filter: Screening,
  { sort, after, limit }: { sort: Sorting; after: string | undefined; limit: number },
): Promise<ScreenedMember[]> => {
  const by = sortedBy(desk, sort.key);
  const from = after === undefined ? null : readCursor(after);
  const order = sort.descending ? sql`desc` : sql`asc`;
  const behind = from === null
    ? sql`true`
    : sort.descending
    ? sql`(p.sorted_by, p.id) < (${from[0]}, ${from[1]})`
    : sql`(p.sorted_by, p.id) > (${from[0]}, ${from[1]})`;
  // The page is cut from ids and their order alone; what is shown is looked up for its rows.
  return await desk.db.cold.all<ScreenedMember>(sql`
    with p as (select * from (
      select m.id, ${by} as sorted_by from member m join loyalty_account l on l.member_id = m.id
      where ${conditions(desk, brandId, filter)}) p
      where ${behind} order by p.sorted_by ${order}, p.id ${order} limit ${limit})
    select m.id, m.brand_id, m.name, m.phone_cipher, m.birthday, t.name_zh as tier_zh,
      t.name_en as tier_en, t.colour, m.joined_at, m.joined_store_id as store_id, m.state,
      m.external_ref,
      ${spendable(desk.now)} as balance, ${lastBought} as bought_at, p.sorted_by,
      (select json_group_array(json_array(g.id, g.name)) from member_tag x
        join tag g on g.id = x.tag_id and g.state = 'active' where x.member_id = m.id) as tags
    from p join member m on m.id = p.id join loyalty_account l on l.member_id = m.id
    join tier t on t.id = ${tierOf} order by p.sorted_by ${order}, p.id ${order}`);
};

/** How many a screening finds. */
export const countScreened = async (
  desk: Desk,
  brandId: string,
  filter: Screening,
): Promise<number> => {
  const [row] = await desk.db.cold.all<{ n: number }>(sql`
    select count(*) as n from member m join loyalty_account l on l.member_id = m.id
    where ${conditions(desk, brandId, filter)}`);
  return row?.n ?? 0;
};

/** A page of the ids that a screening finds, by id. */
export const screenedIds = async (
  desk: Desk,
  brandId: string,
  filter: Screening,
  after: string,
  limit: number,
): Promise<string[]> =>
  (await desk.db.cold.all<{ id: string }>(sql`
    select m.id from member m join loyalty_account l on l.member_id = m.id
    where ${conditions(desk, brandId, filter)} and m.id > ${after}
    order by m.id limit ${limit}`)).map((row) => row.id);
