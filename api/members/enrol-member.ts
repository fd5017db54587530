/** A person becomes a member on their own phone: member, account, sign-up points and the phone's
 *  session in one batch. @module */
import type { enrolMember } from "../../shared/members/endpoints.ts";
import type { AnswerOf, BodyOf } from "../../shared/endpoint.ts";
import { Problem } from "../../shared/problems.ts";
import { type CodeRow, openCode, phoneOfCode, useCode } from "../access/one-time-code.ts";
import { maskPhone } from "../../shared/cards/mask.ts";
import { startSession } from "../access/session.ts";
import { type Decision, settle } from "../db/settle.ts";
import type { Desk } from "../desk.ts";
import { openJoin } from "../offline/queries.ts";
import { insertDevice } from "./devices.ts";
import { type NewMember, newMember } from "./new-member.ts";
import { brandById, memberByPhone } from "./queries.ts";

type Body = BodyOf<typeof enrolMember>;
type Answer = AnswerOf<typeof enrolMember>;

/** The session's token comes from the enrolment token and the command's key, so that a repeat of a
 *  lost answer gives the phone the same session. */
const tokenFor = (desk: Desk, key: string, enrolToken: string): string =>
  desk.keys.index("enrol-session", `${key}\n${enrolToken}`);

/** @throws Problem code-expired, member-exists, referral-unknown, referral-self */
export const enrol = async (
  desk: Desk,
  key: string,
  body: Body,
): Promise<{ answer: Answer; token: string }> => {
  const token = tokenFor(desk, key, body.enrolToken);
  const answer = await settle(desk, key, body, () => decide(desk, token, body));
  return { answer, token };
};

const applicant = (
  body: Body,
  code: CodeRow,
  phone: string,
  joinedAt: number,
  storeId: string | null,
): NewMember => ({
  brandId: code.brand_id,
  name: body.name,
  birthday: body.birthday ?? null,
  phone,
  phoneVerified: true,
  language: body.language,
  termsAgreed: true,
  joinedAt,
  storeId,
  source: storeId === null ? "ecard" : "kiosk",
  externalRef: null,
  referral: body.referral ? { ...body.referral, way: "phone" } : null,
});

const decide = async (desk: Desk, token: string, body: Body): Promise<Decision<Answer>> => {
  const [id = "", secret = ""] = body.enrolToken.split(".");
  const code = await openCode(desk, id, secret, "enrol");
  const phone = phoneOfCode(desk, code);
  // Whoever left the number at a kiosk without network joined in that store.
  const [asked] = await desk.db.read(openJoin, [code.brand_id, code.phone_index, desk.now]);
  const wanted = applicant(body, code, phone, desk.now, asked?.store_id ?? null);
  const [[taken], [brand], made] = await Promise.all([
    desk.db.read(memberByPhone, [code.brand_id, code.phone_index]),
    desk.db.read(brandById, [code.brand_id]),
    newMember(desk, wanted),
  ]);
  if (taken) throw new Problem("member-exists");
  const device = {
    id: desk.id("device"),
    member_id: made.memberId,
    label: body.deviceLabel,
    created_at: desk.now,
    seen_at: desk.now,
  };
  const whose = { subjectId: made.memberId, deviceId: device.id };
  const session = startSession(desk, { kind: "member", ...whose, token });
  const member = {
    id: made.memberId,
    brandId: wanted.brandId,
    brandNameZh: brand!.name_zh,
    brandNameEn: brand!.name_en,
    name: wanted.name,
    phoneMasked: maskPhone(phone),
    birthday: wanted.birthday,
    sex: null,
    language: wanted.language,
    joinedAt: wanted.joinedAt,
    hasPin: false,
    deviceId: device.id,
  };
  const used = useCode.row({ id: code.id, used_at: desk.now });
  return {
    answer: { member, signUpPoints: made.signUpPoints },
    writes: [used, ...made.writes, insertDevice.row(device), session.write],
    touches: [code.id, `phone ${code.phone_index}`],
  };
};
