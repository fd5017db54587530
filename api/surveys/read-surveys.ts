/** Surveys and what was answered, for the office. @module */
import { inScope } from "../../shared/access.ts";
import type { AnswerOf, QueryOf } from "../../shared/endpoint.ts";
import { Problem } from "../../shared/problems.ts";
import type {
  listSurveyAnswers,
  listSurveys,
  showSurveyResults,
} from "../../shared/surveys/endpoints.ts";
import type { Answers } from "../../shared/surveys/survey.ts";
import type { Desk } from "../desk.ts";
import {
  answeredOf,
  answersAfter,
  answersMax,
  countsOf,
  pointsOf,
  surveysMax,
  surveysOfBrand,
} from "./queries.ts";
import { detailOf, questionsOf, surveyInScope } from "./survey-view.ts";

/** @throws Problem not-found */
export const list = async (
  desk: Desk,
  { brandId, before }: QueryOf<typeof listSurveys>,
): Promise<AnswerOf<typeof listSurveys>> => {
  if (!inScope(desk.actor.scope, brandId)) throw new Problem("not-found");
  const rows = await desk.db.readSeen(
    surveysOfBrand,
    [brandId, before ?? "srv_~"],
    desk.seen,
  );
  return {
    surveys: rows.slice(0, surveysMax).map((row) => ({
      id: row.id,
      brandId: row.brand_id,
      titleZh: row.title_zh,
      titleEn: row.title_en,
      points: row.points,
      questions: questionsOf(row).length,
      opensAt: row.opens_at,
      closesAt: row.closes_at,
      state: row.state,
      answers: row.answers,
    })),
    nextBefore: rows.length > surveysMax ? rows[surveysMax - 1]!.id : null,
  };
};

export const show = async (desk: Desk, id: string) => detailOf(await surveyInScope(desk, id));

/** @throws Problem not-found */
export const results = async (
  desk: Desk,
  id: string,
): Promise<AnswerOf<typeof showSurveyResults>> => {
  const row = await surveyInScope(desk, id);
  const [counts, answered, [points]] = await Promise.all([
    desk.db.read(countsOf, [id]),
    desk.db.read(answeredOf, [id]),
    desk.db.read(pointsOf, [id]),
  ]);
  return {
    answers: row.answers,
    points: points?.points ?? 0,
    questions: questionsOf(row).map((question) => ({
      id: question.id,
      answered: answered.find((a) => a.question === question.id)?.answered ?? 0,
      counts: Object.fromEntries(
        counts.filter((c) => c.question === question.id).map((c) => [c.choice, c.times]),
      ),
    })),
  };
};

/** In the order they came; names are not told. @throws Problem not-found */
export const answers = async (
  desk: Desk,
  id: string,
  { after = 0, limit = answersMax }: QueryOf<typeof listSurveyAnswers>,
): Promise<AnswerOf<typeof listSurveyAnswers>> => {
  await surveyInScope(desk, id);
  const rows = await desk.db.read(answersAfter, [id, after]);
  const page = rows.slice(0, limit);
  return {
    rows: page.map((r) => ({ n: r.number, at: r.at, answers: JSON.parse(r.answers) as Answers })),
    nextAfter: rows.length > limit ? page.at(-1)!.number : null,
  };
};
