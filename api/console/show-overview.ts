import { type SQL, sql } from "drizzle-orm";
import type { showOverview as door } from "../../shared/console/endpoints.ts";
import type { AnswerOf } from "../../shared/endpoint.ts";
import type { Scope } from "../../shared/access.ts";
import { addDays, dayOf, SHANGHAI_OFFSET, startOfDay } from "../../shared/business-day.ts";
import type { Desk } from "../desk.ts";
import { byTime, type KeySlice, sumByKey } from "./in-slices.ts";
import { sparingly } from "./sparingly.ts";

type Answer = AnswerOf<typeof door>;
const days = 30;
const dayMs = 86_400_000;

/** Condition that a column is one of the scope's ids; null: any. */
const isIn = (column: SQL, ids: readonly string[] | null): SQL =>
  ids === null ? sql`true` : sql`${column} in (${sql.join(ids.map((id) => sql`${id}`), sql`, `)})`;

/** Days since 1970 on the stores' calendar. The cast: numbers are bound as floating point. */
const dayNumber = (column: SQL): SQL =>
  sql`cast((${column} + ${SHANGHAI_OFFSET * 60_000}) / ${dayMs} as int)`;

type Sums = { n: number };
type Sales = Sums & { fen: number; sales: number };
type Points = Sums & { issued: number; redeemed: number };
type Joined = Sums & { joined: number };

/** By store and time: one walk of the index per store in scope. */
const salesByDay = (scope: Scope, since: number, until: number): SQL =>
  sql`select ${dayNumber(sql`s.occurred_at`)} as n, sum(s.total_fen) as fen, count(*) as sales
    from store p cross join sale s on s.store_id = p.id and s.occurred_at >= ${since}
      and s.occurred_at < ${until}
    where ${isIn(sql`p.brand_id`, scope.brandIds)} and ${isIn(sql`p.id`, scope.storeIds)}
    group by 1`;

/** What occurred in these days was recorded in them, so the index on recorded_at serves. What was taken
 *  or given back counts against the day of what it takes back, so that no day falls below nothing. */
const pointsByDay = (scope: Scope, since: number, from: number, until: number): SQL =>
  sql`select ${dayNumber(sql`coalesce(o.occurred_at, x.occurred_at)`)} as n,
      coalesce(sum(e.amount)
        filter (where e.contra like 'issued@%' or e.contra like 'clawback@%'), 0) as issued,
      coalesce(-sum(e.amount) filter (where e.contra like 'redeemed@%'), 0) as redeemed
    from journal x cross join entry e on e.journal_id = x.id and e.unit = 'points'
    left join journal o on o.id = x.reverses
    where x.recorded_at >= ${from} and x.recorded_at < ${until} and coalesce(o.occurred_at, x.occurred_at) >= ${since}
      and ${isIn(sql`x.brand_id`, scope.brandIds)} and ${isIn(sql`x.store_id`, scope.storeIds)}
    group by 1`;

/** As many journals as are read at once. */
const journalsMax = 1_000;

const journalsIn = (from: number, until: number): SQL =>
  sql`select count(*) as n from (select 1 from journal
    where recorded_at >= ${from} and recorded_at < ${until} limit ${
    sql.raw(String(journalsMax + 1))
  })`;

/** Members of the brands, or who joined at the stores: each by its own index. */
const membersFrom = ({ brandIds, storeIds }: Scope): SQL =>
  storeIds === null
    ? sql`brand b cross join member m on m.brand_id = b.id and ${isIn(sql`b.id`, brandIds)}`
    : sql`store p cross join member m on m.joined_store_id = p.id and ${isIn(sql`p.id`, storeIds)}`;

const joinedByDay = (scope: Scope, since: number, until: number): SQL =>
  sql`select ${dayNumber(sql`m.joined_at`)} as n, count(*) as joined from ${membersFrom(scope)}
    where m.joined_at >= ${since} and m.joined_at < ${until} group by 1`;

const membersAfter = ({ brandIds, storeIds }: Scope, after: string | number, rows: number): SQL =>
  sql`select count(*) filter (where ${
    storeIds === null ? isIn(sql`m.brand_id`, brandIds) : isIn(sql`m.joined_store_id`, storeIds)
  }) as sum, count(*) as n, max(m.at) as last
    from (select rowid as at, brand_id, joined_store_id from member where rowid > ${after}
      order by rowid limit cast(${rows} as int)) m`;

