/** Statements of the tier settings: the ladder as head office sees and sets it. @module */
import { ranks, reading, writing } from "../db/statement.ts";
import { brandOf } from "../points/queries.ts";

export type PolicyRow = {
  basis: "spending" | "points";
  span: "months" | "year" | "lifetime";
  review: string;
  grace_days: number;
  revision: number;
  changed_at: number;
};

export const policyOf = reading<[brandId: string], PolicyRow>(
  "tier policy of a brand",
  `select j.key as n, p.basis, p.span, p.review, p.grace_days, p.revision, p.changed_at
   from json_each(?1) j join tier_policy p on p.brand_id = j.value->>0`,
);

export type StepRow = {
  id: string;
  level: number;
  name_zh: string;
  name_en: string;
  colour: string;
  threshold_fen: number;
  threshold_points: number;
  price_points: number | null;
  price_months: number;
  discounts: string;
  birthday: string | null;
  free_delivery: number;
};

/** @param brand see brandOf */
export const stepsOf = reading<[brand: string], StepRow>(
  "steps of a brand's ladder",
  `select j.key as n, t.id, t.level, t.name_zh, t.name_en, t.colour, t.threshold_fen,
     coalesce(y.threshold_points, t.threshold_fen / 100) as threshold_points, y.price_points,
     coalesce(y.price_months, 12) as price_months, coalesce(y.discounts, '[]') as discounts,
     y.birthday, coalesce(y.free_delivery, 0) as free_delivery
   from json_each(?1) j join tier t on t.brand_id = ${brandOf("j.value->>0")}
   left join tier_terms y on y.tier_id = t.id order by j.key, t.level`,
);

export const holdersOf = reading<[brandId: string], { tier_id: string; members: number }>(
  "members on each tier",
  `select j.key as n, t.id as tier_id,
     (select count(*) from loyalty_account l where l.tier_id = t.id) as members
   from json_each(?1) j join tier t on t.brand_id = j.value->>0`,
);

export type NamedRow = {
  id: string;
  kind: "category" | "product" | "gift";
  sku: string;
  name_zh: string;
  name_en: string;
};

/** Which of these ids are categories, products or gifts of the brand. */
export const namedOf = reading<[brandId: string, ids: readonly string[]], NamedRow>(
  "categories, products and gifts of a brand by id",
  `select j.key as n, c.id, 'category' as kind, c.code as sku, c.name_zh, c.name_en
   from json_each(?1) j, json_each(j.value, '$[1]') x
   join category c on c.id = x.value and c.brand_id = j.value->>0
   union all
   select j.key, p.id, 'product', p.sku, p.name_zh, p.name_en
   from json_each(?1) j, json_each(j.value, '$[1]') x
   join product p on p.id = x.value and p.brand_id = j.value->>0
   union all
   select j.key, g.id, 'gift', g.code, g.name_zh, g.name_en
   from json_each(?1) j, json_each(j.value, '$[1]') x
   join gift g on g.id = x.value and g.brand_id = j.value->>0`,
);

export const categoriesAndGifts = reading<[brandId: string], NamedRow>(
  "categories and gifts of a brand",
  `select j.key as n, c.id, 'category' as kind, c.code as sku, c.name_zh, c.name_en
   from json_each(?1) j join category c on c.brand_id = j.value->>0
   union all
   select j.key, g.id, 'gift', g.code, g.name_zh, g.name_en
   from json_each(?1) j join gift g on g.brand_id = j.value->>0 and g.state = 'listed'
     and coalesce(g.finer_kind, g.kind) in ('goods', 'service', 'bundle', 'virtual')
   order by 1, 4`,
);

export const putPolicy = writing<{
  brand_id: string;
  basis: string;
  span: string;
  review: string;
  grace_days: number;
  revision: number;
  changed_at: number;
  changed_by: string | null;
}>(
  "put tier policy",
  ranks.change,
  ["brand_id", "basis", "span", "review", "grace_days", "revision", "changed_at", "changed_by"],
  `insert into tier_policy (brand_id, basis, span, review, grace_days, revision, changed_at, changed_by)
   select j.value->>0, j.value->>1, j.value->>2, j.value->>3, j.value->>4, j.value->>5, j.value->>6,
     j.value->>7 from json_each(?1) j where true
   on conflict (brand_id) do update set basis = excluded.basis, span = excluded.span,
     review = excluded.review, grace_days = excluded.grace_days, revision = excluded.revision,
     changed_at = excluded.changed_at, changed_by = excluded.changed_by`,
);

/** Levels are unique per brand: all step aside before they take their new places. */
export const stepAside = writing<{ brand_id: string }>(
  "tiers step aside",
  ranks.place,
  ["brand_id"],
  `update tier set level = level + 1000 from json_each(?1) j where tier.brand_id = j.value->>0`,
);

export const removeTerms = writing<{ id: string }>(
  "remove tier terms",
  ranks.place + 1,
  ["id"],
  "delete from tier_terms where tier_id in (select j.value->>0 from json_each(?1) j)",
);

export const removeTier = writing<{ id: string }>(
  "remove tier",
  ranks.place + 2,
  ["id"],
  "delete from tier where id in (select j.value->>0 from json_each(?1) j)",
);

export const putTier = writing<{
  id: string;
  brand_id: string;
  level: number;
  name_zh: string;
  name_en: string;
  colour: string;
  threshold_fen: number;
}>(
  "put tier",
  ranks.place + 3,
  ["id", "brand_id", "level", "name_zh", "name_en", "colour", "threshold_fen"],
  `insert into tier (id, brand_id, level, name_zh, name_en, colour, threshold_fen)
   select j.value->>0, j.value->>1, j.value->>2, j.value->>3, j.value->>4, j.value->>5, j.value->>6
   from json_each(?1) j where true
   on conflict (id) do update set level = excluded.level, name_zh = excluded.name_zh,
     name_en = excluded.name_en, colour = excluded.colour, threshold_fen = excluded.threshold_fen`,
);

export const putTerms = writing<{
  tier_id: string;
  threshold_points: number;
  price_points: number | null;
  price_months: number;
  discounts: string;
  birthday: string | null;
  free_delivery: number;
}>(
  "put tier terms",
  ranks.place + 4,
  [
    "tier_id",
    "threshold_points",
    "price_points",
    "price_months",
    "discounts",
    "birthday",
    "free_delivery",
  ],
  `insert into tier_terms (tier_id, threshold_points, price_points, price_months, discounts, birthday,
     free_delivery)
   select j.value->>0, j.value->>1, j.value->>2, j.value->>3, j.value->>4, j.value->>5, j.value->>6
   from json_each(?1) j where true
   on conflict (tier_id) do update set threshold_points = excluded.threshold_points,
     price_points = excluded.price_points, price_months = excluded.price_months,
     discounts = excluded.discounts, birthday = excluded.birthday,
     free_delivery = excluded.free_delivery`,
);
