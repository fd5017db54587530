/** The member checks in for the day. @module */
import { dayOf } from "../../shared/business-day.ts";
import type { AnswerOf } from "../../shared/endpoint.ts";
import { checkInOn } from "../../shared/grants/check-in.ts";
import type { checkIn } from "../../shared/grants/endpoints.ts";
import { Problem } from "../../shared/problems.ts";
import { grantTitles } from "../../shared/wording/grants/titles.ts";
import { type Decision, settle } from "../db/settle.ts";
import type { Desk } from "../desk.ts";
import { findHeads } from "../points/holdings.ts";
import { rulesAt } from "../points/queries.ts";
import { grantsOf } from "./grant-rules.ts";
import { postGrant } from "./post-grant.ts";
import { insertCheckIn, lastCheckIn } from "./queries.ts";

type Answer = AnswerOf<typeof checkIn>;

/** Of two at once the second finds the day taken and answers the first.
 *  @throws Problem grant-off */
export const checkInToday = async (desk: Desk, key: string): Promise<Answer> => {
  const answer = await settle(desk, key, {}, () => decide(desk));
  desk.nudge(desk.actor.memberId!);
  return answer;
};

const decide = async (desk: Desk): Promise<Decision<Answer>> => {
  const memberId = desk.actor.memberId!;
  const today = dayOf(desk.now);
  const [holdings, [rules], [last]] = await Promise.all([
    findHeads(desk, memberId),
    desk.db.read(rulesAt, [desk.actor.brandId!, desk.now]),
    desk.db.read(lastCheckIn, [memberId]),
  ]);
  const offered = rules && grantsOf(rules).checkIn;
  if (!holdings || !offered) throw new Problem("grant-off");
  const earned = checkInOn(offered, last ?? null, today);
  if (!earned) {
    const { day, streak, points, bonus } = last!;
    const { spendable } = holdings;
    return {
      answer: { day, streak, points, bonus, repaid: 0, spendable, again: true },
      writes: [],
      touches: [],
    };
  }
  const { streak, points, bonus } = earned;
  const posted = postGrant(desk, holdings, rules, {
    cause: { kind: "check-in", id: `${memberId}.${today}` },
    points,
    title: grantTitles.checkIn,
    reasons: [
      { code: "granted", what: "check-in", points },
      ...(bonus > 0 ? [{ code: "streak" as const, days: streak, points: bonus }] : []),
    ],
  });
  const row = { member_id: memberId, day: today, streak, points, bonus };
  const { repaid, spendable } = posted;
  return {
    answer: { day: today, streak, points, bonus, repaid, spendable, again: false },
    writes: [
      ...posted.writes,
      insertCheckIn.row({ ...row, journal_id: posted.journalId, at: desk.now }),
    ],
    touches: posted.touches,
  };
};
