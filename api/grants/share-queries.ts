/** Statements of shared links. @module */
import { inserting, ranks, reading } from "../db/statement.ts";

export type ShareRow = {
  code: string;
  member_id: string;
  brand_id: string;
  item_kind: "gift" | "card";
  item_id: string;
  name: string;
  state: string;
  brand_zh: string;
  brand_en: string;
  gift_zh: string | null;
  gift_en: string | null;
  gift_points: number | null;
  picture: string | null;
  referral_code: string | null;
};

export const shareByCode = reading<[code: string], ShareRow>(
  "shared link",
  `select j.key as n, h.code, h.member_id, h.brand_id, h.item_kind, h.item_id, m.name, m.state,
     b.name_zh as brand_zh, b.name_en as brand_en, g.name_zh as gift_zh, g.name_en as gift_en,
     g.points as gift_points, g.picture,
     (select r.code from referral_code r where r.member_id = h.member_id) as referral_code
   from json_each(?1) j join share_link h on h.code = j.value->>0
   join member m on m.id = h.member_id join brand b on b.id = h.brand_id
   left join gift g on g.id = h.item_id and h.item_kind = 'gift'`,
);

export const shareOfItem = reading<
  [memberId: string, kind: string, itemId: string],
  { code: string }
>(
  "shared link of an item",
  `select j.key as n, h.code from json_each(?1) j join share_link h
     on h.member_id = j.value->>0 and h.item_kind = j.value->>1 and h.item_id = j.value->>2`,
);

export const giftOfBrand = reading<[giftId: string, brandId: string], { id: string }>(
  "gift of a brand",
  `select j.key as n, g.id from json_each(?1) j
   join gift g on g.id = j.value->>0 and g.brand_id = j.value->>1`,
);

export const insertShareLink = inserting<{
  code: string;
  member_id: string;
  brand_id: string;
  item_kind: string;
  item_id: string;
  created_at: number;
}>("share_link", ranks.cause, [
  "code",
  "member_id",
  "brand_id",
  "item_kind",
  "item_id",
  "created_at",
]);

/** How many links of a member were opened on a day, and whether this one was. */
export const opensOfDay = reading<
  [memberId: string, day: string, code: string],
  { opens: number; this_one: number }
>(
  "links opened on a day",
  `select j.key as n, count(o.code) as opens, coalesce(sum(o.code = j.value->>2), 0) as this_one
   from json_each(?1) j left join share_open o on o.member_id = j.value->>0 and o.day = j.value->>1
   group by j.key`,
);

export const insertShareOpen = inserting<{
  code: string;
  day: string;
  member_id: string;
  n: number;
  points: number;
  journal_id: string;
  at: number;
}>("share_open", ranks.causeLine, [
  "code",
  "day",
  "member_id",
  "n",
  "points",
  "journal_id",
  "at",
]);
