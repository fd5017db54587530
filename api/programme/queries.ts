/** Statements of the programme: rule versions and tiers. Reading the rules in force is the points
 *  room's (points/queries.ts). @module */
import { inserting, ranks, reading } from "../db/statement.ts";
import { notWithdrawn } from "../points/queries.ts";

export const latestVersion = reading<[brandId: string], { version: number }>(
  "latest rule version",
  `select j.key as n, max(r.version) as version from json_each(?1) j
   join earning_rules r on r.brand_id = j.value->>0 group by j.key`,
);

/** Which of these ids are names of the brand, and of what. A tag goes by its id or its name. */
export const namesOfBrand = reading<
  [brandId: string, ids: readonly string[]],
  { id: string; kind: "tier" | "category" | "product" | "store" | "member-category" | "tag" }
>(
  "names of a brand by id",
  `select j.key as n, x.value as id, k.value as kind
   from json_each(?1) j, json_each(j.value, '$[1]') x,
     json_each('["tier","category","product","store","member-category","tag"]') k
   where case k.value
     when 'tier' then exists (select 1 from tier t where t.id = x.value and t.brand_id = j.value->>0)
     when 'category' then exists (select 1 from category t where t.id = x.value and t.brand_id = j.value->>0)
     when 'product' then exists (select 1 from product t where t.id = x.value and t.brand_id = j.value->>0)
     when 'store' then exists (select 1 from store t where t.id = x.value and t.brand_id = j.value->>0)
     when 'member-category' then
       exists (select 1 from member_category t where t.id = x.value and t.brand_id = j.value->>0)
     else exists (select 1 from tag t where t.brand_id = j.value->>0 and t.state = 'active'
       and (t.id = x.value or t.name = x.value)) end`,
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

/** A version that somebody published here: with who approved it, and which version it repeats. */
export const insertVersion = inserting<{
  id: string;
  brand_id: string;
  version: number;
  effective_from: number;
  body: string;
  published_by: string | null;
  published_at: number;
  approval_id: string | null;
  repeats: number | null;
}>("earning_rules", ranks.place + 2, [
  "id",
  "brand_id",
  "version",
  "effective_from",
  "body",
  "published_by",
  "published_at",
  "approval_id",
  "repeats",
]);

/** The version in force at an instant, if one has begun. */
export const versionInForce = reading<
  [brandId: string, at: number],
  { id: string; version: number; body: string }
>(
  "version in force",
  `select j.key as n, r.id, r.version, r.body from json_each(?1) j
   join earning_rules r on r.id =
     (select x.id from earning_rules x where x.brand_id = j.value->>0 and x.effective_from <= j.value->>1
      and ${notWithdrawn("x.id")} order by x.effective_from desc, x.version desc limit 1)`,
);

/** A version by its id. */
export const versionById = reading<
  [rulesId: string],
  {
    id: string;
    brand_id: string;
    version: number;
    effective_from: number;
    body: string;
    withdrawn_at: number | null;
  }
>(
  "version by id",
  `select j.key as n, r.id, r.brand_id, r.version, r.effective_from, r.body, w.at as withdrawn_at
   from json_each(?1) j join earning_rules r on r.id = j.value->>0
   left join rules_withdrawn w on w.rules_id = r.id`,
);

/** A trigger refuses it once the version has begun. */
export const insertWithdrawn = inserting<{
  rules_id: string;
  reason: string;
  withdrawn_by: string | null;
  approval_id: string | null;
  at: number;
}>("rules_withdrawn", ranks.change + 1, [
  "rules_id",
  "reason",
  "withdrawn_by",
  "approval_id",
  "at",
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
