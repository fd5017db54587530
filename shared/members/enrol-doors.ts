/** Doors by which a person becomes a member: on their own phone, and at a till or counter. @module */
import * as z from "zod/mini";
import { endpoint } from "../endpoint.ts";
import { BrowserMark, ReferralCode } from "../grants/codes.ts";
import { Id, Instant } from "../schema.ts";
import { SettledTask } from "../offline/task.ts";
import { Birthday, Language, MemberProfile, PersonName, Phone } from "./member.ts";

export const enrolMember = endpoint({
  id: "enrolMember",
  method: "POST",
  path: "/api/members/enrol",
  who: "anyone",
  summary: "Makes a member, an account and the sign-up points; the phone is then signed in.",
  body: z.strictObject({
    enrolToken: z.string().check(z.maxLength(80)),
    name: PersonName,
    birthday: z.optional(z.nullable(Birthday)),
    language: Language,
    terms: z.literal(true),
    deviceLabel: z.string().check(z.maxLength(60)),
    /** Whose invitation it is. */
    referral: z.optional(z.strictObject({ code: ReferralCode, mark: BrowserMark })),
  }),
  answer: z.object({ member: MemberProfile, signUpPoints: z.int() }),
  status: 201,
  once: true,
  problems: ["code-expired", "member-exists", "referral-unknown", "referral-self"],
});

export const enrolByStaff = endpoint({
  id: "enrolByStaff",
  method: "POST",
  path: "/api/members",
  who: "member.enrol",
  summary: "A till or counter enrols a member and issues a plastic card number.",
  body: z.strictObject({
    brandId: z.optional(Id("brand")),
    phone: z.optional(Phone),
    name: z.optional(PersonName),
    birthday: z.optional(Birthday),
    /** The other system's own number for this person, unique per brand. */
    externalRef: z.optional(z.string().check(z.regex(/^[\w.:-]{1,64}$/))),
    joinedAt: z.optional(Instant),
    /** Whose invitation it is. */
    referralCode: z.optional(ReferralCode),
    /** The task that this enrolment settles. */
    task: z.optional(SettledTask),
  }),
  answer: z.object({
    memberId: Id("member"),
    accountId: Id("account"),
    cardNumber: z.string(),
    signUpPoints: z.int(),
  }),
  status: 201,
  once: true,
  problems: [
    "not-found",
    "member-exists",
    "name-taken",
    "time-refused",
    "referral-unknown",
    "referral-self",
    "task-ended",
  ],
});
