/** What a member has by tier and member category: statements. @module */
import { inserting, ranks, reading, writing } from "../db/statement.ts";
import { loyaltyOf } from "../points/queries.ts";

export type BenefitRow = {
  source: "tier" | "category";
  id: string;
  name_zh: string;
  name_en: string;
  discounts: string;
};

/** The discount lists a member may choose the better of: the tier's first. */
export const benefitsOf = reading<[handle: string], BenefitRow>(
  "discounts of a member",
  `select j.key as n, 'tier' as source, t.id, t.name_zh, t.name_en, y.discounts, 0 as place
   from json_each(?1) j join loyalty_account l on l.id = ${loyaltyOf("j.value->>0")}
   join tier t on t.id = l.tier_id join tier_terms y on y.tier_id = t.id
   union all
   select j.key, 'category', c.id, c.name_zh, c.name_en, c.discounts, 1
   from json_each(?1) j join loyalty_account l on l.id = ${loyaltyOf("j.value->>0")}
   join member_in_category i on i.member_id = l.member_id
   join member_category c on c.id = i.category_id and c.state = 'open'
   order by 1, 7`,
);

export type MemberCategoryRow = {
  id: string;
  brand_id: string;
  name_zh: string;
  name_en: string;
  discounts: string;
  state: "open" | "closed";
  revision: number;
  members: number;
};

const categoryColumns = `c.id, c.brand_id, c.name_zh, c.name_en, c.discounts, c.state, c.revision,
     (select count(*) from member_in_category i where i.category_id = c.id) as members`;

export const categoriesOfBrands = reading<[brandIds: readonly string[] | null], MemberCategoryRow>(
  "member categories of brands",
  `select j.key as n, ${categoryColumns} from json_each(?1) j join member_category c
   on j.value->0 = 'null' or c.brand_id in (select x.value from json_each(j.value, '$[0]') x)
   order by j.key, c.state desc, c.created_at, c.id`,
);

export const memberCategoryById = reading<[id: string], MemberCategoryRow>(
  "member category by id",
  `select j.key as n, ${categoryColumns} from json_each(?1) j
   join member_category c on c.id = j.value->>0`,
);

export const insertMemberCategory = inserting<{
  id: string;
  brand_id: string;
  name_zh: string;
  name_en: string;
  discounts: string;
  created_at: number;
}>("member_category", ranks.place, [
  "id",
  "brand_id",
  "name_zh",
  "name_en",
  "discounts",
  "created_at",
]);

export const updateMemberCategory = writing<{
  id: string;
  name_zh: string;
  name_en: string;
  discounts: string;
  state: string;
  revision: number;
}>(
  "update member category",
  ranks.change,
  ["id", "name_zh", "name_en", "discounts", "state", "revision"],
  `update member_category set name_zh = j.value->>1, name_en = j.value->>2, discounts = j.value->>3,
     state = j.value->>4, revision = j.value->>5
   from json_each(?1) j where member_category.id = j.value->>0`,
);

export const categoryOfMember = reading<
  [memberId: string],
  { category_id: string; name_zh: string; name_en: string }
>(
  "category of a member",
  `select j.key as n, i.category_id, c.name_zh, c.name_en from json_each(?1) j
   join member_in_category i on i.member_id = j.value->>0
   join member_category c on c.id = i.category_id`,
);

export const putInCategory = writing<{
  member_id: string;
  category_id: string;
  since: number;
  staff_id: string | null;
}>(
  "put member in category",
  ranks.change,
  ["member_id", "category_id", "since", "staff_id"],
  `insert into member_in_category (member_id, category_id, since, staff_id)
   select j.value->>0, j.value->>1, j.value->>2, j.value->>3 from json_each(?1) j where true
   on conflict (member_id) do update set category_id = excluded.category_id, since = excluded.since,
     staff_id = excluded.staff_id`,
);

export const takeOutOfCategory = writing<{ member_id: string }>(
  "take member out of category",
  ranks.change,
  ["member_id"],
  "delete from member_in_category where member_id in (select j.value->>0 from json_each(?1) j)",
);

export const tierChangesOf = reading<[memberId: string], {
  at: number;
  how: "reached" | "bought" | "kept" | "grace" | "lowered";
  from_zh: string | null;
  from_en: string | null;
  to_zh: string | null;
  to_en: string | null;
  review_on: string | null;
}>(
  "tier changes of a member",
  `select j.key as n, c.at, c.how, f.name_zh as from_zh, f.name_en as from_en, t.name_zh as to_zh,
     t.name_en as to_en, c.review_on
   from json_each(?1) j join loyalty_account l on l.member_id = j.value->>0
   join tier_change c on c.loyalty_id = l.id
   left join tier f on f.id = c.from_tier left join tier t on t.id = c.to_tier
   order by j.key, c.at desc, c.id desc`,
);
