/** A survey goes out: at once, or with many points on a second person's yes. @module */
import type { AnswerOf } from "../../shared/endpoint.ts";
import { Problem } from "../../shared/problems.ts";
import type { publishSurvey } from "../../shared/surveys/endpoints.ts";
import type { Approvable } from "../approvals/approvables.ts";
import { askApproval, waitingAbout } from "../approvals/queries.ts";
import { auditRow } from "../audit/queries.ts";
import type { Write } from "../db/statement.ts";
import type { Desk } from "../desk.ts";
import { parametersIn } from "../parameters/queries.ts";
import { put } from "./manage-surveys.ts";
import { setSurveyState, type SurveyRow } from "./queries.ts";
import { detailOf, surveyInScope } from "./survey-view.ts";

/** @throws Problem not-found, survey-published, survey-closed, changed-meanwhile */
const draftInScope = async (desk: Desk, id: string, revision: number): Promise<SurveyRow> => {
  const row = await surveyInScope(desk, id);
  if (row.state !== "draft") throw new Problem("survey-published");
  if (row.closes_at <= desk.now) throw new Problem("survey-closed");
  if (row.revision !== revision) throw new Problem("changed-meanwhile");
  return row;
};

const publishedRows = (desk: Desk, { id, brand_id, state, revision }: SurveyRow): Write[] => [
  setSurveyState.row({ id, state: "published", published_at: desk.now, revision }),
  auditRow(desk, {
    action: "survey.published",
    subject: id,
    brandId: brand_id,
    before: { state },
    after: { state: "published" },
  }),
];

/** Above the brand's number of points it waits for a second person and stays a draft.
 *  @throws Problem not-found, changed-meanwhile, survey-published, survey-closed */
export const publish = async (
  desk: Desk,
  id: string,
  revision: number,
): Promise<AnswerOf<typeof publishSurvey>> => {
  const row = await draftInScope(desk, id, revision);
  const { surveyAloneMax } = await parametersIn(desk, row.brand_id);
  if (row.points <= surveyAloneMax) {
    return { ...await put(desk, row, revision, publishedRows(desk, row)), approvalId: null };
  }
  const waiting = await desk.db.read(waitingAbout, [id, desk.now]);
  const same = waiting.find((request) => JSON.parse(request.asked).revision === revision);
  if (same) return { ...detailOf(row), approvalId: same.id };
  const { approvalId, writes } = await askApproval(desk, {
    kind: "survey.publish",
    subject: id,
    brandId: row.brand_id,
    asked: { revision },
    amount: row.points,
    reason: row.title_zh,
  });
  await desk.db.write(writes, [id]);
  return { ...detailOf(row), approvalId };
};

/** What was asked is what goes out: a draft that was changed since is refused. */
export const approvedSurvey: Approvable = {
  carryOut: async (desk, { subject, asked }) => ({
    writes: publishedRows(desk, await draftInScope(desk, subject, JSON.parse(asked).revision)),
    touches: [subject],
  }),
  effect: async (desk, { subject, asked }) => {
    const row = await draftInScope(desk, subject, JSON.parse(asked).revision);
    return { titleZh: row.title_zh, titleEn: row.title_en, points: row.points };
  },
};
