/** A counter, a till or another system enrols a member and issues a plastic card number. @module */
import { composeStaticNumber, SERIAL_LENGTH } from "../../shared/cards/card-code.ts";
import type { enrolByStaff } from "../../shared/members/endpoints.ts";
import type { AnswerOf, BodyOf } from "../../shared/endpoint.ts";
import { CLOCK_AHEAD_MS, LATE_MAX_MS } from "../../shared/offline/late.ts";
import { Problem } from "../../shared/problems.ts";
import { phoneIndex } from "../access/phone.ts";
import { randomDigits } from "../access/tokens.ts";
import { settle } from "../db/settle.ts";
import type { Desk } from "../desk.ts";
import { endTask, ownTask, taskById } from "../offline/queries.ts";
import { plasticCard } from "../cards/plastic-card.ts";
import { newMember } from "./new-member.ts";
import { brandById, memberByPhone, memberByRef } from "./queries.ts";

type Body = BodyOf<typeof enrolByStaff>;

/** The brand to enrol into: the caller's own, or one of the caller's. */
const brandOf = (desk: Desk, asked: string | undefined): string => {
  const { brandId, scope } = desk.actor;
  const wanted = asked ?? brandId;
  if (!wanted) {
    throw new Problem("input-invalid", {
      errors: [{ pointer: "/brandId", detail: "needed: the key is for every brand" }],
    });
  }
  if (scope.brandIds !== null && !scope.brandIds.includes(wanted)) throw new Problem("not-found");
  return wanted;
};

/** How far a till's queue may lie behind; another system may bring any past.
 *  @throws Problem time-refused */
const joinedAtOf = (desk: Desk, asked: number | undefined): number => {
  const joinedAt = asked ?? desk.now;
  const early = desk.actor.role !== "integration" && joinedAt < desk.now - LATE_MAX_MS;
  if (early || joinedAt > desk.now + CLOCK_AHEAD_MS) throw new Problem("time-refused");
  return Math.min(joinedAt, desk.now);
};

/** @throws Problem member-exists, name-taken, time-refused, not-found, input-invalid */
export const enrolAtTill = (
  desk: Desk,
  key: string,
  body: Body,
): Promise<AnswerOf<typeof enrolByStaff>> => {
  const brandId = brandOf(desk, body.brandId);
  const joinedAt = joinedAtOf(desk, body.joinedAt);
  return settle(desk, key, body, () => decide(desk, brandId, joinedAt, body));
};

const decide = async (desk: Desk, brandId: string, joinedAt: number, body: Body) => {
  const { phone = null, externalRef = null } = body;
  const index = phone === null ? "" : phoneIndex(desk.keys, brandId, phone);
  const [[brand], [samePhone], [sameRef], [task], made] = await Promise.all([
    desk.db.read(brandById, [brandId]),
    desk.db.read(memberByPhone, [brandId, index]),
    desk.db.read(memberByRef, [brandId, externalRef ?? ""]),
    body.task ? desk.db.read(taskById, [body.task.id]) : [],
    newMember(desk, {
      brandId,
      name: body.name ?? "",
      birthday: body.birthday ?? null,
      phone,
      phoneVerified: false,
      language: "zh-CN",
      termsAgreed: false,
      joinedAt,
      storeId: desk.actor.storeId ?? null,
      source: desk.actor.apiKeyId ? desk.actor.role : "counter",
      externalRef,
      referral: body.referralCode
        ? { code: body.referralCode, mark: null, way: desk.actor.apiKeyId ? "till" : "counter" }
        : null,
    }),
  ]);
  if (!brand) throw new Problem("not-found");
  const settled = body.task && ownTask(desk, task, ["enrolment"]);
  if (samePhone) throw new Problem("member-exists");
  if (sameRef) throw new Problem("name-taken", { field: "externalRef" });
  const number = composeStaticNumber(randomDigits(desk, SERIAL_LENGTH.static));
  const { memberId, accountId, signUpPoints } = made;
  const card = plasticCard(desk, { accountId, memberId, brandId, number, issuedAt: joinedAt });
  return {
    answer: { memberId, accountId, cardNumber: number, signUpPoints },
    writes: [
      ...made.writes,
      card.write,
      ...(settled
        ? endTask(desk, settled, { state: "booked", reason: body.task!.reason, result: memberId })
        : []),
    ],
    touches: [phone && `phone ${index}`, externalRef && `ref ${brandId} ${externalRef}`]
      .filter((t) => typeof t === "string"),
  };
};
