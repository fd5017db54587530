/** The signed-in member's own screens. @module */
import type {
  explainMyEntry,
  listMyHistory,
  listMyLots,
  showMe,
} from "../../shared/members/endpoints.ts";
import type { AnswerOf, QueryOf } from "../../shared/endpoint.ts";
import { Problem } from "../../shared/problems.ts";
import type { Desk } from "../desk.ts";
import { parametersSeen } from "../parameters/queries.ts";
import { explain, historyOf, lotsOf, summaryOf } from "../points/show-points.ts";
import { memberById, type MemberRow } from "./queries.ts";
import { profileOf } from "./show-member.ts";

/** The caller's own row. */
export const myRow = async (desk: Desk): Promise<MemberRow> => {
  const [row] = await desk.db.readSeen(memberById, [desk.actor.memberId!], desk.seen);
  if (!row) throw new Problem("not-found");
  return row;
};

export const show = async (desk: Desk): Promise<AnswerOf<typeof showMe>> => {
  const [me, points, { pointsNameZh, pointsNameEn }] = await Promise.all([
    myRow(desk),
    summaryOf(desk, desk.actor.memberId!),
    parametersSeen(desk, desk.actor.brandId!),
  ]);
  const member = profileOf(desk, me, desk.actor.deviceId!);
  return { member: { ...member, pointsNameZh, pointsNameEn }, points, serverTime: desk.now };
};

export const lots = async (desk: Desk): Promise<AnswerOf<typeof listMyLots>> => ({
  lots: await lotsOf(desk, desk.actor.memberId!),
});

export const history = async (
  desk: Desk,
  query: QueryOf<typeof listMyHistory>,
): Promise<AnswerOf<typeof listMyHistory>> => await historyOf(desk, desk.actor.memberId!, query);

/** @throws Problem not-found for an entry of somebody else */
export const explainEntry = async (
  desk: Desk,
  journalId: string,
): Promise<AnswerOf<typeof explainMyEntry>> => await explain(desk, desk.actor.memberId!, journalId);
