/** What leaves the house about a member, per reader. @module */
import { dayOf } from "../../shared/business-day.ts";
import { maskName } from "../../shared/cards/mask.ts";
import { isBirthday } from "../../shared/calendar/birthday.ts";
import type { MemberMasked, MemberProfile } from "../../shared/members/member.ts";
import { maskedPhoneOf } from "../access/phone.ts";
import type { Desk } from "../desk.ts";
import type { MemberRow } from "./queries.ts";

const birthdayOf = (m: Pick<MemberRow, "birthday" | "birthday_calendar">) =>
  m.birthday === null ? null : { on: m.birthday, calendar: m.birthday_calendar };

/** The member's own view, on one of their phones. */
export const profileOf = (desk: Desk, m: MemberRow, deviceId: string): MemberProfile => ({
  id: m.id,
  brandId: m.brand_id,
  brandNameZh: m.brand_zh,
  brandNameEn: m.brand_en,
  name: m.name,
  phoneMasked: maskedPhoneOf(desk.keys, m),
  birthday: birthdayOf(m),
  sex: m.sex,
  language: m.language,
  joinedAt: m.joined_at,
  hasPin: m.pin_hash !== null,
  deviceId,
});

/** What staff and kiosks see. */
export const maskedMember = (desk: Desk, m: MemberRow): MemberMasked => ({
  id: m.id,
  nameMasked: maskName(m.name),
  phoneMasked: maskedPhoneOf(desk.keys, m),
  joinedAt: m.joined_at,
  birthdayToday: isBirthday(birthdayOf(m), dayOf(desk.now)),
});
