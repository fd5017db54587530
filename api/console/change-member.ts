import type { changeMember as door } from "../../shared/console/endpoints.ts";
import type { BodyOf } from "../../shared/endpoint.ts";
import { maskName } from "../../shared/cards/mask.ts";
import { auditRow } from "../audit/queries.ts";
import type { Desk } from "../desk.ts";
import { searchName } from "../members/new-member.ts";
import { changeProfile } from "../members/queries.ts";
import { memberInScope } from "./member-in-scope.ts";

/** Corrects a member's name or birthday, which then counts at once. Names stand masked in the log. @throws Problem not-found */
export const changeMember = async (
  desk: Desk,
  memberId: string,
  { name, birthday, reason }: BodyOf<typeof door>,
): Promise<{ done: true }> => {
  const m = await memberInScope(desk, memberId);
  const next = {
    name: name ?? m.name,
    birthday: birthday === undefined ? m.birthday : birthday?.on ?? null,
    calendar: birthday === undefined ? m.birthday_calendar : birthday?.calendar ?? "solar" as const,
  };
  const said = (of: { name: string; birthday: string | null }) => ({
    ...(name === undefined || name === m.name ? {} : { name: maskName(of.name) }),
    ...(birthday === undefined ? {} : { birthday: of.birthday }),
  });
  await desk.db.write([
    changeProfile.row({
      id: memberId,
      name: next.name,
      name_search: searchName(next.name),
      birthday: next.birthday,
      birthday_calendar: next.calendar,
      sex: m.sex,
      language: m.language,
      birthday_set_at: birthday === undefined ? m.birthday_set_at : null,
    }),
    auditRow(desk, {
      action: "member.changed",
      subject: memberId,
      before: said(m),
      after: { ...said(next), reason },
      brandId: m.brand_id,
    }),
  ], [memberId]);
  desk.nudge(memberId);
  return { done: true };
};
