/** A survey goes out: at once, or with many points on a second person's yes. @module */
import type { AnswerOf } from "../../shared/endpoint.ts";
import type { publishSurvey } from "../../shared/surveys/endpoints.ts";
import { askApproval, waitingAbout } from "../approvals/queries.ts";
import type { Desk } from "../desk.ts";
import { parametersIn } from "../parameters/queries.ts";
import { put } from "./manage-surveys.ts";
import { draftInScope, publishedRows } from "./approved-survey.ts";
import { detailOf } from "./survey-view.ts";

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
