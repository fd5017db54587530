/** Statements of the programme: rule versions and tiers. Reading the rules in force is the points
 *  room's (points/queries.ts). @module */
import { inserting, ranks, reading } from "../db/statement.ts";

export const latestVersion = reading<[brandId: string], { version: number }>(
  "latest rule version",
  `select j.key as n, max(r.version) as version from json_each(?1) j
   join earning_rules r on r.brand_id = j.value->>0 group by j.key`,
);

/** Which of these ids are tiers or categories of the brand. */
export const namesOfBrand = reading<
  [brandId: string, ids: readonly string[]],
  { id: string; kind: "tier" | "category" }
>(
  "tiers and categories of a brand by id",
  `select j.key as n, x.value as id, case when t.id is not null then 'tier' else 'category' end as kind
   from json_each(?1) j, json_each(j.value, '$[1]') x
   left join tier t on t.id = x.value and t.brand_id = j.value->>0
   left join category c on c.id = x.value and c.brand_id = j.value->>0
   where t.id is not null or c.id is not null`,
);

export const insertRules = inserting<{
  id: string;
  brand_id: string;
  version: number;
  effective_from: number;
  body: string;
  published_by: string | null;
  published_at: number;
}>("earning_rules", ranks.place + 2, [
  "id",
  "brand_id",
  "version",
  "effective_from",
  "body",
  "published_by",
  "published_at",
]);

export const insertTier = inserting<{
  id: string;
  brand_id: string;
  level: number;
  name_zh: string;
  name_en: string;
  colour: string;
  threshold_fen: number;
}>("tier", ranks.place + 2, [
  "id",
  "brand_id",
  "level",
  "name_zh",
  "name_en",
  "colour",
  "threshold_fen",
]);
