/** The member changes name, birthday, sex or language. @module */
import type { changeMe } from "../../shared/members/endpoints.ts";
import type { AnswerOf, BodyOf } from "../../shared/endpoint.ts";
import { Problem } from "../../shared/problems.ts";
import type { Desk } from "../desk.ts";
import { searchName } from "./new-member.ts";
import { changeProfile, memberById } from "./queries.ts";
import { profileOf } from "./show-member.ts";

/** What is not given stays; a null birthday is forgotten. */
export const change = async (
  desk: Desk,
  body: BodyOf<typeof changeMe>,
): Promise<AnswerOf<typeof changeMe>> => {
  const [me] = await desk.db.read(memberById, [desk.actor.memberId!]);
  if (!me) throw new Problem("not-found");
  const birthday = body.birthday === undefined
    ? { birthday: me.birthday, birthday_calendar: me.birthday_calendar }
    : {
      birthday: body.birthday?.on ?? null,
      birthday_calendar: body.birthday?.calendar ?? "solar",
    };
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
  ], [me.id]);
  return {
    member: profileOf(desk, { ...me, name, language, sex, ...birthday }, desk.actor.deviceId!),
  };
};
