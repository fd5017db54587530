/** Names of what the records of the log speak of by id. @module */
import { sql } from "drizzle-orm";
import type { AuditRow } from "../../shared/console/endpoints.ts";
import type { Desk } from "../desk.ts";

export type Names = Map<string, AuditRow["names"][number]>;
type Records = { before_json: string | null; after_json: string | null };

/** Ids in the records of a row, each once. */
export const idsIn = ({ before_json: before, after_json: after }: Records): string[] => [
  ...new Set(
    `${before ?? ""} ${after ?? ""}`
      .match(/(?<=")(?:brd|cat|gft|key|mct|prd|rol|shf|stf|sto|tag|tie|trm)_[0-9a-z_-]+(?=\\?")/g),
  ),
];

/** Names of all that a page speaks of, in one question. */
export const namesIn = async (desk: Desk, rows: readonly Records[]): Promise<Names> => {
  const ids = [...new Set(rows.flatMap(idsIn))];
  if (ids.length === 0) return new Map();
  const found = await desk.db.cold.all<{ id: string; zh: string; en: string | null }>(sql`
    with asked as (select value as id from json_each(${JSON.stringify(ids)}))
    select id, name_zh as zh, name_en as en from gift where id in (select id from asked)
    union all select id, name_zh, name_en from store where id in (select id from asked)
    union all select id, name_zh, name_en from brand where id in (select id from asked)
    union all select id, name_zh, name_en from tier where id in (select id from asked)
    union all select id, name_zh, name_en from member_category where id in (select id from asked)
    union all select id, name_zh, name_en from own_role where id in (select id from asked)
    union all select id, name, null from staff where id in (select id from asked)
    union all select id, name, null from tag where id in (select id from asked)
    union all select id, label, null from terminal where id in (select id from asked)
    union all select id, label, null from api_key where id in (select id from asked)`);
  return new Map(
    found.map(({ id, zh, en }) => [id, { id, nameZh: zh, nameEn: en || zh }]),
  );
};
