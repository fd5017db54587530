/** Statements of the members room. @module */
import { inserting, ranks, reading, writing } from "../db/statement.ts";

export type MemberRow = {
  id: string;
  brand_id: string;
  name: string;
  birthday: string | null;
  birthday_calendar: "solar" | "lunar" | "lunar-leap";
  /** When the member last set it; null: at enrolment, or by the office. */
  birthday_set_at: number | null;
  sex: "female" | "male" | "undisclosed" | null;
  phone_cipher: string | null;
  phone_verified_at: number | null;
  language: "zh-CN" | "en";
  joined_at: number;
  state: "active" | "frozen" | "closed";
  pin_hash: string | null;
  revision: number;
  /** The loyalty account. */
  account_id: string;
  brand_zh: string;
  brand_en: string;
};

/** Columns of MemberRow, for statements that reach the member by another way. */
export const memberColumns =
  `m.id, m.brand_id, m.name, m.birthday, m.birthday_calendar, m.birthday_set_at, m.sex, m.phone_cipher, m.phone_verified_at,
   m.language, m.joined_at, m.state, m.pin_hash, m.revision, l.id as account_id,
   b.name_zh as brand_zh, b.name_en as brand_en`;
export const memberJoins =
  `join loyalty_account l on l.member_id = m.id join brand b on b.id = m.brand_id`;

export const memberById = reading<[id: string], MemberRow>(
  "member by id",
  `select j.key as n, ${memberColumns} from json_each(?1) j
   join member m on m.id = j.value->>0 ${memberJoins}`,
);

export const memberByPhone = reading<[brandId: string, phoneIndex: string], MemberRow>(
  "member by phone",
  `select j.key as n, ${memberColumns} from json_each(?1) j
   join member m on m.brand_id = j.value->>0 and m.phone_index = j.value->>1 ${memberJoins}`,
);

/** The member whom a one-time code was sent to. */
export const memberByCode = reading<[codeId: string], MemberRow>(
  "member by one-time code",
  `select j.key as n, ${memberColumns} from json_each(?1) j
   join one_time_code c on c.id = j.value->>0
   join member m on m.brand_id = c.brand_id and m.phone_index = c.phone_index ${memberJoins}`,
);

export const memberByRef = reading<[brandId: string, externalRef: string], { id: string }>(
  "member by external reference",
  `select j.key as n, m.id from json_each(?1) j
   join member m on m.brand_id = j.value->>0 and m.external_ref = j.value->>1`,
);

export type NewMemberRow = {
  id: string;
  brand_id: string;
  name: string;
  name_search: string;
  birthday: string | null;
  birthday_calendar: "solar" | "lunar" | "lunar-leap";
  phone_cipher: string | null;
  phone_index: string | null;
  phone_tail: string | null;
  phone_verified_at: number | null;
  language: "zh-CN" | "en";
  terms_agreed_at: number | null;
  joined_at: number;
  joined_store_id: string | null;
  source: string;
  external_ref: string | null;
};

export const insertMember = inserting<NewMemberRow>("member", ranks.member, [
  "id",
  "brand_id",
  "name",
  "name_search",
  "birthday",
  "birthday_calendar",
  "phone_cipher",
  "phone_index",
  "phone_tail",
  "phone_verified_at",
  "language",
  "terms_agreed_at",
  "joined_at",
  "joined_store_id",
  "source",
  "external_ref",
]);

export const changeProfile = writing<{
  id: string;
  name: string;
  name_search: string;
  birthday: string | null;
  birthday_calendar: "solar" | "lunar" | "lunar-leap";
  sex: string | null;
  language: "zh-CN" | "en";
  birthday_set_at: number | null;
}>(
  "change profile",
  ranks.change,
  [
    "id",
    "name",
    "name_search",
    "birthday",
    "birthday_calendar",
    "language",
    "sex",
    "birthday_set_at",
  ],
  `update member set name = j.value->>1, name_search = j.value->>2, birthday = j.value->>3,
     birthday_calendar = j.value->>4, language = j.value->>5, sex = j.value->>6,
     birthday_set_at = j.value->>7, revision = revision + 1
   from json_each(?1) j where member.id = j.value->>0`,
);

export const setPin = writing<{ id: string; pin_hash: string; at: number }>(
  "set PIN",
  ranks.change,
  ["id", "pin_hash", "at"],
  `update member set pin_hash = j.value->>1, pin_set_at = j.value->>2, revision = revision + 1
   from json_each(?1) j where member.id = j.value->>0`,
);

export const verifyPhone = writing<{ id: string; at: number }>(
  "phone verified",
  ranks.change,
  ["id", "at"],
  `update member set phone_verified_at = j.value->>1 from json_each(?1) j
   where member.id = j.value->>0`,
);

export const brandById = reading<[id: string], { id: string; name_zh: string; name_en: string }>(
  "brand by id",
  `select j.key as n, b.id, b.name_zh, b.name_en from json_each(?1) j
   join brand b on b.id = j.value->>0`,
);

export type BrandStoreRow = {
  id: string;
  name_zh: string;
  name_en: string;
  colour: string;
  store_id: string | null;
  store_zh: string;
  store_en: string;
  city: string;
  address: string;
};

export const brandsWithStores = reading<[], BrandStoreRow>(
  "brands with open stores",
  `select j.key as n, b.id, b.name_zh, b.name_en, b.colour, s.id as store_id,
     s.name_zh as store_zh, s.name_en as store_en, s.city, s.address
   from json_each(?1) j join brand b left join store s on s.brand_id = b.id and s.state = 'open'
   order by j.key, b.created_at, b.id, s.created_at, s.id`,
);
