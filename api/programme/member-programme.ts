/** The rules in force as a member reads them. @module */
import { dayOf } from "../../shared/business-day.ts";
import {
  type Birthday,
  type BirthdayWindow,
  inBirthdayWindow,
} from "../../shared/calendar/birthday.ts";
import { birthdayCounts } from "../../shared/members/birthday-change.ts";
import { Problem } from "../../shared/problems.ts";
import type { MemberProgramme } from "../../shared/programme/endpoints.ts";
import { rulesFor } from "../../shared/programme/member-rules.ts";
import type { ProgrammeRules } from "../../shared/programme/rules.ts";
import { reading } from "../db/statement.ts";
import type { Desk } from "../desk.ts";
import { loyaltyOf, rulesAt, tiersOf } from "../points/queries.ts";
import { parsedRules } from "../points/rules.ts";

const readerOf = reading<[handle: string, brandId: string], {
  tier_id: string | null;
  birthday: string | null;
  birthday_calendar: Birthday["calendar"];
  birthday_set_at: number | null;
  own_tags: string;
  /** [id, name] of each tag, JSON. */
  tags: string;
  category_id: string | null;
}>(
  "who reads the rules",
  `select j.key as n, l.tier_id, m.birthday, m.birthday_calendar, m.birthday_set_at,
     m.tags as own_tags,
     (select json_group_array(json_array(t.id, t.name)) from member_tag x
       join tag t on t.id = x.tag_id and t.state = 'active' where x.member_id = m.id) as tags,
     (select c.id from member_in_category i join member_category c on c.id = i.category_id
       and c.state = 'open' where i.member_id = m.id) as category_id
   from json_each(?1) j join loyalty_account l on l.id = ${loyaltyOf("j.value->>0")}
   join member m on m.id = l.member_id and m.brand_id = j.value->>1`,
);

const namesIn = reading<[brandId: string, ids: readonly string[]], {
  id: string;
  name_zh: string;
  name_en: string;
}>(
  "categories, products and stores of a brand by id",
  `select j.key as n, c.id, c.name_zh, c.name_en from json_each(?1) j, json_each(j.value, '$[1]') x
   join category c on c.id = x.value and c.brand_id = j.value->>0
   union all
   select j.key, p.id, p.name_zh, p.name_en from json_each(?1) j, json_each(j.value, '$[1]') x
   join product p on p.id = x.value and p.brand_id = j.value->>0
   union all
   select j.key, s.id, s.name_zh, s.name_en from json_each(?1) j, json_each(j.value, '$[1]') x
   join store s on s.id = x.value and s.brand_id = j.value->>0`,
);

/** Sentences cut long lists of products and stores after a few; more names are not sent. */
const TOLD = 4;

const idsIn = (rules: ProgrammeRules): string[] => [
  ...new Set([
    ...rules.excludedCategoryIds,
    ...(rules.excludedProductIds ?? []).slice(0, TOLD),
    ...(rules.offset?.excludedCategoryIds ?? []),
    ...(rules.rules ?? []).flatMap(({ lines, when }) => [
      ...(lines.categoryIds ?? []).slice(0, TOLD),
      ...(lines.productIds ?? []).slice(0, TOLD),
      ...(when.storeIds ?? []).slice(0, TOLD),
    ]),
  ]),
];

const windows: readonly BirthdayWindow[] = ["day", "week", "month"];

/** @param handle of the member (see loyaltyOf) @throws Problem not-found */
export const memberProgramme = async (
  desk: Desk,
  brandId: string,
  handle: string,
): Promise<MemberProgramme> => {
  const { db, seen } = desk;
  const [[row], [rules], tiers] = await Promise.all([
    db.readSeen(readerOf, [handle, brandId], seen),
    db.readSeen(rulesAt, [brandId, desk.now], seen),
    db.readSeen(tiersOf, [brandId], seen),
  ]);
  if (!row || !rules) throw new Problem("not-found");
  const day = dayOf(desk.now);
  const tierId = row.tier_id ?? tiers[0]?.id ?? null;
  const own = rulesFor(parsedRules(rules), {
    tags: [
      ...JSON.parse(row.own_tags) as string[],
      ...(JSON.parse(row.tags) as [string, string][]).flat(),
    ],
    memberCategoryId: row.category_id,
    tierId,
  }, day);
  const names = await db.readSeen(namesIn, [brandId, idsIn(own.rules)], seen);
  const birthday: Birthday | null =
    row.birthday === null || !birthdayCounts(row.birthday_set_at, desk.now)
      ? null
      : { on: row.birthday, calendar: row.birthday_calendar };
  return {
    version: rules.version,
    effectiveFrom: rules.effective_from,
    day,
    tierId,
    birthday: windows.filter((window) => inBirthdayWindow(birthday, day, window)),
    ...own,
    tiers: tiers.map((t) => ({
      id: t.id,
      level: t.level,
      nameZh: t.name_zh,
      nameEn: t.name_en,
      colour: t.colour,
    })),
    names: names.map((n) => ({ id: n.id, nameZh: n.name_zh, nameEn: n.name_en })),
  };
};
