import { type SQL, sql } from "drizzle-orm";
import type { searchMembers as door } from "../../shared/console/endpoints.ts";
import type { AnswerOf, BodyOf } from "../../shared/endpoint.ts";
import { maskName } from "../../shared/cards/mask.ts";
import { limits } from "../access/limit-table.ts";
import { maskedPhoneOf, phoneIndex } from "../access/phone.ts";
import type { Db } from "../db/open.ts";
import type { Desk } from "../desk.ts";
import { takeTry } from "../http/limits.ts";
import { searchName } from "../members/new-member.ts";

type Body = BodyOf<typeof door>;

type Row = {
  id: string;
  brand_id: string;
  name: string;
  phone_cipher: string | null;
  tier_zh: string;
  tier_en: string;
  colour: string;
  balance: number;
  joined_at: number;
  state: string;
  external_ref: string | null;
};

/** A way to look: rows to start from, what they must fulfil, in which order, and what lies behind a
 *  page's last member. */
type Way = { from: SQL; where: SQL; order: SQL; behind: (after: string) => SQL };

const newestFirst = {
  order: sql`m.id desc`,
  behind: (after: string) => sql`m.id < ${after}`,
};
const members = sql`member m`;

const oneOf = (values: readonly string[]): SQL =>
  sql`(${sql.join(values.map((v) => sql`${v}`), sql`, `)})`;

const byPhone = (desk: Desk, brandIds: string[], phone: string): Way => {
  // Each brand has its own index of the same number.
  const pairs = brandIds.map((id) => sql`(${id}, ${phoneIndex(desk.keys, id, phone)})`);
  return {
    from: sql`(values ${sql.join(pairs, sql`, `)}) k
      cross join member m on m.brand_id = k.column1 and m.phone_index = k.column2`,
    where: sql`true`,
    ...newestFirst,
  };
};

/** Names that begin so, in the order of names: that is the order of the index. */
const byName = (brandIds: string[], text: string): Way => ({
  from: members,
  where: sql`m.brand_id in ${oneOf(brandIds)} and m.name_search >= ${text}
    and m.name_search < ${text + "\u{10ffff}"}`,
  order: sql`m.brand_id, m.name_search, m.rowid`,
  behind: (after) =>
    sql`(m.brand_id, m.name_search, m.rowid) >
      (select x.brand_id, x.name_search, x.rowid from member x where x.id = ${after})`,
});

/** What the text is decides how to look. The code of an e-card is none of these: it is for terminals,
 *  not for looking people up. */
const wayOf = (desk: Desk, brandIds: string[], { text, tierId }: Body): Way => {
  const typed = text.normalize("NFKC").trim();
  const digits = typed.replace(/[\s-]/g, "");
  const own = sql`m.brand_id in ${oneOf(brandIds)}`;
  if (/^1\d{10}$/.test(digits)) return byPhone(desk, brandIds, digits);
  if (/^\d{16}$/.test(digits)) {
    return {
      from: sql`card c join member m on m.id = c.member_id`,
      where: sql`c.number = ${digits} and ${own}`,
      ...newestFirst,
    };
  }
  if (/^\d{4}$/.test(digits)) {
    return {
      from: members,
      where: sql`${own} and (m.phone_tail = ${digits} or m.external_ref = ${digits})`,
      ...newestFirst,
    };
  }
  // A number of another system; names of people have no figures in Latin script.
  if (/^[\w-]*\d[\w-]*$/.test(typed)) {
    return { from: members, where: sql`${own} and m.external_ref = ${typed}`, ...newestFirst };
  }
  if (typed) return byName(brandIds, searchName(typed));
  if (tierId) {
    return {
      from: sql`loyalty_account x join member m on m.id = x.member_id`,
      where: sql`x.tier_id = ${tierId} and +m.brand_id in ${oneOf(brandIds)}`,
      order: sql`x.member_id desc`,
      behind: (after) => sql`x.member_id < ${after}`,
    };
  }
  // The plus keeps the walk on the ids, newest first, instead of sorting a whole brand.
  return { from: members, where: sql`+m.brand_id in ${oneOf(brandIds)}`, ...newestFirst };
};

/** The brands of the house as this process last saw them. */
const lastSeen = new WeakMap<Db, string[]>();

const readBrands = async (desk: Desk): Promise<string[]> => {
  const rows = await desk.db.cold.all<{ id: string }>(sql`select id from brand order by id`);
  const ids = rows.map((brand) => brand.id);
  lastSeen.set(desk.db, ids);
  return ids;
};

const rowsOf = (desk: Desk, way: Way, body: Body, limit: number): Promise<Row[]> =>
  desk.db.cold.all<Row>(sql`
    select m.id, m.brand_id, m.name, m.phone_cipher, t.name_zh as tier_zh, t.name_en as tier_en,
      t.colour, m.joined_at, m.state, m.external_ref,
      (select coalesce(sum(o.remaining), 0) from lot o
       where o.account_id = l.id || '.points' and o.remaining > 0 and o.available_at <= ${desk.now}
         and (o.lapses_at is null or o.lapses_at > ${desk.now})) as balance
    from ${way.from} join loyalty_account l on l.member_id = m.id
    join tier t on t.id = coalesce(l.tier_id,
      (select y.id from tier y where y.brand_id = m.brand_id order by y.level limit 1))
    where ${way.where}
      and ${body.tierId ? sql`l.tier_id = ${body.tierId}` : sql`true`}
      and ${body.after ? way.behind(body.after) : sql`true`}
    order by ${way.order} limit ${limit}`);

const searchIn = async (desk: Desk, brandIds: readonly string[], body: Body, limit: number) => {
  const wanted = brandIds.filter((id) => body.brandId === undefined || id === body.brandId);
  return wanted.length ? await rowsOf(desk, wayOf(desk, wanted, body), body, limit) : [];
};

/** Rows of the brands in scope. Who may see every brand is answered with those last seen, unless there
 *  are others by now. */
const search = async (desk: Desk, body: Body, limit: number): Promise<Row[]> => {
  const { brandIds } = desk.actor.scope;
  if (brandIds !== null) return searchIn(desk, brandIds, body, limit);
  const before = lastSeen.get(desk.db);
  const [now, rows] = await Promise.all([
    readBrands(desk),
    before ? searchIn(desk, before, body, limit) : [],
  ]);
  return before?.join() === now.join() ? rows : searchIn(desk, now, body, limit);
};

/** Members by phone, last four digits, card number, another system's number or the beginning of the
 *  name; without text, the newest. Store people see the members of their brand. It is looked while the
 *  try is being taken, and told once it is. @throws Problem too-many */
export const searchMembers = async (
  desk: Desk,
  body: Body,
): Promise<AnswerOf<typeof door>> => {
  const { limit = 30 } = body;
  const [rows] = await Promise.all([
    search(desk, body, limit + 1),
    takeTry(desk, `member-search/${desk.actor.id}`, limits.memberSearch),
  ]);
  const page = rows.slice(0, limit);
  return {
    members: page.map((m) => ({
      id: m.id,
      brandId: m.brand_id,
      nameMasked: maskName(m.name),
      phoneMasked: maskedPhoneOf(desk.keys, m),
      tierNameZh: m.tier_zh,
      tierNameEn: m.tier_en,
      tierColour: m.colour,
      balance: m.balance,
      joinedAt: m.joined_at,
      state: m.state,
      externalRef: m.external_ref,
    })),
    nextAfter: rows.length > limit ? page.at(-1)!.id : null,
  };
};
