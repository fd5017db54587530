/** Head office writes a survey, asks the members, and ends it. @module */
import { inScope } from "../../shared/access.ts";
import type { LogAction } from "../../shared/console/log-actions.ts";
import type { AnswerOf, BodyOf } from "../../shared/endpoint.ts";
import { Problem } from "../../shared/problems.ts";
import type { addSurvey, changeSurvey, SurveyDetail } from "../../shared/surveys/endpoints.ts";
import { auditRow } from "../audit/queries.ts";
import { Collision } from "../db/collision.ts";
import { settle } from "../db/settle.ts";
import type { Write } from "../db/statement.ts";
import type { Desk } from "../desk.ts";
import { changeSurveyRow, insertSurvey, setSurveyState, type SurveyRow } from "./queries.ts";
import { columnsOf, detailOf, surveyInScope } from "./survey-view.ts";

/** @throws Problem not-found */
export const add = (
  desk: Desk,
  key: string,
  { brandId, survey }: BodyOf<typeof addSurvey>,
): Promise<AnswerOf<typeof addSurvey>> => {
  if (!inScope(desk.actor.scope, brandId)) throw new Problem("not-found");
  return settle(desk, key, { brandId, survey }, () => {
    const id = desk.id("survey");
    const made = columnsOf(id, survey);
    const answer: SurveyDetail = {
      id,
      brandId,
      state: "draft",
      revision: 1,
      publishedAt: null,
      answers: 0,
      body: survey,
    };
    return Promise.resolve({
      answer,
      writes: [
        insertSurvey.row({
          ...made,
          brand_id: brandId,
          created_by: desk.actor.staffId ?? null,
          created_at: desk.now,
        }),
        log(desk, "survey.added", { id, brand_id: brandId }, { after: survey }),
      ],
      touches: [],
    });
  });
};

const log = (
  desk: Desk,
  action: LogAction,
  row: Pick<SurveyRow, "id" | "brand_id">,
  what: { before?: Record<string, unknown>; after?: Record<string, unknown> },
): Write => auditRow(desk, { action, subject: row.id, brandId: row.brand_id, ...what });

/** Writes, and answers the survey as it then is. @throws Problem changed-meanwhile */
export const put = async (
  desk: Desk,
  row: SurveyRow,
  revision: number,
  writes: Write[],
): Promise<SurveyDetail> => {
  if (row.revision !== revision) throw new Problem("changed-meanwhile");
  try {
    await desk.db.write(writes, [row.id]);
  } catch (error) {
    if (error instanceof Collision) throw new Problem("changed-meanwhile");
    throw error;
  }
  return detailOf(await surveyInScope(desk, row.id));
};

/** @throws Problem not-found, changed-meanwhile, survey-published */
export const change = async (
  desk: Desk,
  id: string,
  { revision, survey }: BodyOf<typeof changeSurvey>,
): Promise<SurveyDetail> => {
  const row = await surveyInScope(desk, id);
  if (row.state !== "draft") throw new Problem("survey-published");
  return await put(desk, row, revision, [
    changeSurveyRow.row({ ...columnsOf(id, survey), revision }),
    log(desk, "survey.changed", row, { before: detailOf(row).body, after: survey }),
  ]);
};

/** Closing what is closed changes nothing. @throws Problem not-found, changed-meanwhile */
export const close = async (desk: Desk, id: string, revision: number): Promise<SurveyDetail> => {
  const row = await surveyInScope(desk, id);
  if (row.state === "closed") return detailOf(row);
  return await put(desk, row, revision, [
    setSurveyState.row({ id, state: "closed", published_at: null, revision }),
    log(desk, "survey.closed", row, { before: { state: row.state }, after: { state: "closed" } }),
  ]);
};
