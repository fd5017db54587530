/** A survey that goes out on a second person's yes, and the rows by which any goes out. @module */
import { Problem } from "../../shared/problems.ts";
import type { Approvable } from "../approvals/approvables.ts";
import { auditRow } from "../audit/queries.ts";
import type { Write } from "../db/statement.ts";
import type { Desk } from "../desk.ts";
import { setSurveyState, type SurveyRow } from "./queries.ts";
import { surveyInScope } from "./survey-view.ts";

/** @throws Problem not-found, survey-published, survey-closed, changed-meanwhile */
export const draftInScope = async (
  desk: Desk,
  id: string,
  revision: number,
): Promise<SurveyRow> => {
  const row = await surveyInScope(desk, id);
  if (row.state !== "draft") throw new Problem("survey-published");
  if (row.closes_at <= desk.now) throw new Problem("survey-closed");
  if (row.revision !== revision) throw new Problem("changed-meanwhile");
  return row;
};

export const publishedRows = (
  desk: Desk,
  { id, brand_id, state, revision }: SurveyRow,
): Write[] => [
  setSurveyState.row({ id, state: "published", published_at: desk.now, revision }),
  auditRow(desk, {
    action: "survey.published",
    subject: id,
    brandId: brand_id,
    before: { state },
    after: { state: "published" },
  }),
];

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
