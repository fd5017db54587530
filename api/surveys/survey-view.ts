/** A survey as the office sees it. @module */
import { isAsked } from "../../shared/surveys/answers.ts";
import type { Question, SurveyBody } from "../../shared/surveys/survey.ts";
import { inScope } from "../../shared/access.ts";
import { Problem } from "../../shared/problems.ts";
import type { SurveyDetail } from "../../shared/surveys/endpoints.ts";
import type { Desk } from "../desk.ts";
import type { ProfileRow } from "../grants/queries.ts";
import { surveyById, type SurveyRow } from "./queries.ts";

export const questionsOf = (row: Pick<SurveyRow, "questions">): Question[] =>
  JSON.parse(row.questions) as Question[];

export const audienceOf = (row: Pick<SurveyRow, "tier_ids" | "tags">) => ({
  tierIds: JSON.parse(row.tier_ids) as string[],
  tags: JSON.parse(row.tags) as string[],
});

/** Is this survey for this member of this brand? What is not may not be known of. */
export const isFor = (row: SurveyRow, profile: ProfileRow, brandId: string): boolean =>
  row.brand_id === brandId && row.state !== "draft" &&
  isAsked(audienceOf(row), {
    tierId: profile.tier_id,
    tags: [
      ...JSON.parse(profile.own_tags) as string[],
      ...(JSON.parse(profile.tags) as [string, string][]).flat(),
    ],
  });

const bodyOf = (row: SurveyRow): SurveyBody => ({
  titleZh: row.title_zh,
  titleEn: row.title_en,
  introZh: row.intro_zh,
  introEn: row.intro_en,
  questions: questionsOf(row),
  points: row.points,
  ...audienceOf(row),
  opensAt: row.opens_at,
  closesAt: row.closes_at,
});

export const detailOf = (row: SurveyRow): SurveyDetail => ({
  id: row.id,
  brandId: row.brand_id,
  state: row.state,
  revision: row.revision,
  publishedAt: row.published_at,
  answers: row.answers,
  body: bodyOf(row),
});

/** The columns of what was written. */
export const columnsOf = (id: string, body: SurveyBody) => ({
  id,
  title_zh: body.titleZh,
  title_en: body.titleEn,
  intro_zh: body.introZh,
  intro_en: body.introEn,
  questions: JSON.stringify(body.questions),
  points: body.points,
  tier_ids: JSON.stringify(body.tierIds),
  tags: JSON.stringify(body.tags),
  opens_at: body.opensAt,
  closes_at: body.closesAt,
});

/** A survey of a brand the caller may see; from the primary, for who is about to change it.
 *  @throws Problem not-found */
export const surveyInScope = async (desk: Desk, id: string): Promise<SurveyRow> => {
  const [row] = await desk.db.read(surveyById, [id]);
  if (!row || !inScope(desk.actor.scope, row.brand_id)) throw new Problem("not-found");
  return row;
};
