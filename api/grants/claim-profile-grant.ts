/** Points for a complete profile, once. @module */
import type { AnswerOf } from "../../shared/endpoint.ts";
import type { claimProfileGrant } from "../../shared/grants/endpoints.ts";
import { profileMissing } from "../../shared/grants/grants.ts";
import { Problem } from "../../shared/problems.ts";
import { grantTitles } from "../../shared/wording/grants/titles.ts";
import { type Decision, settle } from "../db/settle.ts";
import type { Desk } from "../desk.ts";
import { findHeads } from "../points/holdings.ts";
import { rulesAt } from "../points/queries.ts";
import { grantsOf } from "./grant-rules.ts";
import { postGrant } from "./post-grant.ts";
import { journalOfCause, profileOfMember, type ProfileRow } from "./queries.ts";

type Answer = AnswerOf<typeof claimProfileGrant>;

/** What a member's profile lacks. */
export const missingOf = (row: ProfileRow) =>
  profileMissing({
    name: row.name,
    phone: row.phone === 1,
    birthday: row.birthday === null ? null : { on: row.birthday, calendar: row.birthday_calendar },
    sex: row.sex,
  });

/** @throws Problem grant-off, profile-incomplete */
export const claimForProfile = async (desk: Desk, key: string): Promise<Answer> => {
  const answer = await settle(desk, key, {}, () => decide(desk));
  desk.nudge(desk.actor.memberId!);
  return answer;
};

const decide = async (desk: Desk): Promise<Decision<Answer>> => {
  const memberId = desk.actor.memberId!;
  const cause = { kind: "profile" as const, id: memberId };
  const [holdings, [rules], [profile], [booked]] = await Promise.all([
    findHeads(desk, memberId),
    desk.db.read(rulesAt, [desk.actor.brandId!, desk.now]),
    desk.db.read(profileOfMember, [memberId]),
    desk.db.read(journalOfCause, [cause.kind, cause.id]),
  ]);
  const points = rules && grantsOf(rules).profile?.points;
  if (!holdings || !profile || !points) throw new Problem("grant-off");
  if (booked) {
    const { spendable } = holdings;
    return { answer: { points, repaid: 0, spendable, again: true }, writes: [], touches: [] };
  }
  const missing = missingOf(profile);
  if (missing.length > 0) throw new Problem("profile-incomplete", { missing });
  const posted = postGrant(desk, holdings, rules, {
    cause,
    points,
    title: grantTitles.profile,
    reasons: [{ code: "granted", what: "profile", points }],
  });
  const { repaid, spendable } = posted;
  return {
    answer: { points, repaid, spendable, again: false },
    writes: posted.writes,
    touches: posted.touches,
  };
};