/** Of the brands, by account; of stores, by the lots that they issued. */
const outstandingAfter = (
  { brandIds, storeIds }: Scope,
  after: string | number,
  rows: number,
): SQL =>
  storeIds === null
    ? sql`select coalesce(sum(a.balance) filter (where a.unit = 'points'
        and ${isIn(sql`a.brand_id`, brandIds)}), 0) as sum, count(*) as n, max(a.id) as last
      from (select id, unit, brand_id, balance from account where id > ${after}
        order by id limit cast(${rows} as int)) a`
    : sql`select coalesce(sum(t.remaining) filter (where ${
      isIn(sql`t.issued_store_id`, storeIds)
    }), 0) as sum, count(*) as n, max(t.at) as last
      from (select rowid as at, remaining, issued_store_id from lot where rowid > ${after}
        order by rowid limit cast(${rows} as int)) t`;

const lapsing = ({ brandIds, storeIds }: Scope, from: number, until: number): SQL =>
  sql`select coalesce(sum(t.remaining), 0) as sum from lot t
    where t.remaining > 0 and t.lapses_at >= ${from} and t.lapses_at < ${until}
      and ${isIn(sql`t.issued_brand_id`, brandIds)} and ${isIn(sql`t.issued_store_id`, storeIds)}`;

const openClaims = ({ brandIds, storeIds }: Scope, now: number): SQL =>
  sql`select count(*) as sum from claim c where c.expires_at > ${now}
    and not exists (select 1 from claim_end e where e.claim_id = c.id)
    and ${isIn(sql`c.brand_id`, brandIds)} and ${isIn(sql`c.store_id`, storeIds)}`;

/** One row a day: what several slices say of it, added up. */
const added = <Row extends Sums>(rows: readonly Row[]): Map<number, Row> => {
  const days = new Map<number, Row>();
  for (const row of rows) {
    const known = days.get(row.n) as Record<string, number> | undefined;
    if (!known) days.set(row.n, { ...row });
    else for (const [name, value] of Object.entries(row)) if (name !== "n") known[name]! += value;
  }
  return days;
};

const overviewOf = async ({ db: { cold }, now }: Desk, scope: Scope): Promise<Answer> => {
  const first = addDays(dayOf(now), 1 - days);
  const since = startOfDay(first);
  // Tills' clocks may be a little ahead; nothing is booked from further on.
  const until = now + dayMs;
  const daily = <Row>(slice: (from: number, until: number) => Promise<Row[]>) =>
    byTime(since, until, dayMs, slice);
  const sales = added(await daily((a, b) => cold.all<Sales>(salesByDay(scope, a, b))));
  const joined = added(await daily((a, b) => cold.all<Joined>(joinedByDay(scope, a, b))));
  // Each journal's entries are looked up: a row costs ten times as much as a sale's.
  const points = added(
    await byTime(
      since,
      until,
      dayMs / 4,
      (a, b) => cold.all<Points>(pointsByDay(scope, since, a, b)),
      async (a, b) => (await cold.get<{ n: number }>(journalsIn(a, b))).n > journalsMax,
    ),
  );
  const sliceOf = async (query: SQL): Promise<KeySlice> => await cold.get<KeySlice>(query);
  const lapses = await byTime(
    now + 1,
    now + days * dayMs + 1,
    dayMs,
    (a, b) => cold.all<{ sum: number }>(lapsing(scope, a, b)),
  );
  const outstanding = await sumByKey(
    scope.storeIds === null ? "" : 0,
    (after, rows) => sliceOf(outstandingAfter(scope, after, rows)),
  );
  const members = await sumByKey(0, (after, rows) => sliceOf(membersAfter(scope, after, rows)));
  const claims = await cold.get<{ sum: number }>(openClaims(scope, now));
  const at = <Row extends Sums>(rows: Map<number, Row>, day: string): Row | undefined =>
    rows.get(Math.round(startOfDay(day) / dayMs + SHANGHAI_OFFSET * 60_000 / dayMs));
  return {
    days: Array.from({ length: days }, (_, i) => {
      const day = addDays(first, i);
      const [s, p, j] = [at(sales, day), at(points, day), at(joined, day)];
      return {
        day,
        salesFen: s?.fen ?? 0,
        sales: s?.sales ?? 0,
        issued: Math.max(0, p?.issued ?? 0),
        redeemed: Math.max(0, p?.redeemed ?? 0),
        newMembers: j?.joined ?? 0,
      };
    }),
    outstanding,
    members,
    openClaims: claims.sum,
    lapsing30: lapses.reduce((sum, row) => sum + row.sum, 0),
  };
};

/** The last 30 days in the caller's scope, days without anything included. For store people, members
 *  are those who joined there and points those their stores issued. In a large house the figures may
 *  be some minutes old. */
export const showOverview = (desk: Desk): Promise<Answer> => {
  const { scope } = desk.actor;
  const key = `overview ${dayOf(desk.now)} ${JSON.stringify(scope)}`;
  return sparingly(desk.db, key, () => overviewOf(desk, scope));
};
