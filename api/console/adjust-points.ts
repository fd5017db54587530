import type { adjustPoints as door } from "../../shared/console/endpoints.ts";
import type { AnswerOf, BodyOf } from "../../shared/endpoint.ts";
import { limitsOf } from "../../shared/access.ts";
import { adjustsAlone, approveMost } from "../../shared/approvals/approval.ts";
import { dayOf } from "../../shared/business-day.ts";
import { Problem } from "../../shared/problems.ts";
import { askApproval } from "../approvals/queries.ts";
import { type Decision, settle } from "../db/settle.ts";
import type { Desk } from "../desk.ts";
import { parametersIn } from "../parameters/queries.ts";
import { summaryOf } from "../points/show-points.ts";
import { bookAdjustment, readGround } from "./book-adjustment.ts";
import { adjustedAlone } from "./member-queries.ts";

type Input = BodyOf<typeof door>;
type Answer = AnswerOf<typeof door>;

/** Whether it goes at once or waits for a second person is decided beside the booking, so that two
 *  adjustments of one person at once cannot both take the rest of the day. */
const decide = async (desk: Desk, memberId: string, input: Input): Promise<Decision<Answer>> => {
  const staffId = desk.actor.staffId ?? desk.actor.id;
  const day = dayOf(desk.now);
  const limits = limitsOf(desk.actor);
  const [ground, points, parameters, [today]] = await Promise.all([
    readGround(desk, memberId),
    summaryOf(desk, memberId),
    parametersIn(desk, memberId),
    desk.db.read(adjustedAlone, [staffId, day]),
  ]);
  if (adjustsAlone(input.points, limits, today?.points ?? 0, parameters.adjustmentAloneMax)) {
    const alone = { day, dayMost: limits.adjustmentDay };
    const booked = bookAdjustment(desk, ground, input, { staffId, alone });
    return {
      answer: { points: booked.points, journalId: booked.journalId, approvalId: null },
      writes: booked.writes,
      touches: [...booked.touches, `adjusts/${staffId}`],
    };
  }
  // It must be possible as things stand: nobody is asked for what cannot be booked.
  bookAdjustment(desk, ground, input, { staffId, approvalId: "" });
  const asked = await askApproval(desk, {
    kind: "points.adjust",
    subject: memberId,
    brandId: ground.m.brand_id,
    // Who works in one store asks those who answer for it.
    storeId: desk.actor.scope.storeIds?.[0] ?? null,
    asked: input,
    amount: Math.abs(input.points),
    reason: input.reason,
    approvalDays: parameters.approvalDays,
  });
  return {
    answer: { points, journalId: null, approvalId: asked.approvalId },
    writes: asked.writes,
    touches: [`adjusts/${staffId}`],
  };
};

/** Adds or deducts points by hand. Above what the person may do alone, in one go or on one day, it
 *  waits for a second person and is answered with the request's id.
 *  @throws Problem amount-invalid, over-limit (more than anybody approves), not-found, points-short */
export const adjustPoints = async (
  desk: Desk,
  key: string,
  memberId: string,
  input: Input,
): Promise<Answer> => {
  if (input.points === 0) throw new Problem("amount-invalid");
  if (Math.abs(input.points) > approveMost) throw new Problem("over-limit", { limit: approveMost });
  const answer = await settle(
    desk,
    key,
    { memberId, ...input },
    () => decide(desk, memberId, input),
  );
  desk.nudge(memberId);
  return answer;
};
