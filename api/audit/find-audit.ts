/** Rows of the operation log: what a filter finds in the caller's scope. @module */
import { type SQL, sql } from "drizzle-orm";
import { endOfDay, startOfDay } from "../../shared/business-day.ts";
import { maskName } from "../../shared/cards/mask.ts";
import type { AuditFilter, AuditRow } from "../../shared/console/endpoints.ts";
import { birthdaysInSight } from "../access/birthday-sight.ts";
import type { Desk } from "../desk.ts";
import { idsIn, type Names, namesIn } from "./names-in.ts";

type Found = {
  id: string;
  at: number;
  actor_id: string | null;
  actor_role: string;
  actor_name: string | null;
  role_zh: string | null;
  role_en: string | null;
  action: string;
  subject: string;
  member_name: string | null;
  subject_zh: string | null;
  subject_en: string | null;
  brand_id: string | null;
  store_id: string | null;
  before_json: string | null;
  after_json: string | null;
};

const inList = (ids: readonly string[]): SQL =>
  sql`(${sql.join(ids.map((id) => sql`${id}`), sql`, `)})`;

/** What concerns every brand is shown to who answers for every brand. */
const conditions = (desk: Desk, filter: AuditFilter, before: string | undefined): SQL => {
  const { brandIds, storeIds } = desk.actor.scope;
  const all = [
    brandIds === null ? null : sql`a.brand_id in ${inList(brandIds)}`,
    storeIds === null ? null : sql`a.store_id in ${inList(storeIds)}`,
    filter.actor ? sql`a.actor_id = ${filter.actor}` : null,
    filter.action ? sql`a.action = ${filter.action}` : null,
    filter.subject ? sql`a.subject = ${filter.subject}` : null,
    filter.brandId ? sql`a.brand_id = ${filter.brandId}` : null,
    filter.storeId ? sql`a.store_id = ${filter.storeId}` : null,
    filter.from ? sql`a.at >= ${startOfDay(filter.from)}` : null,
    filter.to ? sql`a.at < ${endOfDay(filter.to)}` : null,
    before ? sql`a.id < ${before}` : null,
  ].filter((each): each is SQL => each !== null);
  return all.length ? sql.join(all, sql` and `) : sql`true`;
};

/** For the log of one subject, told to everybody who may see the subject. */
export const everywhere = (desk: Desk): Desk => ({
  ...desk,
  actor: { ...desk.actor, scope: { brandIds: null, storeIds: null } },
});

/** Newest first; names are looked up for the rows of the page alone. */
export const findAudit = async (
  desk: Desk,
  filter: AuditFilter,
  { before, limit }: { before: string | undefined; limit: number },
): Promise<AuditRow[]> => {
  const rows = await desk.db.cold.all<Found>(sql`
    select a.id, a.at, a.actor_id, a.actor_role, a.action, a.subject, a.brand_id, a.store_id,
      a.before_json, a.after_json,
      coalesce((select s.name from staff s where s.id = a.actor_id),
        (select k.label from api_key k where k.id = a.actor_id),
        (select t.label from terminal t where t.id = a.actor_id)) as actor_name,
      r.name_zh as role_zh, r.name_en as role_en,
      (select m.name from member m where m.id = a.subject) as member_name,
      coalesce((select s.name from staff s where s.id = a.subject),
        (select s.name_zh from store s where s.id = a.subject),
        (select b.name_zh from brand b where b.id = a.subject),
        (select g.name_zh from gift g where g.id = a.subject),
        (select o.name_zh from own_role o where o.id = a.subject),
        (select t.name from tag t where t.id = a.subject),
        (select c.name_zh from member_category c where c.id = a.subject),
        (select v.title_zh from survey v where v.id = a.subject),
        (select d.name from rules_draft d where d.id = a.subject),
        (select c.name from rules_case c where c.id = a.subject),
        (select g.name_zh from claim c join gift g on g.id = c.gift_id where c.id = a.subject),
        (select t.label from terminal t where t.id = a.subject),
        (select k.label from api_key k where k.id = a.subject)) as subject_zh,
      coalesce((select s.name_en from store s where s.id = a.subject),
        (select b.name_en from brand b where b.id = a.subject),
        (select g.name_en from gift g where g.id = a.subject),
        (select c.name_en from member_category c where c.id = a.subject),
        (select v.title_en from survey v where v.id = a.subject),
        (select g.name_en from claim c join gift g on g.id = c.gift_id where c.id = a.subject),
        (select o.name_en from own_role o where o.id = a.subject)) as subject_en
    from audit_log a left join own_role r on r.id = a.actor_role
    where ${conditions(desk, filter, before)} order by a.id desc limit ${limit}`);
  const names = await namesIn(desk, rows);
  return rows.map((row) => viewOf(desk, row, names));
};

const viewOf = (desk: Desk, row: Found, names: Names): AuditRow => {
  const name = row.member_name === null ? row.subject_zh : maskName(row.member_name);
  return {
    id: row.id,
    at: row.at,
    actorId: row.actor_id,
    actorName: row.actor_name ?? row.actor_role,
    actorRole: row.actor_role,
    ownRole: row.role_zh === null ? null : { nameZh: row.role_zh, nameEn: row.role_en ?? "" },
    action: row.action,
    subject: row.subject,
    subjectName: name === null ? null : { nameZh: name, nameEn: row.subject_en || name },
    brandId: row.brand_id,
    storeId: row.store_id,
    before: birthdaysInSight(desk, row.before_json),
    after: birthdaysInSight(desk, row.after_json),
    names: idsIn(row).flatMap((id) => names.get(id) ?? []),
  };
};
