/** The member changes name, birthday, sex or language. @module */
import type { changeMe } from "../../shared/members/endpoints.ts";
import { dayOf } from "../../shared/business-day.ts";
import type { AnswerOf, BodyOf } from "../../shared/endpoint.ts";
import { birthdayOpensAt } from "../../shared/members/birthday-change.ts";
import { Problem } from "../../shared/problems.ts";
import { auditRow } from "../audit/queries.ts";
import type { Desk } from "../desk.ts";
import { searchName } from "./new-member.ts";
import { changeProfile, memberById, type MemberRow } from "./queries.ts";
import { profileOf } from "./show-member.ts";

type Columns = Pick<MemberRow, "birthday" | "birthday_calendar" | "birthday_set_at">;

/** A birthday may always be forgotten, but setting one, the first or another, is once a year: else
 *  every day could be it. @throws Problem birthday-kept */
const birthdayOf = (
  desk: Desk,
  me: MemberRow,
  asked: BodyOf<typeof changeMe>["birthday"],
): { columns: Columns; changed: boolean } => {
  const kept = {
    birthday: me.birthday,
    birthday_calendar: me.birthday_calendar,
    birthday_set_at: me.birthday_set_at,
  };
  const same = (asked?.on ?? null) === me.birthday &&
    (!asked || asked.calendar === me.birthday_calendar);
  if (asked === undefined || same) return { columns: kept, changed: false };
  if (asked === null) {
    return { columns: { ...kept, birthday: null, birthday_calendar: "solar" }, changed: true };
  }
  const opensAt = birthdayOpensAt(me.birthday_set_at, desk.now);
  if (opensAt > desk.now) throw new Problem("birthday-kept", { from: dayOf(opensAt) });
  return {
    columns: {
      birthday: asked.on,
      birthday_calendar: asked.calendar,
      birthday_set_at: desk.now,
    },
    changed: true,
  };
};

const said = ({ birthday, birthday_calendar: calendar }: Columns) => ({ birthday, calendar });

/** What is not given stays; a null birthday is forgotten.
 *  @throws Problem not-found, birthday-kept */
export const change = async (
  desk: Desk,
  body: BodyOf<typeof changeMe>,
): Promise<AnswerOf<typeof changeMe>> => {
  const [me] = await desk.db.read(memberById, [desk.actor.memberId!]);
  if (!me) throw new Problem("not-found");
  const { columns: birthday, changed } = birthdayOf(desk, me, body.birthday);
  const name = body.name ?? me.name;
  const sex = body.sex === undefined ? me.sex : body.sex;
  const language = body.language ?? me.language;
  await desk.db.write([
    changeProfile.row({
      id: me.id,
      name,
      name_search: searchName(name),
      ...birthday,
      language,
      sex,
    }),
    ...(changed
      ? [auditRow(desk, {
        action: "member.changed",
        subject: me.id,
        before: said(me),
        after: said(birthday),
        brandId: me.brand_id,
      })]
      : []),
  ], [me.id]);
  return {
    member: profileOf(desk, { ...me, name, language, sex, ...birthday }, desk.actor.deviceId!),
  };
};
