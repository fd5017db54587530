/** Sends a one-time code to whoever has a phone, member or not. @module */
import type { askMemberCode } from "../../shared/members/endpoints.ts";
import type { AnswerOf, BodyOf } from "../../shared/endpoint.ts";
import { Problem } from "../../shared/problems.ts";
import { codeLifeMs, resendAfterSeconds, sendCode } from "../access/one-time-code.ts";
import type { Desk } from "../desk.ts";
import { parametersIn } from "../parameters/queries.ts";
import { brandById } from "./queries.ts";

/** @throws Problem not-found, phone-refused, too-many */
export const askCode = async (
  desk: Desk,
  { brandId, phone, language }: BodyOf<typeof askMemberCode>,
): Promise<AnswerOf<typeof askMemberCode>> => {
  const [[brand], { codeTries: tries }] = await Promise.all([
    desk.db.read(brandById, [brandId]),
    parametersIn(desk, brandId),
  ]);
  if (!brand) throw new Problem("not-found");
  const requestId = await sendCode(desk, { purpose: "sign-in", brand, phone, language, tries });
  return { requestId, resendAfterSeconds, expiresInSeconds: codeLifeMs / 1000 };
};
