/** Statements of trials and saved cases. @module */
import { inserting, ranks, reading, writing } from "../db/statement.ts";

/** Which of these products and categories the brand has, with the category path of each. */
export const goodsOfTrial = reading<
  [brandId: string, ids: readonly string[]],
  { id: string; kind: "product" | "category"; path: string }
>(
  "goods of a trial",
  `select j.key as n, x.value as id, case when p.id is not null then 'product' else 'category' end as kind,
     (with recursive up(id, parent_id) as (
        select c.id, c.parent_id from category c where c.id = coalesce(p.category_id, k.id)
        union all select c.id, c.parent_id from category c join up on c.id = up.parent_id)
      select json_group_array(up.id) from up) as path
   from json_each(?1) j, json_each(j.value, '$[1]') x
   left join product p on p.id = x.value and p.brand_id = j.value->>0
   left join category k on k.id = x.value and k.brand_id = j.value->>0
   where p.id is not null or k.id is not null`,
);

export type CaseRow = {
  id: string;
  brand_id: string;
  name: string;
  trial: string;
  expected: string;
  revision: number;
  changed_by: string | null;
  changed_at: number;
};

const columns = `c.id, c.brand_id, c.name, c.trial, c.expected, c.revision, s.name as changed_by,
  c.changed_at`;

export const casesOf = reading<[brandId: string], CaseRow>(
  "cases of a brand",
  `select j.key as n, ${columns} from json_each(?1) j
   join rules_case c on c.brand_id = j.value->>0 and c.state = 'kept'
   left join staff s on s.id = c.changed_by order by j.key, c.id`,
);

export const caseById = reading<[caseId: string], CaseRow>(
  "case by id",
  `select j.key as n, ${columns} from json_each(?1) j
   join rules_case c on c.id = j.value->>0 and c.state = 'kept'
   left join staff s on s.id = c.changed_by`,
);

export const insertCase = inserting<CaseRow & { created_at: number }>("rules_case", ranks.change, [
  "id",
  "brand_id",
  "name",
  "trial",
  "expected",
  "revision",
  "changed_by",
  "changed_at",
  "created_at",
]);

/** A trigger refuses a revision that does not follow the one before. */
export const updateCase = writing<
  Pick<CaseRow, "id" | "expected" | "revision" | "changed_by" | "changed_at"> & {
    state: "kept" | "removed";
  }
>(
  "change case",
  ranks.change,
  ["id", "expected", "revision", "state", "changed_by", "changed_at"],
  `update rules_case set expected = j.value->>1, revision = j.value->>2, state = j.value->>3,
     changed_by = j.value->>4, changed_at = j.value->>5
   from json_each(?1) j where rules_case.id = j.value->>0`,
);
