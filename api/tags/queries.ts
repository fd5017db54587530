/** Statements of tags. @module */
import { inserting, ranks, reading, writing } from "../db/statement.ts";

export type TagRecord = {
  id: string;
  brand_id: string;
  name: string;
  /** JSON of the screening that keeps it. */
  screening: string | null;
  refreshed_at: number | null;
  state: "active" | "retired";
};

export const tagById = reading<[tagId: string], TagRecord>(
  "tag by id",
  `select j.key as n, t.* from json_each(?1) j join tag t on t.id = j.value->>0`,
);

export const tagByName = reading<[brandId: string, name: string], { id: string }>(
  "tag by name",
  `select j.key as n, t.id from json_each(?1) j
   join tag t on t.brand_id = j.value->>0 and t.name = j.value->>1`,
);

/** Tags of one brand, or (null) of all. */
export const tagsOf = reading<[brandId: string | null], TagRecord & { members: number }>(
  "tags of a brand",
  `select j.key as n, t.*, (select count(*) from member_tag x where x.tag_id = t.id) as members
   from json_each(?1) j join tag t on t.state = 'active'
     and (j.value->>0 is null or t.brand_id = j.value->>0)
   order by j.key, t.brand_id, t.name`,
);

/** Tags of a member. */
export const tagsOfMember = reading<
  [memberId: string],
  { id: string; name: string; screened: 0 | 1 }
>(
  "tags of a member",
  `select j.key as n, t.id, t.name, t.screening is not null as screened
   from json_each(?1) j join member_tag x on x.member_id = j.value->>0
   join tag t on t.id = x.tag_id and t.state = 'active' order by j.key, t.name`,
);

/** Tags that are kept by a screening. */
export const screenedTags = reading<[], TagRecord>(
  "tags kept by a screening",
  `select j.key as n, t.* from json_each(?1) j
   join tag t on t.state = 'active' and t.screening is not null order by j.key, t.id`,
);

/** Those of the given members (JSON list) who have the tag and belong to its brand. */
export const holdersAmong = reading<
  [tagId: string, memberIds: string],
  { id: string; has: 0 | 1 }
>(
  "holders of a tag among members",
  `select j.key as n, m.id, exists (select 1 from member_tag x
     where x.member_id = m.id and x.tag_id = t.id) as has
   from json_each(?1) j join tag t on t.id = j.value->>0
   join json_each(j.value->>1) i join member m on m.id = i.value and m.brand_id = t.brand_id`,
);

/** A page of who has the tag, by member id. */
export const holdersOf = reading<[tagId: string, after: string], { member_id: string }>(
  "holders of a tag",
  `select j.key as n, x.member_id from json_each(?1) j
   join member_tag x on x.tag_id = j.value->>0 and x.member_id > j.value->>1
   order by j.key, x.member_id limit 20000`,
);

export const insertTag = inserting<
  Omit<TagRecord, "state"> & {
    created_by: string | null;
    created_at: number;
  }
>("tag", ranks.place + 2, [
  "id",
  "brand_id",
  "name",
  "screening",
  "refreshed_at",
  "created_by",
  "created_at",
]);

export const noteRefresh = writing<{ id: string; refreshed_at: number }>(
  "note that a tag was refreshed",
  ranks.change,
  ["id", "refreshed_at"],
  `update tag set refreshed_at = j.value->>1 from json_each(?1) j where tag.id = j.value->>0`,
);

export const endTag = writing<{ id: string; name: string }>(
  "retire tag",
  ranks.change,
  ["id", "name"],
  `update tag set state = 'retired', name = j.value->>1 from json_each(?1) j
   where tag.id = j.value->>0`,
);

export const giveTag = writing<
  { member_id: string; tag_id: string; by_id: string | null; at: number }
>(
  "give tag",
  ranks.change,
  ["member_id", "tag_id", "by_id", "at"],
  `insert into member_tag (member_id, tag_id, by_id, at)
   select j.value->>0, j.value->>1, j.value->>2, j.value->>3 from json_each(?1) j where true
   on conflict do nothing`,
);

export const takeTag = writing<{ member_id: string; tag_id: string }>(
  "take tag",
  ranks.change,
  ["member_id", "tag_id"],
  `delete from member_tag where (member_id, tag_id) in
     (select j.value->>0, j.value->>1 from json_each(?1) j)`,
);

export const takeTagFromAll = writing<{ tag_id: string }>(
  "take tag from all",
  ranks.change,
  ["tag_id"],
  `delete from member_tag where tag_id in (select j.value->>0 from json_each(?1) j)`,
);
