/** Statements of drafts. A draft is a row that changes by revisions; what is published or removed
 *  stays, closed. @module */
import { inserting, ranks, reading, writing } from "../db/statement.ts";

export type DraftRow = {
  id: string;
  brand_id: string;
  name: string;
  body: string;
  based_on: number;
  revision: number;
  changed_by: string | null;
  changed_at: number;
};

export const draftById = reading<[draftId: string], DraftRow>(
  "open draft by id",
  `select j.key as n, d.id, d.brand_id, d.name, d.body, d.based_on, d.revision,
     s.name as changed_by, d.changed_at
   from json_each(?1) j join rules_draft d on d.id = j.value->>0 and d.state = 'open'
   left join staff s on s.id = d.changed_by`,
);

export const draftsOf = reading<[brandId: string], Omit<DraftRow, "body">>(
  "open drafts of a brand",
  `select j.key as n, d.id, d.brand_id, d.name, d.based_on, d.revision,
     s.name as changed_by, d.changed_at
   from json_each(?1) j join rules_draft d on d.brand_id = j.value->>0 and d.state = 'open'
   left join staff s on s.id = d.changed_by order by j.key, d.changed_at desc, d.id desc`,
);

export const insertDraft = inserting<DraftRow & { created_at: number }>(
  "rules_draft",
  ranks.change,
  [
    "id",
    "brand_id",
    "name",
    "body",
    "based_on",
    "revision",
    "changed_by",
    "changed_at",
    "created_at",
  ],
);

/** A trigger refuses a revision that does not follow the one before. */
export const updateDraft = writing<
  Omit<DraftRow, "brand_id"> & { state: "open" | "published" | "removed" }
>(
  "change draft",
  ranks.change,
  ["id", "name", "body", "based_on", "revision", "state", "changed_by", "changed_at"],
  `update rules_draft set name = j.value->>1, body = j.value->>2, based_on = j.value->>3,
     revision = j.value->>4, state = j.value->>5, changed_by = j.value->>6,
     changed_at = j.value->>7
   from json_each(?1) j where rules_draft.id = j.value->>0`,
);
